import { firstState, hasReaders, nextReminder, type Standing, type Unread } from '../broadcasts/broadcast.ts'
import { linesBelow, whenText } from '../broadcasts/progress.ts'
import { type Choice, literal, type Text, text } from '../message.ts'
import { unitName } from '../pledges/pledge.ts'
import { button } from './menu.ts'
import { type Outcome, say, type Turn } from './turn.ts'

/** Who has a broadcast and has not said that they read it; undefined where that cannot be asked of it. */
export function showUnread(turn: Turn, standing: Standing): Outcome | undefined {
  const { broadcast, unread } = standing
  if (!unread || !hasReaders(standing)) return undefined
  const notes = notesOf(unread)
  if (unread.count === 0) return say({ text: [noneLeft(unread), ...notes], choices: wayBack(standing) })
  const lines = unread.people.map(({ name, unit }) =>
    unit === null
      ? text('broadcast-unread-person', { name: literal(name) })
      : text('broadcast-unread-person-of', { name: literal(name), unit: unitName(unit, turn.campaign) }),
  )
  if (unread.nameless > 0) lines.push(text('broadcast-unread-nameless', { count: unread.nameless }))
  const more = unread.count - unread.nameless - unread.people.length
  const next = nextReminder(unread)
  const mayRemind = broadcast.state !== 'paused' && (next === undefined || next <= turn.now)
  const reminding = {
    ...button('broadcast-remind', 'primary', broadcast.id),
    label: text('menu-broadcast-remind', { count: unread.count }),
  }
  return say({
    text: [
      text('broadcast-unread', { count: unread.count }),
      ...linesBelow(more > 0 ? [...lines, text('broadcast-unread-more', { more })] : lines),
      ...notes,
      ...(mayRemind || broadcast.state === 'paused' ? [] : [reminded(turn, unread)]),
    ],
    choices: [...(mayRemind ? [[reminding]] : []), ...wayBack(standing)],
  })
}

/** Where only the newest message can be pressed, the broadcast's own buttons are out of reach. */
function wayBack({ broadcast }: Standing): Choice[][] {
  return [[button('broadcast-open', undefined, broadcast.id)]]
}

/** Nobody is left to be reminded: that all have read it is said only where somebody has it, and all of them. */
function noneLeft({ read, left }: Unread): Text {
  if (read === 0) return text('broadcast-read-nobody')
  return left === 0 ? text('broadcast-all-read', { read }) : text('broadcast-rest-read', { read })
}

/** Of whom the list says nothing. */
function notesOf({ unreached, groups, left }: Unread): Text[] {
  return linesBelow([
    ...(left > 0 ? [text('broadcast-unread-left', { left })] : []),
    ...(unreached > 0 ? [text('broadcast-unread-unreached', { unreached })] : []),
    ...(groups > 0 ? [text('broadcast-unread-groups', { groups })] : []),
  ])
}

function reminded({ timezone }: Turn, unread: Unread): Text {
  const next = nextReminder(unread)
  return text('broadcast-reminded', {
    at: unread.remindedAt ? whenText(unread.remindedAt, timezone) : '',
    next: next ? whenText(next, timezone) : '',
  })
}

/** Reminds exactly those who have not acknowledged it when the reminder goes out, at most once an hour. */
export function remind(turn: Turn, standing: Standing): Outcome | undefined {
  const { broadcast, unread } = standing
  if (!unread || !hasReaders(standing) || broadcast.state === 'paused') return undefined
  if (unread.count === 0) return say({ text: [noneLeft(unread), ...notesOf(unread)], choices: wayBack(standing) })
  const next = nextReminder(unread)
  if (next !== undefined && next > turn.now) return say({ text: [reminded(turn, unread)], choices: wayBack(standing) })
  return {
    ...say({ text: [text('broadcast-reminding', { count: unread.count })], choices: wayBack(standing) }),
    effects: [
      {
        kind: 'broadcast',
        // Of two that ask at the same moment one reminds.
        id: `${broadcast.id}r${turn.now.toISOString().slice(0, 13).replace(/\D/g, '')}`,
        content: broadcast.content,
        audience: { follows: 'remind', broadcast: broadcast.id },
        acknowledge: true,
        state: firstState(false),
        sendAt: turn.now,
      },
    ],
  }
}
