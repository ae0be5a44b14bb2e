import { dayAt, timeAt, writeDay } from '../campaign/calendar.ts'
import { type Choice, literal, type Saying, type Text, text } from '../message.ts'
import { maySendNews } from '../people/person.ts'
import { unitName } from '../pledges/pledge.ts'
import { occurrences } from '../reminders/occurrences.ts'
import { beginForm, type FormDeciders, promptAgain, resumeForm } from './form-turn.ts'
import { button, dates, examples, menu, welcome } from './menu.ts'
import {
  askWithdraw,
  pledgeButtons,
  pledgeCard,
  showPledges,
  standingInPhase,
  valuesOf,
  withdraw,
  withOwn,
} from './pledge-actions.ts'
import type { Outcome, Turn } from './turn.ts'

export type { Dialogues } from './form-turn.ts'

/** Does what a button, a command or a sentence asked for. An action that is not known is treated as an old button. */
export function act(turn: Turn, deciders: FormDeciders, action: string, about: string): Outcome {
  switch (action) {
    case 'register':
      return register(turn, deciders)
    case 'register-new':
      return beginForm(turn, deciders, 'pledge')
    case 'resume':
      return resumeForm(turn, deciders)
    case 'change-pledge':
      return withOwn(turn, about, 'change-pledge', (pledge) =>
        beginForm(turn, deciders, 'pledge', {
          values: valuesOf(pledge),
          about: { pledge: pledge.id, code: pledge.code },
          at: 'review',
        }),
      )
    case 'news':
      return maySendNews(turn.person.role)
        ? beginForm(turn, deciders, 'news')
        : aside(turn, deciders, { text: [text('news-not-allowed')] })
    case 'cancel':
      return cancel(turn, deciders)
    case 'withdraw-yes':
      return withdraw(turn, about)
    case 'reminders-on':
      return remind(false)
    case 'reminders-off':
      return remind(true)
    case 'language':
      return language(turn, about)
    default:
      return look(turn, deciders, action, about)
  }
}

/** Actions that only show something: an open form goes on below. */
function look(turn: Turn, deciders: FormDeciders, action: string, about: string): Outcome {
  switch (action) {
    case 'welcome':
      return aside(turn, deciders, welcome(turn))
    case 'help':
      return aside(turn, deciders, { text: [text('help')], choices: menu(turn) })
    case 'ask':
      return aside(turn, deciders, examples(turn))
    case 'dates':
      return aside(turn, deciders, dates(turn))
    case 'my-pledge':
      return showPledges(turn)
    case 'withdraw-pledge':
      return askWithdraw(turn, about)
    case 'reminders':
      return aside(turn, deciders, schedule(turn))
    case 'my-data':
      return aside(turn, deciders, myData(turn))
    case 'delete-data':
      return aside(turn, deciders, { text: [text('data-delete')], choices: [[button('my-data'), button('my-pledge')]] })
    default:
      return { say: [{ text: [text('choice-stale')], choices: menu(turn) }], effects: [] }
  }
}

function register(turn: Turn, deciders: FormDeciders): Outcome {
  if (turn.form?.dialogue === 'pledge') {
    const choices: Choice[][] = [[button('resume', 'primary')], [button('register-new', 'danger')]]
    return { say: [{ text: [text('register-unfinished')], choices }], effects: [] }
  }
  const standing = standingInPhase(turn)
  if (!standing) return beginForm(turn, deciders, 'pledge')
  const words: Text[] = [text('register-again', { code: standing.code }), pledgeCard(standing, turn)]
  return { say: [{ text: words, choices: [pledgeButtons(standing), [button('register-new')]] }], effects: [] }
}

function cancel(turn: Turn, deciders: FormDeciders): Outcome {
  if (!turn.form) return { say: [{ text: [text('form-nothing-open')], choices: menu(turn) }], effects: [] }
  return aside(turn, deciders, { text: [text('form-cancel-how')] })
}

function remind(off: boolean): Outcome {
  const choices = [[button(off ? 'reminders-on' : 'reminders-off')]]
  return {
    say: [{ text: [text(off ? 'reminders-now-off' : 'reminders-now-on')], choices }],
    effects: [{ kind: 'reminders', off }],
  }
}

/** Which reminders are still to come, for this person as things stand. */
function schedule(turn: Turn): Saying {
  const { campaign, timezone, now, person } = turn
  const done = new Set(turn.pledges.filter((one) => one.state === 'submitted').map((one) => one.phase))
  const coming = occurrences(campaign, timezone).filter(
    (one) => one.dueAt > now && one.rule.when === 'no-pledge' && !done.has(one.phase.id),
  )
  const dates = coming.map((one) => `${timeAt(one.dueAt, timezone)} ${writeDay(dayAt(one.dueAt, timezone))}`)
  const words = person.remindersOff
    ? text('reminders-are-off')
    : dates.length > 0
      ? text('reminders-coming', { dates: dates.join('; ') })
      : text('reminders-none')
  return { text: [words], choices: [[button(person.remindersOff ? 'reminders-on' : 'reminders-off')]] }
}

function myData(turn: Turn): Saying {
  const { person, campaign } = turn
  const none = text('data-none')
  const words = text('data-held', {
    name: person.name === undefined ? none : literal(person.name),
    unit: person.unit === undefined ? none : literal(unitName(person.unit, campaign)),
    pledges: turn.pledges.length,
    reminders: text(person.remindersOff ? 'data-off' : 'data-on'),
  })
  return { text: [words, text('data-why')], choices: [[button('my-pledge'), button('delete-data')]] }
}

function language(turn: Turn, about: string): Outcome {
  if (about === 'vi' || about === 'en')
    return {
      say: [{ text: [text('language-set')], choices: menu(turn) }],
      effects: [{ kind: 'locale', locale: about }],
    }
  const choice = (locale: string, label: Text): Choice => ({ id: `do:language:${locale}`, label })
  return {
    say: [
      {
        text: [text('language-which')],
        choices: [[choice('vi', text('language-vi')), choice('en', text('language-en'))]],
      },
    ],
    effects: [],
  }
}

function aside(turn: Turn, deciders: FormDeciders, saying: Saying): Outcome {
  const again = turn.form && !turn.form.paused ? promptAgain(turn, deciders) : undefined
  if (!again) return { say: [saying], effects: [] }
  return { say: [{ text: saying.text }, ...again.say], effects: [], ...(again.form ? { form: again.form } : {}) }
}
