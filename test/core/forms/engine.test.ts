import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { goOn, pause, resume, start } from '../../../src/core/forms/engine.ts'
import { activeFields, type Form, type FormInput, type FormState, sentValues } from '../../../src/core/forms/form.ts'
import { pageSize, prompt } from '../../../src/core/forms/prompt.ts'
import { literal, text } from '../../../src/core/message.ts'

const option = (value: string, name: string) => ({ value, label: literal(name), names: [name] })
const units = Array.from({ length: 20 }, (_, index) => option(`U${index + 1}`, `Phòng số ${index + 1}`))

const form: Form = {
  dialogue: 'trial',
  version: 1,
  fields: [
    {
      kind: 'choice',
      name: 'subject',
      label: text('pledge-subject'),
      names: ['loai'],
      question: () => [literal('?')],
      options: () => [option('one', 'Cá nhân'), option('all', 'Tập thể')],
      show: (value) => literal(String(value)),
    },
    {
      kind: 'text',
      name: 'name',
      label: text('pledge-name'),
      names: ['ten'],
      question: () => [literal('?')],
      when: (values) => values.subject !== 'all',
      parse: (typed) =>
        typed.trim() === '' ? { ok: false, say: text('pledge-name-empty') } : { ok: true, value: typed.trim() },
      known: ['Nguyễn Thị Lan'],
      show: (value) => literal(String(value)),
    },
    {
      kind: 'choice',
      name: 'unit',
      label: text('pledge-unit'),
      names: ['don vi'],
      question: () => [literal('?')],
      options: () => units,
      show: (value) => literal(String(value)),
    },
    {
      kind: 'many',
      name: 'titles',
      label: text('pledge-titles'),
      names: ['danh hieu'],
      question: () => [literal('?')],
      options: (values) =>
        values.subject === 'all' ? [option('C', 'Cờ')] : [option('A', 'Danh hiệu A'), option('B', 'Danh hiệu B')],
      check: (ticked) => (ticked.length === 0 ? text('pledge-awards-none') : undefined),
      show: (value) => literal(String(value)),
    },
  ],
  closing: [
    {
      kind: 'many',
      name: 'consent',
      label: text('consent'),
      names: ['dong y'],
      question: () => [literal('?')],
      options: () => [option('yes', 'Đồng ý')],
      check: (ticked) => (ticked.includes('yes') ? undefined : text('consent-needed')),
      show: () => text('consent'),
    },
  ],
  review: { title: literal('card'), notes: () => [], send: literal('send') },
}

const say = (words: string): FormInput => ({ kind: 'text', text: words })
const walk = (state: FormState, ...words: string[]) =>
  words.reduce((step, one) => resume(form, step.state, say(one)), { state, outcome: 'open' } as ReturnType<
    typeof resume
  >)
const press = (state: FormState, value: string) =>
  resume(form, state, { kind: 'choice', id: `${state.token}.${state.turn}:${value}` })
const fresh = () => start(form, 'tok')

describe('resume', () => {
  test('leads from the first question to sending', () => {
    const step = walk(fresh(), 'cá nhân', 'Lan', 'phong so 7', 'danh hieu b', 'xong', 'ok', '1', 'gửi')
    expect(step.outcome).toBe('sent')
    expect(sentValues(form, step.state.values)).toEqual({
      subject: 'one',
      name: 'Lan',
      unit: 'U7',
      titles: ['B'],
      consent: ['yes'],
    })
  })

  test.each(['không', 'tiếp tục', 'ok', 'xong', 'no', 'bỏ qua', 'có', 'dừng', 'để sau'])(
    'is not sent by "%s", wherever it is said',
    (words) => {
      const typed = ['cá nhân', 'Lan', 'phong so 7', 'danh hieu b', 'xong', 'ok', '1']
      for (let steps = 0; steps <= typed.length; steps++) {
        const { state } = walk(fresh(), ...typed.slice(0, steps))
        expect(walk(state, words).outcome).not.toBe('sent')
        expect(walk(state, 'dừng', words).outcome).not.toBe('sent')
      }
    },
  )

  test('asks back where a value is hardly meant, and takes it when it is said again', () => {
    const doubting = {
      ...form,
      fields: form.fields.map((one) => (one.name === 'name' ? { ...one, doubt: () => true } : one)),
    } as Form
    const { state } = walk(fresh(), 'cá nhân')
    const asked = resume(doubting, state, say('Khong biet'))
    expect(asked.state).toMatchObject({ at: 'name', asking: { kind: 'sure', value: 'Khong biet' } })
    for (const yes of ['đúng', 'Khong biet'])
      expect(resume(doubting, asked.state, say(yes)).state).toMatchObject({
        at: 'unit',
        values: { name: 'Khong biet' },
      })
    expect(resume(doubting, asked.state, say('không')).state).toMatchObject({ at: 'name' })
    expect(resume(doubting, asked.state, say('không')).state.values).not.toHaveProperty('name')
  })

  test('takes another field for what is said of it by name', () => {
    const { state } = walk(fresh(), 'cá nhân', 'Lan', 'phong so 7', 'sửa tên thành Hoa')
    expect(state).toMatchObject({ at: 'titles', values: { name: 'Hoa', unit: 'U7' } })
  })

  test('goes back over every step and no further', () => {
    let { state } = walk(fresh(), 'cá nhân', 'Lan', 'phòng số 7', '1', 'xong')
    const passed = []
    for (let steps = 0; steps < 5; steps++) {
      passed.push(state.at)
      state = press(state, '_back').state
    }
    expect(passed).toEqual(['review', 'titles', 'unit', 'name', 'subject'])
    expect(state.at).toBe('subject')
    expect(state.values.name).toBe('Lan')
  })

  test('an earlier answer that changes what is asked leads to what no longer stands', () => {
    const { state } = walk(fresh(), 'cá nhân', 'Lan', 'phòng số 7', '1', 'xong', 'sửa loại', 'tập thể')
    expect(state.at).toBe('titles')
    const done = walk(state, 'cờ', 'xong')
    expect(done.state.at).toBe('review')
    expect(sentValues(form, done.state.values)).toEqual({ subject: 'all', unit: 'U7', titles: ['C'] })
  })

  test('a button of an earlier step, or pressed twice, changes nothing and is told', () => {
    const first = fresh()
    const second = press(first, '=one').state
    const again = resume(form, second, { kind: 'choice', id: `tok.${first.turn}:=one` })
    expect(again).toMatchObject({ understood: false, state: { at: 'name', values: second.values } })
    expect(again.say[0]?.text[0]).toEqual(text('form-stale'))
  })

  test('a button of another form, or made up, changes nothing', () => {
    const { state } = walk(fresh(), 'cá nhân')
    for (const id of [
      'other.1:=one',
      `tok.${state.turn}:=one`,
      `tok.${state.turn}:+A`,
      `tok.${state.turn}:@unit`,
      'tok',
      '',
      ':::',
    ])
      expect(resume(form, state, { kind: 'choice', id }).state).toMatchObject({
        at: 'name',
        values: { subject: 'one' },
      })
  })

  test('what did not fit is kept and shown again, whole', () => {
    const long = 'x'.repeat(10_000)
    const { state } = walk(fresh(), 'cá nhân', 'Lan', long)
    expect(state.at).toBe('unit')
    expect(state.drafts.unit).toBe(long)
    expect(walk(state, 'phòng số 2').state.drafts).toEqual({})
  })

  test('a long list is paged; a number means a line of the page, a name any line', () => {
    let { state } = walk(fresh(), 'cá nhân', 'Lan')
    state = press(state, '_more').state
    const shown = prompt(form, state).choices?.flatMap((row) => row.map((choice) => choice.id.split(':')[1]))
    expect(shown?.slice(0, pageSize)).toEqual(units.slice(8, 16).map((unit) => `=${unit.value}`))
    expect(walk(state, '2').state.values.unit).toBe('U10')
    expect(walk(state, 'phòng số 20').state.values.unit).toBe('U20')
  })

  test('a consent that is needed is asked for, never taken for given', () => {
    const { state } = walk(fresh(), 'cá nhân', 'Lan', 'phòng số 7', '1', 'xong', 'gửi', 'xong')
    expect(state).toMatchObject({ at: 'consent' })
    expect(state.values.consent).toBeUndefined()
  })

  test('put aside, it goes on where it was, and its old buttons no longer count', () => {
    const { state } = walk(fresh(), 'cá nhân', 'Lan')
    const later = goOn(pause(state))
    expect(later).toMatchObject({ at: 'unit', paused: false, values: state.values })
    expect(resume(form, later, { kind: 'choice', id: `tok.${state.turn}:=U3` }).state.at).toBe('unit')
  })

  test('whatever is sent, in whatever order: never throws, always asks something, loses no answer', () => {
    const values = [
      '=one',
      '=all',
      '+A',
      '+B',
      '+C',
      '+yes',
      '_next',
      '_back',
      '_edit',
      '_stop',
      '_stay',
      '@name',
      '@unit',
      '_more',
      '_fewer',
    ]
    const input = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }).map(say),
      fc
        .constantFrom(
          'cá nhân',
          'tập thể',
          '1',
          '2',
          'xong',
          'quay lại',
          'hủy',
          'gửi',
          'sửa',
          'phòng số 3',
          '😀',
          '<b>',
        )
        .map(say),
      fc.constantFrom(...values).map((value) => ({ kind: 'press' as const, value })),
      fc.constant<FormInput>({ kind: 'unsupported' }),
    )
    fc.assert(
      fc.property(fc.array(input, { maxLength: 30 }), (inputs) => {
        let state = fresh()
        for (const one of inputs) {
          const step = one.kind === 'press' ? press(state, one.value) : resume(form, state, one)
          if (step.outcome !== 'open') return
          const known = [...activeFields(form.fields, step.state.values), ...form.closing].map((field) => field.name)
          expect([...known, 'review', 'edit']).toContain(step.state.at)
          expect(step.say[0]?.text.length).toBeGreaterThan(0)
          expect(Object.keys(step.state.values)).toEqual(expect.arrayContaining(Object.keys(state.values)))
          expect(JSON.parse(JSON.stringify(step.state))).toEqual(step.state)
          state = step.state
        }
      }),
      { numRuns: 300 },
    )
  })
})
