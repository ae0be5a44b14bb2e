import { describe, expect, test } from 'vitest'
import { detectLanguage } from '../../../src/core/language/detect-language.ts'

describe('detectLanguage', () => {
  test.each([
    '',
    '2',
    '👍',
    'hi',
    'hello',
    'he',
    'ok',
    'ok thanks',
    'bye',
    'data',
    'event',
    'start',
    'id',
    'stop',
    'help',
  ])('leaves %j to the person', (text) => {
    expect(detectLanguage(text, 'vi')).toBe('vi')
    expect(detectLanguage(text, 'en')).toBe('en')
  })

  test.each([
    'sdt lien he',
    'lien he',
    'dang ky the nao',
    'em muon register the nao',
    'can gi de register',
    'theme la gi',
    'deadline đợt 2',
    'email la gi',
    'cam on',
    'bn ngay nua het dot 2',
    'phong trao con dang chay khong',
    'chur ddeef phong traof laf gif',
    'ddowtj 2 bawts ddaauf tuwf ngayf naof',
    'đợt 2',
  ])('hears Vietnamese in %j whatever the person speaks', (text) => {
    expect(detectLanguage(text, 'en')).toBe('vi')
    expect(detectLanguage(text, 'vi')).toBe('vi')
  })

  test.each([
    'when does phase 2 end?',
    'who can register?',
    'can i change it later',
    'is it over',
    'hi there',
    'delete my data',
    'speak vietnamese',
    'my pledges',
    'is there a prize',
    'good morning',
    'Stop sending me reminders.',
    'Can consent be withdrawn?',
    'Which law protects personal data?',
    'What is chiến sĩ thi đua cơ sở?',
    'what is lao dong tien tien',
    'Which province merged with Cà Mau?',
  ])('hears English in %j whatever the person speaks', (text) => {
    expect(detectLanguage(text, 'vi')).toBe('en')
    expect(detectLanguage(text, 'en')).toBe('en')
  })

  test.each(['weather today?', 'start date', 'my data', 'event', 'post an announcement'])(
    'takes %j on an English page for English',
    (text) => {
      expect(detectLanguage(text, 'en')).toBe('en')
    },
  )
})
