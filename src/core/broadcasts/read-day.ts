import { Temporal } from 'temporal-polyfill'
import { addDays, type Day, weekdayOf } from '../campaign/calendar.ts'

/** The days that may be meant, none where the words name none, and the words without them. */
export interface SaidDay {
  readonly days: readonly Day[]
  readonly rest: string
}

interface Rule {
  readonly pattern: RegExp
  /** Undefined where there is no such day. */
  readonly days: (found: RegExpExecArray, today: Day) => readonly Day[] | undefined
}

const weekday =
  '(thu (?:hai|ba|tu|nam|sau|bay|[2-7])|t[2-7]|chu nhat|cn|monday|tuesday|wednesday|thursday|friday|saturday|sunday)'
const part = '(sang|trua|chieu|evening|toi|dem|khuya)'

// Each rule names a day in its own way. A sentence may name it twice ("thứ sáu ngày 14/11"): then both must agree.
const rules: readonly Rule[] = [
  {
    pattern: /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/,
    days: ([, year, month, day], today) => dated(Number(day), Number(month), year, today),
  },
  {
    pattern:
      /(?:\bngay )?(?:\bm[ou]ng )?(?<![\d:])(\d{1,2}) ?[/.-] ?(\d{1,2})(?: ?[/.-] ?(\d{4}|\d{2}))?(?![\d:/h]| ?(?:gio|h)\b)/,
    days: ([, day, month, year], today) => dated(Number(day), Number(month), year, today),
  },
  {
    pattern: /(?:\bngay )?(?:\bm[ou]ng )?(?<!\d)(\d{1,2}) thang (\d{1,2})(?: nam (\d{4}))?(?!\d)/,
    days: ([, day, month, year], today) => dated(Number(day), Number(month), year, today),
  },
  {
    pattern: /\b(?:ngay )?(?:m[ou]ng )?(\d{1,2}) thang (nay|this|sau|toi|coming)\b/,
    days: ([, day, which], today) => inMonth(Number(day), which === 'nay' || which === 'this' ? 0 : 1, today),
  },
  {
    pattern: /\b(?:ngay (?:m[ou]ng )?|m[ou]ng )(\d{1,2})(?![\d:/]| ?(?:h|gio|g)\b|h)/,
    days: ([, day], today) => inMonth(Number(day), Number(day) < Number(today.slice(8)) ? 1 : 0, today),
  },
  { pattern: /\b(\d{1,2}) (?:ngay|hom) nua\b/, days: ([, many], today) => [addDays(today, Number(many))] },
  {
    pattern: /\b(?:this|next) (monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b/,
    days: ([all, which], today) => weekdays(numberOf(which ?? ''), all.startsWith('next') ? 'coming' : 'this', today),
  },
  {
    pattern: new RegExp(`\\b${weekday}(?: ((?:tuan )?(?:this|nay|sau|coming|qua|truoc)|tuan toi))?(?![\\w])`),
    days: ([, which, week], today) => weekdays(numberOf(which ?? ''), week, today),
  },
  { pattern: /\b(?:ngay kia|ngay mot|overmorrow|day after tomorrow)\b/, days: (_, today) => [addDays(today, 2)] },
  { pattern: /\bhom kia\b/, days: (_, today) => [addDays(today, -2)] },
  {
    pattern: /\b(?:(?:ngay|hom|sang|trua|chieu|evening|toi|dem) qua|yesterday)\b/,
    days: (_, today) => [addDays(today, -1)],
  },
  { pattern: /\b(?:ngay mai|hom sau|mai|tomorrow)\b/, days: (_, today) => [addDays(today, 1)] },
  { pattern: /\b(?:hom nay|hnay|bua nay|ngay hom nay|today|nay)\b/, days: (_, today) => [today] },
]

/** Reads the day out of `timeWords`; undefined where the words contradict themselves. */
export function readDay(words: string, today: Day): SaidDay | 'no-such-day' | undefined {
  // "Tối nay", "sáng mai": the part of the day is for the clock.
  let rest = words
    .replace(new RegExp(`\\b${part} (nay|this|mai|qua|mot|kia)\\b`), (_, one: string, day: string) =>
      day === 'mot' || day === 'kia'
        ? `${evening(one)} ngay ${day}`
        : day === 'qua'
          ? `hom qua ${evening(one)}`
          : `${evening(one)} ${day === 'this' ? 'nay' : day}`,
    )
    .replace(new RegExp(`^toi (?=${weekday})`), 'evening ')
  // Without its accent "tới" behind a weekday may be "tối" as well.
  if (new RegExp(`\\b${weekday} toi\\b`).test(rest)) return undefined
  let days: readonly Day[] | undefined
  for (const rule of rules) {
    const found = rule.pattern.exec(rest)
    if (!found) continue
    const named = rule.days(found, today)
    if (named === undefined || named.length === 0) return 'no-such-day'
    // What is named twice is what fits both.
    const both: readonly Day[] = days === undefined ? named : days.filter((one) => named.includes(one))
    if (both.length === 0) return undefined
    days = both
    rest = rest.replace(found[0], ' ').replace(/\s+/g, ' ').trim()
  }
  return { days: days ?? [], rest }
}

function evening(one: string): string {
  return one === 'toi' ? 'evening' : one
}

const names = ['', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const vietnamese = ['', 'hai', 'ba', 'tu', 'nam', 'sau', 'bay']

/** 1 is Monday. */
function numberOf(which: string): number {
  if (which === 'chu nhat' || which === 'cn') return 7
  const figure = /[2-7]$/.exec(which)
  if (figure) return Number(figure[0]) - 1
  const said = which.replace('thu ', '')
  return Math.max(names.indexOf(said), vietnamese.indexOf(said))
}

/** The next such day; where it is today, this day or the one a week on. "Tới" may mean this week's or the next one's. */
function weekdays(number: number, week: string | undefined, today: Day): readonly Day[] | undefined {
  const ofWeek = (weeks: number) => addDays(today, number - weekdayOf(today) + 7 * weeks)
  switch (week?.replace(/^tuan /, '')) {
    case undefined:
      return number >= weekdayOf(today)
        ? number === weekdayOf(today)
          ? [ofWeek(0), ofWeek(1)]
          : [ofWeek(0)]
        : [ofWeek(1)]
    case 'nay':
    case 'this':
      return [ofWeek(0)]
    case 'qua':
    case 'truoc':
      return [ofWeek(-1)]
    case 'coming':
    case 'toi':
      return week?.startsWith('tuan ') || number <= weekdayOf(today) ? [ofWeek(1)] : [ofWeek(0), ofWeek(1)]
    default:
      return [ofWeek(1)]
  }
}

function inMonth(day: number, months: number, today: Day): readonly Day[] | undefined {
  const month = Temporal.PlainDate.from(today).with({ day: 1 }).add({ months })
  const found = dateOf(month.year, month.month, day)
  return found === undefined ? undefined : [found]
}

/** In December "5/1" is next month; in November "20/10" is over. */
function dated(day: number, month: number, year: string | undefined, today: Day): readonly Day[] | undefined {
  const now = Temporal.PlainDate.from(today)
  if (year !== undefined) {
    const found = dateOf(Number(year.length === 2 ? `20${year}` : year), month, day)
    return found === undefined ? undefined : [found]
  }
  const here = dateOf(now.year, month, day)
  const isNextYear = here !== undefined && Temporal.PlainDate.from(here).until(now, { largestUnit: 'day' }).days > 183
  const found = isNextYear ? dateOf(now.year + 1, month, day) : here
  return found === undefined ? undefined : [found]
}

function dateOf(year: number, month: number, day: number): Day | undefined {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString()
  } catch {
    return undefined
  }
}
