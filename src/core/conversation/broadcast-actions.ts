import { type Broadcast, type BroadcastDesk, firstState, type Move, mayMove, moves } from '../broadcasts/broadcast.ts'
import { firstWords, progressSaying, whenText } from '../broadcasts/progress.ts'
import { type Choice, literal, type Text, text } from '../message.ts'
import { unitName } from '../pledges/pledge.ts'
import { type Action, button, shortMenu } from './menu.ts'
import { type Outcome, say, type Turn } from './turn.ts'

export type BroadcastAction = Exclude<Extract<Action, `broadcast-${string}`>, 'broadcast-correct'>

/** Somebody read it: noted, and answered in one line. */
export function acknowledge(id: string): Outcome {
  return { ...say({ text: [text('broadcast-acknowledged')] }), effects: [{ kind: 'acknowledge', id }] }
}

export function notAllowed(turn: Turn): Outcome {
  return say({ text: [text('news-not-allowed')], choices: shortMenu(turn) })
}

/** What the button stood for is over, or its broadcast is not there. */
export function gone(): Outcome {
  return say({ text: [text('broadcast-gone')], choices: [[button('news')]] })
}

/** The last broadcasts with their states, and the way to a new one. */
export function listBroadcasts(turn: Turn, { recent }: BroadcastDesk): Outcome {
  const lines = recent.map((one, index) =>
    text('broadcast-listed', {
      number: index + 1,
      at: whenText(one.startedAt ?? one.sendAt ?? one.createdAt, turn.timezone),
      state: text(`broadcast-short-${one.state}`),
      words: firstWords(one),
    }),
  )
  const open = recent.map(
    (one, index): Choice => ({
      ...button('broadcast-open', undefined, one.id),
      label: text('broadcast-open-number', { number: index + 1 }),
    }),
  )
  const rows = Array.from({ length: Math.ceil(open.length / 3) }, (_, row) => open.slice(row * 3, row * 3 + 3))
  return say({
    text: [text('broadcast-list'), ...under(lines)],
    choices: [[button('news-new', 'primary')], ...rows],
  })
}

function under([first, ...rest]: readonly Text[]): Text[] {
  return first ? [rest.reduce((above, line) => text('form-two-lines', { above, line }), first)] : []
}

/** Does what a button under a broadcast asks for; who may, and in which state, is asked again here. */
export function onBroadcast(turn: Turn, action: BroadcastAction): Outcome {
  if (!turn.desk) return notAllowed(turn)
  const { named } = turn.desk
  if (!named) return gone()
  const { broadcast, tally } = named
  switch (action) {
    case 'broadcast-open':
      return say({ ...card(turn, named), inPlace: false })
    case 'broadcast-pause':
    case 'broadcast-resume':
      return move(turn, action === 'broadcast-pause' ? 'pause' : 'resume')
    case 'broadcast-cancel':
      return mayMove('cancel', broadcast, turn.person)
        ? say({
            text: [
              broadcast.startedAt
                ? text('broadcast-cancel-ask', { sent: tally.sent + tally.unknown, waiting: tally.waiting })
                : text('broadcast-cancel-ask-unsent'),
            ],
            choices: [
              [button('broadcast-cancel-yes', 'danger', broadcast.id)],
              [button('broadcast-open', undefined, broadcast.id)],
            ],
          })
        : gone()
    case 'broadcast-cancel-yes':
      return move(turn, 'cancel')
    case 'broadcast-approve':
      return broadcast.by === turn.person.id ? say({ text: [text('broadcast-own')] }) : move(turn, 'approve')
    case 'broadcast-refuse':
      return broadcast.by === turn.person.id ? say({ text: [text('broadcast-own')] }) : move(turn, 'refuse')
    case 'broadcast-retry':
      return move(turn, 'retry')
    case 'broadcast-unread':
      return showUnread(turn, named)
    case 'broadcast-remind':
      return remind(turn, named)
    case 'broadcast-certificate':
      // It names every recipient: it goes to nobody but the author, and never into a group.
      return broadcast.by === turn.person.id
        ? {
            ...say({ text: [text('broadcast-certificate-coming')] }),
            effects: [{ kind: 'certificate', id: broadcast.id }],
          }
        : say({ text: [text('broadcast-certificate-own')] })
  }
}

type Named = NonNullable<BroadcastDesk['named']>

function card(turn: Turn, { broadcast, tally }: Named) {
  const { campaign, timezone, person } = turn
  const saying = progressSaying(broadcast, tally, { campaign, timezone, locale: person.locale })
  const mayApprove = mayMove('approve', broadcast, person)
  const approving = [
    [button('broadcast-approve', 'primary', broadcast.id), button('broadcast-refuse', 'danger', broadcast.id)],
  ]
  return mayApprove ? { ...saying, choices: approving } : saying
}

function move(turn: Turn, which: Move): Outcome {
  const named = turn.desk?.named
  if (!named || !mayMove(which, named.broadcast, turn.person)) return gone()
  const { id } = named.broadcast
  const { waiting, sent, unknown, failed } = named.tally
  const isUnsent = which === 'cancel' && !named.broadcast.startedAt
  const said = isUnsent
    ? text('broadcast-done-cancel-unsent')
    : text(`broadcast-done-${which}`, { waiting, sent: sent + unknown, failed })
  // The message with the figures changes by itself; this only says that it was heard.
  const isOver = moves[which].to === 'cancelled'
  return {
    ...say({ text: [said], ...(isOver ? {} : { choices: [[button('broadcast-open', undefined, id)]] }) }),
    effects: [{ kind: 'move-broadcast', id, move: which }],
  }
}

function showUnread(turn: Turn, { broadcast, unread }: Named): Outcome {
  if (!broadcast.acknowledge || !unread) return gone()
  if (unread.count === 0) return say({ text: [text('broadcast-all-read')] })
  const lines = unread.people.map(({ name, unit }) =>
    text('broadcast-unread-person', {
      name: name === null ? text('broadcast-unread-nameless') : literal(name),
      unit: unit === null ? '—' : unitName(unit, turn.campaign),
    }),
  )
  const more = unread.count - unread.people.length
  return say({
    text: [
      text('broadcast-unread', { count: unread.count }),
      ...under(more > 0 ? [...lines, text('broadcast-unread-more', { more })] : lines),
    ],
    choices: [
      [
        {
          ...button('broadcast-remind', 'primary', broadcast.id),
          label: text('menu-broadcast-remind', { count: unread.count }),
        },
      ],
    ],
  })
}

/** Reminds exactly those who have not acknowledged it when the reminder goes out; a second tap within the hour adds none. */
function remind(turn: Turn, { broadcast, unread }: Named): Outcome {
  if (!broadcast.acknowledge || broadcast.state !== 'done' || 'follows' in broadcast.audience) return gone()
  if (!unread || unread.count === 0) return say({ text: [text('broadcast-all-read')] })
  return {
    ...say({ text: [text('broadcast-reminding', { count: unread.count })] }),
    effects: [
      {
        kind: 'broadcast',
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

/** Short enough for a choice and a start word, and not to be guessed. */
export function broadcastId(random: (bytes: number) => Uint8Array): string {
  return Array.from(random(10), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Whether that broadcast's text may still be corrected where it arrived. */
export function isCorrectable({ state, audience }: Pick<Broadcast, 'state' | 'audience'>): boolean {
  return state === 'done' && !('follows' in audience)
}
