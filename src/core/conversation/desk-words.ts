import { endedOf, hasReaders, isCorrectable, mayMove, type Standing } from '../broadcasts/broadcast.ts'
import { readControl, withoutCourtesy } from '../forms/control-words.ts'
import type { IncomingUpdate } from '../message.ts'
import { type Action, readActionId } from './menu.ts'
import type { Turn } from './turn.ts'

type DeskAction = Extract<
  Action,
  | 'broadcast-pause'
  | 'broadcast-resume'
  | 'broadcast-cancel'
  | 'broadcast-unread'
  | 'broadcast-remind'
  | 'broadcast-certificate'
  | 'broadcast-correct'
>

const words: readonly [RegExp, DeskAction][] = [
  [
    /^(?:tam dung|(?:tam )?(?:dung|ngung|ngung lai|dung lai) gui|tam ngung|pause|stop sending)(?: tin)?$/,
    'broadcast-pause',
  ],
  [/^(?:gui tiep|tiep tuc gui|resume sending)(?: tin)?$/, 'broadcast-resume'],
  [/^(?:huy gui|huy gui tin|huy tin|khong gui|cancel sending)$/, 'broadcast-cancel'],
  [
    /^(?:(?:nhung |con )?(?:ai|nguoi nao) (?:con )?chua doc(?: tin)?|(?:nhung )?nguoi chua doc|who has not read it)$/,
    'broadcast-unread',
  ],
  [/^(?:nhac (?:lai )?(?:nhung |cac )?(?:nguoi|ai) chua doc|remind them)$/, 'broadcast-remind'],
  [/^(?:(?:xem|xuat|lay|lap) )?bien ban(?: gui)?(?: tin)?$|^certificate$/, 'broadcast-certificate'],
  [/^dinh chinh(?: tin)?(?: da gui)?$|^correct(?: the)? news$/, 'broadcast-correct'],
]

/** What the office wants done with its news, said without a button. "Dừng" alone is the same where some goes out. */
export function readDeskWords(typed: string): DeskAction | undefined {
  if (readControl(typed) === 'stop') return 'broadcast-pause'
  const said = withoutCourtesy(typed)
  return words.find(([pattern]) => pattern.test(said))?.[1]
}

/** Which broadcasts this update may be about: what is known of them is read before it is decided. */
export function broadcastsAbout(
  { input }: IncomingUpdate,
  offered: Turn['offered'],
  recent: readonly { readonly id: string }[],
): readonly string[] {
  if (input.kind === 'choice') return named([input.id])
  if (input.kind !== 'text') return []
  const typed = readDeskWords(input.text) ? recent.map((one) => one.id) : []
  // A typed label is the same as the choice pressed, and which one it is is not known yet.
  return [...new Set([...named(offered.map((one) => one.id)), ...typed])]
}

function named(ids: readonly string[]): string[] {
  return ids.flatMap((id) => {
    const read = readActionId(id)
    const broadcast = read?.action.startsWith('broadcast-') ? read.about.split(':')[0] : undefined
    return broadcast ? [broadcast] : []
  })
}

/** Those that the words can mean: every one that may be moved so, and of those that are out the newest. */
export function meantBy(action: DeskAction, { desk, person }: Turn): readonly Standing[] {
  const known = desk?.known ?? []
  const newest = (fits: (one: Standing) => boolean) =>
    known
      .filter(fits)
      .sort((one, other) => other.broadcast.createdAt.getTime() - one.broadcast.createdAt.getTime())
      .slice(0, 1)
  switch (action) {
    case 'broadcast-pause':
      return known.filter(({ broadcast }) => mayMove('pause', broadcast, person))
    case 'broadcast-resume':
      return known.filter(({ broadcast }) => mayMove('resume', broadcast, person))
    case 'broadcast-cancel':
      return known.filter(({ broadcast }) => mayMove('cancel', broadcast, person))
    case 'broadcast-unread':
    case 'broadcast-remind':
      return newest(hasReaders)
    case 'broadcast-certificate':
      return newest((one) => !('follows' in one.broadcast.audience) && endedOf(one.tally) > 0)
    case 'broadcast-correct':
      return newest(isCorrectable)
  }
}
