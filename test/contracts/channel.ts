/**
 * What every channel promises, run against the real channel and a stand-in for its platform.
 *
 *     channelContract({ name: 'telegram by polling', create: createHarness, skip: [{ reason, tests }] })
 */
import { describe, expect, test } from 'vitest'
import { type Channel, type LoadFile, SendError } from '../../src/core/channel.ts'
import type { Address, Choice, IncomingUpdate, OutgoingMessage, Span } from '../../src/core/message.ts'

/** One message as the person sees it. */
export interface SeenMessage {
  readonly text: string
  /** The stretches of the text that are drawn bold. */
  readonly bold: readonly string[]
  /** Labels of the choices, in reading order. */
  readonly choices: readonly string[]
  /** The document that goes with it, as the person would open it. */
  readonly file?: { readonly name: string; readonly bytes: Uint8Array } | undefined
}

/** A document that every channel of the contract can load. */
export const storedFile = {
  id: 'c'.repeat(32),
  name: 'Chứng nhận đợt 2 (bản chính).xlsx',
  mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  bytes: Uint8Array.from({ length: 3_000 }, (_, index) => index % 256),
}
export const loadFile: LoadFile = async (id) => (id === storedFile.id ? storedFile : undefined)

/** A way in which the platform fails the next delivery. */
export type Failure = 'blocked' | 'throttled' | 'broken' | 'cut'

/** A channel that is not started yet, one person at its other side, and the levers of the platform between them. */
export interface ChannelHarness {
  readonly channel: Channel
  /** Where the person is: what `send` is given and what updates must come from. */
  readonly person: Address
  /** The person types. Resolves when the platform has taken it; may reject after the channel stopped. */
  say(text: string): Promise<void>
  /** The person presses the choice of that label on the newest message. */
  press?(label: string): Promise<void>
  /** The person sends something that holds no words. */
  sticker?(): Promise<void>
  /** The platform delivers the last thing that the person did once more, as the same update. */
  repeat?(): Promise<void>
  /** The platform shows the channel one of the bot's own messages. */
  echo?(): Promise<void>
  /** Everything that the person has been shown, oldest first, as it looks now. */
  seen(): Promise<readonly SeenMessage[]>
  /** Makes the next delivery fail. `throttled` asks for a wait of a second or more. */
  fail?(failure: Failure): Promise<void>
  /** A webhook call that would be good if its secret were right. */
  forged?(): Request
  /** Ends the stand-in platform. The contract has stopped the channel by then. */
  close(): Promise<void>
}

export type ContractTest = keyof typeof promises

export interface ContractOptions {
  readonly name: string
  create(): Promise<ChannelHarness>
  /** Promises that this channel cannot keep or has no use for, and why. */
  readonly skip?: readonly { readonly reason: string; readonly tests: readonly ContractTest[] }[]
}

export function channelContract(options: ContractOptions): void {
  const reasons = new Map(
    (options.skip ?? []).flatMap(({ reason, tests }) => tests.map((one) => [one, reason] as const)),
  )
  describe(`${options.name} keeps the channel contract`, () => {
    for (const [name, check] of Object.entries(promises) as [ContractTest, Check][]) {
      const reason = reasons.get(name)
      if (reason !== undefined) test.skip(`${name} (${reason})`, () => undefined)
      else test(name, () => withHarness(options.create, check))
    }
  })
}

type Check = (harness: ChannelHarness, inbox: Inbox) => Promise<void>

async function withHarness(create: () => Promise<ChannelHarness>, check: Check): Promise<void> {
  const harness = await create()
  const inbox = createInbox()
  try {
    await harness.channel.start(inbox.receive)
    await check(harness, inbox)
  } finally {
    await harness.channel.stop()
    await harness.close()
  }
}

/** What the channel handed over, and the power to refuse it. */
interface Inbox {
  readonly updates: readonly IncomingUpdate[]
  receive(update: IncomingUpdate): Promise<void>
  /** Resolves with the first `count` updates once they are there. */
  until(count: number): Promise<readonly IncomingUpdate[]>
  refuse(times: number): void
}

function createInbox(): Inbox {
  const updates: IncomingUpdate[] = []
  const waiting: { count: number; resolve: () => void }[] = []
  let refusals = 0
  return {
    updates,
    async receive(update) {
      if (refusals > 0) {
        refusals -= 1
        throw new Error('The inbox is closed for a moment')
      }
      updates.push(update)
      for (const one of waiting) if (updates.length >= one.count) one.resolve()
    },
    async until(count) {
      if (updates.length < count) await new Promise<void>((resolve) => waiting.push({ count, resolve }))
      return updates.slice(0, count)
    },
    refuse(times) {
      refusals = times
    },
  }
}

const sentence = 'Đồng chí Nguyễn Thị Ánh đăng ký thi đua'
let messages = 0

type More = Pick<OutgoingMessage, 'spans' | 'choices' | 'file'>

function message(text: string, more: More = {}): OutgoingMessage {
  messages += 1
  return { id: `contract-${messages}`, text, ...more }
}

const ourFile: OutgoingMessage['file'] = { kind: 'document', stored: storedFile.id, name: storedFile.name }

async function failure(harness: ChannelHarness, text: string, more: More = {}): Promise<SendError> {
  const error = await harness.channel.send(harness.person, message(text, more)).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(SendError)
  return error as SendError
}

/** The lever, or a sentence that tells the harness's writer to declare the deviation. */
function lever<T>(found: T | undefined, name: string): T {
  if (found === undefined) throw new Error(`The harness has no "${name}": add it or skip this promise with a reason`)
  return found
}

const promises = {
  async 'decodes a text'(harness, inbox) {
    await harness.say(sentence)
    const [update] = await inbox.until(1)
    expect(update).toMatchObject({ address: harness.person, private: true, addressed: true })
    expect(update?.input).toEqual({ kind: 'text', text: sentence })
    expect(update?.from.id).not.toBe('')
    expect(update?.from.anonymous).not.toBe(true)
  },

  async 'hands over Vietnamese in composed form'(harness, inbox) {
    await harness.say(sentence.normalize('NFD'))
    const [update] = await inbox.until(1)
    expect(update?.input).toEqual({ kind: 'text', text: sentence.normalize('NFC') })
  },

  async 'reads angle brackets and ampersands as typed'(harness, inbox) {
    await harness.say('<b>Thanh tra & Giáo dục</b> &amp; *sao* _gạch_')
    const [update] = await inbox.until(1)
    expect(update?.input).toEqual({ kind: 'text', text: '<b>Thanh tra & Giáo dục</b> &amp; *sao* _gạch_' })
  },

  async 'names what it cannot read'(harness, inbox) {
    await lever(harness.sticker, 'sticker')()
    const [update] = await inbox.until(1)
    expect(update?.input).toEqual({ kind: 'unsupported', what: expect.stringMatching(/./) })
  },

  async 'delivers in the order of writing'(harness, inbox) {
    const words = Array.from({ length: 12 }, (_, index) => `câu ${index + 1}`)
    for (const one of words) await harness.say(one)
    const updates = await inbox.until(words.length)
    expect(updates.map((one) => one.input)).toEqual(words.map((text) => ({ kind: 'text', text })))
  },

  async 'gives different updates different ids'(harness, inbox) {
    await harness.say(sentence)
    await harness.say(sentence)
    const [first, second] = await inbox.until(2)
    expect(first?.id).not.toBe(second?.id)
  },

  async 'gives the same update the same id'(harness, inbox) {
    await harness.say(sentence)
    await inbox.until(1)
    await lever(harness.repeat, 'repeat')()
    const [first, second] = await inbox.until(2)
    expect(second).toEqual(first)
  },

  async 'ignores its own messages'(harness, inbox) {
    await lever(harness.echo, 'echo')()
    await harness.say('câu của người')
    await inbox.until(1)
    expect(inbox.updates.map((one) => one.input)).toEqual([{ kind: 'text', text: 'câu của người' }])
  },

  async 'delivers again what could not be stored'(harness, inbox) {
    inbox.refuse(1)
    await harness.say('câu một')
    await harness.say('câu hai')
    const updates = await inbox.until(2)
    expect(updates.map((one) => one.input)).toEqual([
      { kind: 'text', text: 'câu một' },
      { kind: 'text', text: 'câu hai' },
    ])
  },

  async 'receives nothing after it stopped'(harness, inbox) {
    await harness.say('trước')
    await inbox.until(1)
    await harness.channel.stop()
    await harness.say('sau').catch(() => undefined)
    expect(inbox.updates).toHaveLength(1)
  },

  async 'may be stopped twice'(harness) {
    await harness.channel.stop()
    await expect(harness.channel.stop()).resolves.toBeUndefined()
  },

  async 'refuses a webhook call without the right secret'(harness, inbox) {
    const webhook = lever(harness.channel.webhook, 'channel.webhook')
    const response = await webhook.call(harness.channel, lever(harness.forged, 'forged')())
    expect([401, 403]).toContain(response.status)
    expect(inbox.updates).toHaveLength(0)
  },

  async 'sends a text as it is'(harness) {
    const words = 'Giá trị <b>&amp; "đậm"</b>, *sao*, _gạch_\n\nđoạn hai 👩🏽‍⚖️'
    const { externalId } = await harness.channel.send(harness.person, message(words))
    expect(externalId).not.toBe('')
    expect(await harness.seen()).toEqual([{ text: words, bold: [], choices: [] }])
  },

  async 'sends in the order of asking'(harness) {
    for (const one of ['một', 'hai', 'ba']) await harness.channel.send(harness.person, message(one))
    expect((await harness.seen()).map((one) => one.text)).toEqual(['một', 'hai', 'ba'])
  },

  async 'draws bold in the right place'(harness) {
    const before = '👩🏽‍⚖️ Đợt 2 kết thúc '
    const spans: Span[] = [{ offset: before.length, length: '23/11/2025'.length, style: 'bold' }]
    await harness.channel.send(harness.person, message(`${before}23/11/2025 🎉.`, { spans }))
    const [seen] = await harness.seen()
    expect(seen).toMatchObject({ text: `${before}23/11/2025 🎉.`, bold: ['23/11/2025'] })
  },

  async 'shows choices in their order'(harness) {
    const choices: Choice<string>[][] = [
      [{ id: 'pledge:confirm', label: 'Xác nhận', tone: 'primary' }],
      [
        { id: 'pledge:edit', label: 'Sửa' },
        { id: 'pledge:drop', label: 'Rút đăng ký', tone: 'danger' },
      ],
    ]
    await harness.channel.send(harness.person, message('Đồng chí xác nhận?', { choices }))
    const [seen] = await harness.seen()
    expect(seen?.choices).toEqual(['Xác nhận', 'Sửa', 'Rút đăng ký'])
  },

  async 'brings a choice back under the id of its offer'(harness, inbox) {
    const id = `pledge:${'x'.repeat(53)}`
    const choices = [[{ id: 'khac', label: 'Khác' }], [{ id, label: 'Đồng ý' }]]
    const { externalId } = await harness.channel.send(harness.person, message('Đồng chí chọn', { choices }))
    await lever(harness.press, 'press')('Đồng ý')
    const [update] = await inbox.until(1)
    expect(update).toMatchObject({ address: harness.person, input: { kind: 'choice', id } })
    if (harness.channel.limits.edits) expect(update?.pressedOn).toBe(externalId)
  },

  async 'replaces the message whose choice was pressed'(harness) {
    const choices = [[{ id: 'a', label: 'A' }]]
    const { externalId } = await harness.channel.send(harness.person, message('trước', { choices }))
    await harness.channel.send(harness.person, { ...message('sau'), replaces: externalId })
    expect(await harness.seen()).toEqual([{ text: 'sau', bold: [], choices: [] }])
  },

  async 'takes a text of exactly its limit'(harness) {
    const longest = 'ữ'.repeat(harness.channel.limits.text)
    await harness.channel.send(harness.person, message(longest))
    expect((await harness.seen()).map((one) => one.text).join('')).toBe(longest)
  },

  async 'rejects a text over its limit'(harness) {
    const error = await failure(harness, 'ữ'.repeat(harness.channel.limits.text + 1))
    expect(error.kind).toBe('rejected')
    expect(await harness.seen()).toEqual([])
  },

  async 'sends a document of ours with its words'(harness) {
    const choices = [[{ id: 'a', label: 'A' }]]
    const spans: Span[] = [{ offset: 0, length: 'Chứng nhận'.length, style: 'bold' }]
    await harness.channel.send(harness.person, message('Chứng nhận gửi tin', { file: ourFile, choices, spans }))
    const { name, bytes } = storedFile
    expect(await harness.seen()).toEqual([
      { text: 'Chứng nhận gửi tin', bold: ['Chứng nhận'], choices: ['A'], file: { name, bytes } },
    ])
  },

  async 'sends a document without words'(harness) {
    await harness.channel.send(harness.person, message('', { file: ourFile }))
    expect(await harness.seen()).toMatchObject([{ text: '', file: { name: storedFile.name } }])
  },

  async 'sends a document before more words than fit under it'(harness) {
    const { caption, text } = harness.channel.limits
    const words = 'ữ'.repeat(Math.min(caption + 1, text))
    await harness.channel.send(harness.person, message(words, { file: ourFile }))
    const seen = await harness.seen()
    expect(seen[0]?.file?.name).toBe(storedFile.name)
    expect(seen.map((one) => one.text).join('')).toBe(words)
  },

  async 'rejects a document that is gone'(harness) {
    const file: OutgoingMessage['file'] = { kind: 'document', stored: 'x'.repeat(32), name: 'mất.xlsx' }
    expect((await failure(harness, 'câu', { file })).kind).toBe('rejected')
    expect(await harness.seen()).toEqual([])
  },

  async 'tells that a person blocked it'(harness) {
    await lever(harness.fail, 'fail')('blocked')
    expect((await failure(harness, 'câu')).kind).toBe('blocked')
  },

  async 'tells how long a throttled message must wait'(harness) {
    await lever(harness.fail, 'fail')('throttled')
    const error = await failure(harness, 'câu')
    expect(error.kind).toBe('throttled')
    expect(error.retryAfterMs).toBeGreaterThanOrEqual(1000)
  },

  async 'tells that the platform is broken'(harness) {
    await lever(harness.fail, 'fail')('broken')
    expect((await failure(harness, 'câu')).kind).toBe('unreachable')
  },

  async 'does not claim to know what became of a cut connection'(harness) {
    await lever(harness.fail, 'fail')('cut')
    expect((await failure(harness, 'câu')).kind).toBe('ambiguous')
  },

  async 'sends again after a failure'(harness) {
    await lever(harness.fail, 'fail')('broken')
    await failure(harness, 'câu')
    await harness.channel.send(harness.person, message('câu'))
    expect((await harness.seen()).map((one) => one.text)).toEqual(['câu'])
  },
} satisfies Record<string, Check>
