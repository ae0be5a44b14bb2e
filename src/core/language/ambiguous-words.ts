/** One word among its neighbours; all folded, and as typed where capitals or diacritics tell. */
interface Place {
  readonly words: readonly string[]
  readonly typed: readonly string[]
  readonly at: number
}

type Reading = (place: Place) => string

const next = ({ words, at }: Place, offset = 1) => words[at + offset] ?? ''
const before = ({ words, at }: Place, offset = 1) => words[at - offset] ?? ''
const among = (word: string, list: string) => list.split(' ').includes(word)
const mentions = ({ words }: Place, list: string) => list.split(' ').some((word) => words.includes(word))
const particles = 'a ha vay v z em e anh chi ad nhe nha nghen nghe voi vs ak ah ta nhi bot oi ban shop dum giup'
const negations = 'ko k khong hk hok hong hem'

function isLast(place: Place): boolean {
  return place.words.slice(place.at + 1).every((word) => among(word, particles) || among(word, negations))
}

const capitals = ({ typed, at }: Place) => {
  const others = typed.some((word, index) => index !== at && /\p{Ll}/u.test(word))
  return others && /^\p{Lu}{2,}$/u.test(typed[at] ?? '')
}

/** Words whose meaning their neighbours decide. A reading returns the folded words that are meant. */
export const ambiguousWords: Readonly<Record<string, Reading>> = {
  // đăng ký, điều kiện, or "được không"
  dk(place) {
    const asks = among(
      before(place),
      'nop han ban bang phieu mau muon cho huy rut sua xem mo chua khong ko k da can phai toi em e minh',
    )
    if (!asks && among(next(place), 'de la gi xet nhu can nao')) return 'dieu kien'
    const verbBefore = place.at > 1 && !asks
    if (verbBefore && isLast(place) && !among(next(place), negations)) return 'duoc khong'
    if (verbBefore && among(next(place), negations) && isLast(place)) return 'duoc'
    return 'dang ky'
  },
  bn(place) {
    const counted = among(next(place), 'ngay tuan thang nam nguoi lan phan tien dot giai trang tap ca danh don xa')
    const asked = among(before(place), 'con la duoc can het gia phat mat nhan hon thuong gom co duoi tren nay hnay')
    return counted || asked || isLast(place) ? 'bao nhieu' : 'ban'
  },
  // "bh hết hạn" asks when, "bh đang đợt mấy" says now.
  bh: (place) => (among(next(place), 'dang la o con thi minh toi') ? 'bay gio' : 'khi nao'),
  sk(place) {
    if (mentions(place, 'dot d1 tk tket tong phong')) return 'so ket'
    return mentions(place, 'hoi de hdsk cap cong co nop viet ton hieu') ? 'sang kien' : 'sk'
  },
  tk: () => 'tong ket',
  kq: () => 'ket qua',
  deadline: () => 'han',
  // "hn thứ mấy" asks of today, "hn điển hình" of a conference.
  hn: (place) => (among(next(place), 'thu la ngay dang troi minh t') ? 'hom nay' : 'hoi nghi'),
  tt: (place) => (/^\d/.test(next(place)) ? 'thong tu' : 'thanh tra'),
  ttr: (place) => (/^\d/.test(before(place)) ? 'to trinh' : 'thanh tra'),
  kh: (place) => (capitals(place) || among(next(place), 'so cua phat thi') ? 'ke hoach' : 'khong'),
  q: (place) => (/^[1-4]$/.test(next(place)) ? 'quy' : 'quan'),
  nv: (place) => (among(before(place), 'nhung cac ban anh chi') ? 'nhan vien' : 'nhiem vu'),
  tl: (place) => (place.at === 0 || among(next(place), 'giup dum gium em') ? 'tra loi' : 'ti le'),
  // "hông" and a closing "hong" are "không"; "Hồng" is a name.
  hong: (place) =>
    place.typed[place.at]?.normalize('NFC').match(/^h[ôổo]ng$/iu) &&
    (isLast(place) || /[ôổ]/iu.test(place.typed[place.at] ?? ''))
      ? 'khong'
      : 'hong',
  // "dậy", "dị", "dì", "dzị" close a question as "vậy" does; "dới" is "với".
  day: (place) => (place.at > 1 && isLast(place) ? 'vay' : 'day'),
  di: (place) => (before(place) === 'la' ? 'gi' : 'di'),
  doi: (place) =>
    place.at > 1 && isLast(place) && /ới$/u.test(place.typed[place.at]?.normalize('NFC') ?? '') ? 'voi' : 'doi',
  vo: (place) => (/^vô$/iu.test(place.typed[place.at]?.normalize('NFC') ?? '') ? 'vao' : 'vo'),
  nhieu: (place) =>
    /^nhiêu$/iu.test(place.typed[place.at]?.normalize('NFC') ?? '') && before(place) !== 'bao' ? 'bao nhieu' : 'nhieu',
  // "nha" closes a request as "nhé" does; "nhà" is a house.
  nha: (place) => {
    const isHouse = place.typed[place.at]?.normalize('NFC').toLowerCase() === 'nhà'
    return isHouse || among(next(place), 'phat hang nuoc toi em minh tro nghi') ? 'nha' : 'nhe'
  },
  d: (place) => (/^\d+$/.test(next(place)) ? 'dot' : 'd'),
  gd: (place) => (/^\d+$/.test(next(place)) ? 'dot' : 'giai doan'),
}
