import { expect, test } from 'vitest'
import { describeFailure } from '../../../src/core/conversation/failure.ts'
import type { IncomingUpdate } from '../../../src/core/message.ts'

const update: IncomingUpdate = {
  id: '1',
  address: { channel: 'telegram', chat: '-100777' },
  from: { id: '42', name: 'Trần Thị Bí Mật' },
  private: false,
  title: 'Phòng Kín',
  addressed: true,
  input: { kind: 'text', text: 'gọi Hoa' },
}

function named(name: string, message: string): Error {
  const error = new Error(message)
  error.name = name
  return error
}

test('tells what happened and where, without a word that was written, a name, an address or anything quoted', () => {
  const said = 'Cannot read gọi of Hoa from Trần Thị Bí Mật (42, -100777, Kín): "Nguyễn An" is not `x` 0912345678'
  const { cause, reason, where } = describeFailure(new TypeError(said), update)
  expect(cause).toBe('program')
  expect(reason).toBe('Cannot read … of … from … … … … (…, -…, …): … is not … …')
  expect(where[0]).toContain('failure.test.ts')
  expect(where.length).toBeLessThanOrEqual(8)
  expect(where.join('\n')).not.toContain('Cannot read')
})

test('keeps the last line of what a database says, since the others repeat the query', () => {
  const message = 'Invalid `prisma.person.update()` invocation:\n\n{ data: { name: Nguyễn An } }\n\nConnection closed.'
  expect(describeFailure(named('PrismaClientKnownRequestError', message))).toMatchObject({
    cause: 'database',
    reason: 'Connection closed.',
  })
  expect(describeFailure(named('DriverAdapterError', 'ConnectionClosed')).cause).toBe('database')
})

test('is short whatever was thrown', () => {
  expect(describeFailure('x'.repeat(5_000)).reason).toHaveLength(161)
  expect(describeFailure(undefined)).toEqual({ cause: 'program', reason: 'undefined', where: [] })
  expect(describeFailure(named('', ''))).toMatchObject({ cause: 'program', reason: '' })
})
