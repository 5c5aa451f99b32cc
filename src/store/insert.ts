import { type SQL, getTableColumns, getTableName, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'

export type Row<T extends PgTable> = T['$inferInsert']

/**
 * Rows as one JSON parameter: the statement stays the same however many there are, so that the server keeps its plan
 * and nothing is built anew for each. Every row must have the parts of the first; what is undefined becomes null.
 */
export const insertRows = <T extends PgTable>(table: T, rows: readonly Row<T>[]): SQL =>
  sql`${sql.raw(statementOf(table, Object.keys(rows[0] ?? {})))} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(${sql.raw(shapeOf(table, Object.keys(rows[0] ?? {})))})`

const cached = (make: (table: PgTable, keys: readonly string[]) => string) => {
  const known = new WeakMap<PgTable, Map<string, string>>()
  return (table: PgTable, keys: readonly string[]): string => {
    const ofTable = known.get(table) ?? new Map<string, string>()
    known.set(table, ofTable)
    const key = keys.join()
    const found = ofTable.get(key) ?? make(table, keys)
    ofTable.set(key, found)
    return found
  }
}

const columnOf = (table: PgTable, key: string) => {
  const column = getTableColumns(table)[key]
  if (!column) throw new Error(`${getTableName(table)} has no column for ${key}`)
  return column
}

const statementOf = cached(
  (table, keys) =>
    `insert into "${getTableName(table)}" (${keys.map((key) => `"${columnOf(table, key).name}"`).join()}) select ${keys.map((key) => `r."${key}"`).join()}`,
)

const shapeOf = cached((table, keys) =>
  keys.map((key) => `"${key}" ${columnOf(table, key).getSQLType()}`).join(),
)
