import { sql } from 'drizzle-orm'
import { type Tx, rows } from './open.ts'

export interface QueueFigures {
  readonly inboxWaiting: number
  readonly inboxAgeSeconds: number
  readonly outboxWaiting: number
  readonly outboxFailed: number
  readonly toCompare: number
}

/** How long the queues are, and how long the first message has waited (by the database's clock). */
export const readQueues = async (tx: Tx): Promise<QueueFigures> => {
  const [found] = await rows<QueueFigures>(
    tx,
    sql`select
      (select count(*)::int from inbox where state = 'waiting') as "inboxWaiting",
      (select coalesce(extract(epoch from now() - min(received_at)), 0)::float8 from inbox where state = 'waiting') as "inboxAgeSeconds",
      (select count(*)::int from outbox where state = 'waiting') as "outboxWaiting",
      (select count(*)::int from outbox where state = 'failed') as "outboxFailed",
      (select count(*)::int from comparisons) as "toCompare"`,
  )
  if (!found) throw new Error('the database did not answer')
  return found
}

/** Delivered letters lose their content after 30 days, settled ones their row after a year. */
export const sweepOutbox = async (tx: Tx): Promise<void> => {
  await tx.execute(sql`update outbox set message = null
    where state <> 'waiting' and message is not null and put_at < now() - interval '30 days'`)
  await tx.execute(
    sql`delete from outbox where state <> 'waiting' and put_at < now() - interval '1 year'`,
  )
}

/** For a database with one process (PGlite): leases of a killed process need not run out. What it was saying stays unsure. */
export const clearOutboxLeases = async (tx: Tx): Promise<void> => {
  await tx.execute(
    sql`update outbox set not_before = null where state = 'waiting' and not_before is not null`,
  )
}
