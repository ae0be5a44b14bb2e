/** The real program, but as fast as it can tell many: it is the engine that is measured, not Telegram's limits. */
import { pace } from '../../dist/channels/telegram/encode.js'

Object.assign(pace, { perSecond: 100_000, chatMs: 0, groupMs: 0 })
await import('../../dist/main.js')
