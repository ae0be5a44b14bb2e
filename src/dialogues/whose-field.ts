import type { Turn } from '../core/conversation/turn.ts'
import type { ChoiceField, FormState, Values } from '../core/forms/form.ts'
import { text } from '../core/message.ts'
import type { Subject } from '../core/pledges/pledge.ts'
import { type Said, type Whose, whoseIs } from '../core/pledges/whose.ts'

type About = FormState['about']

export function subjectOf(values: Values): Subject {
  return values.subject === 'collective' ? 'collective' : 'individual'
}

/** Whose pledge these values make, or that it is to be asked still. */
export function whoseOf(values: Values, about: About, { person }: Pick<Turn, 'person'>): Whose | 'ask' {
  const said = (value: unknown): Said | undefined => (value === 'self' || value === 'colleague' ? value : undefined)
  const content = { subject: subjectOf(values), name: String(values.name ?? '') }
  return whoseIs(content, person, { before: said(about.whose), answer: said(values.whose) })
}

/** Asked where nothing else says it: a name in a message may be that of its sender or of somebody they help. */
export function whoseField(turn: Turn, about: About): ChoiceField {
  return {
    kind: 'choice',
    name: 'whose',
    label: text('pledge-whose'),
    names: ['dang ky cho', 'cho ai', 'nhap ho', 'whose'],
    question: ({ name }) => [text('pledge-whose-ask', { name: String(name ?? '') })],
    when: (values) => whoseOf({ ...values, whose: '' }, about, turn) === 'ask',
    options: () => [
      {
        value: 'self',
        label: text('pledge-whose-self'),
        names: ['chinh minh', 'cho toi', 'cho em', 'cho minh', 'toi', 'em', 'minh', 'ban than', 'myself', 'me'],
      },
      {
        value: 'colleague',
        label: text('pledge-whose-colleague'),
        names: ['nhap ho', 'dang ky ho', 'dong nghiep', 'nguoi khac', 'colleague'],
      },
    ],
    plainNames: true,
    show: (value) => text(`pledge-whose-is-${value}`),
  }
}
