import type { Wish } from './wishes.ts'

// What our own buttons say and the shortest ways to say it, folded. They are heard in whichever language one speaks.
const vietnamese: Partial<Record<Wish, string>> = {
  register: 'dang ky | dang ky thi dua | dang ky danh hieu',
  'my-pledge': 'ban dang ky cua toi | dang ky cua toi | trang thai | trang thai dang ky | ket qua | ket qua dang ky',
  'change-pledge': 'sua dang ky | sua ban dang ky',
  'withdraw-pledge': 'rut dang ky | rut ban dang ky',
  dates: 'cac moc thoi gian | moc thoi gian | cac moc | lich phong trao',
  ask: 'hoi ve phong trao | dat cau hoi | hoi dap',
  reminders: 'nhac han | nhac viec | loi nhac | lich nhac',
  'reminders-on': 'bat nhac | bat nhac han',
  'reminders-off': 'tat nhac | tat nhac han',
  'my-data': 'du lieu cua toi',
  'delete-data': 'xoa du lieu cua toi',
  news: 'gui tin | gui tin phong trao',
  language: 'ngon ngu | doi ngon ngu | tieng anh | tieng viet',
  'unit-pledges': 'dang ky cua phong | dang ky cua don vi | danh sach dang ky',
  'unit-counts':
    'so lieu dang ky | thong ke dang ky | tien do dang ky | so lieu | chot danh sach | xuat danh sach | xuat danh sach dang ky | xuat so lieu | danh sach chot',
  'who-missing': 'ai chua dang ky | con ai chua dang ky | danh sach chua dang ky',
}
const english: Partial<Record<Wish, string>> = {
  register: 'register | register a pledge | sign up',
  'my-pledge': 'my pledge | my pledges | my registration | my registrations | status | results | my results',
  'change-pledge': 'change my pledge | change my registration',
  'withdraw-pledge': 'withdraw | withdraw my pledge | withdraw my registration',
  dates: 'dates | the dates | show dates | show the dates | key dates | important dates | campaign dates | timeline',
  ask: 'ask | ask a question | ask about the campaign | ask about the movement',
  reminders: 'reminder | reminders | my reminders',
  'reminders-on': 'remind me | reminders on | turn reminders on | turn on reminders',
  'reminders-off': 'reminders off | turn reminders off | turn off reminders',
  'my-data': 'my data',
  'delete-data': 'delete my data',
  help: 'help me',
  news: 'send news | send campaign news',
  'unit-pledges': 'pledges of my unit | pledges of the unit | my unit s pledges',
  'unit-counts': 'registration figures | figures | registration progress | close the list | export the list',
  'who-missing': 'who is missing | who has not registered',
  language:
    'language | change language | english | english please | speak english | in english | speak vietnamese | in vietnamese | vietnamese | vietnamese please',
}

interface Phrase {
  readonly wish: Wish
  readonly language: 'vi' | 'en'
}

/** What a whole folded message of a few words asks for. */
export const phraseWishes: ReadonlyMap<string, Phrase> = new Map(
  [...listed(vietnamese, 'vi'), ...listed(english, 'en')].map(({ said, ...phrase }) => [said, phrase]),
)

function listed(table: Partial<Record<Wish, string>>, language: Phrase['language']): (Phrase & { said: string })[] {
  return Object.entries(table).flatMap(([wish, said]) =>
    said.split(' | ').map((one) => ({ said: one, wish: wish as Wish, language })),
  )
}
