import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markOf, type Part, pledgeStates, type Step, steps, stepTo } from '../../../src/core/pledges/life.ts'

const parts: readonly Part[] = ['sender', 'unit', 'office']
const allSteps = Object.keys(steps) as Step[]

// What is allowed, written out by hand: `<part> <step>: <from> -> <to>`.
const allowed = new Set([
  'sender undo: submitted -> undone',
  'sender change: submitted -> submitted',
  'sender change: returned -> submitted',
  'sender change: confirmed -> submitted',
  'sender withdraw: submitted -> withdrawn',
  'sender withdraw: returned -> withdrawn',
  'sender withdraw: confirmed -> withdrawn',
  'unit confirm: submitted -> confirmed',
  'unit return: submitted -> returned',
  'unit return: confirmed -> returned',
  'office include: confirmed -> included',
  'office reopen: included -> confirmed',
  'office result: included -> included',
])

describe('the life of a pledge', () => {
  test('who may take which step from which state, and nothing else', () => {
    const found = parts.flatMap((part) =>
      allSteps.flatMap((step) =>
        pledgeStates.flatMap((state) => {
          const verdict = stepTo({ state, version: 3 }, step, { parts: [part], shown: 3 })
          return verdict.ok ? [`${part} ${step}: ${state} -> ${verdict.state}`] : []
        }),
      ),
    )
    expect(new Set(found)).toEqual(allowed)
  })

  test.each([
    ['not theirs', { state: 'submitted', version: 1 }, 'confirm', ['sender'], 1, 'part'],
    ['decided already', { state: 'confirmed', version: 2 }, 'confirm', ['unit'], 1, 'state'],
    ['changed since', { state: 'submitted', version: 2 }, 'confirm', ['unit'], 1, 'version'],
    ['locked', { state: 'included', version: 2 }, 'change', ['sender'], 2, 'state'],
    ['withdrawn is the end', { state: 'withdrawn', version: 2 }, 'change', ['sender'], 2, 'state'],
    ['a button without a version', { state: 'submitted', version: 1 }, 'confirm', ['unit'], Number.NaN, 'version'],
  ] as const)('%s', (_name, pledge, step, by, shown, why) => {
    expect(stepTo(pledge, step, { parts: by, shown })).toEqual({ ok: false, why })
  })

  test('whatever is tried in whatever order, each step taken was allowed and of one version only one is taken', () => {
    const tries = fc.array(
      fc.record({
        step: fc.constantFrom(...allSteps),
        part: fc.constantFrom(...parts),
        behind: fc.nat({ max: 2 }),
      }),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(tries, (all) => {
        let pledge = { state: 'submitted', version: 1 } as { state: (typeof pledgeStates)[number]; version: number }
        for (const { step, part, behind } of all) {
          const shown = pledge.version - behind
          const verdict = stepTo(pledge, step, { parts: [part], shown })
          if (!verdict.ok) continue
          expect(behind).toBe(0)
          expect(allowed).toContain(`${part} ${step}: ${pledge.state} -> ${verdict.state}`)
          pledge = { state: verdict.state, version: pledge.version + 1 }
        }
      }),
    )
  })

  test('a mark is of exactly those pledges as they are, in whatever order', () => {
    const two = [
      { id: 'a', version: 1 },
      { id: 'b', version: 2 },
    ]
    expect(markOf(two)).toBe(markOf([...two].reverse()))
    const others = [
      [],
      two.slice(1),
      [
        { id: 'a', version: 2 },
        { id: 'b', version: 2 },
      ],
      [...two, { id: 'c', version: 1 }],
    ]
    expect(new Set([two, ...others].map(markOf)).size).toBe(5)
    expect(markOf(two)).toMatch(/^2-[a-z0-9]{1,7}$/)
  })
})

describe('what is never said', () => {
  // Law of 2022, Article 7: to register is no condition, and the council alone decides.
  const never = [
    /không (?:được|đủ điều kiện|thể) (?:được )?(?:xét|xem xét|khen|bình xét)/iu,
    /(?:chưa|không) đăng ký (?:thì |sẽ )?(?:không|mất|bị)/iu,
    /(?:bạn|đồng chí|người này|bản này|tập thể này) (?:đã |sẽ )?(?:đủ điều kiện|đạt tiêu chuẩn|đủ tiêu chuẩn)/iu,
    /(?:not|never) (?:be )?(?:considered|eligible)|will not be (?:considered|rewarded)|(?:is|are) eligible/i,
  ]
  const words = ['vi', 'en'].flatMap((locale) =>
    readdirSync(`locales/${locale}`).flatMap((file) =>
      readFileSync(`locales/${locale}/${file}`, 'utf8')
        .split('\n')
        .map((line) => ({ where: `${locale}/${file}`, line })),
    ),
  )

  test('that somebody who has not registered is not considered, or that anybody is eligible', () => {
    expect(words.length).toBeGreaterThan(500)
    expect(words.filter(({ line }) => never.some((pattern) => pattern.test(line)))).toEqual([])
  })

  test.each([
    'Đồng chí chưa đăng ký thì không được xét khen thưởng.',
    'Không đăng ký sẽ bị loại.',
    'Đồng chí đủ điều kiện đạt danh hiệu này.',
    'Those who do not register will not be considered.',
    'You are eligible.',
  ])('the search would find "%s"', (line) => {
    expect(never.some((pattern) => pattern.test(line))).toBe(true)
  })
})
