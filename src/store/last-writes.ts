import { type SQL, getTableName, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { insertRows, type Row } from './insert.ts'
import type { Tx } from './open.ts'

/** A write whose result nobody needs: done behind all others, with the commit, and undoing all when it fails. */
export const writeLast = (tx: Tx, write: SQL): void => {
  listOf(tx).push({ key: '', write: () => write })
}

/** Rows written last; those alike go in one statement, however many turns the transaction has. */
export const insertLast = <T extends PgTable>(tx: Tx, { table, rows, behind }: Heap<T>): void => {
  const key = `${getTableName(table)} ${Object.keys(rows[0] ?? {}).join()}`
  const found = listOf(tx).find((one) => one.key === key)
  if (found?.rows) return void found.rows.push(...rows)
  const all = [...rows]
  const write = () => sql`${insertRows(table, all)} ${behind ?? sql.empty()}`
  listOf(tx).push({ key, rows: all, write })
}

interface Heap<T extends PgTable> {
  readonly table: T
  readonly rows: readonly Row<T>[]
  /** What stands behind the rows: `on conflict …`. */
  readonly behind?: SQL
}

/** What stands to be written, in the order in which it was first said. */
export const lastWritesOf = (tx: Tx): readonly SQL[] => listOf(tx).map(({ write }) => write())

interface LastWrite {
  readonly key: string
  /** Of one table and one shape: what comes later joins them. */
  readonly rows?: unknown[]
  readonly write: () => SQL
}

const lists = new WeakMap<Tx, LastWrite[]>()
const listOf = (tx: Tx): LastWrite[] => {
  const found = lists.get(tx) ?? []
  lists.set(tx, found)
  return found
}
