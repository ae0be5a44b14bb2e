import { worded } from '../campaign/campaign.ts'
import { literal, type Text, text } from '../message.ts'
import { type ConsentEntry, lastConsents, purposes } from '../people/consent.ts'
import { awardNames, type PledgeContent, unitName } from '../pledges/pledge.ts'
import type { Held } from './held.ts'
import { pledgeCard } from './pledge-actions.ts'
import type { Turn } from './turn.ts'
import { momentText, phaseText } from './unit-list.ts'

/** A heading and what stands under it, in one paragraph. */
export function lined(heading: Text, lines: readonly Text[]): Text {
  return lines.reduce((above, line) => text('form-two-lines', { above, line }), heading)
}

/** Everything that is held about the person, in groups. */
export function dataPage(turn: Turn, held: Held): Text[] {
  return [
    lined(text('data-who'), whoLines(turn, held)),
    lined(text('data-consents'), consentLines(turn, held)),
    lined(text('data-pledges'), pledgeLines(turn)),
    ...otherLines(turn, held),
    lined(text('data-rest'), restLines(turn, held)),
    keptText(turn),
    text('data-why', { controller: literal(worded(turn.campaign.controller, turn.person.locale)) }),
  ]
}

/** The same with every pledge in full and everything that was ever said about a purpose: a page to keep. */
export function fullPage(turn: Turn, held: Held): Text[] {
  const [who, ...rest] = dataPage(turn, held)
  return [
    text('data-page-title', { at: momentText(turn.now, turn) }),
    ...(who ? [who] : []),
    lined(
      text('data-history'),
      held.consents.map((one) => consentLine(turn, one.purpose, one)),
    ),
    ...turn.pledges.map((pledge) => lined(literal(pledge.code), [pledgeCard(pledge, turn)])),
    ...rest,
    text('data-page-json'),
  ]
}

function whoLines(turn: Turn, held: Held): Text[] {
  const { person, campaign } = turn
  const none = text('data-none')
  const said = (value: string | undefined) => (value === undefined ? none : literal(value))
  const by = held.verifiedHow ?? 'office'
  const how = { by: text(`data-verified-${by}`), at: held.verifiedAt ? momentText(held.verifiedAt, turn) : none }
  const units = literal(person.coordinates.map((code) => unitName(code, campaign)).join('; '))
  return [
    text('data-name', { name: said(person.name) }),
    text('data-unit', { unit: said(person.unit === undefined ? undefined : unitName(person.unit, campaign)) }),
    text('data-position', { position: said(held.position) }),
    text('data-phone', { phone: said(held.phone === undefined ? undefined : masked(held.phone)) }),
    text('data-standing', {
      standing:
        person.standing === 'verified' ? text('data-verified', how) : text(`people-standing-${person.standing}`),
    }),
    held.rosterAt ? text('data-roster', { at: momentText(held.rosterAt, turn) }) : text('data-no-roster'),
    text('data-role', {
      role: person.coordinates.length > 0 ? text('data-coordinator', { units }) : text(`people-role-${person.role}`),
    }),
    ...held.accounts.map(({ channel }) => text('data-account', { channel: text(`broadcast-channel-${channel}`) })),
  ]
}

/** "+84•••••678" */
function masked(phone: string): string {
  return `${phone.slice(0, 3)}${'•'.repeat(Math.max(0, phone.length - 6))}${phone.slice(-3)}`
}

/** What was said last about each purpose. */
export function consentLines(turn: Turn, { consents }: Held): Text[] {
  const last = lastConsents(consents)
  return purposes.map((purpose) => consentLine(turn, purpose, last.get(purpose)))
}

function consentLine(turn: Turn, purpose: string, said: ConsentEntry | undefined): Text {
  const named = text(`consent-${purpose}`)
  if (!said) return text('data-consent-none', { purpose: named })
  return text(said.given ? 'data-consent-given' : 'data-consent-not', {
    purpose: named,
    version: said.version,
    at: momentText(said.at, turn),
    channel: text(`broadcast-channel-${said.channel}`),
    way: text(`data-way-${said.way}`),
  })
}

function pledgeLines(turn: Turn): Text[] {
  if (turn.pledges.length === 0) return [text('data-no-pledges')]
  return turn.pledges.map((pledge) =>
    text('data-pledge', {
      code: pledge.code,
      phase: phaseText(pledge.phase, turn),
      state: text(`desk-state-${pledge.state}`),
      awards: awardsOf(pledge, turn),
    }),
  )
}

function awardsOf({ titles, commendations }: PledgeContent, { campaign, person }: Turn): Text {
  return awardNames([...titles, ...commendations], campaign, person.locale)
}

function otherLines(turn: Turn, { theirs }: Held): Text[] {
  const others = theirs.filter((one) => one.personId !== turn.person.id && one.state !== 'undone')
  if (others.length === 0) return []
  const lines = others.map((one) =>
    text('data-other', { code: one.code, phase: phaseText(one.phase, turn), state: text(`desk-state-${one.state}`) }),
  )
  return [lined(text('data-others'), lines)]
}

function restLines({ person, form }: Turn, { notices }: Held): Text[] {
  return [
    text('data-reminders', { state: text(person.remindersOff ? 'data-off' : 'data-on') }),
    text(form ? 'data-form-open' : 'data-form-none'),
    text('data-notices', { count: notices }),
    text('data-messages'),
  ]
}

function keptText({ campaign: { retention } }: Turn): Text {
  const { drafts, exports, updates, messages, webMessages, files } = retention
  return text('data-kept', { drafts, exports, updates, messages, webMessages, files })
}
