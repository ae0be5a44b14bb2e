import type { Campaign } from '../campaign/campaign.ts'
import { fold } from '../language/fold.ts'
import { beginsLikeName } from '../people/surnames.ts'

type Own = Pick<Campaign, 'names' | 'organiser' | 'units'>

// What is known of one person, and of nobody else's business.
const matters =
  /\b(?:dang ky|danh hieu|khen|ket qua|nop|gui|duyet|diem|xep loai|dien thoai|so dt|sdt|email|ngay sinh|tuoi|luong|don vi|phong nao|thong tin|du lieu|cccd|cmnd|registered?|pledged?|title|phone|result|data)\b/

// "Ai chưa đăng ký", "danh sách đồng chí đã nộp", "who has not registered"
const whoDid = [
  /\b(?:ai|nhung ai|nguoi nao|dong chi nao|anh nao|chi nao|phong nao|don vi nao)\b(?: \S+){0,2}? (?:da|chua|vua|moi)\b(?: \S+){0,2}? (?:dang ky|nop|gui|rut)\b/,
  /\bdanh sach\b(?: \S+){0,3}? (?:nguoi|dong chi|can bo|cong chuc|nhan vien|anh chi|da|chua)\b(?: \S+){0,4}? (?:dang ky|nop|gui|rut|tham gia)\b/,
  /\bwho (?:has|have|hasn t|haven t|did|didn t|already)\b.*\b(?:register|registered|pledge|pledged|submit|submitted|withdrawn)\b/,
]

// "anh Nam", "đ/c Lan": a title of address and a name in capitals. The sector's own words look alike.
const addressed =
  /(?<![\p{L}])(?:anh|chị|ông|bà|cô|chú|bác|em|bạn|thầy|sếp|đồng chí|đ\/c|đc|dong chi|chi|ong|ba|co|mr|mrs|ms)\.?\s+(\p{Lu}\p{L}+)/giu
const fullName = /(?<![\p{L}])\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}+){1,4}(?![\p{L}])/gu
// "chị lan đăng ký chưa": without capitals the verb right behind it tells a name from "anh chị nào", "anh muốn".
const addressedInSmall =
  /(?<![\p{L}])(?:anh|chị|ông|bà|chú|bác|thầy|sếp|đ\/c|đc|dc) (?!(?:chị|chi|em|anh|ấy|ay|nào|nao|có|co|đã|da|chưa|chua|muốn|muon|cần|can|hỏi|hoi|cho|ơi|oi|xin|được|duoc|phải|phai|sẽ|se|nên|nen|thì|thi|mà|ma|không|khong|lại|lai|vừa|vua|mới|moi|đang|dang)(?![\p{L}]))\p{L}+ (?:(?:đã|da|chưa|chua|có|co|vừa|vua|mới|moi) )?(?:đăng ký|đăng kí|dang ky|dang ki|nộp|nop|rút|rut|đạt|dat|được|duoc)(?![\p{L}])/iu
// "Đồng chí Giám đốc", "anh Trưởng ban": whoever holds that office
const office = /^(?:Chánh|Phó|Trưởng|Tổng|Giám|Bí|Chủ|Thủ|Cục|Vụ|Lãnh|Cán|Công|Viên)$/u
// Bodies and honours that begin like a name; those of the campaign itself stand in its file.
const body =
  /^ (?:tong|trung uong|thu tuong|chu tich|truong|uy ban|cong|hoi|ho chi minh|dang|doan|viet nam|chinh phu|thi dua|phong|to|lao dong|chien si|co quan|nghi) /

/** Whether words in a group ask what somebody (else) did: that is never said there, whatever we know. */
export function asksAboutSomebody(words: string, campaign: Own): boolean {
  const shown = words.normalize('NFC').slice(0, 600)
  const plain = fold(shown)
  if (whoDid.some((pattern) => pattern.test(plain))) return true
  return matters.test(plain) && namesSomebody(shown, namesOf(campaign))
}

/** What the campaign calls its own, in one folded line. */
function namesOf({ names, organiser, units }: Own): string {
  return [...names, organiser.vi, ...units.map((unit) => unit.name)].map((one) => ` ${fold(one)} `).join('|')
}

function namesSomebody(words: string, own: string): boolean {
  if (addressedInSmall.test(words)) return true
  // The pattern is blind to case for the title's sake; the name itself must be in capitals.
  const called = [...words.matchAll(addressed)].map(([, name = '']) => name)
  if (called.some((name) => /^\p{Lu}/u.test(name) && !office.test(name))) return true
  return [...words.matchAll(fullName)].some(([name]) => {
    const plain = ` ${fold(name)} `
    return beginsLikeName(name) && !body.test(plain) && !own.includes(plain)
  })
}
