/** What a person can ask for in words; the conversation does it under the same name. */
export const wishes = [
  'register',
  'my-pledge',
  'change-pledge',
  'withdraw-pledge',
  'dates',
  'ask',
  'reminders',
  'reminders-on',
  'reminders-off',
  'my-data',
  'delete-data',
  'submit-story',
  'join-event',
  'help',
  'news',
  'latest-news',
  'language',
  'unit-pledges',
  'who-missing',
  'unit-counts',
] as const
export type Wish = (typeof wishes)[number]

/** A row of the tables of wishes. */
export interface WishRule {
  readonly action: Wish
  readonly pattern: RegExp
  /** A sentence that this row alone hears; a test runs it. */
  readonly example: string
  /** A question about the matter is no wish to do it; here it is, or is unless the pattern shows. */
  readonly asked?: 'too' | RegExp
}
