import { fileURLToPath } from 'node:url'
import type { SQL } from 'drizzle-orm'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import { lastWritesOf } from './last-writes.ts'
import { lockDirectory } from './lock.ts'
import { createTransactions } from './server.ts'
import { type Trigrams, prepareTrigrams } from './trigrams.ts'

type Db = PgDatabase<PgQueryResultHKT>
/** The only handle there is: nothing is read or written outside a transaction. */
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0]

type Transaction = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>

export interface Store {
  readonly kind: 'pglite' | 'postgres'
  readonly trigrams: Trigrams
  readonly transaction: Transaction
  /** Never behind the desk's own work in the line: for what a platform waits for. */
  readonly atTheDoor: Transaction
  readonly close: () => Promise<void>
}

export type StorePlace =
  | { readonly type: 'postgres'; readonly url: string }
  | { readonly type: 'pglite'; readonly directory: string }
  | { readonly type: 'memory' }

/** Opens the book and brings its tables up to date. Refuses (throws DirectoryInUse) a directory another process holds. */
export const openStore = async (place: StorePlace): Promise<Store> =>
  place.type === 'postgres' ? openServer(place.url) : openEmbedded(place)

/** Raw rows, the same on both drivers: postgres.js gives an array, PGlite an object. */
export const rows = async <T>(tx: Pick<Tx, 'execute'>, query: SQL): Promise<readonly T[]> => {
  const result: unknown = await tx.execute(query)
  return (Array.isArray(result) ? result : (result as { rows: T[] }).rows) as readonly T[]
}

const migrationsFolder = fileURLToPath(new URL('../../drizzle', import.meta.url))

const openServer = async (url: string): Promise<Store> => {
  const [{ default: postgres }, { drizzle }] = await Promise.all([
    import('postgres'),
    import('drizzle-orm/postgres-js'),
  ])
  const trigrams = await migrateServer(url)
  const open = (max: number) =>
    postgres(url, {
      max,
      onnotice: () => {},
      connect_timeout: 5,
      connection: { application_name: 'cppcc-bot', statement_timeout: 30_000 },
    })
  const [desk, door] = [open(16), open(2)]
  return {
    kind: 'postgres',
    trigrams,
    transaction: createTransactions(desk, drizzle),
    atTheDoor: createTransactions(door, drizzle),
    close: async () => {
      await Promise.all([desk.end({ timeout: 5 }), door.end({ timeout: 5 })])
    },
  }
}

/** One connection, one session lock: replicas that start together migrate one after the other. */
const migrateServer = async (url: string): Promise<Trigrams> => {
  const [{ default: postgres }, { drizzle }, { migrate }] = await Promise.all([
    import('postgres'),
    import('drizzle-orm/postgres-js'),
    import('drizzle-orm/postgres-js/migrator'),
  ])
  const one = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 5 })
  try {
    await one`select pg_advisory_lock(hashtext('cppcc-bot:migrate'))`
    const db = drizzle(one)
    await migrate(db, { migrationsFolder })
    return await prepareTrigrams((query) => rows(db, query))
  } finally {
    await one.end({ timeout: 5 })
  }
}

const openEmbedded = async (place: Exclude<StorePlace, { type: 'postgres' }>): Promise<Store> => {
  const unlock = place.type === 'pglite' ? lockDirectory(place.directory) : () => {}
  try {
    const [{ PGlite }, { pg_trgm }, { drizzle }, { migrate }] = await Promise.all([
      import('@electric-sql/pglite'),
      import('@electric-sql/pglite/contrib/pg_trgm'),
      import('drizzle-orm/pglite'),
      import('drizzle-orm/pglite/migrator'),
    ])
    const client = await PGlite.create({
      ...(place.type === 'pglite' && { dataDir: place.directory }),
      extensions: { pg_trgm },
      startParams: [...PGlite.defaultStartParams, ...smallMemory],
    })
    const db = drizzle(client)
    await migrate(db, { migrationsFolder })
    const trigrams = await prepareTrigrams((query) => rows(db, query))
    const transaction: Transaction = (work) =>
      db.transaction(async (tx) => {
        const found = await work(tx)
        for (const write of lastWritesOf(tx)) await tx.execute(write)
        return found
      })
    return {
      kind: 'pglite',
      trigrams,
      transaction,
      atTheDoor: transaction,
      close: async () => {
        await client.close()
        unlock()
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}

const smallMemory = ['-c', 'shared_buffers=16MB', '-c', 'max_wal_size=48MB']
