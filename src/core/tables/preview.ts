import { button } from '../actions.ts'
import type { Day } from '../campaign/calendar.ts'
import { type Campaign, type Locale, worded } from '../campaign/campaign.ts'
import { isLateOn, phaseForPledge } from '../campaign/state.ts'
import { type FileReference, literal, type Saying, type Text, text } from '../message.ts'
import type { PledgeContent } from '../pledges/pledge.ts'
import { countRows, type PlannedRow, type TableKind } from './plan.ts'

const shown = 10

/** Of those that are new, and of those that change, as many are named. */
const mostNamed = 8

/** Of what a list of pledges would register, as a sample of how it was understood. */
const sample = 5

/** What a table would change, for whoever handed it in, with the ways to go on; the whole of it stands in `report`. */
export function previewTable(
  table: { readonly id: string; readonly kind: TableKind; readonly name: string; readonly locale: Locale },
  rows: readonly PlannedRow[],
  report: FileReference,
  { campaign, day }: { readonly campaign: Campaign; readonly day: Day },
): Saying {
  const counts = countRows(rows)
  const problems = rows.filter((one) => one.change === 'reject' || one.change === 'ask')
  const changes = counts.add + counts.change
  const lines = problems.slice(0, shown).map(({ row, why }) => text('table-problem', { row, why: why ?? literal('') }))
  const more = problems.length > shown ? [text('table-more', { count: problems.length - shown })] : []
  const isPledges = table.kind === 'pledges'
  const phase = literal(worded(phaseForPledge(day, campaign).name, table.locale))
  const late = isLateOn(day, campaign) ? [text('pledge-note-late')] : []
  const confirm = { ...button('table-confirm', 'primary', table.id), label: text('menu-table-confirm', { changes }) }
  const leave = { ...button('table-leave', 'danger', table.id), label: text('menu-table-leave', counts) }
  const ways = [...(changes > 0 ? [[confirm]] : []), ...(counts.missing > 0 ? [[leave]] : [])]
  return {
    text: [
      text(`table-preview-${table.kind}`, { ...counts, file: literal(table.name), phase }),
      ...(isPledges ? understood(rows) : [...added(rows), ...changed(rows)]),
      ...lines,
      ...more,
      ...(isPledges && changes > 0 ? [...late, text('pledges-on-behalf')] : []),
      ...(counts.missing > 0 ? [text('table-missing', counts)] : []),
      text(ways.length > 0 ? (isPledges ? 'pledges-nothing-yet' : 'table-nothing-yet') : 'table-nothing-new'),
    ],
    file: report,
    ...(ways.length > 0 && { choices: [...ways, [button('table-cancel', undefined, table.id)]] }),
  }
}

function added(rows: readonly PlannedRow[]): Text[] {
  const names = rows.filter((one) => one.change === 'add').map(nameOf)
  if (names.length === 0) return []
  const more = names.length - mostNamed
  return [
    text('table-names', { names: literal(names.slice(0, mostNamed).join(', ')) }),
    ...(more > 0 ? [text('table-names-more', { count: more })] : []),
  ]
}

/** Each with what was so before. */
function changed(rows: readonly PlannedRow[]): Text[] {
  const all = rows.filter((one) => one.change === 'change')
  const lines = all
    .slice(0, mostNamed)
    .map((one) => text('table-changed', { name: literal(nameOf(one)), why: one.why ?? literal('') }))
  const more = all.length - mostNamed
  return below([...lines, ...(more > 0 ? [text('table-names-more', { count: more })] : [])])
}

function nameOf({ facts }: PlannedRow): string {
  return (facts as { readonly name: string }).name
}

function below([first, ...rest]: readonly Text[]): Text[] {
  return first ? [rest.reduce<Text>((above, line) => text('form-two-lines', { above, line }), first)] : []
}

/** The first of those that would be registered. */
function understood(rows: readonly PlannedRow[]): Text[] {
  const lines = rows
    .filter((one) => one.change === 'add')
    .slice(0, sample)
    .map(({ row, facts, why }) => {
      const { name } = facts as PledgeContent
      return text('pledges-line', { row, name: literal(name), understood: why ?? literal('') })
    })
  return below(lines)
}
