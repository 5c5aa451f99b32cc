import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { openStore, type Store } from '../src/store/open.ts'

/** A fresh book: in memory, or a database of its own on the server of TEST_DATABASE_URL, dropped by close(). */
export const openTestStore = async (): Promise<Store> => {
  const server = process.env['TEST_DATABASE_URL']
  return server ? openOnServer(server) : openStore({ type: 'memory' })
}

const openOnServer = async (server: string): Promise<Store> => {
  const { url, drop } = await createDatabase(server)
  const store = await openStore({ type: 'postgres', url })
  return {
    ...store,
    close: async () => {
      await store.close()
      await drop()
    },
  }
}

export interface ServerDatabase {
  readonly url: string
  readonly drop: () => Promise<void>
}

/** An empty database of its own on the server of TEST_DATABASE_URL; undefined where there is none. */
export const openServerDatabase = async (how = ''): Promise<ServerDatabase | undefined> => {
  const server = process.env['TEST_DATABASE_URL']
  return server ? createDatabase(server, how) : undefined
}

const createDatabase = async (server: string, how = ''): Promise<ServerDatabase> => {
  const name = `cppcc_test_${process.pid}_${randomUUID().slice(0, 8)}`
  await onServer(server, `create database ${name} ${how}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return {
    url: url.href,
    drop: () => onServer(server, `drop database if exists ${name} with (force)`),
  }
}

/** One statement (or several) as the server's administrator. */
export const onServer = async (server: string, statement: string): Promise<void> => {
  const one = postgres(server, { max: 1, onnotice: () => {}, connect_timeout: 5 })
  try {
    await one.unsafe(statement)
  } finally {
    await one.end({ timeout: 5 })
  }
}
