import writeExcelFile from 'write-excel-file/node'

export const xlsxMime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A spreadsheet of one sheet. Words stay words: nothing in it is a formula. */
export async function writeXlsx(rows: readonly (readonly (string | number)[])[], sheet: string): Promise<Uint8Array> {
  const cells = rows.map((row) =>
    row.map((value) => (typeof value === 'number' ? { type: Number, value } : { type: String, value })),
  )
  const written = writeExcelFile(cells, { sheet })
  return new Uint8Array(await (await written).toBuffer())
}
