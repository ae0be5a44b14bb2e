import { button } from '../actions.ts'
import { type FileReference, literal, type Saying, text } from '../message.ts'
import { countRows, type PlannedRow, type TableKind } from './plan.ts'

const shown = 10

/** What a table would change, for whoever handed it in, with the ways to go on; the whole of it stands in `report`. */
export function previewTable(
  table: { readonly id: string; readonly kind: TableKind; readonly name: string },
  rows: readonly PlannedRow[],
  report: FileReference,
): Saying {
  const counts = countRows(rows)
  const problems = rows.filter((one) => one.change === 'reject')
  const changes = counts.add + counts.change
  const lines = problems.slice(0, shown).map(({ row, why }) => text('table-problem', { row, why: why ?? literal('') }))
  const more = problems.length > shown ? [text('table-more', { count: problems.length - shown })] : []
  const confirm = { ...button('table-confirm', 'primary', table.id), label: text('menu-table-confirm', { changes }) }
  const leave = { ...button('table-leave', 'danger', table.id), label: text('menu-table-leave', counts) }
  const ways = [...(changes > 0 ? [[confirm]] : []), ...(counts.missing > 0 ? [[leave]] : [])]
  return {
    text: [
      text(`table-preview-${table.kind}`, { ...counts, file: literal(table.name) }),
      ...lines,
      ...more,
      ...(counts.missing > 0 ? [text('table-missing', counts)] : []),
      text(ways.length > 0 ? 'table-nothing-yet' : 'table-nothing-new'),
    ],
    file: report,
    ...(ways.length > 0 && { choices: [...ways, [button('table-cancel', undefined, table.id)]] }),
  }
}
