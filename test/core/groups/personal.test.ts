import { describe, expect, test } from 'vitest'
import { inGroup } from '../../../src/core/conversation/in-group.ts'
import type { Turn } from '../../../src/core/conversation/turn.ts'
import type { IncomingUpdate } from '../../../src/core/message.ts'
import { answererOf, readCampaign, translator } from '../../support/test-app.ts'

const campaign = await readCampaign()
const answerer = answererOf(campaign)

function turnOf(input: IncomingUpdate['input'], from: IncomingUpdate['from'] = { id: '5' }): Turn {
  const address = { channel: 'telegram', chat: '-100' } as const
  return {
    update: { id: '1', address, from, private: false, addressed: true, input },
    // Everything that must not be said there is at hand.
    person: {
      id: 'p',
      role: 'office',
      locale: 'vi',
      name: 'Trần Thị Bí Mật',
      unit: 'unit-1',
      remindersOff: false,
      standing: 'declared',
      coordinates: [],
    },
    form: undefined,
    offered: [],
    pledges: [
      {
        id: 'pledge-1',
        code: 'TD-SECRET',
        phase: campaign.phases[0]?.id ?? '',
        state: 'submitted',
        late: false,
        subject: 'individual',
        name: 'Trần Thị Bí Mật',
        unit: 'unit-1',
        titles: [],
        commendations: [],
      } as unknown as Turn['pledges'][number],
    ],
    consents: [],
    group: { channel: 'telegram', chat: '-100', title: 'A', state: 'present', enabled: true, news: true },
    campaign,
    timezone: 'Asia/Ho_Chi_Minh',
    now: new Date('2025-11-10T01:00:00Z'),
  }
}

function replyTo(words: string) {
  const { say, effects, form } = inGroup(turnOf({ kind: 'text', text: words }), answerer)
  const choices = say.flatMap((one) => one.choices ?? []).flat()
  const keys = say.flatMap((one) => one.text).flatMap((one) => ('key' in one ? [one.key] : []))
  return { choices, keys, effects, form, shown: say.map((one) => translator.render(one.text, 'vi').text).join('\n') }
}

describe('what is personal is never said in a group', () => {
  test.each([
    'đăng ký của tôi thế nào rồi',
    'tôi đã đăng ký gì',
    'xem lại bản đăng ký của tôi',
    'cho tôi xem phiếu đăng ký của em với',
    'kiểm tra đăng ký giúp tôi',
    'toi dang ky chua',
    'tôi muốn đăng ký chiến sĩ thi đua',
    'đăng ký giúp tôi',
    'tôi muốn rút đăng ký',
    'sửa danh hiệu đăng ký giúp em',
    'bot giữ thông tin gì về tôi',
    'xóa dữ liệu của tôi',
    'dữ liệu của tôi',
    'tắt nhắc cho tôi',
    'bật nhắc hạn cho tôi',
    'show my registration',
    'what did I register',
    'I want to register',
    'delete my data',
    'Tôi là Trần Văn Bình, muốn đăng ký lao động tiên tiến',
  ])('%s', (words) => {
    const { choices, shown, effects, form } = replyTo(words)
    expect(choices.length).toBeGreaterThan(0)
    expect(choices.every((one) => one.opensPrivate)).toBe(true)
    expect(shown).toContain('nhắn riêng')
    expect(shown).not.toMatch(/Bí Mật|TD-SECRET|Trần/)
    expect([effects, form]).toEqual([[], undefined])
  })

  test.each([
    'anh Nam đã đăng ký danh hiệu gì',
    'chị Lan đăng ký chưa',
    'chị lan đăng ký chưa',
    'anh nam đã nộp chưa',
    'đ/c Bình phòng nghiệp vụ 1 nộp chưa',
    'đồng chí Hoa đăng ký những gì',
    'Nguyễn Thị Lan đăng ký danh hiệu nào',
    'Trần Thị Bí Mật đã đăng ký gì',
    'cho xin số điện thoại của anh Tuấn',
    'anh Phong đăng ký gì',
    'Thanh tra viên Lê Văn Trường nộp chưa',
    'sếp Hùng có đăng ký CSTĐ không',
    'ai chưa đăng ký',
    'những ai đã nộp bản đăng ký',
    'danh sách người chưa đăng ký',
    'gửi danh sách đồng chí đã đăng ký',
    'phòng nào chưa nộp đăng ký',
    'ai da dang ky roi',
    'who has not registered',
    'cho tui coi bản đăng ký của anh Nam phòng 2',
  ])('of somebody else: %s', (words) => {
    const { keys, choices, shown } = replyTo(words)
    expect(keys).toEqual(['group-others'])
    expect(choices.map((one) => [one.id, one.opensPrivate])).toEqual([['cuatoi', true]])
    expect(shown).not.toMatch(/Bí Mật|TD-SECRET/)
  })

  test.each([
    'khi nào hết đợt 2',
    'chủ đề phong trào là gì',
    'Ai được đăng ký Chiến sĩ thi đua cơ sở',
    'Đại hội thi đua yêu nước Ngành lần thứ VI tổ chức khi nào',
    'Bằng khen của Tổng Thanh tra xét thế nào',
    'danh hiệu Lao động tiên tiến cần điều kiện gì',
    'Thanh tra tỉnh Cà Mau đăng ký danh hiệu gì',
    'đồng chí Chánh Thanh tra được gửi khen thưởng thế nào',
    'gửi Văn phòng Sở hay gửi Thường trực Hội đồng Thi đua',
    'anh chị nào được đăng ký danh hiệu',
    'học tập tư tưởng Hồ Chí Minh có được khen không',
    'hôm nay là ngày mấy',
  ])('but of nobody is: %s', (words) => {
    expect(replyTo(words).keys).not.toContain('group-others')
    expect(replyTo(words).choices.some((one) => one.opensPrivate)).toBe(false)
  })

  test.each(['dangky', 'cuatoi', 'nhac', 'dulieu', 'ngonngu'])('/%s leads to the private chat', (command) => {
    const { say } = inGroup(turnOf({ kind: 'command', command, argument: '' }), answerer)
    expect(say[0]?.choices?.flat()).toMatchObject([{ id: command, opensPrivate: true }])
  })

  test.each(['do:my-pledge', 'do:withdraw-yes:TD-SECRET', 'do:groups', 'do:work', 'do:news', 'field:1'])(
    'a choice of the private chat does nothing there: %s',
    (id) => {
      const { say, effects } = inGroup(turnOf({ kind: 'choice', id }), answerer)
      expect(effects).toEqual([])
      expect(say[0]?.choices?.flat().every((one) => one.opensPrivate)).toBe(true)
    },
  )
})

describe('who is nobody', () => {
  const anonymous = { id: '-100', anonymous: true }
  test.each([
    [{ kind: 'command', command: 'moc', argument: '' }, 1],
    [{ kind: 'command', command: 'hoi', argument: 'khi nào hết đợt 2' }, 1],
    [{ kind: 'command', command: 'trogiup', argument: '' }, 1],
    [{ kind: 'command', command: 'dangky', argument: '' }, 1],
    [{ kind: 'command', command: 'cuatoi', argument: '' }, 1],
    [{ kind: 'text', text: 'khi nào hết đợt 2' }, 1],
    [{ kind: 'text', text: 'tôi đã đăng ký gì' }, 1],
    [{ kind: 'choice', id: 'do:my-pledge' }, 1],
    [{ kind: 'command', command: 'start', argument: 'cuatoi' }, 0],
  ] as const)('is answered like everyone, and nothing is kept: %j', (input, answers) => {
    const { say, effects, form } = inGroup(turnOf(input, anonymous), answerer)
    expect(say).toHaveLength(answers)
    expect([effects, form]).toEqual([[], undefined])
    expect(JSON.stringify(say)).not.toMatch(/Bí Mật|TD-SECRET/)
  })

  test('changes no setting, whatever the platform says of their rights', () => {
    const input = { kind: 'command', command: 'tin', argument: 'tắt' } as const
    const { say, effects } = inGroup(turnOf(input, { ...anonymous, administrator: true }), answerer)
    expect(effects).toEqual([])
    expect(say[0]?.text).toEqual([{ key: 'group-anonymous' }])
  })

  test.each([
    [undefined, 'group-not-verified'],
    [false, 'group-not-administrator'],
  ] as const)('administrator %s changes nothing either', (administrator, key) => {
    const input = { kind: 'choice', id: 'group:news-off' } as const
    const from = { id: '5', ...(administrator !== undefined && { administrator }) }
    const { say, effects } = inGroup(turnOf(input, from), answerer)
    expect(effects).toEqual([])
    expect(say[0]?.text).toEqual([{ key }])
  })
})
