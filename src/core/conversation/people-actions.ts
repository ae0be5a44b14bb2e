import type { PeopleAction } from '../actions.ts'
import { dayAt } from '../campaign/calendar.ts'
import { unitsOn } from '../campaign/unit-list.ts'
import { type Choice, literal, type Saying, type Text, text } from '../message.ts'
import { codeHours, pairingCode } from '../people/pairing-code.ts'
import type { PersonCard } from '../people/people-view.ts'
import { maySendNews } from '../people/person.ts'
import { looksAfter, mayVouchFor } from '../people/rights.ts'
import { unitName } from '../pledges/pledge.ts'
import { identify, ownCode } from './identity-actions.ts'
import { button } from './menu.ts'
import { type Outcome, say, type Turn } from './turn.ts'

type Random = (bytes: number) => Uint8Array

/** What is done about people by those who look after them, and by everyone about themself. */
export function onPeople(turn: Turn, action: PeopleAction, about: string, random: Random): Outcome {
  if (action === 'identify') return identify(turn)
  if (action === 'my-code') return ownCode(turn, random)
  if (!looksAfterAny(turn)) return notYours()
  if (action === 'people') return say(listPeople(turn, text('people-waiting')))
  const [person] = turn.people?.found ?? []
  if (!person) return notYours()
  const unit = about.split(':')[1]
  switch (action) {
    case 'person':
      return say(card(turn, person))
    case 'person-code':
      return codeFor(turn, person, random)
    case 'person-no':
      return askRefuse(turn, person)
    case 'person-yes':
    case 'person-no-yes':
      return judge(turn, person, action === 'person-yes')
    case 'appoint-where':
      return say(unitsToChoose(turn, person, Number(unit ?? 0)))
    case 'appoint':
    case 'dismiss':
      return appoint(turn, person, unit ?? '', action === 'appoint')
    case 'office-on':
    case 'office-off':
      return office(turn, person, action === 'office-on')
  }
}

function looksAfterAny({ person }: Turn): boolean {
  return maySendNews(person.role) || person.role === 'coordinator'
}

export function notYours(): Outcome {
  return say({ text: [text('people-not-yours')] })
}

/** Who was looked for by name: the one, or the ones to choose from. */
export function showFound(turn: Turn, wants: 'code' | 'card', random: Random): Outcome {
  if (!looksAfterAny(turn)) return notYours()
  const [first, ...others] = turn.people?.found ?? []
  if (!first) return say({ text: [text('people-none')] })
  if (others.length > 0) return say(listPeople(turn, text('people-several')))
  return wants === 'code' ? codeFor(turn, first, random) : say(card(turn, first))
}

export function listPeople(turn: Turn, words: Text): Saying {
  const found = turn.people?.found ?? []
  if (found.length === 0) return { text: [text('people-nobody-waits')] }
  const choices = found.map((one) => [{ ...button('person', undefined, one.id), label: shortLabel(turn, one) }])
  return { text: [words, ...(turn.people?.isMore ? [text('people-more')] : [])], choices }
}

function shortLabel(turn: Turn, { name, unit }: PersonCard): Text {
  return text('people-label', { name: nameOf(name), unit: unitText(turn, unit) })
}

function nameOf(name: string | undefined): Text {
  return name === undefined ? text('people-nameless') : literal(name)
}

function unitText({ campaign }: Turn, code: string | undefined): Text {
  return code === undefined ? text('data-none') : literal(unitName(code, campaign))
}

function card(turn: Turn, person: PersonCard): Saying {
  const { name, unit, position, role, standing, coordinates, channels } = person
  const units = coordinates.map((code) => unitName(code, turn.campaign)).join('; ')
  return {
    text: [
      text('people-card', {
        name: nameOf(name),
        unit: unitText(turn, unit),
        position: position === undefined ? text('data-none') : literal(position),
        role: text(`people-role-${role}`),
        units: literal(units === '' ? '–' : units),
        standing: text(channels.length === 0 ? 'people-no-account' : `people-standing-${standing}`),
      }),
    ],
    choices: cardChoices(turn, person),
  }
}

function cardChoices(turn: Turn, { id, role, standing, coordinates, channels, unit }: PersonCard): Choice[][] {
  const isOffice = maySendNews(turn.person.role)
  const isSettled = standing === 'verified'
  const mayVouch = mayVouchFor(turn.person, { role })
  const rows: Choice[][] = []
  if (!isSettled && mayVouch && channels.length > 0)
    rows.push([button('person-yes', 'primary', id), button('person-no', 'danger', id)])
  if (isSettled && mayVouch) rows.push([button('person-code', undefined, id)])
  if (isOffice && isSettled) {
    const own = unit !== undefined && !coordinates.includes(unit) ? [unitButton(turn, 'appoint', id, unit)] : []
    rows.push([...own, button('appoint-where', undefined, `${id}:0`)])
    for (const code of coordinates) rows.push([unitButton(turn, 'dismiss', id, code)])
  }
  if (turn.person.role === 'owner' && isSettled && role !== 'owner')
    rows.push([role === 'office' ? button('office-off', 'danger', id) : button('office-on', undefined, id)])
  return rows
}

function unitButton(turn: Turn, action: 'appoint' | 'dismiss', id: string, unit: string): Choice {
  const found = turn.campaign.units.find((one) => one.code === unit)
  const label = text(`menu-${action}`, { unit: literal(found?.shortName ?? found?.name ?? unit) })
  return { ...button(action, action === 'dismiss' ? 'danger' : undefined, `${id}:${unit}`), label }
}

const unitsOnPage = 8

function unitsToChoose(turn: Turn, { id, name, coordinates }: PersonCard, page: number): Saying {
  const units = unitsOn(dayAt(turn.now, turn.timezone), turn.campaign).filter((one) => !coordinates.includes(one.code))
  const shown = units.slice(page * unitsOnPage, (page + 1) * unitsOnPage)
  const more = (page + 1) * unitsOnPage < units.length ? [[morePages(id, page + 1)]] : []
  return {
    text: [text('people-appoint-where', { name: nameOf(name) })],
    choices: [...shown.map((one) => [unitButton(turn, 'appoint', id, one.code)]), ...more],
    inPlace: page > 0,
  }
}

function morePages(id: string, page: number): Choice {
  return { ...button('appoint-where', undefined, `${id}:${page}`), label: text('people-more-units') }
}

/** A code for somebody whom the office's list has; they type it, and their account is theirs. */
function codeFor(turn: Turn, person: PersonCard, random: Random): Outcome {
  if (!mayVouchFor(turn.person, person)) return notYours()
  if (person.standing !== 'verified') return say(card(turn, person))
  const code = pairingCode(random(8))
  const words = { name: nameOf(person.name), unit: unitText(turn, person.unit), code, hours: codeHours }
  return { ...say({ text: [text('code-for', words)] }), effects: [{ kind: 'make-code', code, person: person.id }] }
}

/** Asks once more: what they sent does not count from then on. */
function askRefuse(turn: Turn, person: PersonCard): Outcome {
  if (!mayVouchFor(turn.person, person)) return notYours()
  if (person.standing === 'verified' || person.channels.length === 0) return say(card(turn, person))
  const of = { name: nameOf(person.name), unit: unitText(turn, person.unit) }
  const yes = { ...button('person-no-yes', 'danger', person.id), yes: true }
  return say({ text: [text('people-refuse-ask', of)], choices: [[yes], [button('people')]] })
}

function judge(turn: Turn, person: PersonCard, isTheirs: boolean): Outcome {
  const { id, standing, channels } = person
  if (!mayVouchFor(turn.person, person)) return notYours()
  if (standing === 'verified' || channels.length === 0) return say(card(turn, person))
  const twin = turn.people?.twin
  const by = text(maySendNews(turn.person.role) ? 'life-by-office' : 'life-by-unit')
  const to = { name: nameOf(person.name), unit: unitText(turn, person.unit), by }
  const saying = { text: [text(isTheirs ? 'people-you-are-verified' : 'people-you-are-refused', to)] }
  return {
    ...say({ text: [text(isTheirs ? 'people-now-verified' : 'people-now-refused', to)] }),
    effects: [
      // Told before the account moves on to the one on the list.
      { kind: 'tell-person', id, about: 'standing', saying },
      {
        kind: 'judge-person',
        id,
        standing: isTheirs ? 'verified' : 'refused',
        ...(isTheirs && twin !== undefined && { twin }),
      },
    ],
  }
}

function appoint(turn: Turn, person: PersonCard, unit: string, on: boolean): Outcome {
  const isUnit = turn.campaign.units.some((one) => one.code === unit)
  if (!maySendNews(turn.person.role) || !isUnit || !looksAfter(turn.person, unit, turn.campaign)) return notYours()
  if (person.standing !== 'verified' || person.coordinates.includes(unit) === on) return say(card(turn, person))
  const to = { name: nameOf(person.name), unit: unitText(turn, unit) }
  const saying = { text: [text(on ? 'people-you-are-coordinator' : 'people-you-are-coordinator-no-more', to)] }
  return {
    ...say({ text: [text(on ? 'people-appointed' : 'people-dismissed', to)] }),
    effects: [
      { kind: 'appoint', id: person.id, unit, on },
      { kind: 'tell-person', id: person.id, about: `role:${unit}`, saying },
    ],
  }
}

function office(turn: Turn, person: PersonCard, on: boolean): Outcome {
  if (turn.person.role !== 'owner') return say({ text: [text('people-owner-only')] })
  if (person.standing !== 'verified' || person.role === 'owner' || (person.role === 'office') === on)
    return say(card(turn, person))
  const to = { name: nameOf(person.name) }
  const saying = { text: [text(on ? 'people-you-are-office' : 'people-you-are-office-no-more', to)] }
  return {
    ...say({ text: [text(on ? 'people-office-on' : 'people-office-off', to)] }),
    effects: [
      { kind: 'office', id: person.id, on },
      { kind: 'tell-person', id: person.id, about: 'role:office', saying },
    ],
  }
}
