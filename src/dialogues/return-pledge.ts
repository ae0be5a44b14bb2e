import type { Dialogue } from '../core/conversation/turn.ts'
import { returnPledge } from '../core/conversation/unit-desk.ts'
import type { TextField } from '../core/forms/form.ts'
import { literal, text } from '../core/message.ts'

const most = 500

/** Returns a pledge to its sender (`about.code`, `about.version`) with a reason, which they read word for word. */
export const returnPledgeDialogue: Dialogue = {
  name: 'return-pledge',
  form: (_turn, about) => ({
    dialogue: 'return-pledge',
    version: 1,
    fields: [reasonField(about.code ?? '')],
    closing: [],
    review: {
      title: text('desk-return-review', { code: about.code ?? '' }),
      notes: () => [text('desk-return-note')],
      send: text('desk-return-send'),
    },
  }),
  complete: (turn, state) => {
    const { code = '', version = '' } = state.about
    return returnPledge(turn, `${code}:${version}`, String(state.values.reason ?? ''))
  },
}

function reasonField(code: string): TextField {
  return {
    kind: 'text',
    name: 'reason',
    label: text('desk-reason'),
    names: ['ly do', 'reason'],
    question: () => [text('desk-reason-ask', { code })],
    parse: parseReason,
    anyWords: true,
    show: (value) => literal(String(value)),
  }
}

function parseReason(typed: string): ReturnType<TextField['parse']> {
  const reason = typed.normalize('NFC').trim()
  if (reason === '') return { ok: false, say: text('desk-reason-empty') }
  if (reason.length > most) return { ok: false, say: text('desk-reason-long', { length: reason.length, most }) }
  return { ok: true, value: reason }
}
