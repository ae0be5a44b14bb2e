import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { goOn, pause, resume, start } from '../../../src/core/forms/engine.ts'
import {
  activeFields,
  type Field,
  type Form,
  type FormInput,
  type FormState,
  sentValues,
} from '../../../src/core/forms/form.ts'
import { pageSize, prompt } from '../../../src/core/forms/prompt.ts'
import { stands } from '../../../src/core/forms/steps.ts'
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

const words = (name: string, optional: 'skippable' | 'on-request'): Field => ({
  kind: 'text',
  name,
  label: text(`pledge-${name}`),
  names: [name],
  question: () => [literal('?')],
  optional,
  parse: (typed) => (typed.trim() === '' ? { ok: false, say: text('pledge-words-empty') } : { ok: true, value: typed }),
  show: (value) => literal(String(value)),
})

/** The same with what can be left empty. */
const open: Form = {
  ...form,
  fields: [...form.fields, words('topic', 'skippable'), words('notes', 'on-request')],
  review: { ...form.review, more: { value: 'more', label: literal('more'), names: ['them'] } },
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

  test('keeps the answer of a step that was gone back to', () => {
    const { state } = walk(fresh(), 'cá nhân', 'Lan', 'quay lại')
    expect(prompt(form, state).text).toContainEqual(text('form-present', { value: literal('Lan') }))
    for (const words of ['giữ nguyên', 'bỏ qua', 'xong'])
      expect(walk(state, words).state).toMatchObject({ at: 'unit', values: { name: 'Lan' } })
    expect(press(state, '_same').state.at).toBe('unit')
    expect(press(walk(fresh(), 'cá nhân').state, '_same').understood).toBe(false)
  })

  test('takes a field, an option and a replacement by their names on the card', () => {
    const { state } = walk(fresh(), 'cá nhân', 'Lan', 'phong so 7', 'danh hieu b', 'xong')
    expect(state.at).toBe('review')
    expect(walk(state, 'don vi').state).toMatchObject({ at: 'unit', editing: true })
    expect(walk(state, 'phòng số 9').state).toMatchObject({ at: 'review', values: { unit: 'U9' } })
    expect(walk(state, 'sua danh hieu thanh danh hieu a').state.values.titles).toEqual(['A'])
    expect(walk(state, 'sua danh hieu thanh cai gi do').state.values.titles).toEqual(['B'])
  })

  test('asks which one "dung" is where both make sense, and sends nothing for it', () => {
    const { state } = walk(fresh(), 'cá nhân', 'Lan', 'phong so 7', 'danh hieu b', 'xong')
    const asked = walk(state, 'dung')
    expect(asked.say[0]?.text).toEqual([text('form-right-or-stop')])
    expect(press(asked.state, '_next').state.at).toBe('consent')
    expect(press(asked.state, '_stop').state.asking).toEqual({ kind: 'stop' })
    expect(walk(state, 'dừng').state.asking).toEqual({ kind: 'stop' })
    expect(walk(fresh(), 'dung').state.asking).toEqual({ kind: 'stop' })
  })

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

  test('changing another field on the way leads back to the way, never to a card that is half empty', () => {
    const { state } = walk(fresh(), 'cá nhân', 'Lan', 'sửa tên', 'quay lại')
    expect(state).toMatchObject({ at: 'unit', editing: false })
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

  test('what was told is passed over while it stands, and reached from the card', () => {
    const told = ['subject', 'name', 'unit', 'titles']
    const state = start(form, 'tok', { values: { subject: 'one', name: 'Lan', titles: ['A'] }, told })
    expect(state.at).toBe('unit')
    expect(press(state, '_back').state.at).toBe('unit')
    const card = walk(state, 'phòng số 7').state
    expect(card.at).toBe('review')
    expect(press(press(card, '_edit').state, '@name').state.at).toBe('name')
    // Told of an individual, the title is none of a collective's.
    const other = start(form, 'tok', { values: { subject: 'all', unit: 'U1', titles: ['A'] }, told })
    expect(other.at).toBe('titles')
    expect(start(form, 'tok', { values: { ...other.values, titles: ['C'] }, told }).at).toBe('review')
  })

  test('what can be left empty is skipped in one step, and asked later of who wants to say more', () => {
    const answers = ['cá nhân', 'Lan', 'phòng số 7', '1', 'xong']
    const asked = answers.reduce((state, one) => resume(open, state, say(one)).state, start(open, 'tok'))
    const skipped = resume(open, asked, say('bỏ qua'))
    expect(skipped.state).toMatchObject({ at: 'review', values: { topic: '' } })
    const more = resume(open, skipped.state, { kind: 'choice', id: `tok.${skipped.state.turn}:_more` })
    expect(more.state).toMatchObject({ at: 'notes', more: true })
    expect(resume(open, more.state, say('quay lại')).state.at).toBe('topic')
    const done = resume(open, more.state, say('vài chữ'))
    expect(done.state).toMatchObject({ at: 'review', values: { notes: 'vài chữ' } })
    // There is nothing left to add.
    expect(resume(open, done.state, { kind: 'choice', id: `tok.${done.state.turn}:_more` }).understood).toBe(false)
  })

  test('a card that may not be sent as it stands says why', () => {
    const checked = { ...form, review: { ...form.review, check: () => text('quick-list-none') } }
    const { state } = walk(fresh(), 'cá nhân', 'Lan', 'phòng số 7', '1', 'xong')
    const refused = resume(checked, state, say('gửi'))
    expect(refused).toMatchObject({ outcome: 'open', understood: false, state: { at: 'review' } })
    expect(
      prompt(checked, state)
        .choices?.flat()
        .map((one) => one.label),
    ).not.toContainEqual(literal('send'))
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
      '_skip',
      '@topic',
      '@notes',
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
    const given = fc.record(
      {
        values: fc.record(
          {
            subject: fc.constantFrom('one', 'all', 'none'),
            name: fc.constantFrom('Lan', ''),
            unit: fc.constantFrom('U1', 'U99'),
            titles: fc.subarray(['A', 'B', 'C']),
            topic: fc.constantFrom('', 'x'),
          },
          { requiredKeys: [] },
        ),
        told: fc.subarray(['subject', 'name', 'unit', 'titles', 'topic', 'notes']),
        at: fc.constant('review'),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(given, fc.array(input, { maxLength: 30 }), (begun, inputs) => {
        let state = start(open, 'tok', begun)
        expect(prompt(open, state).text.length).toBeGreaterThan(0)
        for (const one of inputs) {
          const id = one.kind === 'press' ? `${state.token}.${state.turn}:${one.value}` : ''
          const step = resume(open, state, one.kind === 'press' ? { kind: 'choice', id } : one)
          if (step.outcome === 'sent') {
            const asked = activeFields(open.fields, step.state.values)
            expect(asked.filter((field) => !stands(field, step.state))).toEqual([])
          }
          if (step.outcome !== 'open') return
          const known = [...activeFields(open.fields, step.state.values), ...open.closing].map((field) => field.name)
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
