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
  bubble.append(words, time)
  item.append(bubble)
  if (entry.choices) item.append(drawChoices(entry.choices, choose))
  return item
}

/** @param {Entry} entry @returns {Node[]} */
function drawWords(entry) {
  const drawn = []
  let end = 0
  for (const span of [...(entry.spans ?? [])].sort((a, b) => a.offset - b.offset)) {
    if (span.offset < end) continue
    drawn.push(...drawLinks(entry.text.slice(end, span.offset)))
    end = span.offset + span.length
    drawn.push(node(span.style === 'bold' ? 'strong' : 'em', '', entry.text.slice(span.offset, end)))
  }
  return [...drawn, ...drawLinks(entry.text.slice(end))]
}

/** @param {string} text @returns {Node[]} */
function drawLinks(text) {
  return text.split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]])/).map((part, index) => {
    if (index % 2 === 0) return document.createTextNode(part)
    const link = /** @type {HTMLAnchorElement} */ (node('a', '', part))
    link.href = part
    link.target = '_blank'
    link.rel = 'noopener noreferrer'
    return link
  })
}

/** @param {import('./connection.js').Choice[][]} rows @param {(choice: string) => void} choose */
function drawChoices(rows, choose) {
  const group = node('div', 'choices')
  group.setAttribute('role', 'group')
  group.setAttribute('aria-label', word('web-choices'))
  for (const row of rows) {
    const line = node('div', 'choice-row')
    for (const choice of row) {
      const button = /** @type {HTMLButtonElement} */ (node('button', `choice ${choice.tone ?? ''}`, choice.label))
      button.type = 'button'
      button.dataset.choice = choice.id
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
