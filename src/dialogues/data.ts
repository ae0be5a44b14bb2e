import { lined } from '../core/conversation/data-page.ts'
import { button } from '../core/conversation/menu.ts'
import { type Dialogue, type Outcome, say, type Turn } from '../core/conversation/turn.ts'
import type { TextField, Values } from '../core/forms/form.ts'
import { literal, type Text, text } from '../core/message.ts'
import { unitName } from '../core/pledges/pledge.ts'
import { readPhone } from '../core/tables/roster.ts'
import { nameField, unitField, wordsField } from './pledge-fields.ts'

/**
 * Corrects what is held of the person. What they declared themself is theirs to change; who was confirmed is confirmed
 * anew where the name or the unit changes. What the office's list says, and who has a duty, only the office changes: it is
 * told.
 */
export const dataDialogue: Dialogue = {
  name: 'data',
  form: (turn) => ({
    dialogue: 'data',
    version: 1,
    fields: [
      { ...nameField(turn), question: () => [text('data-name-ask')], when: () => true },
      unitField(turn, {}),
      wordsField('position', 100, undefined, 'on-request'),
      // A number is held only where the list has it: nobody is asked for one.
      ...(turn.held?.phone === undefined ? [] : [phoneField]),
    ],
    closing: [],
    review: {
      title: text('data-correct-review'),
      notes: () => [text(isForOffice(turn) ? 'data-correct-office' : noteOf(turn)), text('data-correct-pledges')],
      send: text(isForOffice(turn) ? 'data-correct-ask' : 'data-correct-send'),
    },
  }),
  complete: (turn, state) => (isForOffice(turn) ? askOffice(turn, state.values) : correct(turn, state.values)),
}

function isForOffice({ held, person }: Turn): boolean {
  return held?.rosterAt !== undefined || person.role !== 'staff'
}

function noteOf({ person }: Turn): string {
  return person.standing === 'verified' ? 'data-correct-anew' : 'data-correct-declared'
}

function correct(turn: Turn, values: Values): Outcome {
  const { person } = turn
  const [name, unit] = [String(values.name ?? ''), String(values.unit ?? '')]
  const isAnew = person.standing === 'verified' && (name !== person.name || unit !== person.unit)
  const position = values.position === undefined ? null : String(values.position)
  return {
    ...say({
      text: [text('data-corrected'), ...(isAnew ? [text('data-corrected-anew')] : [])],
      choices: [[button('my-data')]],
      inPlace: true,
    }),
    effects: [
      { kind: 'correct-person', name, unit, position },
      { kind: 'data-request', action: 'correct' },
    ],
  }
}

/** Nothing is changed and nothing kept of it but that it was asked for. */
function askOffice(turn: Turn, values: Values): Outcome {
  const { person, held, campaign, update } = turn
  const unit = (code: unknown) => (code === undefined ? undefined : unitName(String(code), campaign))
  const lines = (
    [
      ['pledge-name', person.name, values.name],
      ['pledge-unit', unit(person.unit), unit(values.unit)],
      ['pledge-position', held?.position, values.position],
      ['data-phone-label', held?.phone, values.phone],
    ] as const
  ).flatMap(([label, before, after]) =>
    before === after || after === undefined ? [] : [changeLine(label, before, String(after))],
  )
  if (lines.length === 0) return say({ text: [text('data-correct-same')], choices: [[button('my-data')]] })
  const heading = text('data-office-correct', {
    name: literal(person.name ?? ''),
    unit: literal(unit(person.unit) ?? ''),
  })
  return {
    ...say({ text: [lined(text('data-correct-asked'), lines)], choices: [[button('my-data')]], inPlace: true }),
    effects: [
      { kind: 'tell-office', about: `correct:${update.id}`, saying: { text: [lined(heading, lines)] } },
      { kind: 'data-request', action: 'correct' },
    ],
  }
}

function changeLine(label: string, before: string | undefined, after: string): Text {
  const was = before === undefined ? text('data-none') : literal(before)
  return text('data-correct-line', { label: text(label), was, is: literal(after) })
}

const phoneField: TextField = {
  kind: 'text',
  name: 'phone',
  label: text('data-phone-label'),
  names: ['dien thoai', 'so dien thoai', 'phone'],
  question: () => [text('data-phone-ask')],
  optional: 'on-request',
  freeWords: true,
  parse(typed) {
    const value = readPhone(typed)
    return value === '' ? { ok: false, say: text('data-phone-wrong') } : { ok: true, value }
  },
  show: (value) => literal(String(value)),
}
