import { fold } from '../language/fold.ts'

// Family names in use in Vietnam, folded: Kinh, Hoa, Khmer, Chăm and those of the northern and highland peoples.
const surnames = new Set(
  `nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly an au bach banh bang bien cao cam can cat
  chau che chiem chu chung cong cu danh dau dao diec diep dinh doan dong du duc giang gia giap ha han hau hinh hong
  hua hung huong khau khieu khuat khuc khuong khong kieu kien kim kong lac lam lang lao lang lieu liem linh lo loan
  loi long lu lua luc luong luong luu ma mac mach mai man mau moc moi muong ngan ngoc nghiem nham nhu nhuong ninh
  nong ong pho phong phu phung phuong quach quang que quynh sam se si son soc su ta tang tat tay te thach thai than
  thanh thao thieu thong thu thuy tiet tieu ton tong tra tri trieu trinh trung truong tu tuan tuong tuyen ty ung
  uong van vang vien vinh vuong xuan xuong y yen`.split(/\s+/),
)

/** Whether a text of Latin words begins as the names of people in Vietnam do. What does not may still be a name. */
export function beginsLikeName(words: string): boolean {
  const [first = ''] = fold(words).split(' ')
  return surnames.has(first)
}

/** "nguyễn thị lan" or "NGUYỄN THỊ LAN", typed in a hurry, as names are written; any other as it is. */
export function properName(name: string): string {
  const low = name.toLowerCase()
  if (name !== low && name !== name.toUpperCase()) return name
  return low.replace(/(?<=^|[ -])\p{L}/gu, (letter) => letter.toUpperCase())
}
