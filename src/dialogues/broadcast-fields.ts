import {
  type ButtonAction,
  buttonActions,
  type Content,
  mostButtons,
  readLinks,
  readWords,
} from '../core/broadcasts/content.ts'
import { whenText } from '../core/broadcasts/progress.ts'
import { readSendTime } from '../core/broadcasts/send-time.ts'
import type { Turn } from '../core/conversation/turn.ts'
import type { ChoiceField, Field, ManyField, TextField, Values } from '../core/forms/form.ts'
import { literal, type Text, text } from '../core/message.ts'

/** What is said, and what stands under it. */
export function contentFields(): readonly Field[] {
  return [wordsField(), extrasField(), linksField()]
}

/** When it goes out. */
export function timeFields(turn: Turn): readonly Field[] {
  return [timeField(), momentField(turn)]
}

/** The message itself, or what takes the place of that original. */
export function wordsField(original?: Content): TextField {
  return {
    kind: 'text',
    name: 'text',
    label: text('broadcast-text'),
    names: ['noi dung', 'tin', 'text'],
    question: () => [text(original ? 'broadcast-ask-correction' : 'broadcast-ask')],
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

function linksField(): TextField {
  return {
    kind: 'text',
    name: 'links',
    label: text('broadcast-links'),
    names: ['lien ket', 'duong dan', 'links'],
    question: (values) => [text('broadcast-links-ask', { most: mostButtons - actionsOf(values).length })],
    when: (values) => (values.extras ?? []).includes('links'),
    anyWords: true,
    parse: (typed) => {
      const read = readLinks(typed)
      if (!read.ok) return read
      return read.value.length > mostButtons
        ? { ok: false, say: text('broadcast-links-many', { most: mostButtons }) }
        : { ok: true, value: JSON.stringify(read.value) }
    },
    show: (value) => listed(linksOf(value).map((one) => literal(one.label))),
  }
}

function linksOf(value: unknown): readonly { label: string; url: string }[] {
  return typeof value === 'string' && value !== '' ? JSON.parse(value) : []
}

/** The content as the values of the form say it; of more buttons than fit, the first ones. */
export function contentOf(values: Values): Content {
  const actions = actionsOf(values).map((action) => ({ action }))
  return { ...wordsOf(values.text), buttons: [...actions, ...linksOf(values.links)].slice(0, mostButtons) }
}

function timeField(): ChoiceField {
  return {
    kind: 'choice',
    name: 'time',
    label: text('broadcast-time'),
    names: ['luc gui', 'gio gui', 'thoi gian', 'time'],
    question: () => [text('broadcast-time-ask')],
    options: () => [
      { value: 'now', label: text('broadcast-time-now'), names: ['gui ngay', 'ngay', 'bay gio', 'now'] },
      { value: 'later', label: text('broadcast-time-later'), names: ['hen gio', 'hen', 'later'] },
    ],
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
      if (time.kind === 'unclear') return { ok: false, say: text('broadcast-at-unclear') }
      if (time.kind === 'past')
        return {
          ok: false,
          say: text('broadcast-at-past', { at: whenText(time.at, timezone), now: whenText(now, timezone) }),
        }
      return { ok: true, value: time.at.toISOString() }
    },
    stillFits: (value) => new Date(value) > now,
    show: (value) => literal(whenText(new Date(String(value)), timezone)),
  }
}

/** The appointed time, where there is one. */
export function momentOf(values: Values): Date | undefined {
  return typeof values.at === 'string' ? new Date(values.at) : undefined
}
