import { fold } from '../language/fold.ts'
import { text } from '../message.ts'
import { mostRows } from '../pledges/list-rows.ts'
import { type Pledge, undoMinutes } from '../pledges/pledge.ts'
import { aside, beginForm, type FormDeciders } from './form-turn.ts'
import { button } from './menu.ts'
import { givenPledge, isUndoable, pledgeButtons } from './pledge-actions.ts'
import { type Outcome, say, type Turn } from './turn.ts'

const words =
  /^(?:(?:cho |xin )?(?:toi |em )?)(?:hoan tac|undo|lay lai)(?: (?:lai|ban|dang ky|vua gui|vua roi|di|a|giup|nhe))*$/

/** Whether the words ask to take back what was just sent. */
export function asksToUndo(typed: string): boolean {
  return words.test(fold(typed))
}

/**
 * Takes back what was just sent, as if it had not been: one pledge opens its form again, those that were sent together
 * are all taken back. `about` as of a change; without a code, what was sent last.
 */
export function undo(turn: Turn, deciders: FormDeciders, about: string): Outcome {
  const [code = '', dropping = ''] = about.split(':')
  const fresh = turn.pledges.filter((one) => isUndoable(one, turn.now))
  const pledge = code === '' ? fresh.at(-1) : fresh.find((one) => one.code === code)
  if (!pledge) return aside(turn, deciders, tooLate(turn, code))
  const together = fresh.filter((one) => one.createdAt.getTime() === pledge.createdAt.getTime())
  // So many were handed in as a spreadsheet, which nobody takes back by a word.
  return together.length > 1 && together.length <= mostRows
    ? aside(turn, deciders, undoAll(together))
    : undoOne(turn, deciders, pledge, dropping)
}

function tooLate({ pledges }: Turn, code: string): Outcome {
  const meant = pledges.find((one) => one.code === code && one.state !== 'withdrawn')
  if (meant) {
    const words = text('undo-late', { code, minutes: undoMinutes })
    return say({ text: [words], choices: meant.state === 'included' ? [] : [pledgeButtons(meant)] })
  }
  return say({ text: [text('undo-nothing', { minutes: undoMinutes })], choices: [[button('my-pledge')]] })
}

function undoAll(pledges: readonly Pledge[]): Outcome {
  return {
    ...say({ text: [text('undo-all-done', { count: pledges.length })], choices: [[button('register', 'primary')]] }),
    effects: pledges.map(({ id, version }) => ({ kind: 'undo-pledge', id, version })),
  }
}

function undoOne(turn: Turn, deciders: FormDeciders, pledge: Pledge, dropping: string): Outcome {
  const { id, code, version } = pledge
  const given = givenPledge(pledge, turn)
  const anyway = (token: string) => button('undo-pledge', 'danger', `${code}:${token}`)
  const before = [text('undo-done', { code })]
  const left = { ...turn, pledges: turn.pledges.filter((one) => one !== pledge) }
  const begun = beginForm(left, deciders, { dialogue: 'pledge', given, dropping, anyway, before })
  return begun.form ? { ...begun, effects: [{ kind: 'undo-pledge', id, version }] } : begun
}
