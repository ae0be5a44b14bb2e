import { type Wish, wishes } from './answers/wishes.ts'
import { type Choice, text } from './message.ts'

/** What buttons of the unit's and the office's desks do to pledges; the person's own stand with the wishes. */
export const lifeActions = [
  'unit-list',
  'pledge-confirm',
  'pledge-return',
  'confirm-all',
  'confirm-all-yes',
  'missing-remind',
  'counts-export',
  'list-close',
  'list-close-yes',
  'pledge-reopen',
  'result-open',
  'result-set',
  'result-higher',
  'dossier-open',
  'dossier-tick',
] as const
export type LifeAction = (typeof lifeActions)[number]

/** What is done about one person of the list, whom the button names. */
export const personActions = [
  'person',
  'person-code',
  'person-yes',
  'person-no',
  'person-no-yes',
  'appoint',
  'appoint-where',
  'dismiss',
  'office-on',
  'office-off',
] as const

/** What is done about who somebody is, and about roles. */
export const peopleActions = ['identify', 'my-code', 'people', ...personActions] as const
export type PeopleAction = (typeof peopleActions)[number]

/** What is done with a table that was handed in. */
export const importActions = ['table-confirm', 'table-leave', 'table-cancel'] as const
export type ImportAction = (typeof importActions)[number]

/** What is done with the own pledge that was just sent. */
export const sentActions = ['undo-pledge'] as const
export type SentAction = (typeof sentActions)[number]

/** What somebody does about what others sent for them. */
export const enteredActions = ['entered', 'entered-object', 'entered-withdraw', 'entered-withdraw-yes'] as const
export type EnteredAction = (typeof enteredActions)[number]

/** What somebody does with the data that is held about them. */
export const dataActions = [
  'data-export',
  'data-correct',
  'data-correct-anyway',
  'consents',
  'consent-withdraw',
  'consent-withdraw-yes',
  'consent-give',
  'delete-data-yes',
] as const
export type DataAction = (typeof dataActions)[number]

type AreaAction = SentAction | LifeAction | PeopleAction | ImportAction | EnteredAction | DataAction
const areaActions: readonly AreaAction[] = [
  ...sentActions,
  ...lifeActions,
  ...peopleActions,
  ...importActions,
  ...enteredActions,
  ...dataActions,
]

/** What a button or a command can ask for beside what can be said in words. */
const byButton = [
  'welcome',
  'register-new',
  'register-another',
  'resume',
  'discard',
  'change-anyway',
  'withdraw-yes',
  'news-anyway',
  'cancel',
  'groups',
  'group-enable',
  'group-disable',
  'group-forget',
  'work',
  'retry-update',
  'news-new',
  'news-list',
  'broadcast-open',
  'broadcast-pause',
  'broadcast-resume',
  'broadcast-cancel',
  'broadcast-cancel-yes',
  'broadcast-approve',
  'broadcast-approve-now',
  'broadcast-refuse',
  'broadcast-retry',
  'broadcast-correct',
  'broadcast-unread',
  'broadcast-remind',
  'broadcast-certificate',
] as const

export type Action = Wish | (typeof byButton)[number] | AreaAction

const actions: ReadonlySet<string> = new Set<Action>([...wishes, ...byButton, ...areaActions])

function isAction(name: string): name is Action {
  return actions.has(name)
}

/** The id of a choice that does `action`; `about` says on what: a pledge's code, the form that is given up for it. */
function actionId(action: Action, about: string): string {
  return about === '' ? `do:${action}` : `do:${action}:${about}`
}

/** What `actionId` wrote; undefined where it is no action, or none any more. */
export function readActionId(id: string): { action: Action; about: string } | undefined {
  const [, action, about] = /^do:([a-z-]+)(?::(.*))?$/.exec(id) ?? []
  return action !== undefined && isAction(action) ? { action, about: about ?? '' } : undefined
}

export function button(action: Action, tone?: Choice['tone'], about = ''): Choice {
  const choice = { id: actionId(action, about), label: text(`menu-${action}`) }
  return tone === undefined ? choice : { ...choice, tone }
}
