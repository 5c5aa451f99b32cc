import { findDay, findLevels } from '../commands/outcome-words.ts'
import type { Level } from '../domain/act.ts'
import { type Day, addDays, isDay } from '../domain/dates.ts'

/** The columns of the office's own list, in the order of the example. */
export const columns = [
  '编号',
  '题目',
  '内容',
  '作者',
  '报送日期',
  '状态',
  '编报级别',
  '采用级别',
  '采用形式',
  '期号',
  '采用日期',
  '批示级别',
  '主要领导',
  '批示日期',
  '得分',
] as const
export type Column = (typeof columns)[number]

/** One row of the list, and what is wrong with it. */
export interface Row {
  readonly line: number
  readonly cell: (column: Column) => string
  readonly fault: (column: Column, why: string) => undefined
  readonly faults: readonly string[]
}

export const rowOf = (line: number, cell: Row['cell']): Row => {
  const faults: string[] = []
  return {
    line,
    cell,
    faults,
    fault: (column, why) => {
      faults.push(`第${line}行,"${column}":${why}`)
    },
  }
}

/** Several values in one cell. */
export const partsOf = (text: string): readonly string[] =>
  text
    .split(/[、,，;；\n]+/)
    .map((one) => one.trim())
    .filter(Boolean)

export const dayIn = (row: Row, column: Column, text: string, today: Day): Day | undefined => {
  if (!text) return undefined
  // a day as Excel counts it, where the cell is not formatted as one
  const on = /^\d{5}$/.test(text) ? addDays('1899-12-30', Number(text)) : findDay(text, today)
  const [year = 0, month = 0, date = 0] = on?.split('-').map(Number) ?? []
  if (!on || !isDay(year, month, date))
    return row.fault(column, `看不懂日期"${text}",要写成 2026-03-01`)
  if (on > today) return row.fault(column, `"${text}"还没有到`)
  return on
}

/** Every level that a cell names, with the word that names it (市委办). */
export const levelsIn = (
  row: Row,
  column: Column,
): readonly { readonly level: Level; readonly word: string }[] =>
  partsOf(row.cell(column)).flatMap((word) => {
    const found = findLevels(word)
    if (found.length === 0) row.fault(column, `看不懂"${word}",要写县、市、省或全国`)
    return found.map((level) => ({ level, word }))
  })

/** A cell beside one that holds several levels: one value for all of them, or one for each. */
export const alongside = (row: Row, count: number, column: Column): ((at: number) => string) => {
  const values = partsOf(row.cell(column))
  if (values.length > 1 && values.length !== count)
    row.fault(column, `写了 ${values.length} 个,级别写了 ${count} 个,要一一对应`)
  return (at) => values[values.length > 1 ? at : 0] ?? ''
}
