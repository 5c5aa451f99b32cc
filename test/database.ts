import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { openStore, rows, type Store } from '../src/store/open.ts'

/** A fresh book: in memory, or a database of its own on the server of TEST_DATABASE_URL, dropped by close(). */
export const openTestStore = async (): Promise<Store> => {
  const server = process.env['TEST_DATABASE_URL']
  return server ? openOnServer(server) : openStore({ type: 'memory' })
}

/** Everything out of every table, counters back to one: what a test needs before the next one starts. */
export const emptyStore = (store: Store): Promise<void> =>
  store.transaction(async (tx) => {
    const tables = await rows<{ name: string }>(
      tx,
      sql`select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`,
    )
    const names = tables.map((table) => table.name).join(', ')
    await tx.execute(sql.raw(`truncate ${names} restart identity`))
  })

const openOnServer = async (server: string): Promise<Store> => {
  const name = `cppcc_test_${process.pid}_${randomUUID().slice(0, 8)}`
  await onServer(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  const store = await openStore({ type: 'postgres', url: url.href })
  return {
    ...store,
    close: async () => {
      await store.close()
      await onServer(server, `drop database if exists ${name} with (force)`)
    },
  }
}

const onServer = async (server: string, statement: string): Promise<void> => {
  const one = postgres(server, { max: 1, onnotice: () => {}, connect_timeout: 5 })
  try {
    await one.unsafe(statement)
  } finally {
    await one.end({ timeout: 5 })
  }
}
