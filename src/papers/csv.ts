import { type Cell, type Table, textOf } from '../figures/table.ts'

/** The head first, so that other programs can read it; what a sheet says around its table stands behind. UTF-8 with the mark Excel looks for. */
export const csvOf = ({ title, about = [], columns, rows, notes = [] }: Table): Uint8Array => {
  const around = [...(title ? [title] : []), ...about, ...notes]
  const lines: readonly (readonly Cell[])[] = [
    columns,
    ...rows,
    ...(around.length > 0 ? [[], ...around.map((line) => [line])] : []),
  ]
  return Buffer.from(`\uFEFF${lines.map((row) => row.map(cellOf).join(',')).join('\r\n')}\r\n`)
}

/** A text that begins like a formula (full width too) would be one in Excel: an apostrophe keeps it text. */
const cellOf = (cell: Cell): string => {
  if (typeof cell === 'number') return String(cell)
  const text = textOf(cell)
  const safe = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
