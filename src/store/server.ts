import type { SQL } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import type { Sql, TransactionSql } from 'postgres'
import { lastWritesOf } from './last-writes.ts'
import type { Tx } from './open.ts'

type Drizzle = (client: Sql) => unknown

/**
 * Transactions on a PostgreSQL server, by the driver's own `begin`, which knows when the line breaks. Their last writes
 * travel with the COMMIT: round trips are what a message costs. Statements are prepared, as the same few come again.
 */
export const createTransactions =
  (client: Sql, drizzle: Drizzle) =>
  async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
    // kept in a box: the driver would wait for a bare list of promises before it commits
    const { found, written } = (await client.begin(async (scope) => {
      const tx = drizzle(preparing(client, scope)) as Tx
      const result = await work(tx)
      return { found: result, written: { all: lastWritesOf(tx).map((one) => send(scope, one)) } }
    })) as { readonly found: T; readonly written: { readonly all: readonly Promise<unknown>[] } }
    // after a write that failed, the server has taken the commit for a rollback
    await Promise.all(written.all)
    return found
  }

/** In the line at once, before whatever is said next on this connection; whoever awaits it hears how it ended. */
const send = (scope: TransactionSql, write: SQL): Promise<unknown> => {
  const { sql, params } = dialect.sqlToQuery(write)
  const sent = scope.unsafe(sql, params as never[]).execute()
  sent.catch(() => {})
  return sent
}

const dialect = new PgDialect()

/** What drizzle needs of a client, on the connection of one transaction. */
const preparing = (client: Sql, scope: TransactionSql): Sql => {
  const unsafe = scope.unsafe.bind(scope)
  scope.unsafe = ((query: string, parameters?: never[], options?: object) =>
    unsafe(query, parameters, { ...options, prepare: true })) as typeof scope.unsafe
  return Object.assign(scope as unknown as Sql, { options: client.options })
}
