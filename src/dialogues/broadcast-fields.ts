import {
  type ButtonAction,
  buttonActions,
  type Content,
  mostButtons,
  readLinks,
  readWords,
} from '../core/broadcasts/content.ts'
import { whenText } from '../core/broadcasts/progress.ts'
import { readSendTime, type SendTime } from '../core/broadcasts/send-time.ts'
import { writeDay } from '../core/campaign/calendar.ts'
import type { Turn } from '../core/conversation/turn.ts'
import { withoutCourtesy } from '../core/forms/control-words.ts'
import type { ChoiceField, Elsewhere, Field, ManyField, TextField, Values } from '../core/forms/form.ts'
import { fold } from '../core/language/fold.ts'
import { literal, type Text, text } from '../core/message.ts'

/** What is said, and what stands under it. */
export function contentFields({
  form,
  desk,
  plainInput,
}: Pick<Turn, 'form' | 'desk' | 'plainInput'>): readonly Field[] {
  const hint = desk && desk.recent.length > 0 ? [text('broadcast-ask-list')] : []
  return [
    wordsField({ hint, ...(plainInput && { plainInput }) }),
    extrasField(),
    linksField(mostButtons - actionsOf(form?.values ?? {}).length),
  ]
}

/** When it goes out. */
export function timeFields(turn: Turn): readonly Field[] {
  return [timeField(turn), momentField(turn)]
}

/** The message itself, or what takes the place of that original. */
export function wordsField({
  original,
  hint = [],
  plainInput = false,
}: {
  original?: Content
  hint?: readonly Text[]
  plainInput?: boolean
} = {}): TextField {
  return {
    kind: 'text',
    name: 'text',
    label: text('broadcast-text'),
    names: ['noi dung', 'tin', 'text'],
    question: () => [
      ...hint,
      text(original ? 'broadcast-ask-correction' : plainInput ? 'broadcast-ask-words' : 'broadcast-ask'),
    ],
    anyWords: true,
    // Words that stand alone cannot become a picture, and the words under a file stay under one.
    takesFiles: original === undefined || original.file !== undefined,
    parse: (typed, sent) => {
      const file = sent.file ?? original?.file
      const read = readWords(typed, { ...sent, ...(file && { file }) })
      return read.ok ? { ok: true, value: JSON.stringify(read.value) } : read
    },
    show: (value) => {
      const { text: words, file } = wordsOf(value)
      const shown = literal(words)
      return file ? text('broadcast-with-file', { file: text(`broadcast-file-${file.kind}`), words: shown }) : shown
    },
  }
}

function wordsOf(value: unknown): Pick<Content, 'text' | 'spans' | 'file'> {
  return typeof value === 'string' && value !== '' ? JSON.parse(value) : { text: '', spans: [] }
}

const extras = [...buttonActions, 'links', 'acknowledge'] as const

const extraNames: Readonly<Record<(typeof extras)[number], readonly string[]>> = {
  dangky: ['dang ky', 'dang ky thi dua', 'register'],
  cuatoi: ['ban dang ky cua toi', 'cua toi', 'my pledge'],
  moc: ['moc thoi gian', 'cac moc', 'dates'],
  links: ['lien ket', 'duong dan', 'link', 'links'],
  acknowledge: ['da doc', 'xac nhan da doc', 'xac nhan', 'acknowledge'],
}

function extrasField(): ManyField {
  return {
    kind: 'many',
    name: 'extras',
    label: text('broadcast-extras'),
    names: ['nut', 'buttons'],
    question: () => [text('broadcast-extras-ask', { most: mostButtons })],
    options: () => extras.map((one) => ({ value: one, label: text(`broadcast-extra-${one}`), names: extraNames[one] })),
    check: (ticked, values) => {
      const actions = actionsOf({ extras: ticked }).length
      // A link that is not typed yet is one all the same.
      const links = ticked.includes('links') ? Math.max(1, linksOf(values.links).length) : 0
      return actions + links > mostButtons ? text('broadcast-extras-many', { most: mostButtons, links }) : undefined
    },
    show: (value) => listed(Array.isArray(value) ? value.map((one) => text(`broadcast-extra-${one}`)) : []),
  }
}

/** One after the other, or that there is none. */
export function listed([first, ...rest]: readonly Text[]): Text {
  return first ? rest.reduce((before, part) => text('broadcast-and', { before, part }), first) : text('broadcast-none')
}

function actionsOf(values: Values): readonly ButtonAction[] {
  return buttonActions.filter((one) => (values.extras ?? []).includes(one))
}

export function acknowledges(values: Values): boolean {
  return (values.extras ?? []).includes('acknowledge')
}

/** `most`: how many links there is room for beside the other buttons. */
function linksField(most: number): TextField {
  return {
    kind: 'text',
    name: 'links',
    label: text('broadcast-links'),
    names: ['lien ket', 'duong dan', 'links'],
    question: () => [text('broadcast-links-ask', { most })],
    when: (values) => (values.extras ?? []).includes('links'),
    anyWords: true,
    parse: (typed) => {
      const read = readLinks(typed)
      if (!read.ok) return read
      return read.value.length > most
        ? { ok: false, say: text('broadcast-links-many', { most, given: read.value.length }) }
        : { ok: true, value: JSON.stringify(read.value) }
    },
    show: (value) => listed(linksOf(value).map((one) => literal(one.label))),
  }
}

function linksOf(value: unknown): readonly { label: string; url: string }[] {
  return typeof value === 'string' && value !== '' ? JSON.parse(value) : []
}

/** The content as the values of the form say it. */
export function contentOf(values: Values): Content {
  const actions = actionsOf(values).map((action) => ({ action }))
  return { ...wordsOf(values.text), buttons: [...actions, ...linksOf(values.links)] }
}

function timeField({ now, timezone }: Turn): ChoiceField {
  return {
    kind: 'choice',
    name: 'time',
    label: text('broadcast-time'),
    names: ['luc gui', 'gio gui', 'gio', 'thoi gian', 'thoi diem', 'time'],
    question: () => [text('broadcast-time-ask')],
    options: () => [
      { value: 'now', label: text('broadcast-time-now'), names: ['gui ngay', 'ngay', 'bay gio', 'now'] },
      { value: 'later', label: text('broadcast-time-later'), names: ['hen gio', 'hen', 'later'] },
    ],
    read: (typed) => {
      if (/^(?:hen(?: gio| lai)*(?: gui)?|gui sau|later|schedule)$/.test(withoutCourtesy(typed))) return 'later'
      if (fold(typed) === 'gui ngay sau khi xem lai') return 'now'
      const { kind } = readSendTime(typed, now, timezone)
      if (kind === 'now') return 'now'
      return kind === 'unclear' ? undefined : { field: 'at', words: typed, given: { time: 'later' } }
    },
    show: (value) => text(`broadcast-time-${value}`),
  }
}

function momentField({ now, timezone }: Turn): TextField {
  return {
    kind: 'text',
    name: 'at',
    label: text('broadcast-at'),
    names: ['hen luc', 'hen gio', 'at'],
    question: () => [text('broadcast-at-ask')],
    when: (values) => values.time === 'later',
    anyWords: true,
    parse: (typed) => {
      const time = readSendTime(typed, now, timezone)
      return time.kind === 'at'
        ? { ok: true, value: time.at.toISOString() }
        : {
            ok: false,
            say: askAgain(time, now, timezone),
            ...(time.kind === 'now' && { elsewhere: { field: 'time', words: typed } }),
          }
    },
    stillFits: (value) => new Date(value) > now,
    show: (value) => literal(whenText(new Date(String(value)), timezone)),
  }
}

function askAgain(time: Exclude<SendTime, { kind: 'at' }>, now: Date, timezone: string): Text {
  const said = (at: Date) => whenText(at, timezone)
  switch (time.kind) {
    case 'past':
      return text('broadcast-at-past', { at: said(time.at), now: said(now) })
    case 'past-day':
      return text('broadcast-at-past-day', { day: writeDay(time.day), now: said(now) })
    case 'either':
      return text('broadcast-at-either', { one: said(time.one), other: said(time.other) })
    case 'no-time':
      return text('broadcast-at-no-time', { day: writeDay(time.day) })
    case 'now':
    case 'now-or-seven':
      return text('broadcast-at-now-or-seven')
    case 'no-such-day':
      return text('broadcast-at-no-such-day')
    case 'unclear':
      return text('broadcast-at-unclear')
  }
}

/** "16h30 nhé", "gửi luôn" on the card: another time. What is to go out at once anyway is sent by these words. */
export function readTimeAtCard({ now, timezone }: Turn, typed: string, values: Values): Elsewhere | undefined {
  const { kind } = readSendTime(typed, now, timezone)
  if (kind === 'unclear') return undefined
  if (kind !== 'now') return { field: 'at', words: typed, given: { time: 'later' } }
  return values.time === 'later' ? { field: 'time', words: typed } : undefined
}

/** The appointed time, where there is one. */
export function momentOf(values: Values): Date | undefined {
  return typeof values.at === 'string' ? new Date(values.at) : undefined
}
