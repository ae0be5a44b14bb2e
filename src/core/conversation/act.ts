import { isCorrectable, isOpen, standingOf } from '../broadcasts/broadcast.ts'
import { type Choice, type Text, text } from '../message.ts'
import { maySendNews } from '../people/person.ts'
import { gone, listBroadcasts, notAllowed, onBroadcast } from './broadcast-actions.ts'
import { correctData, onData } from './data-actions.ts'
import { onEntered } from './entered-actions.ts'
import { aside, beginForm, continueForm, discardForm, type FormDeciders, kept, resumeForm } from './form-turn.ts'
import { enableGroup, forgetGroup, showGroups } from './group-list.ts'
import { type Action, button, dates, examples, menu, shortMenu, welcome } from './menu.ts'
import { retryUpdate, showWork } from './office-work.ts'
import { isOfDesk, onDesk } from './on-desk.ts'
import { onPeople } from './people-actions.ts'
import {
  askWithdraw,
  givenPledge,
  givenWhose,
  pledgeButtons,
  pledgeCard,
  showPledges,
  standingInPhase,
  withdraw,
  withOwn,
} from './pledge-actions.ts'
import { remind, schedule } from './reminder-actions.ts'
import { onTable } from './table-actions.ts'
import { type Outcome, say, type Turn } from './turn.ts'
import { undo } from './undo.ts'
import { beginReturn } from './unit-desk.ts'

export type { Dialogues } from './form-turn.ts'

/** Does what a button, a command or a sentence asked for. */
export function act(turn: Turn, deciders: FormDeciders, action: Action, about = ''): Outcome {
  switch (action) {
    case 'register':
      return register(turn, deciders)
    case 'register-new':
    case 'register-another':
      return beginPledge(turn, deciders, about)
    case 'discard':
      return discardForm(turn, about)
    case 'resume':
      return resumeForm(turn, deciders)
    case 'change-pledge':
    case 'change-anyway':
      return change(turn, deciders, about)
    case 'undo-pledge':
      return undo(turn, deciders, about)
    case 'pledge-return':
      return beginReturn(turn, deciders, about)
    case 'news':
    case 'news-new':
    case 'news-list':
    case 'news-anyway':
      return news(turn, deciders, action, about)
    case 'broadcast-correct':
      return correct(turn, deciders, about)
    case 'data-correct':
    case 'data-correct-anyway':
      return correctData(turn, deciders, about)
    case 'cancel':
      return cancel(turn, deciders)
    default:
      return aside(turn, deciders, look(turn, action, about, deciders.random))
  }
}

type Begun =
  | 'register'
  | 'register-new'
  | 'register-another'
  | 'discard'
  | 'resume'
  | 'change-pledge'
  | 'change-anyway'
  | 'undo-pledge'
  | 'pledge-return'
  | 'news'
  | 'news-new'
  | 'news-list'
  | 'news-anyway'
  | 'broadcast-correct'
  | 'data-correct'
  | 'data-correct-anyway'
  | 'cancel'

/** Actions that a form does not stand in the way of: it goes on below. */
function look(turn: Turn, action: Exclude<Action, Begun>, about: string, random: FormDeciders['random']): Outcome {
  switch (action) {
    case 'welcome':
      return say(welcome(turn))
    case 'help':
      return say({
        text: [text('help'), ...helpMore(turn)],
        choices: menu(turn),
      })
    case 'ask':
      return say(examples(turn))
    case 'dates':
      return say(dates(turn))
    case 'latest-news':
    case 'submit-story':
    case 'join-event':
      return say({ text: [text(`answer-action-${action}`)], choices: shortMenu(turn) })
    case 'my-pledge':
      return showPledges(turn, about)
    case 'withdraw-pledge':
      return askWithdraw(turn, about)
    case 'withdraw-yes':
      return withdraw(turn, about)
    case 'reminders':
      return say(schedule(turn))
    case 'reminders-on':
    case 'reminders-off':
      return remind(turn, action === 'reminders-off')
    case 'my-data':
    case 'delete-data':
    case 'data-export':
    case 'consents':
    case 'consent-withdraw':
    case 'consent-withdraw-yes':
    case 'consent-give':
    case 'delete-data-yes':
      return onData(turn, action, about, random)
    case 'language':
      return language(turn, about)
    case 'groups':
      return showGroups(turn, about)
    case 'group-enable':
    case 'group-disable':
      return enableGroup(turn, about, action === 'group-enable')
    case 'group-forget':
      return forgetGroup(turn, about)
    case 'work':
      return showWork(turn)
    case 'retry-update':
      return retryUpdate(turn, about)
    case 'identify':
    case 'my-code':
    case 'people':
    case 'person':
    case 'person-code':
    case 'person-yes':
    case 'person-no':
    case 'person-no-yes':
    case 'appoint':
    case 'appoint-where':
    case 'dismiss':
    case 'office-on':
    case 'office-off':
      return onPeople(turn, action, about, random)
    case 'entered':
    case 'entered-object':
    case 'entered-withdraw':
    case 'entered-withdraw-yes':
      return onEntered(turn, action, about)
    case 'table-confirm':
    case 'table-leave':
    case 'table-cancel':
      return onTable(turn, action)
    default:
      return isOfDesk(action) ? onDesk(turn, action, about) : onBroadcast(turn, action, about)
  }
}

function helpMore({ person }: Turn): Text[] {
  if (person.role === 'coordinator') return [text('help-coordinator')]
  return maySendNews(person.role) ? [text('help-office'), text('help-coordinator'), text('help-figures')] : []
}

function register(turn: Turn, deciders: FormDeciders): Outcome {
  const standing = turn.form ? undefined : standingInPhase(turn)
  if (!standing) return beginPledge(turn, deciders, '')
  const words: Text[] = [text('register-again', { code: standing.code }), pledgeCard(standing, turn)]
  return say({ text: words, choices: [pledgeButtons(standing), [button('register-another')]] })
}

function beginPledge(turn: Turn, deciders: FormDeciders, dropping: string): Outcome {
  const anyway = (token: string) => button('register-new', 'danger', token)
  // Whoever looks after others may well begin with one of them.
  const given = givenWhose(turn.person.role === 'staff' ? 'self' : undefined, turn)
  return beginForm(turn, deciders, { dialogue: 'pledge', given, dropping, anyway })
}

/** `about` is the pledge's code and, after a colon, the form that may be given up for it. */
function change(turn: Turn, deciders: FormDeciders, about: string): Outcome {
  const [code = '', dropping = ''] = about.split(':')
  let isFound = false
  const outcome = withOwn(turn, code, 'change-pledge', (pledge) => {
    isFound = true
    const subject = { pledge: pledge.id, code: pledge.code, version: String(pledge.version) }
    const given = givenPledge(pledge, turn)
    const anyway = (token: string) => button('change-anyway', 'danger', `${pledge.code}:${token}`)
    return beginForm(turn, deciders, {
      dialogue: 'pledge',
      given: { ...given, about: { ...given.about, ...subject } },
      ...{ dropping, anyway },
    })
  })
  return isFound ? outcome : aside(turn, deciders, outcome)
}

/**
 * A new one, unless one is not over yet: then the list shows it, with the way to a new one. Who asks for the list gets it
 * where there is anything in it.
 */
function news(
  turn: Turn,
  deciders: FormDeciders,
  action: 'news' | 'news-new' | 'news-list' | 'news-anyway',
  about: string,
): Outcome {
  if (!turn.desk) return aside(turn, deciders, notAllowed(turn))
  const { recent } = turn.desk
  const isListed = action === 'news-list' ? recent.length > 0 : action === 'news' && recent.some(isOpen)
  if (isListed) return aside(turn, deciders, listBroadcasts(turn, turn.desk))
  const anyway = (token: string) => button('news-anyway', 'danger', token)
  return beginForm(turn, deciders, { dialogue: 'broadcast', dropping: about, anyway })
}

/** `about` is the broadcast and, after a colon, the form that may be given up for it. */
function correct(turn: Turn, deciders: FormDeciders, about: string): Outcome {
  const [id = '', dropping = ''] = about.split(':')
  if (!turn.desk) return aside(turn, deciders, notAllowed(turn))
  const standing = standingOf(turn.desk, id)
  if (!standing || !isCorrectable(standing)) return aside(turn, deciders, gone())
  const anyway = (token: string) => button('broadcast-correct', 'danger', `${id}:${token}`)
  return beginForm(turn, deciders, { dialogue: 'broadcast', given: { about: { corrects: id } }, dropping, anyway })
}

function cancel(turn: Turn, deciders: FormDeciders): Outcome {
  if (!turn.form) return say({ text: [text('form-nothing-open')], choices: menu(turn) })
  if (turn.form.paused) return say(kept(turn.form))
  return continueForm(turn, deciders, { kind: 'text', text: 'cancel' })
}

function language(turn: Turn, about: string): Outcome {
  if (about === 'vi' || about === 'en')
    return {
      ...say({ text: [text('language-set')], choices: menu(turn) }),
      effects: [{ kind: 'locale', locale: about }],
    }
  const choice = (locale: string): Choice => ({
    ...button('language', undefined, locale),
    label: text(`language-${locale}`),
  })
  return say({ text: [text('language-which')], choices: [[choice('vi'), choice('en')]] })
}
