// @ts-check

/**
 * @typedef {'vi' | 'en'} Language
 * @typedef {{ words: Record<Language, Record<string, string>>, demonstration: boolean, timezone: string }} Setup
 */

/** What the server wrote into the page: every word in both languages. @type {Setup} */
export const setup = JSON.parse(element('setup').textContent ?? '')

/** @type {Language} */
let language = 'vi'

/** @returns {Language} */
export function currentLanguage() {
  return language
}

/** The words of that key in the present language. @param {string} key */
export function word(key) {
  return setup.words[language][key] ?? key
}

/** Puts the whole page into a language. @param {Language} next */
export function useLanguage(next) {
  language = next
  document.documentElement.lang = next
  for (const one of select('[data-word]')) one.textContent = word(one.dataset.word ?? '')
  for (const one of select('[data-label]')) one.setAttribute('aria-label', word(one.dataset.label ?? ''))
  for (const one of select('[data-placeholder]')) one.setAttribute('placeholder', word(one.dataset.placeholder ?? ''))
  for (const one of select('[data-language]'))
    one.setAttribute('aria-pressed', String(one.dataset.language === language))
  remember('language', next)
}

/** `08:05`, on the campaign's clock. @param {Date} moment */
export function timeOf(moment) {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: setup.timezone }).format(
    moment,
  )
}

/** `Thứ Hai, 10/11/2025` or `Monday 10 November 2025`. @param {Date} moment */
export function dayOf(moment) {
  const at = { timeZone: setup.timezone }
  if (language === 'en') return new Intl.DateTimeFormat('en-GB', { ...at, dateStyle: 'full' }).format(moment)
  const weekday = new Intl.DateTimeFormat('vi', { ...at, weekday: 'long' }).format(moment)
  return `${weekday}, ${numericDay(moment)}`
}

/** `10/11/2025`. @param {Date} moment */
export function numericDay(moment) {
  const parts = { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: setup.timezone }
  return new Intl.DateTimeFormat('en-GB', /** @type {Intl.DateTimeFormatOptions} */ (parts)).format(moment)
}

/** `Th 2, 10/11/2025`, where there is little room. @param {Date} moment */
export function shortDay(moment) {
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: setup.timezone }).format(moment)
  return `${weekday}, ${numericDay(moment)}`
}

/** @param {string} id @returns {HTMLElement} */
export function element(id) {
  const found = document.getElementById(id)
  if (!found) throw new Error(`The page has no #${id}`)
  return found
}

/** @param {string} selector @returns {HTMLElement[]} */
export function select(selector) {
  return [...document.querySelectorAll(selector)].filter((one) => one instanceof HTMLElement)
}

// A browser may forbid storage: the page then forgets, and works all the same.

/** @param {string} key @param {string} value @param {'local' | 'session'} [where] */
export function remember(key, value, where = 'local') {
  try {
    storage(where).setItem(`thi-dua:${key}`, value)
  } catch {}
}

/** @param {string} key @param {'local' | 'session'} [where] @returns {string | null} */
export function recall(key, where = 'local') {
  try {
    return storage(where).getItem(`thi-dua:${key}`)
  } catch {
    return null
  }
}

/** @param {'local' | 'session'} where */
function storage(where) {
  return where === 'local' ? localStorage : sessionStorage
}
