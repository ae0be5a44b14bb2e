import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FluentBundle, FluentResource } from '@fluent/bundle'
import type { Locale } from '../core/campaign/campaign.ts'
import type { Span, Text, TextArgument } from '../core/message.ts'

export const locales: readonly Locale[] = ['vi', 'en']

export interface Rendered {
  readonly text: string
  readonly spans: readonly Span[]
}

export interface Translator {
  /** The sentence in that language, without markup. Throws where the key or an argument is missing. */
  say(text: Text, locale: Locale): string
  /** The sentences as paragraphs; `**bold**` and `__italic__` in locale files become spans. */
  render(paragraphs: readonly Text[], locale: Locale): Rendered
}

/** Reads every `<locale>/*.ftl` under the folder. Words from people and campaign files are never read as markup. */
export function createTranslator(folder: string): Translator {
  const bundles = new Map(locales.map((locale) => [locale, loadBundle(join(folder, locale), locale)]))

  function format(text: Text, locale: Locale): string {
    if ('literal' in text) return shield(text.literal)
    const bundle = bundles.get(locale)
    const message = bundle?.getMessage(text.key)
    if (!bundle || !message?.value) throw new Error(`No words for "${text.key}" in ${locale}`)
    const errors: Error[] = []
    const words = bundle.formatPattern(message.value, fluentArguments(text.args, locale), errors)
    if (errors[0]) throw new Error(`"${text.key}" in ${locale}: ${errors[0].message}`, { cause: errors[0] })
    return words
  }

  function fluentArguments(args: Readonly<Record<string, TextArgument>> | undefined, locale: Locale) {
    const plain: Record<string, string | number> = {}
    for (const [name, value] of Object.entries(args ?? {})) {
      if (typeof value === 'number') plain[name] = value
      else if (typeof value === 'string') plain[name] = shield(value)
      else plain[name] = format(value, locale)
    }
    return plain
  }

  /** What takes no arguments reads the same each time: most buttons, and many sentences. */
  const constant = new Map<string, Rendered>()

  function renderOne(text: Text, locale: Locale): Rendered {
    if ('literal' in text || text.args) return rendered(text, format(text, locale))
    const name = `${locale} ${text.key}`
    const known = constant.get(name) ?? withSpans(format(text, locale))
    constant.set(name, known)
    return known
  }

  return {
    say: (text, locale) => renderOne(text, locale).text,
    render: (paragraphs, locale) => joined(paragraphs.map((one) => renderOne(one, locale))),
  }
}

function loadBundle(folder: string, locale: Locale): FluentBundle {
  // Isolation marks around placeables would be visible rubbish in some chat clients and break copied dates.
  const bundle = new FluentBundle(locale, { useIsolating: false })
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.ftl')) continue
    const errors = bundle.addResource(new FluentResource(readFileSync(join(folder, file), 'utf8')))
    if (errors[0]) throw new Error(`${join(folder, file)}: ${errors[0].message}`, { cause: errors[0] })
  }
  return bundle
}

/** Formatted words of somebody stay as they are, a sentence of ours has its markup read. */
function rendered(paragraph: Text, words: string): Rendered {
  const { text, spans } = withSpans(words)
  return 'literal' in paragraph ? { text, spans: paragraph.spans ?? [] } : { text, spans }
}

function joined(paragraphs: readonly Rendered[]): Rendered {
  let text = ''
  const spans: Span[] = []
  for (const [index, one] of paragraphs.entries()) {
    if (index > 0) text += '\n\n'
    spans.push(...one.spans.map((span) => ({ ...span, offset: span.offset + text.length })))
    text += one.text
  }
  return { text, spans }
}

// Private-use code points stand in for the markup characters of foreign words until spans are found.
const markup = /[*_\uE000\uE001]/
const shielded = { '*': '\uE000', _: '\uE001' } as const

function shield(words: string): string {
  return words.replace(/[\uE000\uE001]/g, '').replace(/[*_]/g, (mark) => shielded[mark as '*' | '_'])
}

function withSpans(marked: string): Rendered {
  if (!markup.test(marked)) return { text: marked, spans: [] }
  const spans: Span[] = []
  let text = ''
  for (const part of marked.split(/(\*\*[^*]+\*\*|__[^_]+__)/)) {
    const style = part.startsWith('**') ? 'bold' : part.startsWith('__') ? 'italic' : undefined
    const words = style && part.length > 4 ? part.slice(2, -2) : part
    const plain = words.replaceAll('\uE000', '*').replaceAll('\uE001', '_')
    if (style && part.length > 4) spans.push({ offset: text.length, length: plain.length, style })
    text += plain
  }
  return { text, spans }
}
