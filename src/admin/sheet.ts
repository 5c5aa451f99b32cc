import { readFile, rename, writeFile } from 'node:fs/promises'
import { extname } from 'node:path'

/** A table as office people know it: a header row and rows of text. */
export interface Sheet {
  readonly header: readonly string[]
  /** Each row with its line as Excel numbers it. */
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
}

/** Reads .xlsx (first sheet) or .csv (UTF-8 or the GB18030 that Chinese Excel writes). */
export const readSheet = async (path: string): Promise<Sheet> => {
  const bytes = await readFile(path)
  const table =
    extname(path).toLowerCase() === '.xlsx' ? await readXlsxRows(bytes) : await readCsvRows(bytes)
  const [header = [], ...rest] = table.map((row) => row.map(textOf))
  return {
    header: header.map((name) => name.replace(/^\uFEFF/, '').trim()),
    rows: rest
      .map((cells, index) => ({ line: index + 2, cells: cells.map((cell) => cell.trim()) }))
      .filter(({ cells }) => cells.some((cell) => cell !== '')),
  }
}

const readXlsxRows = async (bytes: Uint8Array): Promise<readonly (readonly unknown[])[]> => {
  const { readXlsx } = await import('hucre/xlsx')
  const { sheets } = await readXlsx(bytes)
  return sheets[0]?.rows ?? []
}

const readCsvRows = async (bytes: Uint8Array): Promise<readonly (readonly unknown[])[]> => {
  const { parseCsv } = await import('hucre/csv')
  return parseCsv(decodeText(bytes))
}

const decodeText = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

const textOf = (cell: unknown): string => {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean'
    ? `${cell}`
    : ''
}

/** Writes .xlsx or .csv (UTF-8 with the mark Excel looks for); whole or not at all. Gives the number of rows. */
export const writeSheet = async (
  path: string,
  header: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): Promise<number> => {
  const bytes =
    extname(path).toLowerCase() === '.xlsx'
      ? await xlsxOf(header, rows)
      : Buffer.from(csvOf([header, ...rows]))
  const draft = `${path}.${process.pid}.part`
  await writeFile(draft, bytes, { mode: 0o600 })
  await rename(draft, path)
  return rows.length
}

const xlsxOf = async (
  header: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): Promise<Uint8Array> => {
  const { writeXlsx } = await import('hucre/xlsx')
  return writeXlsx({
    sheets: [
      {
        name: '导出',
        columns: header.map((name, index) => ({
          header: name,
          key: `c${index}`,
          width: widthOf([name, ...rows.map((row) => row[index] ?? '')]),
        })),
        // the head stays in sight and can be filtered, as every clerk sets it up by hand otherwise
        freezePane: { rows: 1 },
        autoFilter: { range: `A1:${letterOf(header.length - 1)}${rows.length + 1}` },
        data: rows.map((row) => Object.fromEntries(row.map((cell, index) => [`c${index}`, cell]))),
      },
    ],
  })
}

/** In characters: a Chinese sign is as wide as two; long texts are cut off on the screen, not in the file. */
const widthOf = (cells: readonly (string | number)[]): number =>
  cells.reduce<number>((width, cell) => {
    const wide = `${cell}`.slice(0, widest).replace(/[^\u0020-\u007e]/g, 'xx').length
    return Math.min(widest, Math.max(width, wide + 2))
  }, 6)

const widest = 40

const letterOf = (index: number): string => String.fromCharCode(65 + index)

const csvOf = (rows: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(cellOf).join(',')).join('\r\n')}\r\n`

/** A text that begins like a formula would be one in Excel: an apostrophe keeps it text. */
const cellOf = (cell: string | number): string => {
  if (typeof cell === 'number') return String(cell)
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
