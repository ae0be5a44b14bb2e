import { button } from '../core/actions.ts'
import { dayAt } from '../core/campaign/calendar.ts'
import { type Award, worded } from '../core/campaign/campaign.ts'
import { phaseForPledge } from '../core/campaign/state.ts'
import { undoButton } from '../core/conversation/pledge-actions.ts'
import type { Dialogue, Turn } from '../core/conversation/turn.ts'
import type { Field, Form, FormState, Values } from '../core/forms/form.ts'
import { type Choice, literal, type Text, text } from '../core/message.ts'
import { type JudgedRow, judgeRows, type ListRow, readRows } from '../core/pledges/list-rows.ts'
import { notesOnRows } from '../core/pledges/notes.ts'
import { receiptCode, unitName } from '../core/pledges/pledge.ts'
import type { QuickField } from '../core/quick/read-quick.ts'
import { isLate, pledgeFields } from './pledge-fields.ts'

/** Several pledges at once: all rows that are complete are recorded together; what is missing can be added row by row. */
export const pledgeListDialogue: Dialogue = {
  name: 'pledge-list',
  form(turn, about): Form {
    const rows = readRows(about.rows)
    const judged = (values: Values) => judgeRows(rows, values, { ...turn, standing: turn.standing ?? [] })
    const ready = (values: Values) => judged(values).filter((one) => one.state.kind === 'ready').length
    return {
      dialogue: 'pledge-list',
      version: 1,
      fields: rows.flatMap((row, index) => fieldsOf(turn, row, index)),
      closing: [],
      review: {
        title: text('quick-list-review', { count: rows.length }),
        notes: (values) => [
          counts(judged(values)),
          ...below(judged(values).map((one, index) => line(one, index, turn))),
          ...notesOn(judged(values), turn),
          ...(isLate(turn) ? [text('pledge-note-late')] : []),
          text('pledge-note-council'),
        ],
        send: (values) => text('quick-list-send', { count: ready(values) }),
        check: (values) => (ready(values) === 0 ? text('quick-list-none') : undefined),
        more: { value: 'more', label: text('quick-list-more'), names: ['bo sung', 'them', 'more', 'add'] },
      },
    }
  },
  complete: record,
}

function record(turn: Turn, state: FormState, random: (bytes: number) => Uint8Array) {
  const rows = readRows(state.about.rows)
  const judged = judgeRows(rows, state.values, { ...turn, standing: turn.standing ?? [] })
  const phase = phaseForPledge(dayAt(turn.now, turn.timezone), turn.campaign)
  const late = isLate(turn)
  const effects = judged.flatMap(({ state, whose }) =>
    state.kind === 'ready'
      ? [
          {
            kind: 'submit-pledge' as const,
            ...{ code: receiptCode(random(6)), phase: phase.id, late, content: state.content },
            ...{ forOther: whose === 'colleague', via: 'list' as const },
          },
        ]
      : [],
  )
  const lines = effects.map(({ code, content }) => text('quick-list-recorded', { code, name: content.name }))
  const left = rows.length - effects.length
  return {
    say: [
      {
        text: [
          text('quick-list-sent', {
            count: effects.length,
            phase: literal(worded(phase.name, turn.person.locale)),
          }),
          ...below(lines),
          ...(effects.length > 0 ? [text('life-waits')] : []),
          ...(left > 0 ? [text('quick-list-left', { count: left })] : []),
        ],
        choices: [
          [button('my-pledge')],
          ...effects.slice(0, 1).map(({ code }) => [undoAllButton(code, effects.length)]),
        ],
        inPlace: true,
      },
    ],
    effects,
  }
}

/** What the soft checks say, each once with the lines that it is about. */
function notesOn(rows: readonly JudgedRow[], turn: Turn): Text[] {
  const ready = rows.flatMap(({ state }, index) =>
    state.kind === 'ready' ? [{ number: index + 1, content: state.content }] : [],
  )
  const facts = turn.fighterUnits ? { fighterUnits: turn.fighterUnits } : {}
  return notesOnRows(ready, facts, turn.campaign).map(({ numbers, note }) =>
    text('quick-row-note', { numbers: literal(numbers.join(', ')), note }),
  )
}

function undoAllButton(code: string, count: number): Choice {
  return count === 1 ? undoButton(code) : { ...undoButton(code), label: text('undo-all', { count }) }
}

function counts(rows: readonly JudgedRow[]): Text {
  const count = (kind: JudgedRow['state']['kind']) => rows.filter((one) => one.state.kind === kind).length
  return text('quick-list-counts', {
    ready: count('ready'),
    missing: count('missing'),
    twin: count('twin'),
    foreign: count('foreign'),
  })
}

function line({ row, state }: JudgedRow, index: number, { campaign, person }: Turn): Text {
  const awards = [...campaign.titles, ...campaign.commendations].filter((one) =>
    [...row.titles, ...row.commendations].includes(one.code),
  )
  const unclear = text('quick-list-unclear')
  const words = {
    number: index + 1,
    who:
      row.subject === 'collective'
        ? text('pledge-subject-collective')
        : row.name === null
          ? unclear
          : literal(row.name),
    unit: row.unit === null ? unclear : literal(unitName(row.unit, campaign)),
    awards: awards.length > 0 ? literal(awards.map((one) => worded(one.name, person.locale)).join(', ')) : unclear,
  }
  switch (state.kind) {
    case 'ready':
    case 'foreign':
      return text(`quick-row-${state.kind}`, words)
    case 'missing':
      return text('quick-row-missing', { ...words, fields: listed(state.fields) })
    case 'twin':
      return text(/^\d+$/.test(state.of) ? 'quick-row-twin' : 'quick-row-twin-sent', { ...words, of: state.of })
  }
}

function listed(fields: readonly QuickField[]): Text {
  const [first, ...rest] = fields.map((field) => text(`pledge-${field}`))
  return rest.reduce((before, one) => text('quick-row-and', { before, one }), first ?? text('quick-list-unclear'))
}

function below([first, ...rest]: readonly Text[]): Text[] {
  return first ? [rest.reduce((above, one) => text('form-two-lines', { above, line: one }), first)] : []
}

/** What can be added to a row: only what was not clear in it, each of which can be left open. */
function fieldsOf(turn: Turn, row: ListRow, index: number): Field[] {
  const asked = new Set(row.doubts.map((doubt) => doubt.field))
  const about = Object.fromEntries(
    row.doubts.flatMap(({ field, why, said, options }) => [
      ...(why === 'unsaid' ? [] : [[`why-${field}`, why]]),
      ...(said === undefined ? [] : [[`said-${field}`, said]]),
      ...(options.length > 0 ? [[`options-${field}`, options.join(',')]] : []),
    ]),
  )
  const fields = pledgeFields(turn, about).filter((field) => asked.has(field.name as QuickField))
  return fields.map((field): Field => {
    const { question, show } = field
    const heading = text('quick-row-heading', { number: index + 1, who: row.name ?? text('quick-list-unclear') })
    const common = {
      name: `${field.name}${index}`,
      label: text('quick-row-field', { number: index + 1, label: field.label }),
      optional: 'on-request' as const,
      question: (values: Values) => [heading, ...question(values)],
      show,
    }
    const { when: _, ...rest } = field
    if (rest.kind === 'choice') return { ...rest, ...common }
    if (rest.kind === 'text')
      return {
        ...rest,
        ...common,
        known: [],
        when: (values) => (values[`subject${index}`] ?? row.subject) !== 'collective',
      }
    return {
      ...rest,
      ...common,
      options: (values) => awardOptions(turn, row, values[`subject${index}`] ?? row.subject),
    }
  })
}

/** Titles and commendations in one list: on a row both stand together. */
function awardOptions({ campaign, person }: Turn, row: ListRow, subject: Values[string]) {
  const first = row.doubts.filter((doubt) => doubt.field === 'titles').flatMap((doubt) => doubt.options)
  const all = [...campaign.titles, ...campaign.commendations].filter((one) =>
    one.for.includes(subject === 'collective' ? 'collective' : 'individual'),
  )
  const isFirst = (one: Award) => first.includes(one.code)
  return [...all.filter(isFirst), ...all.filter((one) => !isFirst(one))].map((one) => ({
    value: one.code,
    label: literal(worded(one.name, person.locale)),
    names: [worded(one.name, 'vi'), worded(one.name, 'en'), ...one.aliases],
  }))
}
