import { channelContract } from '../../contracts/channel.ts'
import { openSite, visit } from './harness.ts'

async function createHarness() {
  // The contract starts the channel itself.
  const site = await openSite({ start: false })
  const person = await visit(site)
  let last: object = {}

  async function post(said: object): Promise<void> {
    last = { id: crypto.randomUUID(), ...said }
    // As the page does: the same id until it is taken.
    for (let tries = 0; tries < 3; tries += 1) {
      const response = await person.post(last)
      if (response.status === 202) return
      if (response.status !== 503) throw new Error(`The channel answered ${response.status}`)
    }
    throw new Error('The channel takes nothing')
  }

  const own = () => site.transcript.rows.filter((row) => row.chat === person.chat() && row.author === 'bot')
  return {
    channel: site.channel,
    person: { channel: 'web', chat: person.chat() } as const,
    say: (text: string) => post({ text }),
    sticker: () => post({ unsupported: 'photo' }),
    async press(label: string) {
      const entry = own().at(-1)
      const choice = entry?.content.choices?.flat().find((one) => one.label === label)
      await post({ choice: choice?.id, entry: entry?.id.toString() })
    },
    async repeat() {
      await person.post(last)
    },
    async seen() {
      const drawn = own().map(async ({ content: { text, spans = [], choices = [], file } }) => ({
        text,
        bold: spans.map((span) => text.slice(span.offset, span.offset + span.length)),
        choices: choices.flat().map((choice) => choice.label),
        file: file && 'id' in file ? { name: file.name, bytes: await person.download(file.id) } : undefined,
      }))
      return Promise.all(drawn)
    },
    async fail() {
      site.transcript.failNext()
    },
    forged: () =>
      new Request(`${site.url}/channels/web/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: 'visitor=guessed' },
        body: JSON.stringify({ id: crypto.randomUUID(), text: 'câu' }),
      }),
    close: site.close,
  }
}

channelContract({
  name: 'web',
  create: createHarness,
  skip: [
    { reason: 'the page never hears the bot', tests: ['ignores its own messages'] },
    {
      reason: 'a press leaves its own line on the page, so it names no message; the rest is in messages.test.ts',
      tests: ['brings a choice back under the id of its offer'],
    },
    {
      reason: 'the only platform is our own database, where a repeat is told by its id',
      tests: [
        'tells that a person blocked it',
        'tells how long a throttled message must wait',
        'does not claim to know what became of a cut connection',
      ],
    },
  ],
})
