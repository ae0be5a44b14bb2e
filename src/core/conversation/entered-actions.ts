import type { EnteredAction } from '../actions.ts'
import { dayAt, writeDay } from '../campaign/calendar.ts'
import { type Choice, literal, type Saying, type Text, text } from '../message.ts'
import { maySendNews } from '../people/person.ts'
import type { EnteredPledge, Sender } from '../pledges/entered.ts'
import { isOpen } from '../pledges/life.ts'
import { button } from './menu.ts'
import { pledgeCard } from './pledge-actions.ts'
import { type Outcome, say, type Turn } from './turn.ts'
import { aboutOf, phaseText } from './unit-list.ts'

/** What somebody does about the pledges that others sent for them; `about` is a pledge as it was shown, or nothing. */
export function onEntered(turn: Turn, action: EnteredAction, about: string): Outcome {
  const [code = '', version] = about.split(':')
  if (action === 'entered') return { say: showEntered(turn, code), effects: [] }
  const pledge = (turn.entered ?? []).find((one) => one.code === code)
  if (!pledge) return say({ text: [text('entered-none')] })
  if (!isOpen(pledge) || version !== String(pledge.version)) return say(card(pledge, turn))
  const { id } = pledge
  const shown = { id, version: pledge.version }
  switch (action) {
    case 'entered-object':
      return {
        ...say({ text: [text('entered-objected', { code, by: senderText(pledge.by) })] }),
        effects: [{ kind: action, ...shown }],
      }
    case 'entered-withdraw': {
      const yes = { ...button('entered-withdraw-yes', 'danger', about), yes: true }
      const words = [text('entered-withdraw-ask', { code }), pledgeCard(pledge, turn)]
      return say({ text: words, choices: [[yes], [button('entered')]] })
    }
    case 'entered-withdraw-yes':
      return {
        ...say({
          text: [text('entered-withdrawn', { code, by: senderText(pledge.by) })],
          choices: [[button('register')]],
        }),
        effects: [{ kind: 'entered-withdraw', ...shown }],
      }
  }
}

/** Those pledges, or the one with that code, each with what can be done about it. */
export function showEntered(turn: Turn, code = ''): Saying[] {
  const entered = (turn.entered ?? []).filter((one) => code === '' || one.code === code)
  return entered.length === 0 ? [{ text: [text('entered-none')] }] : entered.map((pledge) => card(pledge, turn))
}

function card(pledge: EnteredPledge, turn: Turn): Saying {
  const heading = text('entered-by', {
    code: pledge.code,
    phase: phaseText(pledge.phase, turn),
    by: senderText(pledge.by),
    date: writeDay(dayAt(pledge.createdAt, turn.timezone)),
    state: text(`desk-state-${pledge.state}`),
  })
  const open = isOpen(pledge)
  return {
    text: [heading, pledgeCard(pledge, turn), ...(open ? [] : [text('life-locked')])],
    ...(open && { choices: [enteredButtons(pledge)] }),
  }
}

export function enteredButtons(pledge: Pick<EnteredPledge, 'code' | 'version' | 'state'>): Choice[] {
  const object = pledge.state === 'returned' ? [] : [button('entered-object', undefined, aboutOf(pledge))]
  return [...object, button('entered-withdraw', 'danger', aboutOf(pledge))]
}

/** Who sent it, as the one reads it for whom it was sent. */
export function senderText({ name, role }: Sender): Text {
  const as = maySendNews(role) ? 'life-by-office' : role === 'coordinator' ? 'life-by-unit' : 'entered-by-colleague'
  return name === undefined ? text(as) : text('life-by-name', { name: literal(name), role: text(as) })
}
