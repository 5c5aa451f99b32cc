import { sql } from 'drizzle-orm'
import type { Heard } from '../channels/channel.ts'
import { type Tx, rows } from '../store/open.ts'

/** One message in hand. `tries` is the fence: who holds an older one has lost the message to somebody else. */
export interface Claimed {
  readonly id: number
  readonly lane: string
  readonly tries: number
  readonly heard: Heard
}

/** Leases the oldest message of each of the next `limit` lanes behind `after`; one per lane over all replicas. */
export const claim = (tx: Tx, after: string, limit: number): Promise<readonly Claimed[]> =>
  rows<Claimed>(
    tx,
    sql`
      with heads as (
        select i.id from inbox i
        where i.state = 'waiting' and i.lane > ${after}
          and (i.not_before is null or i.not_before <= now())
          and i.id = (
            select h.id from inbox h where h.state = 'waiting' and h.lane = i.lane
            order by h.said_at, h.id limit 1)
          -- offset 0 keeps it a probe of the few heads: as a join it would read the whole backlog
          and not exists (
            select 1 from inbox o
            where o.state = 'waiting' and o.lane = i.lane and o.not_before > now() offset 0)
        order by i.lane, i.said_at, i.id
        limit ${limit}
        for update skip locked),
      claimed as (
        update inbox i
        set tries = i.tries + 1, not_before = now() + interval '10 seconds'
        from heads where i.id = heads.id
        returning i.id, i.lane, i.tries, i.heard)
      select id::float8 as id, lane, tries, heard from claimed order by lane`,
  )

/** Marks them handled and forgets what was said; false when one of them is no longer ours. */
export const markHandled = async (tx: Tx, all: readonly Claimed[], now: Date): Promise<boolean> => {
  const done = await rows(
    tx,
    sql`
      update inbox i
      set state = 'handled', heard = null, not_before = null, error = null,
        handled_at = ${now.toISOString()}::timestamptz
      from json_to_recordset(${JSON.stringify(all.map(({ id, tries }) => ({ id, tries })))}::json)
        as r(id bigint, tries int)
      where i.id = r.id and i.tries = r.tries and i.state = 'waiting'
      returning i.id`,
  )
  return done.length === all.length
}

export const putBack = async (tx: Tx, one: Claimed, waitMs: number, why: string): Promise<void> => {
  await tx.execute(sql`
    update inbox
    set not_before = now() + ${Math.ceil(waitMs)}::float8 * interval '1 millisecond', error = ${why}
    where id = ${one.id} and tries = ${one.tries} and state = 'waiting'`)
}

/** Takes it out of its lane for an operator to see; false when it is no longer ours. */
export const setAside = async (tx: Tx, one: Claimed, why: string, now: Date): Promise<boolean> => {
  const done = await rows(
    tx,
    sql`
      update inbox
      set state = 'set-aside', not_before = null, error = ${why},
        handled_at = ${now.toISOString()}::timestamptz
      where id = ${one.id} and tries = ${one.tries} and state = 'waiting'
      returning id`,
  )
  return done.length > 0
}
