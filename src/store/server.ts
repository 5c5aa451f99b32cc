import type { SQL } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import type { ReservedSql, Sql } from 'postgres'
import type { Tx } from './open.ts'

type Drizzle = (client: Sql) => unknown

/**
 * Transactions on a PostgreSQL server whose BEGIN travels with their first statement and whose COMMIT travels
 * with their last: round trips are what a message costs. Statements are prepared, as the same few come again and again.
 */
export const createTransactions =
  (client: Sql, drizzle: Drizzle, lastWritesOf: (tx: Tx) => readonly SQL[]) =>
  async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
    const connection = await client.reserve()
    try {
      const tx = drizzle(preparing(client, connection)) as Tx
      const result = await between(connection, async () => {
        const found = await work(tx)
        return { found, last: lastWritesOf(tx) }
      })
      connection.release()
      return result
    } catch (error) {
      // a connection that is gone has been taken out of the pool already
      if (!isLost(error)) connection.release()
      throw error
    }
  }

const between = async <T>(
  connection: ReservedSql,
  work: () => Promise<{ readonly found: T; readonly last: readonly SQL[] }>,
): Promise<T> => {
  const begun = send(connection, 'begin')
  try {
    const { found, last } = await work()
    const written = last.map((write) => {
      const { sql, params } = dialect.sqlToQuery(write)
      return send(connection, sql, params as never[])
    })
    // after a write that failed, the server takes the commit for a rollback
    await Promise.all([begun, ...written, send(connection, 'commit')])
    return found
  } catch (error) {
    await send(connection, 'rollback').catch(() => {})
    throw error
  }
}

/** In the line at once; whoever awaits it hears how it ended. */
const send = (connection: ReservedSql, statement: string, params?: never[]): Promise<unknown> => {
  const sent = connection.unsafe(statement, params).execute()
  sent.catch(() => {})
  return sent
}

const preparing = (client: Sql, connection: ReservedSql): Sql => {
  const unsafe = connection.unsafe.bind(connection)
  connection.unsafe = ((query: string, parameters?: never[], options?: object) =>
    unsafe(
      query,
      parameters,
      parameters ? { ...options, prepare: true } : options,
    )) as typeof connection.unsafe
  return Object.assign(connection, { options: client.options })
}

const dialect = new PgDialect()

const isLost = (error: unknown): boolean => {
  const root = error instanceof Error && error.cause !== undefined ? error.cause : error
  const code = root instanceof Error && 'code' in root ? String(root.code) : ''
  return /^(?:CONNECTION_|CONNECT_|ECONN|EPIPE|ETIMEDOUT|57P0)/.test(code)
}
