/** What people ask about registering here, whatever the campaign: our own ways answer it, not its documents. */
export type HowTo = 'change' | 'withdraw' | 'several' | 'in-time' | 'seen-by' | 'counted' | 'for-others' | 'human'

interface Rule {
  readonly topic: HowTo
  /** All of them must show. */
  readonly when: readonly RegExp[]
  readonly unless?: RegExp
  /** Questions that this row alone hears; a test runs them. */
  readonly examples: readonly string[]
}

const yesOrNo = /\b(?:khong|chua)(?: (?:a|ha|vay|nhi|em|anh|chi|oi|bot|quan tri|nua))*$/
const how = /\b(?:lam sao|cach|the nao|ra sao|o dau|thi sao)\b/
// "Em sửa đăng ký được không" begs for it; beside one of these words it asks.
const may = /\b(?:co|roi|xong|sau khi|lo|nham)\b.*\b(?:khong|chua|sao)\b/
const late = /\b(?:dong dot|het dot|qua dot|het han|qua han|tre han|luat|quy dinh)\b/
const change = '(?:sua|doi|thay doi|chinh|chinh sua|dieu chinh|bo sung|them|cap nhat|lam lai)'
const withdraw = '(?:rut|huy|thoi)'
const pledge = '(?:dang ky|danh hieu|phieu)'
const near = (one: string, other: string) =>
  new RegExp(`\\b${one}\\b(?: \\S+){0,5}? ${other}\\b|\\b${other}\\b(?: \\S+){0,5}? ${one}\\b`)

export const vietnameseHowTos: readonly Rule[] = [
  {
    topic: 'human',
    when: [/\bnguoi (?:that|thuc)\b/, /\b(?:gap|noi|chat|hoi|trao doi|lien he|chuyen)\b/],
    examples: ['cho tôi gặp người thật', 'muốn nói chuyện với người thật'],
  },
  {
    topic: 'counted',
    when: [/\b(?:bao nhieu|may|so) (?:nguoi|ca nhan|don vi|phong|tap the|dong chi|luot|ban) (?:\S+ ){0,2}?dang ky\b/],
    unless: /\b(?:duoc|phai|can|muon) dang ky\b/,
    examples: ['bao nhiêu người đã đăng ký', 'có mấy phòng đăng ký rồi'],
  },
  {
    topic: 'counted',
    when: [/\bco ai (?:da )?dang ky\b.*\b(?:chua|khong)\b/],
    examples: ['đã có ai đăng ký chưa'],
  },
  {
    topic: 'seen-by',
    when: [
      /\b(?:ai|nguoi khac|dong nghiep|sep|lanh dao|moi nguoi)\b.*\b(?:xem|thay|biet|doc)\b/,
      /\bdang ky (?:\S+ )?cua (?:toi|em|minh|anh|chi)\b|\b(?:toi|em|minh) dang ky\b/,
      yesOrNo,
    ],
    examples: ['có ai xem được đăng ký của tôi không', 'đồng nghiệp có thấy tôi đăng ký gì không'],
  },
  {
    topic: 'seen-by',
    when: [
      /\bdang ky (?:\S+ )?cua (?:toi|em|minh|anh|chi)\b.*\b(?:ai|nguoi khac|dong nghiep|sep)\b.*\b(?:xem|thay|biet|doc)\b/,
    ],
    examples: ['bản đăng ký của em thì những ai xem được'],
  },
  {
    topic: 'in-time',
    when: [/\bdang ky\b/, /\b(?:con kip|kip nua|kip khong|co kip)\b/],
    unless: late,
    examples: ['đăng ký còn kịp không', 'bây giờ đăng ký có kịp không'],
  },
  {
    topic: 'in-time',
    when: [/\bcon (?:\S+ ){0,2}?dang ky\b|\bdang ky (?:\S+ )?con\b|\bdang ky\b.*\bnua\b/, yesOrNo],
    unless: new RegExp(`${late.source}|\\b(?:nhan|hieu luc|nghia|gia tri|can|muon|khong dang ky)\\b`),
    examples: ['giờ còn đăng ký được không', 'đăng ký bây giờ được nữa không'],
  },
  {
    topic: 'several',
    when: [/\bdang ky\b/, /\b(?:nhieu|hai|ba|2|3|4|ca hai)\b(?: \S+){0,2} (?:danh hieu|hinh thuc)\b/, yesOrNo],
    unless: /\b(?:toi da|may|bao nhieu|bat buoc)\b/,
    examples: ['tôi có thể đăng ký nhiều danh hiệu không'],
  },
  {
    topic: 'change',
    when: [near(change, pledge), how],
    unless: late,
    examples: ['làm sao để sửa đăng ký', 'muốn đổi danh hiệu thì làm sao', 'sửa đăng ký ở đâu'],
  },
  {
    topic: 'change',
    when: [near(change, '(?:dang ky|danh hieu|phieu|gui|nop)'), may, yesOrNo],
    unless: late,
    examples: ['đăng ký rồi có sửa được không', 'gửi đăng ký xong đổi danh hiệu được không'],
  },
  {
    topic: 'change',
    when: [/\bdang ky\b/, /\b(?:nham|lon|sai)\b/, /\b(?:sao|lam gi|the nao|khong)\b/],
    unless: late,
    examples: ['đăng ký nhầm thì sao', 'lỡ đăng ký sai thì phải làm gì'],
  },
  {
    topic: 'withdraw',
    when: [near(withdraw, 'dang ky'), how],
    unless: late,
    examples: ['làm sao rút đăng ký', 'hủy đăng ký như thế nào'],
  },
  {
    topic: 'withdraw',
    when: [near(withdraw, '(?:dang ky|gui|nop)'), may, yesOrNo],
    unless: late,
    examples: ['đăng ký rồi có rút được không', 'gửi rồi có rút lại được không', 'rút đăng ký thì có sao không'],
  },
  {
    topic: 'for-others',
    when: [
      /\bdang ky (?:\S+ )?(?:cho|ho|giup|thay) (?:ca )?(?:phong|tap the|don vi|nguoi khac|dong nghiep|ban)\b/,
      yesOrNo,
    ],
    unless: /^(?:cho|xin|nho|(?:toi|em|minh) muon)\b/,
    examples: ['đăng ký cho phòng được không', 'tôi đăng ký giúp đồng nghiệp được không'],
  },
]

export const englishHowTos: readonly Rule[] = [
  {
    topic: 'human',
    when: [/\b(?:a human|real person|actual person|real human)\b/],
    unless: /\bare you\b/,
    examples: ['can I talk to a real person?'],
  },
  {
    topic: 'counted',
    when: [/\bhow many\b.*\b(?:registered|registrations|pledges|signed up)\b/],
    unless: /\bcan\b/,
    examples: ['how many people have registered?'],
  },
  {
    topic: 'seen-by',
    when: [/\b(?:who|anyone|anybody|somebody|others|boss|colleagues)\b.*\b(?:see|sees|view|read)\b.*\b(?:my|our)\b/],
    examples: ['who can see my registration?', 'can my colleagues see my pledge?'],
  },
  {
    topic: 'in-time',
    when: [/\b(?:too late|still (?:time|possible)|i still|in time)\b.*\b(?:register|pledge|sign up)\b/],
    examples: ['is it too late to register?', 'can I still register?'],
  },
  {
    topic: 'several',
    when: [
      /\b(?:more than one|several|multiple|two|both|many)\b.*\b(?:titles?|awards?|commendations?)\b/,
      /\b(?:can|may|could)\b/,
    ],
    unless: /\b(?:how many|maximum)\b/,
    examples: ['can I register for more than one title?'],
  },
  {
    topic: 'change',
    when: [
      /\b(?:change|edit|correct|modify)\b/,
      /\b(?:it|registration|pledge|titles?)\b/,
      /\b(?:can|may|could|how|is it)\b/,
    ],
    unless: /\b(?:law|date|deadline|closes?|closing|language|you)\b/,
    examples: ['can I change it after I register?', 'how do I change my pledge?'],
  },
  {
    topic: 'change',
    when: [/\b(?:registered|pledged|sent it)\b.*\b(?:by mistake|wrong\w*)\b/],
    examples: ['I registered by mistake'],
  },
  {
    topic: 'withdraw',
    when: [
      /\b(?:withdraw|cancel|take back|delete my (?:pledge|registration))\b/,
      /\b(?:can i|may i|could i|how|what if|what happens)\b/,
    ],
    unless: /\b(?:consent|data|remind\w*|notifications?|law)\b/,
    examples: ['how do I withdraw?', 'can I cancel my registration?'],
  },
  {
    topic: 'for-others',
    when: [
      /\b(?:can|may|could) i\b.*\b(?:register|pledge|sign up)\b/,
      /\b(?:for|behalf of) (?:my|a|the|our) (?:unit|team|office|division|department|colleague|collective)\b/,
    ],
    examples: ['can I register for my team?'],
  },
]

/** The question about registering here that these normalised words ask, or undefined. */
export function readHowTo(words: readonly string[], language: 'vi' | 'en'): HowTo | undefined {
  const sentence = words.join(' ')
  const rules = language === 'en' ? englishHowTos : vietnameseHowTos
  return rules.find((rule) => rule.when.every((one) => one.test(sentence)) && !rule.unless?.test(sentence))?.topic
}
