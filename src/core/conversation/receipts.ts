import { dayAt, writeDay } from '../campaign/calendar.ts'
import { fold } from '../language/fold.ts'
import { literal, text } from '../message.ts'
import { beginsLikeName } from '../people/surnames.ts'
import type { DeskPledge } from '../pledges/desk.ts'
import { button } from './menu.ts'
import { pledgeCard, pledgeStatus } from './pledge-actions.ts'
import { type Outcome, say, type Turn } from './turn.ts'
import { hasDesk } from './unit-desk.ts'
import { cardButtons, decisionLines, phaseText } from './unit-list.ts'

/** The pledge of that receipt, to those who may see it; to others the same words whether there is one or not. */
export function showReceipt(turn: Turn, code: string): Outcome {
  const own = turn.pledges.find((one) => one.code === code)
  if (own) return say(pledgeStatus(own, turn))
  const named = turn.unitDesk?.named
  if (named?.code !== code || named.state === 'undone')
    return say({ text: [text('receipt-none', { code })], choices: [[button('my-pledge')]] })
  return say(deskCard(named, turn))
}

function deskCard(pledge: DeskPledge, turn: Turn) {
  const heading = text('receipt-desk', {
    code: pledge.code,
    phase: phaseText(pledge.phase, turn),
    state: text(`desk-state-${pledge.state}`),
    date: literal(writeDay(dayAt(pledge.updatedAt, turn.timezone))),
  })
  // Its reader is not its sender, of whom alone it can be said that it is a colleague's.
  const { name: _, ...reader } = turn.person
  const sender = pledge.sender === 'verified' ? [] : [text(`desk-sender-${pledge.sender}`)]
  return {
    text: [heading, pledgeCard(pledge, { ...turn, person: reader }), ...sender, ...decisionLines(pledge, turn)],
    choices: [...cardButtons(turn, pledge, 1), [button('unit-pledges')]],
  }
}

const looksAt = /\b(?:xem|coi|tra cuu|kiem tra)\b.*\b(?:dang ky|phieu)\b.*?\bcua (.+)$/
// "Của anh An"; "của chị với" is nobody's name.
const ours = /^(?:to|toi|tui|doi|minh|phong|don vi|co quan|chung toi)\b/
const titled =
  /^(?:anh|chi|ong|ba|co|chu|bac|cau|dong chi|dc|em|ban) (?!(?:voi|a|nhe|nha|di|luon|giup|roi|dau|la|o|thi|khi|da|chua|trong|dot|hom|vua|nam (?:nay|ngoai|\d))\b)\S/

/** Whether the words ask for the pledge of one named person, which is not theirs to see. */
export function asksForAnother({ person }: Turn, typed: string): boolean {
  if (hasDesk(person.role)) return false
  const [, whose = ''] = looksAt.exec(fold(typed)) ?? []
  return titled.test(whose) || (whose.includes(' ') && beginsLikeName(whose) && !ours.test(whose))
}
