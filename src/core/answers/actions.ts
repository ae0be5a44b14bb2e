/** What a person can ask for in words; the conversation does it under the same name. */
export const wishes = [
  'register',
  'my-pledge',
  'change-pledge',
  'withdraw-pledge',
  'reminders',
  'reminders-on',
  'reminders-off',
  'my-data',
  'delete-data',
  'submit-story',
  'join-event',
  'help',
  'news',
  'latest-news',
] as const
export type Wish = (typeof wishes)[number]

interface Rule {
  readonly action: Wish
  readonly pattern: RegExp
  /** A question about the matter is not a wish to do it. */
  readonly unlessAsked?: boolean | RegExp
}

const me = '(?:toi|em|minh|chung toi|phong toi|phong em|phong minh)'
const pledge = '(?:dang ky|ban dang ky|phieu dang ky)'
const event = '(?:van nghe|the thao|giao luu|tiet muc|hoi thao|hoi dien|bong chuyen|bong da|cau long|su kien)'
const story = '(?:guong|nguoi tot|viec tot|cau chuyen|dien hinh)'
const notice = '(?:thong bao nhac han|thong bao|nhac nho|nhac han|nhac)'
const wish = '(?:muon|xin|giup|cho|nho|nhe|de nghi|can gui|voi)'

// Data is asked about in two ways: what do you hold of me (we show it), and what does the law say (we answer).
const aboutTheLaw =
  /\b(?:quyen|luat|quy dinh|the nao|bao lau|khi nao|o dau|co duoc|tai sao|bi lo|an toan|muc dich|cho ai|ai)\b/

const vietnamese: readonly Rule[] = [
  { action: 'delete-data', pattern: /\b(?:xoa|huy|go) .*\b(?:du lieu|thong tin)\b/, unlessAsked: aboutTheLaw },
  {
    action: 'reminders-off',
    pattern: new RegExp(
      `\\b(?:tat|dung|ngung|huy|bo|thoi|ngat)\\b.*\\b${notice}\\b|\\bkhong (?:muon |can )?(?:nhan )?${notice}\\b|\\bdung (?:gui )?${notice}`,
    ),
    unlessAsked: true,
  },
  {
    action: 'withdraw-pledge',
    pattern: new RegExp(
      `\\b(?:huy|rut|xoa|bo) (?:\\S+ ){0,4}?${pledge}\\b|\\b${pledge}\\b.* (?:huy|rut) (?:lai|giup|di)\\b|\\bkhong (?:muon )?${pledge} nua\\b|\\b(?:huy|rut) ten\\b`,
    ),
    unlessAsked: true,
  },
  {
    action: 'change-pledge',
    pattern: new RegExp(
      `\\b(?:sua|doi(?! tuong)|thay doi|chinh|chinh sua|dieu chinh|chuyen|cap nhat) (?:\\S+ ){0,4}?(?:${pledge}|danh hieu)\\b|\\b${pledge}\\b.* (?:sua lai|doi lai|doi qua|doi sang|doi thanh)\\b`,
    ),
    unlessAsked: true,
  },
  {
    action: 'reminders',
    pattern: /\blich nhac\b|\b(?:xem|cac|nhung|may cai) (?:\S+ ){0,3}?(?:nhac hen|nhac han|nhac viec|loi nhac)\b/,
  },
  {
    action: 'news',
    pattern:
      /^(?:(?:toi|em|minh|muon|can|xin|cho|giup) )*(?:gui|dang|phat|soan|viet|ra|thong bao|loan)(?: (?:di|mot|1|giup|cai))* (?:tin|ban tin|thong bao|tin nhan|tin tuc|tin bai)\b(?! (?:nhac|bao|gi\b))/,
    unlessAsked: true,
  },
  {
    action: 'submit-story',
    pattern: new RegExp(
      `(?=.*\\b${wish}\\b)(?=.*\\b(?:gui|nop|dang|viet|gioi thieu|ke|gop|de cu|tuyen duong|chia se)\\b(?: \\S+){0,4}? ${story}\\b)|^(?:gui|nop|de cu|gioi thieu) (?:\\S+ ){0,2}?${story}\\b`,
    ),
    unlessAsked: true,
  },
  {
    action: 'join-event',
    pattern: new RegExp(
      `\\b(?:dang ky|ghi ten|ghi danh|cho (?:${me}|anh|chi) tham gia|muon tham gia|xin tham gia)\\b.*\\b${event}\\b`,
    ),
    unlessAsked: true,
  },
  {
    action: 'my-data',
    pattern: new RegExp(
      `\\b(?:du lieu|thong tin) (?:ca nhan )?(?:cua )?${me}\\b|\\b(?:luu|giu|biet) (?:\\S+ ){0,3}?(?:gi|nao) (?:\\S+ ){0,2}?(?:ve|cua) ${me}\\b`,
    ),
    unlessAsked: aboutTheLaw,
  },
  {
    action: 'my-pledge',
    pattern: new RegExp(
      `\\b${pledge} (?:\\S+ ){0,2}?cua ${me}\\b|\\b${me} (?:da )?dang ky (?:gi|nhung gi|danh hieu (?:gi|nao)|chua|roi chua|duoc chua)\\b|\\b(?:xem|kiem tra|tra cuu) (?:lai )?(?:\\S+ ){0,2}?${pledge}\\b`,
    ),
  },
  {
    action: 'register',
    pattern: new RegExp(
      `\\b(?:${wish}|${me}|phong|don vi|to|doi) (?:\\S+ ){0,4}?dang ky\\b(?! nhan)|^dang ky\\b(?! nhan)|\\bdang ky (?:giup|cho) ${me}?\\b|\\bdang ky\\b.*\\b(?:giup|voi|nhe)$`,
    ),
    unlessAsked: true,
  },
  {
    action: 'reminders-on',
    pattern: new RegExp(
      `\\b(?:bat|mo|kich hoat|nhan)\\b (?:\\S+ ){0,2}?${notice}\\b|\\bnhac (?:han )?(?:giup )?${me}\\b|\\bnhac han giup\\b`,
    ),
    unlessAsked: true,
  },
  // "Đăng ký thế nào": the registration itself is the best explanation.
  {
    action: 'register',
    pattern:
      /^(?:\S+ ){0,3}?(?:lam sao|cach|lam the nao|cach nao) (?:\S+ ){0,3}?dang ky(?: thi dua| danh hieu)?(?: (?:vay|a|em|anh|chi|oi|duoc|nhu the nao|the nao|bot|quan tri))*$|^(?:(?:toi|em|minh|muon|thi|cho|hoi) )*dang ky(?: thi dua| danh hieu)? (?:the nao|nhu the nao|kieu gi|kieu nao|bang cach nao|lam sao|o dau|ra sao|sao)(?: (?:vay|a|em|anh|chi|oi|duoc|bot|quan tri))*$/,
  },
  {
    action: 'help',
    pattern:
      /^(?:tro giup|huong dan|menu|help|giup toi|giup em|huong dan (?:su dung|dung).*|(?:bot|ban) (?:biet |co the )?(?:lam|giup) (?:duoc )?(?:nhung )?gi.*)$/,
  },
  {
    action: 'latest-news',
    pattern:
      /^(?:\S+ )?(?:tin tuc|tin moi|ban tin|co tin (?:gi|moi)(?: khong| moi)?|thong bao moi)(?: khong| vay| di| nhat)*$/,
  },
]

const english: readonly Rule[] = [
  { action: 'delete-data', pattern: /\b(?:delete|erase|remove)\b.*\b(?:data|information)\b/ },
  {
    action: 'reminders-off',
    pattern:
      /\b(?:stop|turn off|disable|mute|cancel|unsubscribe|no more)\b.*\b(?:remind\w*|notification\w*|messages?)\b|^unsubscribe/,
  },
  {
    action: 'withdraw-pledge',
    pattern: /\b(?:withdraw|cancel|revoke|remove)\b.*\b(?:registration|pledge|entry)\b/,
    unlessAsked: true,
  },
  {
    action: 'change-pledge',
    pattern: /\b(?:change|edit|update|correct|modify)\b.*\b(?:registration|pledge|title|entry)\b/,
    unlessAsked: true,
  },
  {
    action: 'reminders',
    pattern: /\b(?:my|upcoming|show|list|see|reminder)\b.*\breminders?\b|\breminder schedule\b/,
  },
  { action: 'reminders-on', pattern: /\b(?:turn on|enable|send me|start)\b.*\bremind\w*\b|\bremind me\b/ },
  { action: 'submit-story', pattern: /\b(?:submit|send|share)\b.*\b(?:story|example|article)\b/, unlessAsked: true },
  {
    action: 'join-event',
    pattern:
      /\b(?:join|sign (?:me )?up|register|take part|participate)\b.*\b(?:sports?|arts?|performance|event|exchange|games?)\b/,
    unlessAsked: true,
  },
  { action: 'my-data', pattern: /\bmy (?:personal )?(?:data|information)\b|\bdata (?:you|do you) .*\babout me\b/ },
  {
    action: 'my-pledge',
    pattern:
      /\b(?:show|see|view|check|my)\b.*\bmy (?:registration|pledge)\b|^my (?:registration|pledge)$|\bwhat (?:did|have) i (?:register|pledge)/,
  },
  {
    action: 'register',
    pattern:
      /\b(?:i d like|i would like|i want|want|please|let me|need) (?:\S+ ){0,3}?(?:register|sign up|enrol|pledge)\b|^(?:register|sign (?:me )?up)\b/,
    unlessAsked: true,
  },
  { action: 'register', pattern: /^(?:\S+ ){0,2}?how (?:do|can|to) (?:i )?(?:register|sign up|pledge|enrol)$/ },
  { action: 'help', pattern: /^(?:help|menu|what can you do)$/ },
  { action: 'latest-news', pattern: /^(?:news|latest news|any news)$/ },
  {
    action: 'news',
    pattern: /\b(?:send|post|publish|broadcast|announce)\b(?: \S+){0,3}? (?:news|announcement|notice|message)\b/,
    unlessAsked: true,
  },
]

// What makes a sentence a question about the matter. A courteous closing "được không" is a wish, so it is cut off first.
const closing =
  /(?: (?:duoc khong|duoc|duoc chua|phai khong|khong|nhe|voi|a|ha|vay|em|anh|chi|oi|bot|quan tri|di|luon|giup))+$/
const asking =
  /\b(?:ngay nao|khi nao|bao nhieu|bao lau|may|gi|nao|o dau|di dau|tai sao|vi sao|sao|lam sao|the nao|ai|co duoc|co can|co phai|co bat buoc|co anh huong|bat buoc|neu|thi co|khong dang ky|chua dang ky|(?<!nhac )han|hay khong|khac nhau|duoc xet|toi da|la bi|co bi|co mat|quy dinh|dieu kien|mau|bieu mau)\b/
const askingEnglish =
  /\b(?:when|where|what|why|who|which|how|if|must|have to|deadline|required|can i still|is it|does|do i)\b/

/** What the person wants done, or undefined where the words ask or tell something. `words` are normalised. */
export function recogniseAction(words: readonly string[], language: 'vi' | 'en'): Wish | undefined {
  const sentence = words.join(' ')
  const rules = language === 'en' ? english : vietnamese
  const asked = isAsked(sentence, language)
  const barred = (unless: Rule['unlessAsked']) => (unless instanceof RegExp ? unless.test(sentence) : unless && asked)
  return rules.find(({ pattern, unlessAsked }) => pattern.test(sentence) && !barred(unlessAsked))?.action
}

function isAsked(sentence: string, language: 'vi' | 'en'): boolean {
  return language === 'en' ? askingEnglish.test(sentence) : asking.test(sentence.replace(closing, ''))
}
