import { sql } from 'drizzle-orm'
import { type Tx, rows } from '../store/open.ts'

/** Forgets what was set aside after 30 days, and after 7 days that a handled message was ever heard. */
export const sweepInbox = async (tx: Tx, now: Date): Promise<void> => {
  await tx.execute(sql`
    update inbox set heard = null
    where state = 'set-aside' and heard is not null
      and handled_at < ${now.toISOString()}::timestamptz - interval '30 days'`)
  await tx.execute(sql`
    delete from inbox
    where state = 'handled' and handled_at < ${now.toISOString()}::timestamptz - interval '7 days'`)
}

/** For a database with one process (PGlite): what a killed process had in hand need not wait for its lease to end. */
export const clearInboxLeases = async (tx: Tx): Promise<void> => {
  await tx.execute(sql`
    update inbox set not_before = null where state = 'waiting' and not_before is not null`)
}

/** Puts what was set aside back into its lane; false when it is not there or its words are forgotten. */
export const hearAgain = async (tx: Tx, id: number): Promise<boolean> => {
  const again = await rows(
    tx,
    sql`
      update inbox set state = 'waiting', tries = 0, not_before = null, error = null, handled_at = null
      where id = ${id} and state = 'set-aside' and heard is not null returning id`,
  )
  return again.length > 0
}

export interface SetAside {
  readonly id: number
  readonly lane: string
  /** ISO. */
  readonly saidAt: string
  readonly tries: number
  /** The log id the sender was told, then what went wrong. */
  readonly error: string
}

/** What could not be handled, newest first, at most 200. */
export const listSetAside = (tx: Tx): Promise<readonly SetAside[]> =>
  rows<SetAside>(
    tx,
    sql`
      select id::float8 as id, lane, tries, coalesce(error, '') as error,
        to_char(said_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "saidAt"
      from inbox where state = 'set-aside' order by id desc limit 200`,
  )
