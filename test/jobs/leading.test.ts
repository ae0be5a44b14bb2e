import { afterEach, expect, test } from 'vitest'
import { createTelegramChannel } from '../../src/channels/telegram/index.ts'
import { whileLeading } from '../../src/jobs/leading.ts'
import { type FakeTelegram, startFakeTelegram } from '../support/fake-telegram.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const log = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** A real channel that receives while `lead` says so, looked at every few milliseconds. */
async function follow(lead: () => Promise<boolean>) {
  const telegram: FakeTelegram = await startFakeTelegram()
  const { token, url: apiRoot } = telegram
  const files = async () => undefined
  const mode = { kind: 'polling' as const }
  const channel = createTelegramChannel({ token, apiRoot, mode, words: (key) => key, files, log })
  const stored: string[] = []
  const errors: unknown[] = []
  const leading = await whileLeading({
    lead,
    begin: () => channel.start(async ({ input }) => void stored.push(input.kind === 'text' ? input.text : '')),
    end: () => channel.stop(),
    onError: (error) => errors.push(error),
    everyMs: 5,
  })
  closing.push(telegram.close, leading.stop)
  return { telegram, stored, errors, leading }
}

test('the channel receives while this process leads, as often as that changes', async () => {
  let leads = true
  const { telegram, stored } = await follow(async () => leads)
  for (const words of ['một', 'hai', 'ba']) {
    leads = true
    await telegram.say(words)
    await telegram.until(() => telegram.waiting() === 1 && stored.includes(words))
    leads = false
    await expect.poll(() => telegram.waiting()).toBe(0)
  }
  expect(stored).toEqual(['một', 'hai', 'ba'])
})

test('who cannot ask whether it leads receives nothing meanwhile', async () => {
  let isAway = false
  const { telegram, errors } = await follow(async () => {
    if (isAway) throw new Error('no database')
    return true
  })
  await telegram.until(() => telegram.waiting() === 1)
  isAway = true
  await expect.poll(() => telegram.waiting()).toBe(0)
  expect(errors[0]).toMatchObject({ message: 'no database' })
  isAway = false
  await telegram.until(() => telegram.waiting() === 1)
})

test('it has stopped receiving when it has stopped leading', async () => {
  const { telegram, leading } = await follow(async () => true)
  await telegram.until(() => telegram.waiting() === 1)
  await leading.stop()
  await expect.poll(() => telegram.waiting()).toBe(0)
})
