import {
  type Broadcast,
  type BroadcastDesk,
  isLate,
  type Move,
  mayMove,
  moves,
  type Standing,
  standingOf,
} from '../broadcasts/broadcast.ts'
import { noBroadcast } from '../broadcasts/content.ts'
import { firstWords, linesBelow, progressSaying, whenText } from '../broadcasts/progress.ts'
import { readControl } from '../forms/control-words.ts'
import { type Choice, text } from '../message.ts'
import { meantBy, readDeskWords } from './desk-words.ts'
import { type Action, button, shortMenu } from './menu.ts'
import { type Outcome, say, type Turn } from './turn.ts'
import { remind, showUnread } from './unread-actions.ts'

export type BroadcastAction = Exclude<Extract<Action, `broadcast-${string}`>, 'broadcast-correct'>

/** Somebody read it: noted, and answered in one line. */
export function acknowledge(id: string): Outcome {
  if (id === noBroadcast) return say({ text: [text('broadcast-acknowledged-test')] })
  return { ...say({ text: [text('broadcast-acknowledged')] }), effects: [{ kind: 'acknowledge', id }] }
}

export function notAllowed(turn: Turn): Outcome {
  return say({ text: [text('news-not-allowed')], choices: shortMenu(turn) })
}

/** What the button stood for is over, or its broadcast is not there. */
export function gone(): Outcome {
  return say({ text: [text('broadcast-gone')], choices: [[button('news-list')]] })
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
    text: [text('broadcast-list'), ...linesBelow(lines)],
    choices: [[button('news-new', 'primary')], ...rows],
  })
}

/** Does what a button under a broadcast asks for; who may, and in which state, is asked again here. */
export function onBroadcast(turn: Turn, action: BroadcastAction, about: string): Outcome {
  if (!turn.desk) return notAllowed(turn)
  const named = standingOf(turn.desk, about)
  if (!named) return gone()
  const { broadcast } = named
  switch (action) {
    case 'broadcast-open':
      return say({ ...card(turn, named), inPlace: false })
    case 'broadcast-pause':
    case 'broadcast-resume':
      return move(turn, named, action === 'broadcast-pause' ? 'pause' : 'resume')
    case 'broadcast-cancel':
      return askCancel(turn, named)
    case 'broadcast-cancel-yes':
      return move(turn, named, 'cancel')
    case 'broadcast-approve':
      return isLate(broadcast, turn.now) && broadcast.by !== turn.person.id
        ? askLate(turn, broadcast)
        : decide(turn, named, 'approve')
    case 'broadcast-approve-now':
      return decide(turn, named, 'approve')
    case 'broadcast-refuse':
      return decide(turn, named, 'refuse')
    case 'broadcast-retry':
      return move(turn, named, 'retry')
    case 'broadcast-unread':
      return showUnread(turn, named) ?? gone()
    case 'broadcast-remind':
      return remind(turn, named) ?? gone()
    case 'broadcast-certificate':
      // It names every recipient: it goes to nobody but the author, and never into a group.
      return broadcast.by === turn.person.id
        ? {
            ...say({
              text: [text('broadcast-certificate-coming')],
              choices: [[button('broadcast-open', undefined, broadcast.id)]],
            }),
            effects: [{ kind: 'certificate', id: broadcast.id }],
          }
        : say({ text: [text('broadcast-certificate-own')] })
  }
}

function card(turn: Turn, { broadcast, tally }: Standing) {
  const { campaign, timezone, person } = turn
  const saying = progressSaying(broadcast, tally, { campaign, timezone, locale: person.locale })
  const mayApprove = mayMove('approve', broadcast, person)
  const approving = [
    [button('broadcast-approve', 'primary', broadcast.id), button('broadcast-refuse', 'danger', broadcast.id)],
  ]
  return mayApprove ? { ...saying, choices: approving } : saying
}

/** Whether it is really to be given up. While the question stands nothing more goes out. */
function askCancel(turn: Turn, { broadcast, tally }: Standing): Outcome {
  const { id, state, startedAt } = broadcast
  if (!mayMove('cancel', broadcast, turn.person)) return gone()
  const holds = mayMove('pause', broadcast, turn.person)
  const figures = { sent: tally.sent + tally.unknown, waiting: tally.waiting }
  const asked = startedAt ? text('broadcast-cancel-ask', figures) : text('broadcast-cancel-ask-unsent')
  const otherwise = holds || state === 'paused' ? button('broadcast-resume', undefined, id) : undefined
  return {
    ...say({
      text: holds ? [text('broadcast-cancel-held'), asked] : [asked],
      choices: [[button('broadcast-cancel-yes', 'danger', id)], [otherwise ?? button('broadcast-open', undefined, id)]],
    }),
    effects: holds ? [{ kind: 'move-broadcast', id, move: 'pause' }] : [],
  }
}

/** What the office wants of its news in words alone: of the one it can be, or the list where it can be several. */
export function onDeskWords(turn: Turn, typed: string): { action: Action; about: string } | 'several' | undefined {
  const action = readDeskWords(typed)
  if (!action || !turn.desk || turn.desk.recent.length === 0) return undefined
  const [one, ...others] = meantBy(action, turn)
  if (others.length > 0) return 'several'
  // "Dừng" is a word for other things as well.
  if (!one && readControl(typed)) return undefined
  return { action, about: one?.broadcast.id ?? '' }
}

/** Nobody agrees to their own. */
function decide(turn: Turn, named: Standing, which: 'approve' | 'refuse'): Outcome {
  return named.broadcast.by === turn.person.id ? say({ text: [text('broadcast-own')] }) : move(turn, named, which)
}

/** Its time has passed: nobody is taken to want it at once. */
function askLate(turn: Turn, { id, sendAt }: Broadcast): Outcome {
  const at = sendAt ? whenText(sendAt, turn.timezone) : ''
  return say({
    text: [text('broadcast-approve-late', { at, now: whenText(turn.now, turn.timezone) })],
    choices: [[button('broadcast-approve-now', 'primary', id)], [button('broadcast-refuse', 'danger', id)]],
  })
}

/**
 * What happens with it is seen in the message with the figures, which changes by itself: this only says that it was heard.
 * The figures of this moment are already old when it is done.
 */
function move(turn: Turn, named: Standing, which: Move): Outcome {
  if (!mayMove(which, named.broadcast, turn.person)) return gone()
  const { id, startedAt, sendAt } = named.broadcast
  const at = sendAt && sendAt > turn.now ? whenText(sendAt, turn.timezone) : undefined
  const said =
    which === 'cancel' && !startedAt
      ? text('broadcast-done-cancel-unsent')
      : which === 'approve' && at !== undefined
        ? text('broadcast-done-approve-later', { at })
        : text(`broadcast-done-${which}`)
  const isOver = moves[which].to === 'cancelled'
  return {
    ...say({ text: [said], ...(isOver ? {} : { choices: [[button('broadcast-open', undefined, id)]] }) }),
    effects: [{ kind: 'move-broadcast', id, move: which }],
  }
}

const twiceMs = 60_000

/** Who taps the button that sends several times sent it once, and hears that it was heard. */
export function sentTwice({ desk, form, person, now }: Turn, id: string): Outcome | undefined {
  const isSend = !form && /^[^.:]+\.\d+:_next$/.test(id)
  const isFresh = (one: Broadcast) => one.by === person.id && now.getTime() - one.createdAt.getTime() < twiceMs
  const just = isSend ? desk?.recent.find(isFresh) : undefined
  return (
    just && say({ text: [text('broadcast-sent-already')], choices: [[button('broadcast-open', undefined, just.id)]] })
  )
}

/** Short enough for a choice and a start word, and not to be guessed. */
export function broadcastId(random: (bytes: number) => Uint8Array): string {
  return Array.from(random(10), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
