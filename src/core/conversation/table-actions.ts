import { button, type ImportAction } from '../actions.ts'
import { fold } from '../language/fold.ts'
import { type FileReference, literal, text } from '../message.ts'
import { mayHandIn } from '../tables/plan.ts'
import { type Outcome, say, type Turn } from './turn.ts'

/** Whether a file is a table, by what it is called. */
export function isTable({ kind, name = '' }: FileReference): boolean {
  return kind === 'document' && /\.(xls[xmb]?|ods|csv|tsv|txt)$/i.test(name)
}

/** Whether the words ask how to hand in a list; news about lists has more words than that. */
export function asksHowToHandIn(words: string): boolean {
  const said = fold(words)
  const isShort = said.split(' ').length <= 14
  return (
    isShort &&
    /\b(?:nap|nhap|tai len|dua len|up|import|upload|cap nhat)\b.*\b(?:danh sach|file|tep|excel|list|roster)\b/.test(
      said,
    )
  )
}

/** How a list is handed in, to those who may. */
export function tellHowToHandIn({ person }: Pick<Turn, 'person'>): Outcome {
  return say({ text: [text(mayHandIn(person, 'roster') ? 'table-how-office' : 'table-how')] })
}

/** A file that somebody who may hand in lists dropped into the chat: it is read by a job, and shown when it is read. */
export function receiveTable(file: FileReference, random: (bytes: number) => Uint8Array): Outcome {
  const id = Array.from(random(8), (byte) => byte.toString(36).padStart(2, '0')).join('')
  const name = file.name ?? ''
  return {
    ...say({ text: [text('table-reading', { file: literal(name) })] }),
    effects: [{ kind: 'receive-table', id, file, name }],
  }
}

export function onTable(turn: Turn, action: ImportAction): Outcome {
  const { table, person } = turn
  if (!mayHandIn(person, table?.kind ?? null)) return say({ text: [text('table-not-allowed')] })
  if (!table?.isOpen || table.byPerson !== person.id) return say({ text: [text('table-gone')] })
  const { id, kind, counts } = table
  if (action === 'table-cancel')
    return { ...say({ text: [text('table-dropped')], inPlace: false }), effects: [{ kind: 'drop-table', id }] }
  if (!table.isAsShown) return { ...say({ text: [text('table-moved')] }), effects: [{ kind: 'reread-table', id }] }
  const leave = action === 'table-leave'
  const words = [text(`table-taken-${kind}`, counts), ...(leave ? [text('table-left', counts)] : [])]
  const choices = kind === 'pledges' ? { choices: [[button('unit-pledges')]] } : {}
  return { ...say({ text: words, ...choices }), effects: [{ kind: 'take-in-table', id, leave }] }
}
