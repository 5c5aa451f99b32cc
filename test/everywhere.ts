import { sql } from 'drizzle-orm'
import { rows, type Store } from '../src/store/open.ts'

/** The names of all tables that hold these words anywhere. */
export const tablesHolding = (store: Store, words: string): Promise<readonly string[]> =>
  store.transaction(async (tx) => {
    const tables = await rows<{ name: string }>(
      tx,
      sql`select tablename as name from pg_tables where schemaname = 'public' order by tablename`,
    )
    const holding: string[] = []
    for (const { name } of tables) {
      const found = await rows(
        tx,
        sql`select 1 from ${sql.identifier(name)} t where position(${words} in t::text) > 0 limit 1`,
      )
      if (found.length > 0) holding.push(name)
    }
    return holding
  })
