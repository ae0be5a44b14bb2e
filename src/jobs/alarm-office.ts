import type { Locale } from '../core/campaign/campaign.ts'
import { describeFailure } from '../core/conversation/failure.ts'
import { stateNotice } from '../core/conversation/group-membership.ts'
import { channelText, type Who, whoText } from '../core/conversation/office-work.ts'
import {
  type Address,
  type ChannelName,
  type OutgoingMessage,
  parseAddressKey,
  type Saying,
  text,
} from '../core/message.ts'
import type { Delivery } from '../core/outbox/outbox.ts'
import type { DeliveryKind } from '../core/outbox/policy.ts'

type TroubledDelivery = Pick<Delivery, 'id' | 'channel' | 'address' | 'personId'>

export interface AlarmOptions {
  /** Queues it for everyone of the office, of one matter at most once an hour. */
  readonly tell: (
    about: string,
    message: (locale: Locale, channel: ChannelName) => readonly OutgoingMessage[],
  ) => Promise<void>
  readonly put: (saying: Saying, locale: Locale, channel: ChannelName) => OutgoingMessage[]
  /** Whom a delivery is for. */
  readonly whoOf: (delivery: TroubledDelivery) => Promise<Who>
  /** What is known of the group at an address. */
  readonly groupAt: (place: Address) => Promise<Parameters<typeof stateNotice>[0] | undefined>
  readonly log: { error(fields: object, message: string): void }
}

type Counts = Readonly<Partial<Record<DeliveryKind, number>>>

/** What the office hears of by itself. Never rejects: what it is told about goes on whether or not it could be told. */
export function createAlarm({ tell, put, whoOf, groupAt, log }: AlarmOptions) {
  async function raise(about: string, saying: Saying): Promise<void> {
    await tell(about, (locale, channel) => put(saying, locale, channel)).catch((error: unknown) =>
      log.error({ matter: matterOf(about), ...describeFailure(error) }, 'the office could not be told'),
    )
  }

  return {
    /** Something is wrong that an administrator must mend, of which this delivery is a sign. */
    async trouble(about: string, delivery: TroubledDelivery): Promise<void> {
      const { id, channel } = delivery
      const matter = matterOf(about)
      log.error({ matter, delivery: String(id), channel }, 'deliveries need somebody to look at them')
      // Where the database does not say who it is, the channel alone is told.
      const who = await whoOf(delivery).catch((): Who => ({ kind: 'person', channel }))
      const words = { who: whoText(who), channel: channelText(channel) }
      return raise(about, { text: [text(`office-trouble-${matter}`, words)] })
    },
    /** So many of each kind waited too long to be sent; gives how many in all. */
    async expired({ reply: replies = 0, reminder: reminders = 0, ...more }: Counts): Promise<number> {
      const news = Object.values(more).reduce((sum, one) => sum + one, 0)
      const count = replies + reminders + news
      if (count === 0) return 0
      log.error({ count }, 'waited too long to be sent, and will not be')
      await raise('expired', { text: [text('office-expired', { count, replies, reminders, news })] })
      return count
    },
    /** A delivery found an address shut: where it is a group that news went to, that is worth a word. */
    async shut({ channel, address }: { channel: ChannelName; address: string }): Promise<void> {
      const { chat } = parseAddressKey(address)
      const group = await groupAt({ channel, chat }).catch(() => undefined)
      if (!group || group.state === 'present') return
      const { about, saying } = stateNotice(group)
      await raise(about, saying)
    },
  }
}

/** What a matter is without whom it is about: an address has no place in a log. */
function matterOf(about: string): string {
  return about.split(':')[0] ?? ''
}
