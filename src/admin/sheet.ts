import { readFile, rename, writeFile } from 'node:fs/promises'
import { extname } from 'node:path'
import type { Table } from '../figures/table.ts'
import { csvOf } from '../papers/csv.ts'
import { workbookOf } from '../papers/workbook.ts'

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

/** 飞书ID (open_id) and 飞书ID are one column, 编号(旧) and 编号 too. */
export const columnOf = (name: string): string => name.replace(/[((].*$/, '').trim()

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

/** Writes a header and rows as .xlsx or .csv. Gives the number of rows. */
export const writeSheet = async (
  path: string,
  columns: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): Promise<number> => {
  await writeTables(path, [{ name: '导出', columns, rows }])
  return rows.length
}

/** Writes .xlsx with a sheet for each table, or .csv with the first of them. */
export const writeTables = async (
  path: string,
  tables: readonly [Table, ...Table[]],
): Promise<void> =>
  writeWhole(
    path,
    extname(path).toLowerCase() === '.xlsx' ? await workbookOf(tables) : csvOf(tables[0]),
  )

/** Whole or not at all, for the operator alone. */
export const writeWhole = async (path: string, bytes: Uint8Array): Promise<void> => {
  const draft = `${path}.${process.pid}.part`
  await writeFile(draft, bytes, { mode: 0o600 })
  await rename(draft, path)
}
