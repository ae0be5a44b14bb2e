import { button } from '../actions.ts'
import { dayAt, writeDay } from '../campaign/calendar.ts'
import { worded } from '../campaign/campaign.ts'
import { stateOn } from '../campaign/state.ts'
import { type Choice, literal, type Saying, type Text, text } from '../message.ts'
import { maySendNews } from '../people/person.ts'
import type { Turn } from './turn.ts'

export { type Action, button, readActionId } from '../actions.ts'

/** The choices under a welcome: what this person can do here. */
export function menu(turn: Turn): Choice[][] {
  const rows = [
    [button('register', 'primary')],
    [button('my-pledge'), button('dates')],
    [button('ask'), button('reminders')],
  ]
  if (turn.person.role === 'coordinator')
    return [...rows, [button('unit-pledges'), button('who-missing')], [button('people')]]
  return maySendNews(turn.person.role) ? [...rows, [button('news'), button('unit-counts')], [button('people')]] : rows
}

/** The few choices under a courtesy. */
export function shortMenu(turn: Turn): Choice[][] {
  const first = maySendNews(turn.person.role) ? button('news', 'primary') : button('register', 'primary')
  return [[first], [button('dates'), button('ask')]]
}

export function welcome(turn: Turn): Saying {
  const { campaign, person } = turn
  const notice = campaign.notice ? [literal(worded(campaign.notice, person.locale))] : []
  const name = literal(worded(campaign.name, person.locale))
  return {
    text: [
      text('welcome', { campaign: name }),
      ...notice,
      whereWeStand(turn),
      text('welcome-try', { phase: lastPhase(turn) }),
    ],
    choices: menu(turn),
  }
}

function lastPhase({ campaign, person }: Turn): Text {
  const last = campaign.phases.at(-1)
  return literal(last ? worded(last.name, person.locale) : '')
}

/** One sentence on where the campaign stands today. */
function whereWeStand(turn: Turn): Text {
  const { campaign, person } = turn
  const state = stateOn(dayAt(turn.now, turn.timezone), campaign)
  const named = (phase: (typeof campaign.phases)[number]) => literal(worded(phase.name, person.locale))
  switch (state.stage) {
    case 'before':
      return text('stand-before', {
        phase: named(state.next),
        date: writeDay(state.next.start),
        days: state.daysToStart,
      })
    case 'phase':
      return text('stand-phase', { phase: named(state.phase), date: writeDay(state.phase.close), days: state.daysLeft })
    case 'between':
      return text('stand-between', {
        previous: named(state.previous),
        phase: named(state.next),
        date: writeDay(state.next.start),
        days: state.daysToStart,
      })
    case 'after':
      return text('stand-after', { date: writeDay(state.last.close), days: state.daysSince })
  }
}

/** The campaign's dates, each phase on its line, and where we stand. */
export function dates(turn: Turn): Saying {
  const { campaign, person } = turn
  const lines = campaign.phases.map((phase) =>
    text('dates-phase', {
      phase: literal(worded(phase.name, person.locale)),
      start: writeDay(phase.start),
      close: writeDay(phase.close),
      closing: literal(worded(phase.atClose, person.locale)),
    }),
  )
  const note = campaign.period.note ? [literal(worded(campaign.period.note, person.locale))] : []
  return {
    text: [whereWeStand(turn), ...lines, ...note],
    choices: [[button('register', 'primary')], [button('reminders'), button('ask')]],
  }
}

/** A few questions that the campaign file answers, each one tap away. */
export function examples(turn: Turn): Saying {
  const topics = turn.campaign.topics.slice(0, 5)
  return {
    text: [text('ask-how')],
    choices: topics.map((topic) => [
      { id: `topic:${topic.id}`, label: literal(worded(topic.title, turn.person.locale)) },
    ]),
  }
}
