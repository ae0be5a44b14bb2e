import { type Count, countAudience, describeAudience } from '../core/broadcasts/audience.ts'
import { type Broadcast, firstState, isCorrectable, type Standing } from '../core/broadcasts/broadcast.ts'
import { broadcastSaying, type Content, fileChannel, noBroadcast } from '../core/broadcasts/content.ts'
import { linesBelow, whenText } from '../core/broadcasts/progress.ts'
import { isOfficeHours } from '../core/broadcasts/send-time.ts'
import { broadcastId } from '../core/conversation/broadcast-actions.ts'
import type { Dialogue, Outcome, Turn } from '../core/conversation/turn.ts'
import { type Form, type FormState, sentValues, type Values } from '../core/forms/form.ts'
import { prompt } from '../core/forms/prompt.ts'
import { type Saying, type Text, text } from '../core/message.ts'
import { maySendNews } from '../core/people/person.ts'
import { audienceFields, audienceOf } from './broadcast-audience.ts'
import {
  acknowledges,
  contentFields,
  contentOf,
  momentOf,
  readTimeAtCard,
  timeFields,
  wordsField,
} from './broadcast-fields.ts'

/** News from the office to many, or the correction of one that was sent (`about.corrects`). */
export const broadcastDialogue: Dialogue = {
  name: 'broadcast',
  form: (turn, about) =>
    about.corrects === undefined ? newsForm(turn) : correctionForm(turn, originalOf(turn, about)),
  complete: (turn, state, random) => {
    // The role may have changed since the form was opened: it counts now, and again where the effect is carried out.
    if (!maySendNews(turn.person.role)) return { say: [{ text: [text('news-not-allowed')] }], effects: [] }
    return state.about.corrects === undefined ? send(turn, state, random) : correct(turn, state, state.about.corrects)
  },
  beside: (turn, state, value) => {
    const saying = sayingOf(turn, state)
    if (value === 'preview') return { say: [{ text: [text('broadcast-preview')] }, saying], effects: [] }
    return { say: [{ text: [text('broadcast-tested')] }], effects: [{ kind: 'test-broadcast', saying }] }
  },
}

/** As its recipients will get it; what they would acknowledge by it is nothing yet. */
function sayingOf(turn: Turn, state: FormState): Saying {
  const values = sentForm(turn, state)
  const original = originalOf(turn, state.about)
  if (original)
    return broadcastSaying(
      corrected(original.broadcast, values),
      'correct',
      original.broadcast.acknowledge ? noBroadcast : undefined,
    )
  return broadcastSaying(contentOf(values), 'news', acknowledges(values) ? noBroadcast : undefined)
}

/** The broadcast that is corrected, where it is there and may be: it is named by the button that begins the form. */
function originalOf({ desk }: Turn, about: FormState['about']): Standing | undefined {
  const original = [desk?.corrects, ...(desk?.known ?? [])].find((one) => one?.broadcast.id === about.corrects)
  return original && isCorrectable(original) ? original : undefined
}

function corrected(original: Broadcast, values: Values): Content {
  return { ...contentOf(values), buttons: original.content.buttons }
}

const version = 2
const noContent: Content = { text: '', spans: [], buttons: [] }

function newsForm(turn: Turn): Form {
  return {
    dialogue: 'broadcast',
    version,
    fields: [...contentFields(turn), ...audienceFields(turn), ...timeFields(turn)],
    closing: [],
    review: {
      title: text('broadcast-review'),
      notes: (values) => notes(turn, values),
      // What is sent when stands on the card; the button says it once more, in a word.
      send: text(turn.campaign.approval ? 'broadcast-send-approval' : 'broadcast-send'),
      beside: besides,
      read: (typed, values) => readTimeAtCard(turn, typed, values),
    },
  }
}

const besides = [
  { value: 'preview', label: text('broadcast-preview-button'), names: ['xem truoc', 'xem thu', 'preview'] },
  { value: 'test', label: text('broadcast-test-button'), names: ['gui thu', 'thu', 'test'] },
] as const

function correctionForm(turn: Turn, original: Standing | undefined): Form {
  return {
    dialogue: 'broadcast',
    version,
    fields: [wordsField({ original: original?.broadcast.content ?? noContent })],
    closing: [],
    review: {
      title: text('broadcast-review-correction', { count: original?.tally.sent ?? 0 }),
      notes: () => [text('broadcast-note-correction'), ...approvalNote(turn)],
      send: text('broadcast-send-correction'),
      beside: besides,
    },
  }
}

function sentForm(turn: Turn, state: FormState): Values {
  return sentValues(broadcastDialogue.form(turn, state.about), state.values)
}

/** Exactly who gets it and who does not, and what else to think of before it goes out. */
function notes(turn: Turn, values: Values): Text[] {
  const { campaign, timezone, now } = turn
  const at = momentOf(values) ?? now
  const { total, channels, excluded } = countOf(turn, values)
  const lines = [
    total === 0
      ? text('broadcast-nobody')
      : text('broadcast-count', { total, groups: channels.reduce((sum, one) => sum + one.groups, 0) }),
    ...channels.map(({ channel, people, groups }) =>
      text('broadcast-count-channel', { channel: text(`broadcast-channel-${channel}`), people, groups }),
    ),
    ...excludedLines(excluded),
  ]
  return [
    ...linesBelow(lines),
    ...(isOfficeHours(at, timezone, campaign) ? [] : [text('broadcast-note-hours', { at: whenText(at, timezone) })]),
    ...approvalNote(turn),
  ]
}

function approvalNote(turn: Turn): Text[] {
  if (!turn.campaign.approval) return []
  return [text(hasNoApprover(turn) ? 'broadcast-no-approver' : 'broadcast-note-approval')]
}

/** Whether somebody would have to agree and there is nobody: it would wait for ever. */
function hasNoApprover({ campaign, desk }: Turn): boolean {
  return campaign.approval && (desk?.approvers ?? 0) === 0
}

/** The form is not sent: it stands again where the author can mend it, with what is in the way. */
function keep(turn: Turn, state: FormState, at: string, why: readonly Text[]): Outcome {
  const again = { ...state, at, editing: at !== 'review', turn: state.turn + 1 }
  const saying = { ...prompt(broadcastDialogue.form(turn, state.about), again, why), inPlace: false }
  return { say: [saying], effects: [], form: again }
}

function excludedLines(excluded: Count['excluded']): Text[] {
  return excluded.map(({ why, count }) => text('broadcast-excluded', { why: text(`broadcast-excluded-${why}`), count }))
}

function countOf(turn: Turn, values: Values) {
  const reach = turn.desk?.reach ?? { people: [], groups: [] }
  return countAudience(audienceOf(values, turn), reach, fileChannel(contentOf(values)))
}

function send(turn: Turn, state: FormState, random: (bytes: number) => Uint8Array): Outcome {
  const values = sentForm(turn, state)
  const audience = audienceOf(values, turn)
  const at = momentOf(values)
  const { total, excluded } = countOf(turn, values)
  if (total === 0) return keep(turn, state, 'to', [text('broadcast-nobody'), ...linesBelow(excludedLines(excluded))])
  if (hasNoApprover(turn)) return keep(turn, state, 'review', [text('broadcast-not-sent')])
  const said = turn.campaign.approval
    ? text('broadcast-sent-approval')
    : at
      ? text('broadcast-sent-later', { at: whenText(at, turn.timezone), total })
      : text('broadcast-sent', { total, audience: describeAudience(audience, turn.campaign, turn.person.locale) })
  return {
    say: [{ text: [said], inPlace: true }],
    effects: [
      {
        kind: 'broadcast',
        id: broadcastId(random),
        content: contentOf(values),
        audience,
        acknowledge: acknowledges(values),
        state: firstState(turn.campaign.approval),
        sendAt: at ?? turn.now,
      },
    ],
  }
}

function correct(turn: Turn, state: FormState, id: string): Outcome {
  const original = originalOf(turn, state.about)
  if (!original) return { say: [{ text: [text('broadcast-gone')] }], effects: [] }
  if (hasNoApprover(turn)) return keep(turn, state, 'review', [text('broadcast-not-sent')])
  const { broadcast } = original
  return {
    say: [{ text: [text(turn.campaign.approval ? 'broadcast-sent-approval' : 'broadcast-correcting')], inPlace: true }],
    effects: [
      {
        kind: 'broadcast',
        // One correction at a time: who sends the same form twice sends one.
        id: `${id}c${state.token}`,
        content: corrected(broadcast, sentForm(turn, state)),
        audience: { follows: 'correct', broadcast: id },
        acknowledge: broadcast.acknowledge,
        state: firstState(turn.campaign.approval),
        sendAt: turn.now,
      },
    ],
  }
}
