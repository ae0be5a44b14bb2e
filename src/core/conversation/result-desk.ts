import { dayAt, writeDay } from '../campaign/calendar.ts'
import { worded } from '../campaign/campaign.ts'
import { type Choice, literal, type Saying, type Text, text } from '../message.ts'
import type { DeskPledge } from '../pledges/desk.ts'
import { dossierItems } from '../pledges/dossier.ts'
import type { Result } from '../pledges/life.ts'
import { awardNames, awardsAbove } from '../pledges/pledge.ts'
import { button } from './menu.ts'
import { type Outcome, say, type Turn } from './turn.ts'
import { withNamed } from './unit-desk.ts'
import { aboutOf, listButton } from './unit-list.ts'

/** What became of each award of a pledge on a list, with the ways to note it. */
export function openResults(turn: Turn, about: string): Outcome {
  return withNamed(turn, about, 'result', (pledge) => say(resultCard(turn, pledge)))
}

/** Asks which award is proposed instead; `about` is the pledge and the award. */
export function askHigher(turn: Turn, about: string): Outcome {
  return withNamed(turn, about, 'result', (pledge) => {
    const [, , award = ''] = about.split(':')
    if (!awardsOf(pledge).includes(award)) return say(resultCard(turn, pledge))
    const above = awardsAbove(award, pledge.subject, turn.campaign)
    return say({
      text: [text('result-higher-ask', { award: named(award, turn) })],
      choices: [
        ...above.map((one) => [
          {
            ...button('result-set', undefined, `${aboutOf(pledge)}:${award}:higher:${one.code}`),
            label: literal(worded(one.name, turn.person.locale)),
          },
        ]),
        [{ ...button('result-open', undefined, aboutOf(pledge)), label: text('result-back') }],
      ],
    })
  })
}

/** Notes what became of an award; `about` is the pledge, the award, the outcome and, with a higher one, that. */
export function setResult(turn: Turn, about: string): Outcome {
  return withNamed(turn, about, 'result', (pledge) => {
    const result = readResult(turn, pledge, about)
    if (!result) return say(resultCard(turn, pledge))
    const results = [...pledge.results.filter((one) => one.award !== result.award), result]
    const { id, version } = pledge
    return {
      say: [{ ...resultCard(turn, { ...pledge, version: version + 1, results }), inPlace: true }],
      effects: [{ kind: 'pledge-result', id, version, ...result }],
    }
  })
}

function readResult({ campaign }: Turn, pledge: DeskPledge, about: string): Result | undefined {
  const [, , award = '', outcome, higher] = about.split(':')
  if (!awardsOf(pledge).includes(award)) return undefined
  if (outcome === 'achieved' || outcome === 'not') return { award, outcome }
  const isHigher = awardsAbove(award, pledge.subject, campaign).some((one) => one.code === higher)
  return outcome === 'higher' && higher !== undefined && isHigher ? { award, outcome, higher } : undefined
}

/** The papers of an award's dossier, each there since a day or not; `about` is the pledge and the award. */
export function openDossier(turn: Turn, about: string): Outcome {
  return withNamed(turn, about, 'result', (pledge) => {
    const [, , award = ''] = about.split(':')
    return say(dossierCard(turn, pledge, award))
  })
}

/** Notes that a paper is there since today, or is not; `about` is the pledge, the award, its place in the list and that. */
export function tickDossier(turn: Turn, about: string): Outcome {
  return withNamed(turn, about, 'result', (pledge) => {
    const [, , award = '', place = '', there] = about.split(':')
    const item = /^\d+$/.test(place) ? dossierItems(award, turn.campaign)[Number(place)] : undefined
    if (!item || !dossierAwards(pledge).includes(award)) return say(resultCard(turn, pledge))
    const doneOn = there === 'on' ? dayAt(turn.now, turn.timezone) : null
    const others = (pledge.dossier ?? []).filter((one) => one.award !== award || one.item !== item.id)
    const dossier = doneOn === null ? others : [...others, { award, item: item.id, doneOn }]
    const { id, version } = pledge
    return {
      say: [{ ...dossierCard(turn, { ...pledge, dossier }, award), inPlace: true }],
      effects: [{ kind: 'dossier-item', id, version, award, item: item.id, doneOn }],
    }
  })
}

function resultCard(turn: Turn, pledge: DeskPledge): Saying {
  const { person, campaign } = turn
  const awards = awardsOf(pledge)
  const lines = awards.map((award, index) => {
    const result = pledge.results.find((one) => one.award === award)
    const higher = result?.higher === undefined ? {} : { higher: awardNames([result.higher], campaign, person.locale) }
    const words = text(result ? `life-result-${result.outcome}` : 'result-none', {
      award: named(award, turn),
      ...higher,
    })
    return text('result-line', { number: index + 1, words })
  })
  const rows = awards.flatMap((award, index): Choice[][] => {
    const number = index + 1
    const at = `${aboutOf(pledge)}:${award}`
    const proposed = pledge.results.find((one) => one.award === award)?.higher ?? award
    const dossier = {
      ...button('dossier-open', undefined, `${aboutOf(pledge)}:${proposed}`),
      label: text('result-dossier', { number }),
    }
    return [
      [
        { ...button('result-set', undefined, `${at}:achieved`), label: text('result-achieved', { number }) },
        { ...button('result-set', undefined, `${at}:not`), label: text('result-not', { number }) },
        ...(awardsAbove(award, pledge.subject, campaign).length > 0
          ? [{ ...button('result-higher', undefined, at), label: text('result-higher', { number }) }]
          : []),
      ],
      ...(dossierItems(proposed, campaign).length > 0 ? [[dossier]] : []),
    ]
  })
  return {
    text: [
      text('result-heading', { code: pledge.code, name: literal(pledge.name) }),
      ...lines.slice(0, 1).map((first) => lines.slice(1).reduce(under, first)),
      text('result-note'),
    ],
    choices: [
      ...rows,
      [listButton(turn, turn.unitDesk?.page ?? { phase: pledge.phase, state: 'included', number: 0 })],
    ],
  }
}

function dossierCard(turn: Turn, pledge: DeskPledge, award: string): Saying {
  const items = dossierItems(award, turn.campaign)
  const sinceOf = (item: string) => pledge.dossier?.find((one) => one.award === award && one.item === item)?.doneOn
  const lines = items.map(({ id, name }, index) => {
    const since = sinceOf(id)
    const words = { number: index + 1, name: literal(worded(name, turn.person.locale)) }
    return since === undefined ? text('dossier-open', words) : text('dossier-done', { ...words, date: writeDay(since) })
  })
  const ticks = items.map(({ id }, index): Choice[] => {
    const isThere = sinceOf(id) !== undefined
    const about = `${aboutOf(pledge)}:${award}:${index}:${isThere ? 'off' : 'on'}`
    const label = text(isThere ? 'dossier-untick' : 'dossier-tick', { number: index + 1 })
    return [{ ...button('dossier-tick', undefined, about), label, quiet: true }]
  })
  return {
    text: [
      text('dossier-heading', { award: named(award, turn), code: pledge.code, name: literal(pledge.name) }),
      ...lines.slice(0, 1).map((first) => lines.slice(1).reduce(under, first)),
    ],
    choices: [...ticks, [{ ...button('result-open', undefined, aboutOf(pledge)), label: text('result-back') }]],
  }
}

function awardsOf({ titles, commendations }: DeskPledge): readonly string[] {
  return [...titles, ...commendations]
}

/** The awards for which a dossier may be gathered: what was pledged, and what is proposed instead. */
function dossierAwards(pledge: DeskPledge): readonly string[] {
  return [...awardsOf(pledge), ...pledge.results.flatMap((one) => (one.higher === undefined ? [] : [one.higher]))]
}

function named(award: string, { campaign, person }: Turn): Text {
  return awardNames([award], campaign, person.locale)
}

function under(above: Text, line: Text): Text {
  return text('form-two-lines', { above, line })
}
