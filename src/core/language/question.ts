import { fold } from './fold.ts'

// Matched on folded words, so that they hold with and without diacritics.
const vietnamese = [
  'la gi|lam gi|cai gi|viec gi|nhung gi|gi vay|gi the|gi z|gi v',
  'khi nao|bao gio|luc nao|chung nao|ngay nao|hom nao|bua nao|thang nao|nam nao|hoi nao',
  'ngay may|thang may|may ngay|may dot|may lan|dot may|thu may|so may|lan may|cap may|may gio|bao nhieu|bao lau|bao nhiu|bnhieu|bnhiu',
  'the nao|nhu the nao|ra sao|lam sao|tai sao|vi sao|sao vay|ntn',
  'o dau|cho nao|noi nao|di dau|ai la|la ai|cho ai|ai ky|ai duoc|do ai|voi ai|gap ai',
  'duoc khong|duoc ko|duoc k|dc ko|dc k|dc khong|dc hong|duoc hong|dung khong|phai khong|phai ko|co khong|hay khong|dung k',
  'co phai|co can|co duoc|co bat buoc|cho hoi|xin hoi|hoi ti|hoi chut|xin cho biet',
].join('|')
const english = [
  '(?:for|to|from|by|in|on|at) (?:what|which|whom|whose)',
  'what|when|where|why|which|who|whom|whose|how',
  '(?:is|are|was|were|do|does|did|can|could|may|must|should|will|would|has|have) (?:i|we|you|it|they|the|there|this|that|my|our)',
].join('|')

const opening = new RegExp(`^(?:${english}|sao|tai sao|vi sao|ai|bao gio|khi nao|bh)\\b`)
const anywhere = new RegExp(`\\b(?:${vietnamese})\\b`)
const yesOrNo =
  /\b(?:co|da|con|duoc|dc)\b.* (?:khong|ko|k|hong|hok|chua)(?: (?:vay|a|ha|nhi|ta|z|v|em|anh|chi|ad|shop))*$/
const closing = /\b(?:nao|gi|sao|dau|chua|nhi|khong vay|khong a|ko a|ha em|j z|j v|j vay|gi a)$/
const long = 400

/** True where the text asks something, with or without a question mark or diacritics: not a name, a title or an amount. */
export function looksLikeQuestion(text: string): boolean {
  const shown = text.slice(0, long)
  if (/[?？]/.test(shown)) return true
  const words = fold(shown)
  // A single word such as "Sao" or "Nhi" may be a name.
  if (!words.includes(' ')) return false
  return opening.test(words) || anywhere.test(words) || yesOrNo.test(words) || endsAsking(shown, words)
}

// "Nguyễn Thị Nhi", "Lê Thị Sao": a name in capitals ends like a question.
function endsAsking(text: string, words: string): boolean {
  const written = text.trim().split(/\s+/)
  const name = written.length > 1 && written.every((word) => /^\p{Lu}/u.test(word))
  return !name && closing.test(words)
}
