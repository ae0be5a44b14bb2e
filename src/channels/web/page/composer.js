// @ts-check
import { deliver, newId, Refused } from './connection.js'
import { element, recall, remember } from './words.js'

/** @typedef {import('./connection.js').Seat} Seat */

/**
 * The message box. What is typed stays in it until the server has stored it, and outlives a reload.
 * @param {{ seat: () => Seat, problem: (key: string | undefined) => void, sent: (seat: Seat, entry: number) => void,
 *   file: (file: File) => void }} deps
 */
export function createComposer(deps) {
  const form = element('compose')
  const input = /** @type {HTMLTextAreaElement} */ (element('input'))
  /** The text under way, with what its repetitions need. @type {{ text: string, stop: AbortController } | undefined} */
  let underway
  /** The id stays with the text through failures and reloads: sent twice, it still arrives once. */
  let id = newId()

  async function send() {
    const text = input.value
    if (text.trim() === '' || (underway && underway.text === text)) return
    underway?.stop.abort()
    const mine = { text, stop: new AbortController() }
    underway = mine
    const seat = deps.seat()
    input.readOnly = true
    const failed = () => underway === mine && retrying()
    try {
      const entry = await deliver({ id, seat, said: { text }, failed, signal: mine.stop.signal })
      accepted(seat, text)
      deps.sent(seat, entry)
      if (underway === mine) deps.problem(undefined)
    } catch (error) {
      if (error instanceof Refused && underway === mine) deps.problem(`web-error-${error.reason}`)
    } finally {
      if (underway === mine) release()
    }
  }

  function release() {
    underway = undefined
    input.readOnly = false
  }

  function retrying() {
    input.readOnly = false
    deps.problem('web-not-sent')
  }

  /** @param {Seat} seat @param {string} text */
  function accepted(seat, text) {
    remember(`draft:${seat}`, '', 'session')
    if (seat !== deps.seat()) return
    id = newId()
    if (input.value === text) input.value = ''
    grow()
    keep()
  }

  function keep() {
    remember(`draft:${deps.seat()}`, input.value && JSON.stringify({ id, text: input.value }), 'session')
  }

  function grow() {
    input.style.height = 'auto'
    input.style.height = `${Math.min(input.scrollHeight + 2, 160)}px`
  }

  function changed() {
    // Another text is another message: the one that could not be sent is given up in its favour.
    if (underway && underway.text !== input.value) {
      underway.stop.abort()
      release()
      id = newId()
      deps.problem(undefined)
    }
    keep()
    grow()
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    send()
    input.focus()
  })
  input.addEventListener('input', changed)
  input.addEventListener('keydown', (event) => {
    // While a Vietnamese input method composes, Enter belongs to it.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return
    event.preventDefault()
    send()
  })

  /** @param {DataTransfer | null} data @param {Event} event */
  function take(data, event) {
    const file = data?.files[0]
    if (!file) return
    event.preventDefault()
    deps.file(file)
  }
  input.addEventListener('paste', (event) => take(event.clipboardData, event))
  document.addEventListener('dragover', (event) => event.preventDefault())
  document.addEventListener('drop', (event) => take(event.dataTransfer, event))

  return {
    /** Takes up what was left in the box of the present seat; what is under way for another goes on. */
    restore() {
      release()
      const draft = JSON.parse(recall(`draft:${deps.seat()}`, 'session') || 'null')
      id = draft?.id ?? newId()
      input.value = draft?.text ?? ''
      grow()
    },
    focus: () => input.focus(),
  }
}
