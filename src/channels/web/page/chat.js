// @ts-check
import { createComposer } from './composer.js'
import { deliver, listen, newId, Refused, upload } from './connection.js'
import { createDemo } from './demo.js'
import { createTranscript } from './transcript.js'
import { currentLanguage, element, recall, remember, select, setup, useLanguage, word } from './words.js'

/**
 * @typedef {import('./connection.js').Seat} Seat
 * @typedef {import('./connection.js').Entry} Entry
 */

/** @type {Seat[]} */
const seats = setup.demonstration ? ['staff', 'coordinator', 'office', 'owner'] : ['staff']
/** @type {Record<Seat, Entry[]>} */
const chats = { staff: [], coordinator: [], office: [], owner: [] }
/** The person's entry to which each seat awaits an answer. @type {Partial<Record<Seat, { entry: number, since: number }>>} */
const awaited = {}
const patienceMs = 30_000

let seat = seats.find((one) => one === recall('seat')) ?? 'staff'
let ready = false
/** @type {{ sending: string | undefined, connection: string | undefined }} */
const problems = { sending: undefined, connection: 'web-connecting' }

const transcript = createTranscript({ choose })
const composer = createComposer({
  seat: () => seat,
  problem: (key) => report('sending', key),
  sent: awaitAnswer,
  file: sendFile,
})
const demo = setup.demonstration ? createDemo({ sit }) : undefined

/** As the server sees it. @param {Seat} next */
function mayAttach(next) {
  return next !== 'staff'
}

/** @param {Seat} next */
function sit(next) {
  seat = next
  remember('seat', next)
  report('sending', undefined)
  demo?.show(next)
  if (demo) element('attach').hidden = !mayAttach(next)
  transcript.show(chats[next])
  composer.restore()
  drawState()
}

/** @param {Entry} entry @param {string} choice */
async function choose(entry, choice) {
  const quiet = entry.choices?.flat().find((one) => one.id === choice)?.quiet
  transcript.choosing(entry.id, choice, quiet)
  const stored = await say({ choice, entry: String(entry.id) }, quiet)
  if (!stored) transcript.choosing(entry.id, undefined)
  // On a phone the keyboard would cover the answer.
  else if (!quiet && matchMedia('(pointer: fine)').matches) composer.focus()
}

/**
 * @param {import('./connection.js').Said} said
 * @param {boolean} [quiet] nothing new is awaited: what was pressed changes in its place
 * @returns {Promise<boolean>} true once it is stored
 */
async function say(said, quiet = false) {
  const from = seat
  const failed = () => report('sending', 'web-choice-not-sent')
  try {
    const entry = await deliver({ id: newId(), seat: from, said, failed, signal: new AbortController().signal })
    if (!quiet) awaitAnswer(from, entry)
    report('sending', undefined)
    return true
  } catch (error) {
    report('sending', error instanceof Refused ? `web-error-${error.reason}` : undefined)
    return false
  }
}

/** Only the office's lists are read; of everything else the bot says that it cannot. @param {File} file */
async function sendFile(file) {
  const from = seat
  if (!mayAttach(from)) return say({ unsupported: file.type.startsWith('image/') ? 'photo' : 'file' })
  try {
    const id = await upload(file, from, () => report('sending', 'web-choice-not-sent'))
    if (seat === from) await say({ file: id, name: file.name })
  } catch (error) {
    report('sending', error instanceof Refused ? `web-error-${error.reason}` : undefined)
  }
}

if (setup.demonstration) {
  const picker = /** @type {HTMLInputElement} */ (element('file'))
  element('attach').addEventListener('click', () => picker.click())
  picker.addEventListener('change', () => {
    const [file] = picker.files ?? []
    if (file) sendFile(file)
    picker.value = ''
  })
}

let beginning = false

/** Says the first words for the person, once however often it is pressed. @param {HTMLElement} button */
async function begin(button) {
  if (beginning) return
  beginning = true
  if (matchMedia('(pointer: fine)').matches) composer.focus()
  await say(button.hasAttribute('data-start') ? { start: true } : { text: button.textContent ?? '' })
  beginning = false
}

/** @param {Seat} from @param {number} entry */
function awaitAnswer(from, entry) {
  awaited[from] = { entry, since: Date.now() }
  setTimeout(drawState, patienceMs + 100)
  drawState()
}

function isAwaiting() {
  const one = awaited[seat]
  if (!one || Date.now() - one.since > patienceMs) return false
  return !chats[seat].some((entry) => entry.author === 'bot' && entry.id > one.entry)
}

/** @param {'sending' | 'connection'} kind @param {string | undefined} key */
function report(kind, key) {
  problems[kind] = key
  drawState()
}

function drawState() {
  const key = problems.sending ?? problems.connection
  const state = element('state')
  const words = key ? word(key) : ''
  if (state.textContent !== words) state.textContent = words
  state.classList.toggle('good', key === 'web-restored')
  element('empty').hidden = !ready || chats[seat].length > 0
  const awaiting = isAwaiting()
  element('announcement').textContent = awaiting ? word('web-typing') : ''
  element('typing').hidden = !awaiting
  if (awaiting) transcript.keepInView()
  countUnread()
}

function countUnread() {
  if (!demo) return
  if (ready && !document.hidden) remember(`read:${seat}`, String(chats[seat].at(-1)?.id ?? 0))
  const counts = { staff: 0, coordinator: 0, office: 0, owner: 0 }
  for (const one of seats) {
    const read = Number(recall(`read:${one}`) ?? 0)
    counts[one] = chats[one].filter((entry) => entry.author === 'bot' && entry.id > read).length
  }
  if (!document.hidden) counts[seat] = 0
  demo.unread(counts)
}

/** @param {Entry} entry */
function receive(entry) {
  const chat = chats[entry.seat]
  if (entry.id <= (chat.at(-1)?.id ?? 0)) return
  chat.push(entry)
  if (!ready) return
  // The sign that an answer is being written goes before the answer is fitted into view.
  drawState()
  if (entry.seat === seat) transcript.added()
  if (entry.author === 'bot') demo?.refresh()
}

/** @param {Entry} entry */
function change(entry) {
  const chat = chats[entry.seat]
  const index = chat.findIndex((one) => one.id === entry.id)
  if (index < 0 || JSON.stringify(chat[index]) === JSON.stringify(entry)) return
  chat[index] = entry
  if (ready && entry.seat === seat) transcript.edited(entry)
}

/** @param {Seat} emptied */
function forget(emptied) {
  chats[emptied].length = 0
  remember(`read:${emptied}`, '0')
  if (emptied === seat) transcript.show(chats[seat])
}

function connected() {
  const again = ready
  ready = true
  if (!again) {
    transcript.show(chats[seat])
    transcript.goLive()
  }
  report('connection', again && problems.connection ? 'web-restored' : undefined)
  if (problems.connection)
    setTimeout(() => problems.connection === 'web-restored' && report('connection', undefined), 3000)
}

for (const one of select('[data-language]'))
  one.addEventListener('click', () => {
    useLanguage(one.dataset.language === 'en' ? 'en' : 'vi')
    transcript.redraw()
    demo?.draw()
    drawState()
  })
for (const one of select('[data-start], [data-example]')) one.addEventListener('click', () => begin(one))
document.addEventListener('visibilitychange', drawState)

useLanguage(recall('language') === 'en' ? 'en' : currentLanguage())
sit(seat)
listen(setup.demonstration ? 'all' : 'staff', {
  entry: receive,
  edit: change,
  reset: forget,
  ready: connected,
  lost: () => report('connection', ready ? 'web-lost' : 'web-connecting'),
})
