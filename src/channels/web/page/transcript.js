// @ts-check
import { choiceStates, drawEntry, node } from './entry.js'
import { element, word } from './words.js'

/**
 * @typedef {import('./connection.js').Entry} Entry
 * @typedef {import('./connection.js').Seat} Seat
 */

/**
 * What is on the screen of the chat: the entries of one seat, kept in view.
 * @param {{ choose: (entry: Entry, choice: string) => void }} deps
 */
export function createTranscript(deps) {
  const log = element('log')
  const list = element('entries')
  const below = /** @type {HTMLButtonElement} */ (element('new-below'))
  /** @type {Entry[]} */
  let entries = []
  /** Choices that are on their way to the server. @type {Map<number, { choice: string, quiet: boolean }>} */
  const underway = new Map()
  let atEnd = true

  log.addEventListener('scroll', look)
  // The keyboard of a phone or a growing message box must not push the newest words out of sight.
  new ResizeObserver(() => atEnd && toEnd()).observe(log)
  below.addEventListener('click', () => {
    toEnd()
    // On a phone the keyboard would cover what is to be seen.
    if (matchMedia('(pointer: fine)').matches) element('input').focus()
    else log.focus()
  })

  function toEnd() {
    below.hidden = true
    log.scrollTop = entries.length > 0 ? log.scrollHeight : 0
    // The event of the scroll may come only after the next entry.
    atEnd = true
  }

  function look() {
    atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 60
    // Its row stays for now: without it, what the person is about to press would move.
    if (atEnd) below.disabled = true
  }

  /** Shows the new entry but leaves the person's own last words in sight above a long answer. @param {Entry} entry */
  function follow(entry) {
    if (entry.author === 'person') return toEnd()
    if (!atEnd) return pointBelow()
    below.hidden = true
    const own = [...list.querySelectorAll('.entry.person')].at(-1)
    const fresh = own && isFollowedUp(own) ? own : list.lastElementChild
    const top = fresh instanceof HTMLElement ? fresh.offsetTop - 8 : log.scrollHeight
    log.scrollTop = top
    look()
    // Where little is left, it is the last row of choices, and half of it would be cut off.
    if (atEnd) toEnd()
    else pointBelow()
  }

  function pointBelow() {
    below.disabled = false
    below.hidden = false
  }

  /** True while only answers, and no other day's news, stand below the person's words. @param {Element} own */
  function isFollowedUp(own) {
    for (let next = own.nextElementSibling; next; next = next.nextElementSibling)
      if (next.querySelector('.day')) return false
    return true
  }

  /** @param {Entry} entry @param {Entry | undefined} previous */
  function draw(entry, previous) {
    const item = drawEntry(entry, previous, (choice) => {
      if (!underway.has(entry.id)) deps.choose(entry, choice)
    })
    item.dataset.entry = String(entry.id)
    return item
  }

  function redraw() {
    const live = log.getAttribute('aria-live') ?? 'off'
    log.setAttribute('aria-live', 'off')
    list.replaceChildren(...entries.map((entry, index) => draw(entry, entries[index - 1])))
    settle()
    toEnd()
    requestAnimationFrame(() => log.setAttribute('aria-live', live))
  }

  /** Lets each choice be pressed or rest. */
  function settle() {
    const states = choiceStates(entries)
    for (const item of list.querySelectorAll('.entry.bot')) {
      const id = Number(item instanceof HTMLElement && item.dataset.entry)
      const state = states.get(id)
      if (!state) continue
      if (!state.active) underway.delete(id)
      const sending = underway.get(id)
      item.classList.toggle('resting', !state.active)
      for (const button of item.querySelectorAll('button')) {
        // A quiet choice keeps the focus for the next tick, so its button is not put out while it is on its way.
        const rests = !state.active && button.dataset.lasts === undefined
        const isPicked = button.dataset.choice === state.picked
        button.disabled = rests || isPicked || (sending !== undefined && !sending.quiet)
        button.setAttribute('aria-busy', String(sending?.choice === button.dataset.choice))
        if (button.dataset.choice === state.picked) markPicked(button)
      }
    }
  }

  /** @param {Element} button */
  function markPicked(button) {
    if (button.classList.contains('picked')) return
    button.classList.add('picked')
    // A label may bring a tick of its own.
    button.classList.toggle('ticked', button.textContent?.startsWith('✔') ?? false)
    button.append(node('span', 'hidden', ` (${word('web-chosen')})`))
  }

  return {
    /** @param {Entry[]} all in order */
    show(all) {
      entries = all
      redraw()
      below.hidden = true
    },
    /** The last of the entries is new. */
    added() {
      const entry = entries.at(-1)
      if (!entry) return
      list.append(draw(entry, entries.at(-2)))
      settle()
      follow(entry)
    },
    /** @param {Entry} entry */
    edited(entry) {
      const index = entries.findIndex((one) => one.id === entry.id)
      const old = list.children[index]
      if (!old) return
      const place = [...old.querySelectorAll('button')].indexOf(
        /** @type {HTMLButtonElement} */ (document.activeElement),
      )
      const fresh = draw(entry, entries[index - 1])
      underway.delete(entry.id)
      // The choice that was pressed is read out when it has the focus again; the words around it have not changed.
      const live = log.getAttribute('aria-live') ?? 'off'
      if (place >= 0) log.setAttribute('aria-live', 'off')
      old.replaceWith(fresh)
      settle()
      if (place >= 0) (fresh.querySelectorAll('button')[place] ?? element('input')).focus()
      // What a finger is on stays under it.
      if (atEnd && place < 0) toEnd()
      requestAnimationFrame(() => log.setAttribute('aria-live', live))
    },
    redraw,
    /** @param {number} entry @param {string | undefined} choice undefined: it did not go through @param {boolean} [quiet] */
    choosing(entry, choice, quiet = false) {
      if (choice === undefined) underway.delete(entry)
      else underway.set(entry, { choice, quiet })
      settle()
    },
    /** New entries are read out from now on. */
    goLive() {
      requestAnimationFrame(() => log.setAttribute('aria-live', 'polite'))
    },
    keepInView: () => atEnd && toEnd(),
  }
}
