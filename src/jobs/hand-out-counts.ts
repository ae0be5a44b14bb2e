import type { Campaign, Locale } from '../core/campaign/campaign.ts'
import { worded } from '../core/campaign/campaign.ts'
import { momentText } from '../core/conversation/unit-list.ts'
import { type ChannelName, type OutgoingMessage, type Saying, type Text, text } from '../core/message.ts'
import { type CountRow, countTable } from '../core/pledges/counts.ts'
import { unitName } from '../core/pledges/pledge.ts'

/** Somebody of the office who asked for the figures. */
export interface CountsWanted {
  readonly id: bigint
  readonly channel: ChannelName
  readonly locale: Locale
}

export interface CountsOptions {
  readonly notices: {
    counts(): Promise<readonly CountsWanted[]>
    figures(): Promise<readonly CountRow[]>
    hand(id: bigint, now: Date, message: readonly OutgoingMessage[]): Promise<void>
  }
  readonly campaign: Campaign
  readonly timezone: string
  readonly clock: () => Date
  readonly takesFiles: (channel: ChannelName) => boolean
  readonly put: (saying: Saying, locale: Locale, channel: ChannelName) => OutgoingMessage[]
  readonly say: (text: Text, locale: Locale) => string
  /** Writes a spreadsheet of these rows and keeps it; gives under which id. */
  readonly keep: (name: string, rows: readonly (readonly (string | number)[])[], sheet: string) => Promise<string>
}

/** Makes and sends the spreadsheets of figures that were asked for; gives how many. */
export async function handOutCounts(options: CountsOptions): Promise<number> {
  const wanted = await options.notices.counts()
  for (const one of wanted) await options.notices.hand(one.id, options.clock(), await made(one, options))
  return wanted.length
}

async function made({ channel, locale }: CountsWanted, options: CountsOptions): Promise<OutgoingMessage[]> {
  const { campaign, timezone, put } = options
  if (!options.takesFiles(channel)) return put({ text: [text('counts-no-files')] }, locale, channel)
  const say = (key: string) => options.say(text(key), locale)
  const awards = [...campaign.titles, ...campaign.commendations]
  const named = (found: { name: Parameters<typeof worded>[0] } | undefined, code: string) =>
    found ? worded(found.name, locale) : code
  const rows = countTable(await options.notices.figures(), {
    say,
    phaseName: (id) =>
      named(
        campaign.phases.find((one) => one.id === id),
        id,
      ),
    unitName: (code) => unitName(code, campaign),
    awardName: (code) =>
      named(
        awards.find((one) => one.code === code),
        code,
      ),
  })
  const name = `${say('counts-file')}.xlsx`
  const stored = await options.keep(name, rows, say('counts-sheet'))
  const at = momentText(options.clock(), { timezone })
  const words = [text('counts-file-ready', { at }), text('counts-agreed')]
  return put({ text: words, file: { kind: 'document', stored, name } }, locale, channel)
}
