import type { DataAction } from '../actions.ts'
import { literal, type Saying, type Text, text } from '../message.ts'
import { consentVersion, isPurpose, lastConsents, type Purpose, purposes } from '../people/consent.ts'
import { pairingCode } from '../people/pairing-code.ts'
import { isOpen, markOf, stands } from '../pledges/life.ts'
import { type Pledge, unitName } from '../pledges/pledge.ts'
import { isOwn } from '../pledges/whose.ts'
import { consentLines, dataPage, fullPage, lined } from './data-page.ts'
import { aside, beginForm, type FormDeciders } from './form-turn.ts'
import type { Held } from './held.ts'
import { button } from './menu.ts'
import { type Effect, type Outcome, say, type Turn } from './turn.ts'

type Random = (bytes: number) => Uint8Array
type Shown = Exclude<DataAction, 'data-correct' | 'data-correct-anyway'> | 'my-data' | 'delete-data'

/** What somebody sees and does of their own data. Only ever the writer's own, in a private chat. */
export function onData(turn: Turn, action: Shown, about: string, random: Random): Outcome {
  const { held } = turn
  // The words were understood in a way that was not foreseen when they were read.
  if (!held) return say({ text: [text('data-open')], choices: [[button('my-data', 'primary')]] })
  switch (action) {
    case 'my-data':
      return say(page(turn, held))
    case 'data-export':
      return exportData(turn, held, random)
    case 'consents':
      return say(consentPage(turn, held))
    case 'consent-withdraw':
      return isPurpose(about) ? withdrawConsent(turn, held, about) : say(consentPage(turn, held))
    case 'consent-withdraw-yes':
      return withdrawRegister(turn, held, about)
    case 'consent-give':
      return isPurpose(about) ? giveConsent(turn, about) : say(consentPage(turn, held))
    case 'delete-data':
      return say(erasePreview(turn, held))
    case 'delete-data-yes':
      return erase(turn, held, about, random)
  }
}

function page(turn: Turn, held: Held): Saying {
  const isOff = turn.person.remindersOff
  return {
    text: dataPage(turn, held),
    choices: [
      [button('data-export', 'primary'), button('data-correct')],
      [button('consents'), button(isOff ? 'reminders-on' : 'reminders-off')],
      [button('my-pledge'), button('identify')],
      [button('delete-data', 'danger')],
    ],
  }
}

/**
 * Two documents: all of it for a program, and a page that any telephone opens without another program. Where none can be
 * sent, the page itself.
 */
function exportData(turn: Turn, held: Held, random: Random): Outcome {
  const { record } = held
  if (!record) return say({ text: [text('data-open')], choices: [[button('data-export', 'primary')]] })
  const asked: Effect = { kind: 'data-request', action: 'export' }
  const words = fullPage(turn, held)
  if (turn.noFiles) return { ...say({ text: [text('data-no-files'), ...words] }), effects: [asked] }
  const days = turn.campaign.retention.exports
  const expiresAt = new Date(turn.now.getTime() + days * 86_400_000)
  const file = (ending: string, mime: string, content: string | readonly Text[]) =>
    ({ kind: 'keep-file', id: newId(random), name: `du-lieu-cua-toi.${ending}`, mime, content, expiresAt }) as const
  const files = [
    file('txt', 'text/plain; charset=utf-8', words),
    file('json', 'application/json', JSON.stringify(record, null, 2)),
  ] as const
  const sent = ({ id, name }: (typeof files)[number], words: Text): Saying => ({
    text: [words],
    file: { kind: 'document', stored: id, name },
  })
  return {
    say: [sent(files[0], text('data-file-page', { days })), sent(files[1], text('data-file-json'))],
    effects: [asked, ...files],
  }
}

function newId(random: Random): string {
  return Array.from(random(24), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function consentPage(turn: Turn, held: Held): Saying {
  const last = lastConsents(held.consents)
  return {
    text: [lined(text('data-consents'), consentLines(turn, held)), text('data-consents-how')],
    choices: [
      ...purposes.map((purpose) => {
        const action = last.get(purpose)?.given ? 'consent-withdraw' : 'consent-give'
        const label = text(`menu-${action}`, { purpose: text(`consent-${purpose}`) })
        return [{ ...button(action, undefined, purpose), label }]
      }),
      [button('my-data')],
    ],
  }
}

function withdrawConsent(turn: Turn, held: Held, purpose: Purpose): Outcome {
  if (!lastConsents(held.consents).get(purpose)?.given) return say(consentPage(turn, held))
  if (purpose === 'register' && ownOf(turn).length > 0) return say(askRegister(turn))
  return { ...say(withdrawn(purpose, [])), effects: withdrawing(purpose) }
}

/** What they sent for a colleague or a collective is not about them. */
function ownOf({ pledges }: Turn): readonly Pledge[] {
  return pledges.filter((one) => stands(one) && isOwn(one))
}

/** What becomes of pledges that stand on the purpose, before it is withdrawn. */
function askRegister(turn: Turn): Saying {
  const yes = button('consent-withdraw-yes', 'danger', markOf(ownOf(turn)))
  return { text: [text('data-withdraw-ask'), ...fates(turn)], choices: [[{ ...yes, yes: true }], [button('consents')]] }
}

function fates(turn: Turn): Text[] {
  const own = ownOf(turn)
  const [open, kept] = [own.filter(isOpen), own.filter((one) => one.state === 'included')]
  const codes = (pledges: typeof open) => literal(pledges.map((one) => one.code).join(', '))
  return [
    ...(open.length > 0 ? [text('data-fate-withdrawn', { codes: codes(open) })] : []),
    ...(kept.length > 0 ? [text('data-fate-kept', { codes: codes(kept) }), text('data-archive')] : []),
  ]
}

function withdrawRegister(turn: Turn, held: Held, mark: string): Outcome {
  const isGiven = lastConsents(held.consents).get('register')?.given
  if (!isGiven) return say(consentPage(turn, held))
  if (mark !== markOf(ownOf(turn))) return say(askRegister(turn))
  const ended = turn.pledges.filter(isOpen).map(({ id, version }): Effect => ({ kind: 'withdraw-pledge', id, version }))
  return { ...say(withdrawn('register', fates(turn))), effects: [...ended, ...withdrawing('register')] }
}

function withdrawing(purpose: Purpose): Effect[] {
  const said: Effect = { kind: 'consent', purpose, version: consentVersion, given: false, way: 'button' }
  return purpose === 'remind' ? [said, { kind: 'reminders', off: true }, { kind: 'cancel-reminders' }] : [said]
}

function withdrawn(purpose: Purpose, more: readonly Text[]): Saying {
  return { text: [text(`data-withdrawn-${purpose}`), ...more], choices: [[button('consents'), button('my-data')]] }
}

function giveConsent({ campaign, person }: Turn, purpose: Purpose): Outcome {
  const said: Effect = { kind: 'consent', purpose, version: consentVersion, given: true, way: 'button' }
  const on: Effect[] = purpose === 'remind' ? [{ kind: 'reminders', off: false }] : []
  const controller = literal(campaign.controller[person.locale] ?? campaign.controller.vi)
  const words = [text('data-given', { purpose: text(`consent-${purpose}`) }), text('consent-ask', { controller })]
  return { ...say({ text: words, choices: [[button('consents'), button('my-data')]] }), effects: [said, ...on] }
}

/** Opens the form of the own facts; `about` is the form that may be given up for it. */
export function correctData(turn: Turn, deciders: FormDeciders, about: string): Outcome {
  const { held, person } = turn
  if (!held) return aside(turn, deciders, onData(turn, 'my-data', '', deciders.random))
  const known = { name: person.name, unit: person.unit, position: held.position, phone: held.phone }
  const values = Object.fromEntries(Object.entries(known).flatMap(([name, value]) => (value ? [[name, value]] : [])))
  const isKnown = person.name !== undefined && person.unit !== undefined
  const given = { values, ...(isKnown && { at: 'review' }) }
  const anyway = (token: string) => button('data-correct-anyway', 'danger', token)
  return beginForm(turn, deciders, { dialogue: 'data', given, dropping: about, anyway })
}

/** What goes, what stays and why. */
function erasePreview(turn: Turn, held: Held): Saying {
  if (held.openNews > 0) return { text: [text('data-erase-news')], choices: [[button('news-list')]] }
  return {
    text: [
      text('data-erase-goes'),
      ...eraseFates(held),
      lined(text('data-erase-stays'), [
        text('data-stays-consents'),
        text('data-stays-ledger'),
        text('data-stays-office-files', { days: turn.campaign.retention.files }),
        ...(held.entered > 0 ? [text('data-stays-entered')] : []),
        ...(held.rosterAt ? [text('data-stays-roster')] : []),
      ]),
      ...(turn.person.role === 'staff' ? [] : [text('data-erase-role')]),
      text('data-erase-sure'),
    ],
    choices: [[{ ...button('delete-data-yes', 'danger', markOf(held.theirs)), yes: true }], [button('my-data')]],
  }
}

function eraseFates({ theirs }: Held): Text[] {
  const shown = theirs.filter((one) => one.state !== 'undone')
  const [gone, kept] = [
    shown.filter((one) => one.state !== 'included'),
    shown.filter((one) => one.state === 'included'),
  ]
  const codes = (some: typeof shown) => literal(some.map((one) => one.code).join(', '))
  return [
    ...(gone.length > 0 ? [text('data-erase-pledges', { codes: codes(gone) })] : []),
    ...(kept.length > 0 ? [text('data-erase-locked', { codes: codes(kept) }), text('data-archive')] : []),
  ]
}

function erase(turn: Turn, held: Held, mark: string, random: Random): Outcome {
  if (held.openNews > 0 || mark !== markOf(held.theirs)) return say(erasePreview(turn, held))
  const request = pairingCode(random(8))
  const kept = held.theirs.filter((one) => one.state === 'included')
  const left = held.theirs.filter((one) => one.personId !== turn.person.id && isOpen(one))
  return {
    // Nothing is offered below it: that would be kept of somebody whom we do not know any more.
    say: [{ text: [text(kept.length > 0 ? 'data-erased-but' : 'data-erased', { request })] }],
    effects: [
      ...toldOffice(turn, held, request),
      ...left.map(({ personId, code, id }): Effect => {
        const saying = { text: [text('data-other-erased', { code })] }
        return { kind: 'tell-person', id: personId, about: `erased:${id}`, saying }
      }),
      { kind: 'erase-person', request, mark },
    ],
    form: null,
  }
}

/** The office hears of whom its own list goes on naming, and of duties that nobody has any more. */
function toldOffice({ person, campaign }: Turn, held: Held, request: string): Effect[] {
  const tell = (words: Text): Effect => ({
    kind: 'tell-office',
    about: `erased:${request}`,
    saying: { text: [words], choices: [[button('unit-counts')]] },
  })
  if (held.rosterAt && person.name !== undefined) {
    const unit = literal(person.unit === undefined ? '' : unitName(person.unit, campaign))
    return [tell(text('data-office-roster', { name: literal(person.name), unit }))]
  }
  return person.role === 'staff' ? [] : [tell(text('data-office-role', { role: text(`people-role-${person.role}`) }))]
}
