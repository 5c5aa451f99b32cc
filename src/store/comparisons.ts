import { sql } from 'drizzle-orm'
import type { ChannelName } from '../channels/channel.ts'
import type { ItemNo } from '../domain/item.ts'
import { insertLast } from './last-writes.ts'
import { type Tx, rows } from './open.ts'
import { comparisons } from './tables/book.ts'

/** An opinion that was handed in and is to be compared. */
export interface Comparison {
  readonly officeId: number
  readonly itemNo: ItemNo
  readonly channel: ChannelName
  /** What waits for it: the office's notice, which will name the similar ones. */
  readonly letters: readonly unknown[]
  readonly tellsAuthor: boolean
}

/** One in hand. `tries` is the fence: who holds an older one has lost it to somebody else. */
export interface Claimed extends Comparison {
  readonly id: number
  readonly tries: number
}

/** The last thing a transaction writes. */
export const wantComparison = (tx: Tx, comparison: Comparison): void =>
  insertLast(tx, { table: comparisons, rows: [{ ...comparison, tries: 0 }] })

/** Leases comparisons for twenty seconds, the oldest first. Answers go before: they wait with the messages, half a minute at most. */
export const claimComparisons = (tx: Tx, limit: number): Promise<readonly Claimed[]> =>
  rows<Claimed>(
    tx,
    sql`
      with oldest as (
        select id from comparisons where (not_before is null or not_before <= now())
          and (wanted_at < now() - interval '30 seconds'
            or not exists (select 1 from inbox where state = 'waiting' and tries = 0))
        order by id limit ${limit} for update skip locked),
      claimed as (
        update comparisons c set tries = c.tries + 1, not_before = now() + interval '20 seconds'
        from oldest where c.id = oldest.id returning c.*)
      select id::float8 as id, office_id as "officeId", item_no as "itemNo", channel, letters,
        tells_author as "tellsAuthor", tries
      from claimed order by claimed.id`,
  )

/** Takes those away that are still ours, and gives them. */
export const takeAway = async (
  tx: Tx,
  claimed: readonly Claimed[],
): Promise<readonly Claimed[]> => {
  const held = JSON.stringify(claimed.map(({ id, tries }) => ({ id, tries })))
  const gone = await rows<{ id: number }>(
    tx,
    sql`
      delete from comparisons c
      using jsonb_to_recordset(${held}::jsonb) as h(id bigint, tries integer)
      where c.id = h.id and c.tries = h.tries returning c.id::float8 as id`,
  )
  const ids = new Set(gone.map(({ id }) => id))
  return claimed.filter(({ id }) => ids.has(id))
}

/** For a database with one process (PGlite): leases of a killed process need not run out. */
export const clearComparisonLeases = async (tx: Tx): Promise<void> => {
  await tx.execute(sql`update comparisons set not_before = null where not_before is not null`)
}
