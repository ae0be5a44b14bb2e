// @ts-check
import { dayOf, numericDay, timeOf, word } from './words.js'

/** @typedef {import('./connection.js').Entry} Entry */

/**
 * One entry as the page shows it. Words become text nodes, never markup.
 * @param {Entry} entry @param {Entry | undefined} previous @param {(choice: string) => void} choose
 */
export function drawEntry(entry, previous, choose) {
  const item = node('li', `entry ${entry.author}`)
  const at = new Date(entry.at)
  if (!previous || numericDay(new Date(previous.at)) !== numericDay(at)) item.append(node('p', 'day', dayOf(at)))

  const bubble = node('div', 'bubble')
  const words = node('div', 'words')
  words.append(node('span', 'hidden', `${word(entry.author === 'bot' ? 'web-bot' : 'web-person')}: `))
  words.append(...drawWords(entry))
  const time = /** @type {HTMLTimeElement} */ (node('time', '', timeOf(at)))
  time.dateTime = entry.at
  bubble.append(words, ...(entry.file ? [drawFile(entry.file)] : []), time)
  item.append(bubble)
  if (entry.choices) item.append(drawChoices(entry.choices, choose))
  return item
}

/** @type {Record<import('./connection.js').Span['style'], string>} */
const tags = { bold: 'strong', italic: 'em', underline: 'u', strikethrough: 's', code: 'code', link: 'a' }

/** Piece by piece between the edges of its spans, which may lie inside and across each other. @param {Entry} entry */
function drawWords({ text, spans = [] }) {
  const edges = [0, text.length, ...spans.flatMap((span) => [span.offset, span.offset + span.length])]
  const cuts = [...new Set(edges)].filter((at) => at >= 0 && at <= text.length).sort((a, b) => a - b)
  return cuts.slice(1).flatMap((end, index) => {
    const start = cuts[index] ?? 0
    const over = spans.filter((span) => span.offset <= start && span.offset + span.length >= end)
    const words = text.slice(start, end)
    const plain = over.some((span) => span.style === 'link') ? [document.createTextNode(words)] : drawLinks(words)
    return over.reduce(wrap, plain)
  })
}

/** @param {Node[]} inside @param {import('./connection.js').Span} span @returns {Node[]} */
function wrap(inside, { style, url = '' }) {
  const around = style === 'link' ? /^https?:/i.test(url) && linkTo(url) : node(tags[style], '')
  if (!around) return inside
  around.append(...inside)
  return [around]
}

/** @param {string} text @returns {Node[]} */
function drawLinks(text) {
  return text.split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]])/).map((part, index) => {
    if (index % 2 === 0) return document.createTextNode(part)
    return linkTo(part, part)
  })
}

/** @param {string} url @param {string} [words] */
function linkTo(url, words) {
  const link = /** @type {HTMLAnchorElement} */ (node('a', '', words))
  link.href = url
  link.target = '_blank'
  link.rel = 'noopener noreferrer'
  return link
}

/** A document to download, or the note that there is one elsewhere. @param {NonNullable<Entry['file']>} file */
function drawFile(file) {
  const line = node('p', 'file')
  if ('elsewhere' in file) {
    line.textContent = word('web-file-elsewhere')
    return line
  }
  const link = /** @type {HTMLAnchorElement} */ (node('a', '', file.name))
  link.href = `channels/web/files/${encodeURIComponent(file.id)}`
  link.download = file.name
  line.append(`${word('web-file')}: `, link)
  return line
}

/** @param {import('./connection.js').Choice[][]} rows @param {(choice: string) => void} choose */
function drawChoices(rows, choose) {
  const group = node('div', 'choices')
  group.setAttribute('role', 'group')
  group.setAttribute('aria-label', word('web-choices'))
  for (const row of rows) {
    const line = node('div', 'choice-row')
    for (const choice of row) {
      if (choice.url !== undefined) {
        line.append(linkTo(choice.url, choice.label))
        continue
      }
      const button = /** @type {HTMLButtonElement} */ (node('button', `choice ${choice.tone ?? ''}`, choice.label))
      button.type = 'button'
      button.dataset.choice = choice.id
      if (choice.lasts) button.dataset.lasts = ''
      button.addEventListener('click', () => choose(choice.id))
      line.append(button)
    }
    group.append(line)
  }
  return group
}

/**
 * Which choices can still be picked. Those of an entry rest once one of them was picked, or once the person said
 * something and the bot went on from there; news that arrives in between takes no question away.
 * @param {Entry[]} entries in order
 * @returns {Map<number, { active: boolean, picked: string | undefined }>}
 */
export function choiceStates(entries) {
  const states = new Map()
  /** What the person said further down and no choice has accounted for. @type {string[]} */
  const said = []
  let botAfter = false
  let answered = false
  for (const entry of [...entries].reverse()) {
    if (entry.author === 'person') {
      answered ||= botAfter
      said.push(entry.text)
      continue
    }
    botAfter = true
    if (!entry.choices) continue
    const picked = entry.choices.flat().find((one) => said.includes(one.label))
    if (picked) said.splice(said.indexOf(picked.label), 1)
    states.set(entry.id, { active: !answered && !picked, picked: picked?.id })
  }
  return states
}

/** @param {string} name @param {string} className @param {string} [text] */
export function node(name, className, text) {
  const made = document.createElement(name)
  if (className) made.className = className.trim()
  if (text !== undefined) made.textContent = text
  return made
}
