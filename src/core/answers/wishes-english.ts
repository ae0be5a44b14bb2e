import type { WishRule } from './wishes.ts'

/** English wishes, the first that fits. */
export const englishRules: readonly WishRule[] = [
  {
    action: 'who-missing',
    pattern:
      /^who (?:has not|have not|hasn t|haven t|did not|didn t) (?:yet )?(?:registered|register|pledged)(?: yet)?(?: in (?:my|our|the) unit)?$/,
    example: 'who has not registered yet in my unit',
    asked: 'too',
  },
  {
    action: 'unit-counts',
    pattern: /^(?:show |see |get )?(?:me )?(?:the )?registration (?:figures|numbers|progress)(?: by unit)?$/,
    example: 'show me the registration figures by unit',
    asked: 'too',
  },
  {
    action: 'unit-pledges',
    pattern: /^(?:show |list |see )?(?:me )?(?:the |all )?(?:pledges|registrations) (?:of|in) (?:my|our|the) unit$/,
    example: 'show the pledges of my unit',
    asked: 'too',
  },
  {
    action: 'language',
    pattern: /\b(?:speak|use|to|reply in|answer in|talk in) (?:english|vietnamese)\b/,
    example: 'please speak Vietnamese',
    asked: 'too',
  },
  {
    action: 'language',
    pattern: /\b(?:change|switch|set) (?:\S+ ){0,2}?language\b/,
    example: 'how do I change the language?',
    asked: 'too',
  },
  {
    action: 'delete-data',
    pattern: /\b(?:delete|erase|remove)\b.*\b(?:data|information|about me)\b/,
    example: 'erase all my information',
    asked: /\b(?:law|must|when)\b/,
  },
  {
    action: 'reminders',
    pattern: /\bwhen\b.*\b(?:remind (?:me|us)|reminders?)\b/,
    example: 'when will you remind me?',
    asked: 'too',
  },
  {
    action: 'reminders-off',
    pattern:
      /\b(?:stop|turn off|disable|mute|cancel|unsubscribe|no more)\b.*\b(?:remind\w*|notification\w*|messages?)\b/,
    example: 'stop sending me reminders',
    asked: 'too',
  },
  { action: 'reminders-off', pattern: /\bremind\w* off\b/, example: 'turn my reminders off', asked: 'too' },
  { action: 'reminders-off', pattern: /^unsubscribe/, example: 'unsubscribe', asked: 'too' },
  {
    action: 'withdraw-pledge',
    pattern: /\b(?:withdraw|cancel|revoke|remove)\b.*\b(?:registration|pledge|entry)\b/,
    example: 'please withdraw my registration',
  },
  {
    action: 'change-pledge',
    pattern: /\b(?:change|edit|update|correct|modify)\b.*\b(?:registration|pledge|title|entry)\b/,
    example: 'change the title on my pledge',
  },
  {
    action: 'reminders-on',
    pattern: /\b(?:turn on|enable|send me|start)\b.*\bremind\w*\b|\bremind\w* on\b/,
    example: 'enable the reminders',
    asked: 'too',
  },
  { action: 'reminders-on', pattern: /\bremind me\b/, example: 'remind me, please', asked: 'too' },
  {
    action: 'reminders',
    pattern: /\b(?:my|upcoming|show|list|see|reminder)\b.*\breminders?\b|\breminder schedule\b/,
    example: 'show the upcoming reminders',
    asked: 'too',
  },
  {
    action: 'submit-story',
    pattern: /\b(?:submit|send|share)\b.*\b(?:story|example|article)\b/,
    example: 'I would like to share a story',
  },
  {
    action: 'join-event',
    pattern:
      /\b(?:join|sign (?:me )?up|register|take part|participate)\b.*\b(?:sports?|arts?|performance|event|exchange|games?)\b/,
    example: 'sign me up for the sports exchange',
  },
  {
    action: 'my-data',
    pattern: /\bmy (?:personal )?(?:data|information)\b|\b(?:data|know|hold|keep|store) .*\babout me\b/,
    example: 'show my personal data',
    asked: /\b(?:law|rights?|how long|protect\w*)\b/,
  },
  {
    action: 'my-pledge',
    pattern: /\b(?:show|see|view|check|my)\b.*\bmy (?:registrations?|pledges?)\b/,
    example: 'let me see my pledge',
    asked: /\b(?:who|anyone|anybody|somebody|others)\b/,
  },
  {
    action: 'my-pledge',
    pattern: /\b(?:did|have|am) i (?:already )?(?:register|pledge)/,
    example: 'what did I register?',
    asked: 'too',
  },
  {
    action: 'register',
    pattern:
      /\b(?:i d like|i would like|i want|want|please|let me|need) (?:\S+ ){0,3}?(?:register|sign up|enrol|pledge)\b/,
    example: 'I want to register',
  },
  { action: 'register', pattern: /^(?:register|sign (?:me )?up)\b/, example: 'sign me up' },
  {
    action: 'register',
    pattern: /^(?:\S+ ){0,2}?how (?:do|can|to) (?:i )?(?:register|sign up|pledge|enrol|take part|participate|join)$/,
    example: 'how do I register?',
    asked: 'too',
  },
  {
    action: 'help',
    pattern:
      /^(?:help(?: me)?|menu|what can you do|what is this(?: bot)?(?: for)?|how does (?:it|this)(?: bot)? work)$/,
    example: 'what is this bot for?',
    asked: 'too',
  },
  { action: 'latest-news', pattern: /^(?:news|latest news|any news)$/, example: 'any news?', asked: 'too' },
  {
    action: 'news',
    pattern: /\b(?:send|post|publish|broadcast|announce)\b(?: \S+){0,3}? (?:news|announcement|notice|message)\b/,
    example: 'publish an announcement',
  },
]
