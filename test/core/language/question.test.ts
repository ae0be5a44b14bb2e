import { describe, expect, test } from 'vitest'
import { looksLikeQuestion } from '../../../src/core/language/question.ts'

describe('looksLikeQuestion', () => {
  test.each([
    'Khi nào hết hạn đợt 2',
    'dot 2 ket thuc ngay nao',
    'chủ đề phong trào là gì',
    'còn bao nhiêu ngày nữa',
    'đăng ký rồi có sửa được không',
    'em dk dc ko a',
    'phong trào kết thúc chưa',
    'bh hết hạn v?',
    'what is the theme',
    'can I change it later',
    'ai ký quyết định vậy',
    'nộp ở đâu',
    'văn bản số mấy',
    'for whom is it',
  ])('hears a question in %j', (text) => {
    expect(looksLikeQuestion(text)).toBe(true)
  })

  test.each([
    'Nguyễn Văn An',
    'nguyen van an',
    'Lê Thị Sao',
    'Trần Thị Nhi',
    'Thanh tra huyện Đầm Dơi',
    'Phòng Nghiệp vụ 2',
    'Lao động tiên tiến, CSTĐCS',
    'Sao',
    '2',
    'Hoàn thành 100% nhiệm vụ được giao, có 1 sáng kiến cấp cơ sở',
    '',
  ])('hears none in %j', (text) => {
    expect(looksLikeQuestion(text)).toBe(false)
  })
})
