import { type Api, GrammyError } from 'grammy'
import { expect, test } from 'vitest'
import { createAdministratorCheck } from '../../../src/channels/telegram/administrators.ts'
import { SendError } from '../../../src/core/channel.ts'

const group = { channel: 'telegram', chat: '-1001987654321', thread: '7' } as const

function checkAgainst(answer: () => Promise<{ status: string }>) {
  const asked: unknown[][] = []
  const api = {
    getChatMember(...given: unknown[]) {
      asked.push(given.slice(0, 2))
      return answer()
    },
  } as unknown as Api
  return { asked, administers: createAdministratorCheck(api) }
}

test.each([
  ['creator', true],
  ['administrator', true],
  ['member', false],
  ['restricted', false],
  ['left', false],
  ['kicked', false],
])('%s: %s', async (status, expected) => {
  const { asked, administers } = checkAgainst(async () => ({ status }))
  expect(await administers(group, '700000001')).toBe(expected)
  expect(asked).toEqual([[-1_001_987_654_321, 700_000_001]])
})

test('what Telegram refuses is no answer, and says nothing of who was asked about', async () => {
  const answer = { ok: false as const, error_code: 400, description: 'Bad Request: user not found' }
  const { administers } = checkAgainst(() =>
    Promise.reject(new GrammyError('refused', answer, 'getChatMember', { user_id: 700_000_001 })),
  )
  const error = await administers(group, '700000001').catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(SendError)
  expect(JSON.stringify(error) + String(error)).not.toContain('700000001')
})
