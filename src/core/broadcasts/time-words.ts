/**
 * Words about a time, as they are read: lower case, without diacritics but with figures and their signs. Where the accents
 * tell words apart that fold to the same letters, they are told apart here; without accents they stay as they are.
 */
export function timeWords(typed: string): string {
  const accented = typed
    .normalize('NFC')
    .toLowerCase()
    .replace(/(?<!\p{L})tôi(?!\p{L})/gu, ' ')
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
    .replace(/\.(?!\d)/g, ' ')
  return figures(plain).replace(/\s+/g, ' ').trim()
}

const numbers: Readonly<Record<string, string>> = {
  'muoi mot': '11',
  'muoi hai': '12',
  mot: '1',
  hai: '2',
  ba: '3',
  bon: '4',
  nam: '5',
  sau: '6',
  bay: '7',
  tam: '8',
  chin: '9',
  muoi: '10',
}

/** "Tám giờ" is "8 giờ"; "thứ ba" and "sau 2 giờ" stay. */
function figures(words: string): string {
  return words.replace(
    /(?<!\bthu )\b(muoi mot|muoi hai|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi) (?=(?:gio|tieng)\b)/g,
    (_, one: string) => `${numbers[one]} `,
  )
}
