/** A time of day that the words name. Two times: the words do not say which half of the day. */
export type Clock =
  | { readonly kind: 'times'; readonly times: readonly string[] }
  | { readonly kind: 'midnight' }
  /** So many minutes from now. */
  | { readonly kind: 'later'; readonly minutes: number }
  | { readonly kind: 'none' }

type Part = 'morning' | 'noon' | 'afternoon' | 'evening' | 'night' | 'am' | 'pm'

const parts: readonly [RegExp, Part][] = [
  [/\b(?:rang sang|sang som|sang)\b/, 'morning'],
  [/\b(?:giua trua|trua)\b/, 'noon'],
  [/\b(?:xe chieu|chieu)\b/, 'afternoon'],
  [/\bevening\b/, 'evening'],
  [/\b(?:nua dem|dem|khuya)\b/, 'night'],
]

/** What may stand around a time and says nothing about it. */
const fillers =
  /\b(?:hen|luc|vao|gui|di|nhe|nha|nhi|a|voi|giup|cho|em|minh|toi|dung|khoang|tin|buoi|at|on|the|please|send|it|roi|thi|gio|u|vang|dong chi|ngay|hom)\b|[.,;/-]/g

/** Reads what is left of the words once the day is taken out; undefined where they are not a time, or more than one. */
export function readClock(words: string): Clock | undefined {
  const { part, rest } = readPart(words.replace(/^(?:sau|in) (?=\d+ (?:gio|tieng|phut|minutes?|hours?)\b)/, 'later '))
  const ahead = readLater(rest)
  if (ahead) return part === undefined && isEmpty(ahead.rest) ? { kind: 'later', minutes: ahead.minutes } : undefined
  const read = readFigures(rest)
  if (read === undefined) return isEmpty(rest) ? (part === 'night' ? bareNight(words) : { kind: 'none' }) : undefined
  if (!isEmpty(read.rest) || read.hour > 24 || read.minute > 59) return undefined
  return placed(read, part ?? read.half)
}

/** "Nửa đêm" is a time of its own, "đêm nay" is none yet. */
function bareNight(words: string): Clock {
  return /\bnua dem\b/.test(words) ? { kind: 'midnight' } : { kind: 'none' }
}

function isEmpty(words: string): boolean {
  return words.replace(fillers, '').trim() === ''
}

/** The part of the day; "toi" without its accent is one right behind the hour or at the beginning, where nothing else fits. */
function readPart(words: string): { part: Part | undefined; rest: string } {
  const plain = words
    .replace(/(\d\s*(?:h|g|gio|gio ruoi|h ruoi|:)\s*\d{0,2}(?: phut)?(?: ruoi)?) toi\b/, '$1 evening')
    .replace(/^toi (?=(?:luc )?\d)/, 'evening ')
    .replace(/^toi$/, 'evening')
  const found = parts.filter(([pattern]) => pattern.test(plain))
  const rest = parts.reduce((left, [pattern]) => left.replace(pattern, ' '), plain)
  // Two parts at once are no time: what stays of them makes the rest not empty.
  return found.length > 1 ? { part: undefined, rest: plain } : { part: found[0]?.[1], rest }
}

function readLater(words: string): { minutes: number; rest: string } | undefined {
  const found =
    /\blater (\d+) (gio|tieng|phut|minutes?|hours?)(?: nua)?\b/.exec(words) ??
    /(\d+) ?(h|gio|tieng|phut|p)(?: dong ho)?( ruoi)? nua\b/.exec(words) ??
    /\b(nua) (tieng|gio) nua\b/.exec(words)
  if (!found) return undefined
  const [all, many = '', unit = '', half] = found
  const isHours = /^(?:h|gio|tieng|hour)/.test(unit)
  const minutes = many === 'nua' ? 30 : Number(many) * (isHours ? 60 : 1) + (half && isHours ? 30 : 0)
  return { minutes, rest: words.replace(all, ' ') }
}

interface Figures {
  readonly hour: number
  readonly minute: number
  /** Written as on a clock of twenty-four hours: "02:00", "0h". */
  readonly full: boolean
  readonly half?: Part
  readonly rest: string
}

function readFigures(words: string): Figures | undefined {
  const english = /(?<![\d:])(\d{1,2})(?::(\d{2}))? ?([ap])\.?m\b/.exec(words)
  if (english) return figuresOf(words, english, english[3] === 'a' ? 'am' : 'pm')
  const less = /(?<!\d)(\d{1,2}) ?(?:gio|h|g) kem (\d{1,2})(?: phut)?(?!\d)/.exec(words)
  if (less) {
    const hour = Number(less[1]) - 1
    return { hour, minute: 60 - Number(less[2]), full: hour > 12, rest: words.replace(less[0], ' ') }
  }
  const spoken =
    /(?<![\d:])(\d{1,2}) ?(?:gio|h|g|:)(?![a-z]) ?(\d{1,2}(?![\d/:]| ?(?:h|gio|:))|ruoi\b)?(?: ?(?:phut|ph|p)\b)?/.exec(
      words,
    ) ?? /(?<![\d:])(\d{1,2}) (ruoi)\b/.exec(words)
  return spoken ? figuresOf(words, spoken) : undefined
}

function figuresOf(words: string, found: RegExpExecArray, half?: Part): Figures {
  const [all, hour = '', minute] = found
  return {
    hour: Number(hour),
    minute: minute === undefined ? 0 : minute === 'ruoi' ? 30 : Number(minute),
    full: hour.length === 2 && hour.startsWith('0'),
    rest: words.replace(all, ' '),
    ...(half && { half }),
  }
}

/** The hour within its part of the day; undefined where the two do not go together. */
function placed({ hour, minute, full }: Figures, part: Part | undefined): Clock | undefined {
  const at = (...hours: number[]): Clock => ({ kind: 'times', times: hours.map((one) => clock(one, minute)) })
  const isMidnight = hour === 24 || (hour === 12 && (part === 'night' || part === 'evening'))
  if (isMidnight) return minute === 0 ? { kind: 'midnight' } : undefined
  switch (part) {
    case 'am':
      return hour >= 1 && hour <= 12 ? at(hour % 12) : undefined
    case 'pm':
      return hour >= 1 && hour <= 12 ? at((hour % 12) + 12) : undefined
    case 'morning':
      return hour <= 11 ? at(hour) : undefined
    case 'noon':
      return hour >= 10 && hour <= 13 ? at(hour) : hour >= 1 && hour <= 2 ? at(hour + 12) : undefined
    case 'afternoon':
      return hour >= 12 && hour <= 18 ? at(hour) : hour >= 1 && hour <= 6 ? at(hour + 12) : undefined
    case 'evening':
      return hour >= 17 ? at(hour) : hour >= 5 && hour <= 11 ? at(hour + 12) : undefined
    case 'night':
      return hour >= 18 ? at(hour) : hour >= 7 && hour <= 11 ? at(hour + 12) : undefined
    case undefined:
      // "4 giờ" is in the morning or in the afternoon; "8 giờ" in an office, "04:00" and "16 giờ" are clear.
      return hour >= 1 && hour <= 6 && !full ? at(hour, hour + 12) : at(hour)
  }
}

function clock(hour: number, minute: number): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
