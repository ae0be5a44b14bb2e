export type SmallTalk = 'greeting' | 'thanks' | 'bye' | 'who' | 'fine'

const address =
  '(?: (?:a|vay|the|ta|ha|oi|nhe|em|anh|chi|ban|bot|quan tri|dong chi|moi nguoi|ca nha|nhieu|lam|buoi sang|buoi chieu|buoi toi|ban nhe|toi|minh|rat|da|vang|co|chu|bac|you|so much|very much|a lot|there|everyone|again|and))*'
const whole = (words: string) => new RegExp(`^(?:(?:da|vang|u|ok|oke|okie|oh|a|em|hey) )*(?:${words})${address}$`)

const kinds: readonly (readonly [SmallTalk, RegExp])[] = [
  ['greeting', whole('(?:xin )?chao|alo|hello|hi|hey|good (?:morning|afternoon|evening)|chao buoi sang|2')],
  ['thanks', whole('(?:xin |rat )?cam on|thank(?:s)?|thank you|tks|many thanks|tot qua|hay qua|gioi qua|tuyet voi')],
  ['bye', whole('(?:tam biet|bye|goodbye|bye bye|hen gap lai|see you)')],
  [
    'who',
    whole(
      '(?:ban|bot|may|em|day) (?:la ai|ten gi|ten la gi|la gi|la bot a|la nguoi hay may)|who are you|are you a bot|are you human',
    ),
  ],
  ['fine', whole('ok|oke|okie|duoc roi|vang|da|u|uh|roi|hieu roi|biet roi|da hieu|got it|fine')],
]

/** The courtesy that the whole message is, or undefined where it holds anything else. `words` are normalised. */
export function findSmallTalk(words: readonly string[]): SmallTalk | undefined {
  const sentence = words.join(' ')
  return kinds.find(([, pattern]) => pattern.test(sentence))?.[0]
}
