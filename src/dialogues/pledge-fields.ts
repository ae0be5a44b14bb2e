import { dayAt } from '../core/campaign/calendar.ts'
import { type Award, type Unit, worded } from '../core/campaign/campaign.ts'
import { isLateOn } from '../core/campaign/state.ts'
import { unitsOn } from '../core/campaign/unit-list.ts'
import type { Turn } from '../core/conversation/turn.ts'
import type { ChoiceField, Field, FormState, ManyField, Option, TextField, Values } from '../core/forms/form.ts'
import { fold } from '../core/language/fold.ts'
import { literal, type Text, text } from '../core/message.ts'
import { beginsLikeName, properName } from '../core/people/surnames.ts'
import { awardNames, detailKey, isFighterTitle, unitName } from '../core/pledges/pledge.ts'
import { subjectOf, whoseField } from './whose-field.ts'

/** What a form is about: the pledge that is changed, and what was doubtful in the words that it began with. */
type About = FormState['about']

/** Everything that a pledge says, in the order in which it is asked. */
export function pledgeFields(turn: Turn, about: About): readonly Field[] {
  return [
    subjectField(turn, about),
    nameField(turn),
    whoseField(turn, about),
    unitField(turn, about),
    titlesField(turn, about),
    commendationsField(turn, about),
    topicField,
    representativeField,
    staffCountField,
    wordsField('position', 100, (values) => values.subject !== 'collective', 'on-request'),
    wordsField('targets', 500, undefined, 'on-request'),
    wordsField('notes', 500, undefined, 'on-request'),
  ]
}

export function isLate(turn: Turn): boolean {
  return isLateOn(dayAt(turn.now, turn.timezone), turn.campaign)
}

/** Why the field is asked though something was said of it. */
function doubtOf(about: About, field: string): Text[] {
  const why = about[`why-${field}`]
  return why === undefined ? [] : [text(`quick-doubt-${why}`, { said: about[`said-${field}`] ?? text('quick-this') })]
}

/** What it may have meant. */
function optionsOf(about: About, field: string): readonly string[] {
  return about[`options-${field}`]?.split(',') ?? []
}

/** The list with those codes at its beginning. */
function firstThese<Item extends { readonly code: string }>(list: readonly Item[], codes: readonly string[]) {
  const first = [...new Set(codes)].flatMap((code) => list.find((one) => one.code === code) ?? [])
  return [...first, ...list.filter((one) => !first.includes(one))]
}

function subjectField(turn: Turn, about: About): ChoiceField {
  return {
    kind: 'choice',
    name: 'subject',
    label: text('pledge-subject'),
    names: ['loai', 'doi tuong', 'kind', 'type'],
    question: () => [
      ...(isLate(turn) ? [text('pledge-late-begin')] : []),
      ...doubtOf(about, 'subject'),
      text('pledge-subject-ask'),
    ],
    options: () => [
      {
        value: 'individual',
        label: text('pledge-subject-individual'),
        names: ['ca nhan', 'individual', 'toi', 'em', 'minh', 'ban than'],
      },
      {
        value: 'collective',
        label: text('pledge-subject-collective'),
        names: ['tap the', 'collective', 'don vi', 'phong'],
      },
    ],
    show: (value) => text(`pledge-subject-${value}`),
  }
}

export function nameField(turn: Turn): TextField {
  return {
    kind: 'text',
    name: 'name',
    label: text('pledge-name'),
    names: ['ten', 'ho ten', 'ho va ten', 'full name'],
    question: () => [text('pledge-name-ask')],
    when: (values) => values.subject !== 'collective',
    parse: parseName,
    doubt: (value) => !beginsLikeName(value),
    known: turn.person.name === undefined ? [] : [turn.person.name],
    show: (value) => literal(String(value)),
  }
}

// "ThS. Nguyễn Văn An", "đ/c An": what is said before a name and is no part of it.
const beforeNames = /^(?:(?:ths|ts|pgs|gs|bs|ks|cn|ls)\.\s*|(?:đ\/c|đc|đồng chí)[.:]?\s+)+/iu

function parseName(typed: string): ReturnType<TextField['parse']> {
  const name = typed.normalize('NFC').replace(/\s+/gu, ' ').trim().replace(beforeNames, '')
  if (name === '') return { ok: false, say: text('pledge-name-empty') }
  if (name.length > 80) return { ok: false, say: text('pledge-name-long', { length: name.length }) }
  if (!/^[\p{Script=Latin}\p{M}'’. -]+$/u.test(name)) return { ok: false, say: text('pledge-name-letters') }
  if (name.split(' ').length < 2) return { ok: false, say: text('pledge-name-short') }
  return { ok: true, value: properName(name) }
}

export function unitField(turn: Turn, about: About): ChoiceField {
  const { campaign } = turn
  const today = dayAt(turn.now, turn.timezone)
  const first = [...optionsOf(about, 'unit'), ...(turn.person.unit === undefined ? [] : [turn.person.unit])]
  const listed = firstThese(unitsOn(today, campaign), first)
  return {
    kind: 'choice',
    name: 'unit',
    label: text('pledge-unit'),
    names: ['don vi', 'phong', 'unit'],
    question: () => [
      ...(campaign.unitsAreSample ? [text('pledge-unit-sample')] : []),
      ...doubtOf(about, 'unit'),
      text('pledge-unit-ask'),
    ],
    options: () => listed.map(unitOption),
    plainNames: true,
    show: (value) => literal(unitName(String(value), campaign)),
  }
}

function unitOption(unit: Unit): Option {
  return { value: unit.code, label: literal(unit.shortName ?? unit.name), names: namesOf(unit) }
}

function titlesField(turn: Turn, about: About): ManyField {
  return awardsField(turn, 'titles', about, turn.campaign.titles, ['danh hieu', 'danh hieu thi dua', 'titles'])
}

function commendationsField(turn: Turn, about: About): ManyField {
  const names = ['khen thuong', 'hinh thuc khen thuong', 'commendations']
  const nothingChosen = (ticked: readonly string[], values: Values) =>
    ticked.length === 0 && (values.titles ?? []).length === 0 ? text('pledge-awards-none') : undefined
  return { ...awardsField(turn, 'commendations', about, turn.campaign.commendations, names), check: nothingChosen }
}

function awardsField(
  turn: Turn,
  name: 'titles' | 'commendations',
  about: About,
  awards: readonly Award[],
  names: readonly string[],
): ManyField {
  const { campaign, person } = turn
  return {
    kind: 'many',
    name,
    label: text(`pledge-${name}`),
    names,
    question: () => [...doubtOf(about, name), text(`pledge-${name}-ask`)],
    options: (values) =>
      firstThese(awards, optionsOf(about, name))
        .filter((one) => one.for.includes(subjectOf(values)))
        .map((one) => awardOption(one, person.locale)),
    plainNames: true,
    show: (value) => awardNames(Array.isArray(value) ? value : [], campaign, person.locale),
  }
}

function awardOption(award: Award, locale: 'vi' | 'en'): Option {
  return {
    value: award.code,
    label: literal(worded(award.name, locale)),
    names: [worded(award.name, 'vi'), worded(award.name, 'en'), ...award.aliases],
  }
}

function namesOf(unit: Unit): readonly string[] {
  return [unit.name, ...(unit.shortName === undefined ? [] : [unit.shortName]), ...unit.aliases]
}

const detailNames = {
  representative: ['nguoi dai dien', 'dai dien', 'representative'],
  staffCount: ['so nguoi', 'so can bo', 'quan so', 'so luong', 'staff', 'number of staff'],
  topic: ['sang kien', 'de tai', 'ten sang kien', 'ten de tai', 'topic', 'initiative'],
  position: ['chuc vu', 'chuc danh', 'position'],
  targets: ['muc tieu', 'chi tieu', 'targets'],
  notes: ['ghi chu', 'notes'],
} as const

const isCollective = (values: Values) => values.subject === 'collective'

const representativeField: TextField = {
  ...wordsField('representative', 80, isCollective, 'skippable'),
  freeWords: false,
  parse: parseName,
  doubt: (value) => !beginsLikeName(value),
}

const staffCountField: TextField = {
  ...wordsField('staffCount', 80, isCollective, 'skippable'),
  freeWords: false,
  doubt: () => false,
  parse(typed) {
    const [, number] = signed.test(typed) ? [] : (peopleCount.exec(fold(typed)) ?? [])
    const isCount = number !== undefined && Number(number) > 0
    return isCount ? { ok: true, value: String(Number(number)) } : { ok: false, say: text('pledge-staff-count-wrong') }
  },
}

// "Khoảng 12 người ạ"; a number among other words counts something else.
const peopleCount =
  /^(?:(?:da|co|du|khoang|chung|hien|tong so|tong cong|gom|la|phong|don vi|tap the|toi|em|we|are|have|about)\s)*(\d{1,4})(?:\s(?:nguoi|can bo|cb|cong chuc|cc|vien chuc|vc|nhan vien|nv|lao dong|dong chi|dc|va|a|nhe|nha|people|staff|members?))*$/
// Folding takes these signs away.
const signed = /[-−–]\s*\d|\d\s*%|\d[.,/]\d/u

const topicField = wordsField(
  'topic',
  300,
  ({ titles = [] }) => Array.isArray(titles) && titles.some(isFighterTitle),
  'skippable',
)

/** A few words of the person's own, which nobody has to give. */
export function wordsField(
  name: keyof typeof detailNames,
  longest: number,
  when: TextField['when'] | undefined,
  optional: NonNullable<TextField['optional']>,
): TextField {
  return {
    kind: 'text',
    name,
    label: text(detailKey(name)),
    names: detailNames[name],
    question: () => [text(`${detailKey(name)}-ask`)],
    ...(when && { when }),
    optional,
    freeWords: true,
    parse(typed) {
      const words = typed.normalize('NFC').replace(/\s+/gu, ' ').trim()
      const length = [...words].length
      if (length > longest) return { ok: false, say: text('pledge-words-long', { length, longest }) }
      return words === '' ? { ok: false, say: text('pledge-words-empty') } : { ok: true, value: words }
    },
    show: (value) => literal(String(value)),
  }
}
