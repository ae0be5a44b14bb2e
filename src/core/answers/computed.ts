import { addDays, type Day, daysBetween, weekdayOf, writeDay } from '../campaign/calendar.ts'
import { type Campaign, type Locale, type Phase, worded } from '../campaign/campaign.ts'
import { stateOn } from '../campaign/state.ts'
import { literal, type Text, text } from '../message.ts'
import type { CampaignQuestion, Target, WrittenDate } from './campaign-questions.ts'

/** What the calendar says, with the ids of the sources it rests on. */
interface Computed {
  readonly topic: string
  readonly text: readonly Text[]
  readonly sources: readonly string[]
}

interface Span {
  readonly name: Text
  readonly start: Day
  readonly close: Day
  readonly sources: readonly string[]
}

/** Answers a question of the calendar as it stands on that day. */
export function computeAnswer(question: CampaignQuestion, campaign: Campaign, today: Day, language: Locale): Computed {
  const span = (target: Target) => spanOf(target, campaign, language)
  const say = (texts: readonly Text[], sources: readonly string[]): Computed => ({
    topic: question.about,
    text: texts,
    sources: [...new Set(sources)],
  })

  switch (question.about) {
    case 'days-left': {
      const one = span(question.target)
      const toStart = question.to === 'start' && one.start !== one.close
      return say([toStart ? untilStart(one, today) : untilClose(one, today, question.weeks)], one.sources)
    }
    case 'days-since':
    case 'is-over': {
      const one = span(question.target)
      return say([today < one.start ? untilStart(one, today) : untilClose(one, today, false)], one.sources)
    }
    case 'has-started': {
      const one = span(question.target)
      return say([untilStart(one, today), ...startNote(question.target, campaign, language)], one.sources)
    }
    case 'phase-now':
      return say(
        [phaseNow(campaign, today, language)],
        campaign.phases.flatMap((phase) => phase.sources),
      )
    case 'length': {
      const one = span(question.target)
      const days = daysBetween(one.start, one.close) + 1
      return say(
        [text('answer-length', { name: one.name, days, start: writeDay(one.start), close: writeDay(one.close) })],
        one.sources,
      )
    }
    case 'weekday': {
      const one = span(question.target)
      const day = question.date ? dayOf(question.date, today) : one.close
      if (day === undefined) return say([text('answer-no-such-day')], [])
      return say(
        [text('answer-weekday', { date: writeDay(day), weekday: weekday(day) })],
        question.date ? [] : one.sources,
      )
    }
    case 'today':
      return say(
        [phaseNow(campaign, today, language, text('answer-day', { date: writeDay(today), weekday: weekday(today) }))],
        campaign.period.sources,
      )
    case 'at-close': {
      const phases = question.phases.length > 0 ? question.phases : campaign.phases
      const texts = phases.map((phase) => atClose(phase, today, language))
      return say(
        texts,
        phases.flatMap((phase) => phase.sources),
      )
    }
    case 'all-phases':
      return say(
        [
          question.missing === undefined
            ? text('answer-phases', { count: campaign.phases.length })
            : text('answer-no-such-phase', { number: question.missing, count: campaign.phases.length }),
          ...campaign.phases.map((phase) => phaseLine(phase, language)),
          phaseNow(campaign, today, language),
        ],
        campaign.phases.flatMap((phase) => phase.sources),
      )
    case 'dates':
      return dates(question.target, question.part)
    case 'next-milestone':
      return nextMilestone(campaign, today, language, say)
  }

  function dates(target: Target, part: 'start' | 'close' | 'both'): Computed {
    const one = span(target)
    const sentence =
      part === 'close'
        ? untilClose(one, today, false)
        : part === 'start'
          ? text('answer-start', { name: one.name, start: writeDay(one.start), weekday: weekday(one.start) })
          : text('answer-dates', { name: one.name, start: writeDay(one.start), close: writeDay(one.close) })
    const state = part === 'both' ? [untilClose(one, today, false)] : []
    const note = part === 'close' ? [] : startNote(target, campaign, language)
    return { ...say([sentence, ...state, ...note], one.sources), topic: topicOf(target) }
  }
}

function topicOf(target: Target): string {
  return target === 'campaign' ? 'campaign-dates' : `dates-${target.id}`
}

function spanOf(target: Target, campaign: Campaign, language: Locale): Span {
  if (target === 'campaign') {
    const { start, end, sources } = campaign.period
    return { name: text('answer-campaign'), start, close: end, sources }
  }
  const name = literal(worded(target.name, language))
  if ('date' in target) return { name, start: target.date, close: target.date, sources: target.sources }
  return { name, start: target.start, close: target.close, sources: target.sources }
}

function weekday(day: Day): Text {
  return text('answer-weekday-name', { number: weekdayOf(day) })
}

function untilClose({ name, start, close }: Span, today: Day, inWeeks: boolean): Text {
  const days = daysBetween(today, close)
  const args = { name, date: writeDay(close), weekday: weekday(close) }
  // A milestone is one day: it comes and has been, where a phase runs and ends.
  const kind = start === close ? 'event' : 'close'
  if (days < 0) return text(`answer-${kind}-past`, { ...args, days: -days })
  if (days === 0) return text(`answer-${kind}-today`, args)
  if (days === 1) return text(`answer-${kind}-tomorrow`, args)
  if (inWeeks && days >= 7)
    return text(`answer-${kind}-weeks`, { ...args, days, weeks: Math.floor(days / 7), rest: days % 7 })
  return text(`answer-${kind}-ahead`, { ...args, days })
}

function untilStart({ name, start, close }: Span, today: Day): Text {
  const days = daysBetween(today, start)
  const args = { name, start: writeDay(start), weekday: weekday(start) }
  if (today > close) return text('answer-start-over', { ...args, close: writeDay(close) })
  if (days > 0) return text('answer-start-ahead', { ...args, days })
  return days === 0 ? text('answer-start-today', args) : text('answer-start-past', { ...args, days: 1 - days })
}

// Where the file says that its sources differ about the dates of the whole, every answer about its start says so.
function startNote(target: Target, campaign: Campaign, language: Locale): Text[] {
  const { note, start } = campaign.period
  const first = campaign.phases[0]
  if (target !== 'campaign' || !first || first.start === start) return []
  if (note) return [literal(worded(note, language))]
  return [text('answer-start-differs', { name: literal(worded(first.name, language)), start: writeDay(first.start) })]
}

function phaseNow(campaign: Campaign, today: Day, language: Locale, date: Text = literal(writeDay(today))): Text {
  const state = stateOn(today, campaign)
  const named = (phase: Phase) => literal(worded(phase.name, language))
  switch (state.stage) {
    case 'before':
      return text('answer-now-before', {
        date,
        phase: named(state.next),
        start: writeDay(state.next.start),
        days: state.daysToStart,
      })
    case 'between':
      return text('answer-now-between', {
        date,
        previous: named(state.previous),
        close: writeDay(state.previous.close),
        phase: named(state.next),
        start: writeDay(state.next.start),
        days: state.daysToStart,
      })
    case 'phase':
      return text(state.daysLeft === 0 ? 'answer-now-last-day' : 'answer-now-phase', {
        date,
        phase: named(state.phase),
        start: writeDay(state.phase.start),
        close: writeDay(state.phase.close),
        days: state.daysLeft,
      })
    case 'after':
      return text('answer-now-after', { date, close: writeDay(state.last.close), days: state.daysSince })
  }
}

function phaseLine(phase: Phase, language: Locale): Text {
  return text('answer-phase-line', {
    name: literal(worded(phase.name, language)),
    start: writeDay(phase.start),
    close: writeDay(phase.close),
    work: literal(worded(phase.atClose, language)),
  })
}

function atClose(phase: Phase, today: Day, language: Locale): Text {
  return text(today > phase.close ? 'answer-at-close-past' : 'answer-at-close', {
    name: literal(worded(phase.name, language)),
    close: writeDay(phase.close),
    work: literal(worded(phase.atClose, language)),
  })
}

function nextMilestone(
  campaign: Campaign,
  today: Day,
  language: Locale,
  say: (texts: readonly Text[], sources: readonly string[]) => Computed,
): Computed {
  const coming = [...campaign.milestones]
    .sort((a, b) => a.date.localeCompare(b.date))
    .filter((one) => one.date >= today)
  const next = coming[0]
  if (!next) return say([text('answer-no-milestone')], campaign.period.sources)
  const name = literal(worded(next.name, language))
  const note = next.note ? [literal(worded(next.note, language))] : []
  const span = { name, start: next.date, close: next.date, sources: next.sources }
  return say([untilClose(span, today, false), ...note], next.sources)
}

// A date without a year is the nearest one ahead in the year of the clock.
function dayOf({ day, month, year }: WrittenDate, today: Day): Day | undefined {
  const pad = (figure: number) => String(figure).padStart(2, '0')
  const written = `${year ?? today.slice(0, 4)}-${pad(month)}-${pad(day)}`
  try {
    return addDays(written, 0) === written ? written : undefined
  } catch {
    return undefined
  }
}
