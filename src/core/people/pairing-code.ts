import { fold } from '../language/fold.ts'

// Without 0/O, 1/I/L, 5/S, 2/Z and vowels: a code is read out over the telephone and must spell no word.
export const codeLetters = '346789BCDFGHJKMNPQRTVWXY'

/** How long a code holds. */
export const codeHours = 48

/** How often wrong codes may be tried within an hour. */
export const mostTries = { byAccount: 5, inAll: 60 }

/** A code from at least 8 random bytes, as it is shown: about 110 billion of them. */
export function pairingCode(random: Uint8Array): string {
  const letters = Array.from(random.slice(0, 8), (byte) => codeLetters[byte % codeLetters.length]).join('')
  return `${letters.slice(0, 4)}-${letters.slice(4)}`
}

/** The code that these words are and nothing else, as it is shown. */
export function readPairingCode(words: string): string | undefined {
  const said = words.normalize('NFC').trim().toUpperCase()
  const [, first, mark, second] = /^(?:(?:MÃ|MA|CODE)[\s:]+)?([A-Z0-9]{4})([\s–-]*)([A-Z0-9]{4})$/.exec(said) ?? []
  if (first === undefined || second === undefined) return undefined
  const isOurs = [...first, ...second].every((one) => codeLetters.includes(one))
  // A code with a letter that none has was misread; without figures, or with nothing else, it is no code at all.
  const isMisread = mark !== '' && /\d/.test(first + second) && /[A-Z]/.test(first + second)
  if (!isOurs && !isMisread) return undefined
  // Eight bare figures are rather a telephone number.
  return mark === '' && /^\d+$/.test(first + second) ? undefined : `${first}-${second}`
}

/** What words ask for about people; the names in them are folded. */
export type PeopleWish =
  | { readonly kind: 'own-code' | 'identify' }
  | { readonly kind: 'code-for' | 'find'; readonly name: string }
  | { readonly kind: 'waiting' }

const ownCode = /^(?:cho (?:toi|em|minh) )?(?:xin |lay |cap )?ma (?:ghep |noi )?(?:cua|cho) (?:toi|em|minh)$|^my code$/
const codeFor = /^(?:cho |xin |cap |lay )?(?:ma|code) (?:ghep |noi )?(?:cho|for) (.+)$/
const find = /^(?:tim(?: nguoi| can bo)?|find) (.+)$/
const waiting =
  /^(?:nguoi (?:cua |trong )?don vi|nguoi (?:cho|can) xac nhan|ai (?:cho|can) xac nhan|xac nhan nguoi|people of (?:the|my) unit)$/

// "Tôi là ai", "làm sao để được xác nhận", and what comes with a code in hand.
const identify =
  /^(?:(?:bot|anh|chi|co) )?(?:(?:biet|nho) )?(?:toi|tui|em|minh) la ai(?: (?:vay|a|khong|ha|the))*$|^(?:lam sao|lam the nao|cach(?: nao)?|muon|can lam gi)(?: (?:de|cho))?(?: (?:toi|em|minh))? (?:duoc )?(?:xac nhan|xac minh)(?: (?:toi|em|minh|la ai|danh tinh|la nguoi cua don vi|a|vay))*$|^who am i$|^(?:(?:toi|em|minh) )?(?:co ma(?: ghep)?|nhap ma(?: ghep)?|ghep ma)$|^xac (?:nhan|minh) (?:toi|em|minh) la ai$|^(?:i have a code|enter code)$/

export function readPeopleWish(words: string): PeopleWish | undefined {
  const said = fold(words)
  if (ownCode.test(said)) return { kind: 'own-code' }
  if (identify.test(said)) return { kind: 'identify' }
  if (waiting.test(said)) return { kind: 'waiting' }
  const code = codeFor.exec(said)?.[1]
  if (code !== undefined) return { kind: 'code-for', name: code }
  const name = find.exec(said)?.[1]
  return name === undefined ? undefined : { kind: 'find', name }
}
