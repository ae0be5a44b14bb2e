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

export type AreaAction = SentAction | LifeAction | PeopleAction | ImportAction | EnteredAction
export const areaActions: readonly AreaAction[] = [
  ...sentActions,
  ...lifeActions,
  ...peopleActions,
  ...importActions,
  ...enteredActions,
]
