import type { Choice, Span } from '../../core/message.ts'

export interface WebContent {
  readonly text: string
  readonly spans?: readonly Span[]
  readonly choices?: readonly (readonly Choice<string>[])[]
  /** A document of ours by its id, or the mark that another platform holds what belongs here. */
  readonly file?: { readonly id: string; readonly name: string } | { readonly elsewhere: true }
}

export interface WebEntry {
  readonly id: bigint
  readonly author: 'person' | 'bot'
  readonly content: WebContent
  readonly at: Date
}

/** What was said on the page, chat by chat: the web is its own platform, so it remembers for itself. */
export interface WebTranscript {
  /** Appends unless `origin` is already there; returns the entry's number either way. */
  append(
    chat: string,
    entry: { origin: string; author: WebEntry['author']; content: WebContent; at: Date },
  ): Promise<bigint>
  /** Replaces a bot entry's content in place, for edits. */
  replace(chat: string, id: bigint, content: WebContent): Promise<void>
  /** Whether a bot entry of one of these chats holds that document of ours. */
  holdsFile(chats: readonly string[], id: string): Promise<boolean>
  /** The chat's entries with a greater number, in rising order. */
  since(chat: string, after: bigint, limit: number): Promise<readonly WebEntry[]>
}

/** The text without what the database's JSON cannot hold: NUL and halves of surrogate pairs, one mark for each. */
export function readable(text: string): string {
  // With the u flag a surrogate matches only where its other half is missing.
  return text.replaceAll('\0', '\uFFFD').replace(/[\uD800-\uDFFF]/gu, '\uFFFD')
}
