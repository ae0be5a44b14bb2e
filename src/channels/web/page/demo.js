// @ts-check
import { dayOf, element, select, shortDay, timeOf, word } from './words.js'

/** @typedef {import('./connection.js').Seat} Seat */

const refreshMs = 10_000

/**
 * The side panel of the demonstration: the simulated clock and the seats.
 * @param {{ sit: (seat: Seat) => void }} deps
 */
export function createDemo(deps) {
  const bar = select('.demo-bar')[0]
  const sheet = element('demo-sheet')
  const state = select('.clock-state')[0]
  const steps = select('[data-advance]')
  const radios = /** @type {HTMLInputElement[]} */ (select('.seats input'))
  /** @type {{ now: Date, next: Date | undefined } | undefined} */
  let clock
  /** @type {Seat} */
  let seat = 'staff'

  bar?.addEventListener('click', () => open(bar.getAttribute('aria-expanded') !== 'true'))
  sheet.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') open(false)
  })
  element('log').addEventListener('click', () => open(false))
  for (const one of radios) one.addEventListener('change', () => deps.sit(/** @type {Seat} */ (one.value)))
  // A finger that chose a seat wants to see its chat; the arrow keys are still on their way through the seats.
  for (const one of select('.seats label')) one.addEventListener('click', (event) => event.detail > 0 && open(false))
  for (const one of steps) one.addEventListener('click', () => isIdle(one) || advance(one.dataset.advance ?? ''))

  /** Opens or closes the sheet of a narrow window; a wide one always shows it. @param {boolean} wanted */
  function open(wanted) {
    if (!wanted && sheet.contains(document.activeElement) && bar?.offsetParent) bar.focus()
    bar?.setAttribute('aria-expanded', String(wanted))
    sheet.classList.toggle('open', wanted)
  }

  async function refresh() {
    if (document.hidden) return
    try {
      const response = await fetch('demo/state')
      if (!response.ok) return
      const { now, nextReminder } = await response.json()
      clock = { now: new Date(now), next: nextReminder ? new Date(nextReminder) : undefined }
      draw()
    } catch {
      // The chat's own connection says that the server is gone.
    }
  }

  let moving = false

  /** @param {string} step */
  async function advance(step) {
    if (moving) return
    moving = true
    busy(true)
    tell(word('web-demo-moving'), false)
    const moved = await fetch('demo/clock', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ advance: step }),
    }).then(
      (response) => response.ok,
      () => false,
    )
    await refresh()
    moving = false
    busy(false)
    if (moved && step === 'next-reminder') open(false)
    if (moved && clock) tell(`${timeOf(clock.now)}, ${dayOf(clock.now)}`, true)
    else tell(word('web-demo-failed'), false)
  }

  // Not `disabled`: that would take the keyboard's place away from under the person's finger.
  /** @param {boolean} yes */
  function busy(yes) {
    for (const one of steps) one.setAttribute('aria-disabled', String(yes || isIdle(one)))
  }

  /** @param {HTMLElement} step */
  function isIdle(step) {
    return step.dataset.advance === 'next-reminder' && clock !== undefined && clock.next === undefined
  }

  /** @param {string} words @param {boolean} onlySpoken the eye sees it elsewhere */
  function tell(words, onlySpoken) {
    if (!state) return
    state.textContent = words
    state.classList.toggle('hidden', onlySpoken)
  }

  function draw() {
    const { now, next } = clock ?? {}
    fill('.clock-time', now ? timeOf(now) : '–')
    fill('.clock-day', now ? dayOf(now) : '')
    fill('.clock-next-at', next ? `${timeOf(next)} ${shortDay(next)}` : word('web-demo-none-next'))
    fill('.demo-bar-now', now ? `${timeOf(now)} ${shortDay(now)}` : '')
    fill('.demo-bar-seat', word(`web-demo-${seat}`))
    if (!moving) busy(false)
  }

  setInterval(refresh, refreshMs)
  document.addEventListener('visibilitychange', refresh)
  refresh()

  return {
    draw,
    refresh,
    /** @param {Seat} next */
    show(next) {
      seat = next
      for (const one of radios) one.checked = one.value === next
      draw()
    },
    /** How many messages each seat has not read. @param {Record<Seat, number>} counts */
    unread(counts) {
      let all = 0
      for (const one of radios) {
        const count = counts[/** @type {Seat} */ (one.value)]
        all += count
        badge(one.closest('label')?.querySelector('.badge'), count)
      }
      badge(document.getElementById('badge-all'), all)
    },
  }
}

/** @param {Element | null | undefined} at @param {number} count */
function badge(at, count) {
  if (!(at instanceof HTMLElement)) return
  at.hidden = count === 0
  const spoken = document.createElement('span')
  spoken.className = 'hidden'
  spoken.textContent = ` ${word('web-unread')}`
  at.replaceChildren(count > 99 ? '99+' : String(count), spoken)
}

/** @param {string} selector @param {string} words */
function fill(selector, words) {
  for (const one of select(selector)) if (one.textContent !== words) one.textContent = words
}
