type SmallTalk = 'greeting' | 'thanks' | 'bye' | 'who' | 'fine' | 'sorry' | 'abuse'

const address =
  '(?: (?:a|vay|the|ta|ha|oi|nhe|em|anh|chi|ban|bot|quan tri|dong chi|moi nguoi|ca nha|nhieu|lam|buoi sang|buoi chieu|buoi toi|ban nhe|toi|minh|rat|da|vang|co|chu|bac|you|so much|very much|a lot|there|everyone|again|and))*'
const whole = (words: string) => new RegExp(`^(?:(?:da|vang|u|ok|oke|okie|oh|a|em|hey) )*(?:${words})${address}$`)

const kinds: readonly (readonly [SmallTalk, RegExp])[] = [
  [
    'greeting',
    whole(
      '(?:xin )?chao|alo|hello|hi|hey|good (?:morning|afternoon|evening)|chao buoi sang|2|(?:(?:toi|em|minh|cho|xin|muon|can) )*hoi(?: (?:chut|ti|ty|cai|thu|tham))*|bat dau|start|begin|get started',
    ),
  ],
  [
    'thanks',
    whole(
      '(?:xin |rat )?cam on(?: (?:hen gap lai|tam biet|nhieu))*|thank(?:s)?|thank you|tks|many thanks|good|great|well done|tot qua|hay qua|gioi qua|tuyet voi',
    ),
  ],
  ['bye', whole('(?:tam biet|bye|goodbye|bye bye|hen gap lai|(?:chuc )?ngu ngon|good night|see you)')],
  [
    'who',
    whole(
      '(?:ban|bot|may|m|em|day|ad|quan tri) (?:la ai|ten gi|ten la gi|la gi|la bot a|la nguoi hay may)|who are you|are you a bot|are you human',
    ),
  ],
  [
    'fine',
    whole(
      'ok|oke|okie|(?:dong y|nhat tri|tan thanh)(?: (?:het|tat ca|luon|roi))*|duoc roi|dung roi|vang|da|u|uh|roi|(?:hieu|biet|ro|nghe|nhan|xong) roi|da (?:hieu|ro|biet|nhan)|nghe ro|agreed?|i agree|yes|noted|understood|got it|fine',
    ),
  ],
  [
    'sorry',
    whole(
      '(?:thanh that |cho em |cho toi )?xin loi(?: (?:(?:gui|nhan|go|bam) )?nham)?|(?:em |toi |minh )?(?:gui|nhan|go|bam) nham|nham|sorry(?: wrong chat)?',
    ),
  ],
]

// Folded, "ngu" is also ngủ and ngũ and "do cho" is "do chờ": such words count beside one that tells, or alone.
const insult =
  /\b(?:(?<!doi |ngon )ngu (?:vl|vcl|vai|si|ngoc|xuan|dot|(?:the|vay|qua)$)|(?:do|bot|may|m|thang|qua|that) ngu|ngu nguoi|oc cho|do (?:khon|mat day|vo dung)|khon nan|mat day|vcl|vkl|clm|dcm|dkm|dmm|vai lon|cut di|im mom|cam mom|fuck\w*|shit|stupid|idiot|dumb|moron|asshole|bitch)\b|^(?:d m|dm|dit|cut|wtf)(?: \S+)?$|^(?:ngu|do cho)$/
const mostWordsOfAbuse = 6

/** The courtesy, or the want of it, that the whole message is, or undefined where it holds anything else. `words` are normalised. */
export function findSmallTalk(words: readonly string[]): SmallTalk | undefined {
  const sentence = words.join(' ')
  if (words.length <= mostWordsOfAbuse && insult.test(sentence)) return 'abuse'
  return kinds.find(([, pattern]) => pattern.test(sentence))?.[0]
}
