import type { Dialogue, Turn } from '../core/conversation/turn.ts'
import type { FormState, TextField } from '../core/forms/form.ts'
import { literal, text } from '../core/message.ts'
import { maySendNews } from '../core/people/person.ts'

/** Longer news would not fit one message on Telegram once its heading stands above it. */
const longest = 3500

/** A short piece of news from the office to everyone who can be reached. */
export const newsDialogue: Dialogue = {
  name: 'news',
  form: (turn) => ({
    dialogue: 'news',
    version: 1,
    fields: [newsField()],
    closing: [],
    review: {
      title: text('news-review', { people: turn.audience }),
      notes: () => [],
      send: text('news-send', { people: turn.audience }),
    },
  }),
  complete: (turn, state) => send(turn, state),
}

function send(turn: Turn, state: FormState) {
  // The role may have changed since the form was opened: it counts now.
  if (!maySendNews(turn.person.role)) return { say: [{ text: [text('news-not-allowed')] }], effects: [] }
  const words = String(state.values.text ?? '')
  const saying = { text: [text('news-heading'), literal(words)] }
  return {
    say: [{ text: [text('news-sent', { people: turn.audience })], inPlace: true }],
    effects: [{ kind: 'broadcast' as const, text: words, saying }],
  }
}

function newsField(): TextField {
  return {
    kind: 'text',
    name: 'text',
    label: text('news-text'),
    names: ['noi dung', 'tin', 'text'],
    question: () => [text('news-ask')],
    anyWords: true,
    parse: (typed) => {
      const words = typed.normalize('NFC').trim()
      if (words === '') return { ok: false, say: text('news-empty') }
      if (words.length > longest) return { ok: false, say: text('news-long', { length: words.length, longest }) }
      return { ok: true, value: words }
    },
    show: (value) => literal(String(value)),
  }
}
