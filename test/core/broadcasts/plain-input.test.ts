import { expect, test } from 'vitest'
import { limits as telegram } from '../../../src/channels/telegram/encode.ts'
import { limits as web } from '../../../src/channels/web/encode.ts'
import { contentFields } from '../../../src/dialogues/broadcast-fields.ts'
import { translator } from '../../support/test-app.ts'

test('a photo, a document and formatting are asked for only where they can be sent', () => {
  const asked = (plainInput = false) => {
    const [words] = contentFields({ form: undefined, plainInput })
    return words?.question({}).map((one) => translator.say(one, 'vi')) ?? []
  }
  expect(asked(telegram.plainInput).join(' ')).toContain('gửi một ảnh hay tài liệu kèm lời')
  expect(asked(web.plainInput).join(' ')).toContain('chỉ nhận lời, chưa nhận ảnh')
})
