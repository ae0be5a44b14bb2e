import { readControl } from '../forms/control-words.ts'
import { pause } from '../forms/engine.ts'
import type { FormInput } from '../forms/form.ts'
import { fold } from '../language/fold.ts'
import { text } from '../message.ts'
import { beginForm, continueForm, type FormDeciders } from './form-turn.ts'
import { button } from './menu.ts'
import { type Outcome, say, type Turn } from './turn.ts'

/** The choice that says that the words were no news but a question. */
export const askInstead = 'ask-instead'

/** "Danh sách tin", "các tin đã gửi": the list is meant, not a new one. */
export function asksForList(words: string): boolean {
  return /^(?:cho (?:toi |em )?)?(?:xem )?(?:lai )?(?:(?:danh sach|cac|nhung) tin(?: da gui| gan day| phong trao| dang gui| hen gio)*|tin da gui|list(?: of)? news|sent news)$/.test(
    fold(words),
  )
}

/**
 * Whoever has the list of news before them and types is most likely writing the next one: it is kept as such, and they
 * are asked. Undefined where the words are no news: there is no list, or they are a word for the form.
 */
export function offerNews(turn: Turn, deciders: FormDeciders, input: FormInput): Outcome | undefined {
  const wasOffered = turn.offered.some((one) => one.id === button('news-new').id)
  const wasAsked = turn.offered.some((one) => one.id === askInstead)
  // A form that waits is never given up for it; what was kept for the question before is.
  if (!turn.desk || turn.update.retried || !(wasAsked || (wasOffered && !turn.form))) return undefined
  if (input.kind === 'text' && readControl(input.text)) return undefined
  const given = {
    dialogue: 'broadcast',
    anyway: (token: string) => button('news-anyway', 'danger', token),
    ...(turn.form && { dropping: turn.form.token }),
  }
  const begun = beginForm(turn, deciders, given)
  if (!begun.form) return undefined
  const read = continueForm({ ...turn, form: begun.form }, deciders, input)
  if (!read.understood || !read.form) return read
  const choices = [
    [{ ...button('resume', 'primary'), label: text('news-offer-yes'), yes: true }],
    [{ id: askInstead, label: text('news-offer-no') }],
  ]
  return { ...say({ text: [text('news-offer')], choices }), form: pause(read.form) }
}

/** The words that were kept as news and are a question. */
export function keptWords({ form }: Turn): string | undefined {
  const kept = form?.dialogue === 'broadcast' && form.paused ? form.values.text : undefined
  return typeof kept === 'string' ? (JSON.parse(kept) as { text: string }).text : undefined
}
