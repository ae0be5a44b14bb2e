import type { Channel } from '../core/channel.ts'
import type { IncomingUpdate } from '../core/message.ts'

interface RightsLog {
  warn(fields: object, message: string): void
}

/** The update with what the platform says of its sender's rights in the group; without, where it does not say. */
export async function withRights(
  update: IncomingUpdate,
  channels: readonly Channel[],
  log: RightsLog,
): Promise<IncomingUpdate> {
  const channel = channels.find((one) => one.name === update.address.channel)
  if (!channel?.administers) return update
  try {
    const administrator = await channel.administers(update.address, update.from.id)
    return { ...update, from: { ...update.from, administrator } }
  } catch (error) {
    log.warn({ err: error, channel: channel.name }, 'the platform did not say who administers a group')
    return update
  }
}
