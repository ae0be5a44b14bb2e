import { phraseWishes } from './phrases.ts'
import type { Wish, WishRule } from './wishes.ts'
import { englishRules } from './wishes-english.ts'
import { me, vietnameseRules } from './wishes-vietnamese.ts'

// What makes a sentence a question about the matter. A courteous closing "được không" is a wish, so it is cut off first.
const closing =
  /(?: (?:duoc khong|duoc|duoc chua|phai khong|khong|nhe|voi|a|ha|vay|em|anh|chi|oi|bot|quan tri|di|luon|giup))+$/
const asking =
  /\b(?:ngay nao|khi nao|bao nhieu|bao lau|may|gi|nao|o dau|di dau|tai sao|vi sao|sao|lam sao|the nao|ai|co duoc|co can|co phai|co bat buoc|co anh huong|bat buoc|neu|thi co|khong dang ky|chua dang ky|(?<!nhac )han|hay khong|khac nhau|duoc xet|toi da|la bi|co bi|co mat|quy dinh|dieu kien|mau|bieu mau)\b/
const askingEnglish =
  /\b(?:when|where|what|why|who|which|how|if|must|have to|deadline|required|can i|may i|could i|am i|is it|is there|does|do i)\b/

// "Cho em đăng ký được không" begs for it; "đăng ký cho phòng được không", "có thể ... không" want a yes or a no.
const begging = new RegExp(`\\b(?:xin|muon|voi|nhe|cho (?:${me}|anh|chi))\\b|^(?:${me}) (?!co the\\b)`)
const opensForm: ReadonlySet<Wish> = new Set(['register', 'change-pledge', 'news'])
const courtesy = /(?: (?:a|ha|vay|em|anh|chi|oi|bot|quan tri))+$/
const yesOrNo = /\b(?:khong|chua)$/
const wantsYesOrNo: readonly RegExp[] = [
  /\bco (?:the |ai |bi |duoc |sao )?\S+.* (?:khong|chua)$/,
  /\b(?:roi|xong|sau khi) .*(?:khong|chua)$/,
  /\bcon (?:\S+ ){0,2}?(?:kip|duoc|dang ky|nhan)\b.*(?:khong|chua)$/,
]

/** What the person wants done, or undefined where the words ask or tell something. `words` are normalised. */
export function recogniseAction(words: readonly string[], language: 'vi' | 'en'): Wish | undefined {
  const sentence = words.join(' ')
  const phrase = phraseWishes.get(sentence)
  if (phrase?.language === language) return phrase.wish
  const asked = isAsked(sentence, language)
  const undecided = language === 'vi' && isYesOrNo(sentence.replace(courtesy, ''))
  const barred = ({ action, asked: too }: WishRule) =>
    too instanceof RegExp ? too.test(sentence) : too !== 'too' && (asked || (undecided && opensForm.has(action)))
  const rules = language === 'en' ? englishRules : vietnameseRules
  return rules.find((rule) => rule.pattern.test(sentence) && !barred(rule))?.action
}

function isAsked(sentence: string, language: 'vi' | 'en'): boolean {
  if (language === 'en') return askingEnglish.test(sentence)
  return asking.test(sentence.replace(closing, ''))
}

function isYesOrNo(sentence: string): boolean {
  if (!yesOrNo.test(sentence) || /\b(?:giup|nho)\b/.test(sentence)) return false
  return wantsYesOrNo.some((pattern) => pattern.test(sentence)) || !begging.test(sentence)
}
