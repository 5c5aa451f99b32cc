import { type SQL, sql } from 'drizzle-orm'

/** Whether the server finds similar texts by an index; otherwise why not. */
export type Trigrams = 'ready' | 'not-allowed' | 'locale'

type Execute = (query: SQL) => Promise<readonly object[]>

/**
 * Makes pg_trgm and its index where the server lets us; nobody is kept from starting by it. Under an LC_CTYPE like C
 * the extension takes no Chinese character for a letter and finds nothing, without a word (libraries.md §5).
 */
export const prepareTrigrams = async (execute: Execute): Promise<Trigrams> => {
  const may = async (query: SQL) => (await execute(query).catch(() => undefined)) !== undefined
  await may(sql`create extension if not exists pg_trgm`)
  if (!(await may(sql`select similarity('停 车 难', '停 车')`))) return 'not-allowed'
  if (!(await sees(execute))) {
    await may(sql`drop index if exists wordings_trigrams`)
    return 'locale'
  }
  return (await may(
    sql`create index if not exists wordings_trigrams on wordings using gin (characters gin_trgm_ops)`,
  ))
    ? 'ready'
    : 'not-allowed'
}

const sees = async (execute: Execute): Promise<boolean> => {
  const [found] = await execute(sql`select similarity('停 车 难', '停 车') > 0 as "sees"`)
  return !!found && 'sees' in found && found.sees === true
}
