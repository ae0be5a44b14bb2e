/**
 * Words about a time, as they are read: lower case, without diacritics but with figures and their signs. Where the accents
 * tell words apart that fold to the same letters, they are told apart here; without accents they stay as they are.
 */
export function timeWords(typed: string): string {
  const accented = typed
    .normalize('NFC')
    .toLowerCase()
    .replace(/(?<!\p{L})tôi(?!\p{L})/gu, ' ')
    .replace(/(?<!\p{L})bây giờ(?!\p{L})/gu, ' rightnow ')
    .replace(/(?<!\p{L})bảy(?!\p{L})/gu, ' 7 ')
    .replace(/(?<!\p{L})(?:nhé|nhá|ạ|ừ|vâng|đồng chí|các đồng chí)(?!\p{L})/gu, ' ')
    .replace(/(?<!\p{L})tối(?!\p{L})/gu, ' evening ')
    .replace(/(?<!\p{L})tới(?!\p{L})/gu, ' coming ')
    .replace(/(?<!\p{L})mốt(?!\p{L})/gu, ' overmorrow ')
    .replace(/(?<!\p{L})một(?!\p{L})/gu, ' 1 ')
    .replace(/(?<!\p{L})này(?!\p{L})/gu, ' this ')
    .replace(/(?<!\p{L})(?:ngay)(?!\p{L})(?= (?:bây|lập|tức))/gu, ' ')
  const plain = accented
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replace(/[^a-z0-9:/.-]+/g, ' ')
    .replace(/\b(?:nhe|dong chi|vang)\b/g, ' ')
    .replace(/\.(?!\d)/g, ' ')
    // "16.30" is a time; "20.11" may be a day, "20.11.2025" and "9.30 20.11" say which.
    .replace(/(?<![\d./-])([01]?\d|2[0-4])\.([1-5]\d|0\d)(?![\d./-])/g, (all, hour: string, minute: string) =>
      Number(minute) > 12 || minute === '00' ? `${hour}:${minute}` : all,
    )
  return figures(plain).replace(/\s+/g, ' ').trim()
}

const numbers: Readonly<Record<string, string>> = {
  mot: '1',
  hai: '2',
  ba: '3',
  bon: '4',
  tu: '4',
  nam: '5',
  lam: '5',
  sau: '6',
  bay: '7',
  tam: '8',
  chin: '9',
}

const digits = 'mot|1|hai|ba|bon|tu|nam|lam|sau|bay|7|tam|chin'

/** "Tám giờ" is "8 giờ", "mười lăm giờ ba mươi" is "15 giờ 30"; "thứ ba" and "sau 2 giờ" stay, and so does "bay gio". */
function figures(words: string): string {
  const hours = words.replace(
    new RegExp(`(?<!\\bthu )\\b(hai muoi|muoi)(?: (${digits}))? (?=(?:gio|tieng)\\b)`, 'g'),
    (_, tens: string, ones?: string) => `${(tens === 'muoi' ? 10 : 20) + digit(ones)} `,
  )
  return hours
    .replace(
      /(?<!\bthu )\b(mot|hai|ba|bon|nam|sau|tam|chin|bay(?= (?:gio|tieng) \S)) (?=(?:gio|tieng)\b)/g,
      (_, one: string) => `${digit(one)} `,
    )
    .replace(
      new RegExp(`(\\d (?:gio|h|g) )(?:(hai|ba|bon|nam) )?muoi(?: (${digits}))?(?= |$)`, 'g'),
      (_, hour: string, tens = '', ones?: string) => `${hour}${(tens === '' ? 1 : digit(tens)) * 10 + digit(ones)}`,
    )
}

function digit(word: string | undefined): number {
  return word === undefined ? 0 : Number(numbers[word] ?? word)
}
