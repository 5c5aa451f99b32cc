import type { Cell as SheetCell, CellStyle, CellValue, WriteSheet } from 'hucre/xlsx'
import { type Cell, type Table, nothing, textOf } from '../figures/table.ts'

/** An .xlsx with a sheet for each table, as a clerk would set it up: head in sight, filter, widths, ready to print. */
export const workbookOf = async (tables: readonly Table[]): Promise<Uint8Array> => {
  const { writeXlsx } = await import('hucre/xlsx')
  return writeXlsx({ sheets: tables.map(sheetOf), defaultFont: plain })
}

const sheetOf = (table: Table): WriteSheet => {
  const { name, title, about = [], columns, rows, notes = [] } = table
  const above = [...(title ? [title] : []), ...about]
  const head = above.length
  const last = head + rows.length
  const lastColumn = letterOf(columns.length - 1)
  const lines: CellValue[][] = [
    ...above.map((line) => [line]),
    [...columns],
    ...rows.map((row) => row.map(valueOf)),
    ...(notes.length > 0 ? [[], ...notes.map((line) => [line])] : []),
  ]
  const wide = [...above.keys(), ...notes.map((_, at) => last + 2 + at)]
  return {
    name,
    rows: lines,
    columns: columns.map((column, at) => ({ width: widthOf(column, rows, at) })),
    cells: stylesOf(table, head),
    merges: wide.map((row) => ({
      startRow: row,
      startCol: 0,
      endRow: row,
      endCol: columns.length - 1,
    })),
    rowDefs: new Map([
      ...(title ? [[0, { height: 30 }] as const, [head, { height: 32 }] as const] : []),
      ...notes.map(
        (note, at) => [last + 2 + at, { height: 15 * linesOf(note, columns, rows) }] as const,
      ),
    ]),
    freezePane: { rows: head + 1 },
    autoFilter: { range: `A${head + 1}:${lastColumn}${last + 1}` },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: `$${head + 1}:$${head + 1}`,
    },
  }
}

/** Excel takes no longer text in a cell. */
const longest = 32_000

const valueOf = (cell: Cell): CellValue =>
  typeof cell === 'object'
    ? cell.part / cell.of
    : typeof cell === 'string'
      ? cell.slice(0, longest).toWellFormed()
      : cell

const stylesOf = (table: Table, head: number): Map<string, Partial<SheetCell>> => {
  const { title, columns, rows, notes = [] } = table
  const styles = new Map<string, Partial<SheetCell>>()
  const isProse = columns.map((_, at) => widestIn(rows, at) > mostCentred)
  if (title) styles.set('0,0', { style: titleStyle })
  for (const at of columns.keys()) styles.set(`${head},${at}`, { style: headStyle })
  for (const [line, row] of rows.entries())
    for (const [at, cell] of row.entries())
      styles.set(`${head + 1 + line},${at}`, { style: styleOf(cell, isProse[at] ?? false) })
  for (const at of notes.keys())
    styles.set(`${head + rows.length + 2 + at},0`, { style: noteStyle })
  return styles
}

const plain = { name: '宋体', size: 11 } as const
const border = { style: 'thin', color: { rgb: 'BFBFBF' } } as const
const edges = { top: border, right: border, bottom: border, left: border }
const titleStyle: CellStyle = {
  font: { ...plain, bold: true, size: 16 },
  alignment: { horizontal: 'center', vertical: 'center' },
}
const headStyle: CellStyle = {
  font: { ...plain, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E7EEF7' } },
  border: edges,
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
}
const noteStyle: CellStyle = {
  font: plain,
  alignment: { wrapText: true, vertical: 'top' },
}

const styleOf = (cell: Cell, isProse: boolean): CellStyle => ({
  font: plain,
  border: edges,
  alignment: {
    vertical: 'center',
    // a whole matter in one cell would make its row as high as the page
    ...(typeof cell === 'string' && cell.length <= mostWrapped && { wrapText: true }),
    ...((!isProse || typeof cell !== 'string' || cell === nothing) && { horizontal: 'center' }),
  },
  // a share stays a number, so that it can be sorted, and shows its base
  ...(typeof cell === 'object' && { numFmt: `0.0%"(${cell.part}/${cell.of})"` }),
})

/** In characters: a Chinese sign is as wide as two; long texts are cut off on the screen, not in the file. */
const widthOf = (column: string, rows: readonly (readonly Cell[])[], at: number): number => {
  // a long head is broken in two, beside the button of its filter
  const head = wide(column) > 6 ? Math.ceil(wide(column) / 2) + 3 : wide(column) + 3
  return Math.min(widest, Math.max(head, widestIn(rows, at) + 2))
}

const widestIn = (rows: readonly (readonly Cell[])[], at: number): number =>
  rows.reduce((width, row) => Math.max(width, wide(textOf(row[at] ?? ''))), 0)

const widest = 40
const mostWrapped = 120
/** Columns with nothing longer are centred: numbers, kinds, ranks. */
const mostCentred = 10

const wide = (text: string): number =>
  text.slice(0, widest).replace(/[^\u0020-\u007e]/g, 'xx').length

const linesOf = (
  note: string,
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
): number => {
  const room = columns.reduce((sum, column, at) => sum + widthOf(column, rows, at), 0)
  return Math.ceil((note.length * 2) / Math.max(1, room))
}

const letterOf = (index: number): string => String.fromCharCode(65 + index)
