import type { WordRole } from '../language/registration-words.ts'
import type { Item } from './cover.ts'
import { gaps, type Token } from './tokens.ts'

export interface Intent {
  /** It registers nothing: a question, a withdrawal, a wish for others, talk. */
  readonly none: boolean
  /** Index of the first piece that is only a question after the registration. */
  readonly until: number
}

/** Whether a message means to register, by what its words ask, take back or tell. */
export function readIntent(items: readonly Item[], tokens: readonly Token[], dropped: ReadonlySet<number>): Intent {
  const has = (role: WordRole, within = items) => within.some((item) => item.roles.has(role))
  const awards = items.some((item, at) => item.kind === 'award' && !dropped.has(at))
  const takenBack = items.some((item, at) => item.kind === 'award' && dropped.has(at))
  const registers = has('register')
  const named = items.some((item, at) => item.kind === 'name' && !dropped.has(at) && item.end - item.start > 1)
  const until = questionFrom(items, tokens)
  const before = items.slice(0, until)
  const nothing: Intent = { none: true, until }
  if (takenBack && !awards) return nothing
  if (withdraws(items)) return nothing
  if (
    has(
      'chat',
      before.filter((item, at) => item.roles.has('chat') && !before[at - 1]?.roles.has('register')),
    ) &&
    !(registers && named)
  )
    return nothing
  if (has('chat', items.slice(0, 2))) return nothing
  if (has('everybody') && !named) return nothing
  if (until === 0) return nothing
  if (until < items.length && !isComplete(before)) return nothing
  if (!registers) return { none: !(awards && isList(items, dropped)), until }
  if (isDenied(items) && !awards) return nothing
  if (!awards && !isBare(items)) return nothing
  return { none: false, until }
}

// "rút", "sửa … thành", but not in a name and not "không … nữa" said of one title among others.
function withdraws(items: readonly Item[]): boolean {
  return items.some(
    (item, at) =>
      item.roles.has('withdraw') &&
      !(item.roles.has('not') && items.slice(at).some((one) => one.roles.has('only'))) &&
      !item.roles.has('mistake'),
  )
}

/** Where the part that asks begins: the whole message, a sentence, or a clause after the registration. */
function questionFrom(items: readonly Item[], tokens: readonly Token[]): number {
  const asking = items.findIndex((item, at) => {
    const last = tokens[item.end - 1]
    if (last?.asked) return !isRequest(items, at)
    if (item.roles.has('may')) return !isRequest(items, at)
    return item.roles.has('ask') && !item.roles.has('filler')
  })
  if (asking < 0) return items.length
  for (let at = asking; at > 0; at--) if ((items[at]?.gap ?? 0) >= gaps.comma || items[at]?.roles.has('but')) return at
  return 0
}

// "cho em đăng ký … được không ạ?" asks for nothing but the registration.
function isRequest(items: readonly Item[], at: number): boolean {
  const before = items.slice(0, at + 1)
  const asks = before.some((item) => item.roles.has('ask') && !item.roles.has('filler'))
  const may = items.some((item) => item.roles.has('may'))
  if (asks || (!may && !before.some((item) => item.roles.has('wish') || item.roles.has('for')))) return false
  const begged = before.some(
    (item, index) =>
      (item.roles.has('for') || item.roles.has('wish')) &&
      before.slice(index).some((one) => one.roles.has('register') || one.kind === 'award'),
  )
  const named = items.some((item) => item.kind === 'name' && item.end - item.start > 1)
  return begged || named
}

/** A registration by itself: somebody, and a title that they register or ask for. */
function isComplete(items: readonly Item[]): boolean {
  const who = items.some(
    (item) => item.kind === 'name' || item.roles.has('self') || item.roles.has('we') || item.roles.has('my-unit'),
  )
  const asked = items.some((item) => item.roles.has('for') || item.roles.has('wish') || item.kind === 'name')
  const award = items.some((item) => item.kind === 'award')
  return who && award && asked && items.some((item) => item.roles.has('register'))
}

/** Titles beside names or units, as in a list; or few words that ask for a title. */
function isList(items: readonly Item[], dropped: ReadonlySet<number>): boolean {
  const unknown = items.filter((item) => item.kind === 'unknown').length
  const who = items.some((item, at) => item.kind === 'name' && !dropped.has(at))
  const unit = items.some((item) => item.kind === 'unit' || item.roles.has('my-unit') || item.roles.has('collective'))
  const self = items.some((item) => item.roles.has('self'))
  return (who && unknown <= 3) || ((unit || self) && unknown <= 1)
}

function isDenied(items: readonly Item[]): boolean {
  return items.some((item, at) => item.roles.has('register') && items[at - 1]?.roles.has('not'))
}

/** "em muốn đăng ký", "đăng ký thi đua": nothing else is registered. */
function isBare(items: readonly Item[]): boolean {
  const registering = items.findIndex((item) => item.roles.has('register'))
  const after = items.slice(registering + 1)
  const subject = items.some((item) => item.roles.has('subject'))
  const unknown = after.filter((item) => item.kind === 'unknown').length
  const weak = items[registering]?.roles.has('wish')
  return !weak && (unknown === 0 || (subject && unknown <= 1))
}
