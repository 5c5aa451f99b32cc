import { sql } from 'drizzle-orm'
import type { Sent } from '../channels/channel.ts'
import type { InHand } from './claim.ts'
import { type Tx, rows } from '../store/open.ts'

export interface Settlement {
  readonly letter: InHand
  readonly sent: Sent
  readonly waitMs: number
}

/** What must become of a letter after one try. */
export type Fate =
  | { readonly type: 'sent'; readonly receipt: string }
  | {
      readonly type: 'again'
      readonly why: string
      readonly waitMs: number
      readonly isSure: boolean
    }
  | { readonly type: 'failed'; readonly why: string }

/** More tries than this help nobody: with backoff they span about a day. */
const mostTries = 60

export const fateOf = ({ letter, sent, waitMs }: Settlement): Fate => {
  if (sent.type === 'delivered') return { type: 'sent', receipt: sent.receipt }
  if (sent.type === 'give-up') return { type: 'failed', why: sent.why }
  if (letter.tries >= mostTries)
    return { type: 'failed', why: `${sent.why} (${letter.tries} tries)` }
  return {
    type: 'again',
    why: sent.why,
    waitMs,
    isSure: sent.surelyNotDelivered && !letter.wasUnsure,
  }
}

/** Writes many results at once, each only where the letter is still ours; riders share their carrier's fate. */
export const writeSettlements = async (
  tx: Tx,
  settlements: readonly Settlement[],
): Promise<void> => {
  const results = settlements.map((one) => ({
    id: one.letter.id,
    tries: one.letter.tries,
    ...fateOf(one),
  }))
  await tx.execute(sql`
    with results as (
      select * from json_to_recordset(${JSON.stringify(results)}::json)
        as r(id bigint, tries int, type text, receipt text, why text, "waitMs" float8, "isSure" boolean)),
    settled as (
      update outbox o set
        state = case r.type when 'sent' then 'sent' when 'failed' then 'failed' else 'waiting' end,
        sent_at = case when r.type = 'sent' then now() end,
        receipt = r.receipt, error = r.why,
        message = case when r.type = 'sent' and o.is_private then null else o.message end,
        not_before = case when r.type = 'again' then now() + r."waitMs" * interval '1 millisecond' end,
        first_tried_at = case when r.type = 'again' and r."isSure" then null else o.first_tried_at end
      from results r where o.id = r.id and o.tries = r.tries and o.state = 'waiting'
      returning o.id, o.state, o.sent_at, o.error)
    update outbox o set state = s.state, sent_at = s.sent_at, error = s.error,
      message = case when s.state = 'sent' and o.is_private then null else o.message end
    from settled s where o.carrier_id = s.id and s.state in ('sent', 'failed')`)
  for (const one of settlements) await writeAftermath(tx, one)
}

const writeAftermath = async (tx: Tx, { letter, sent, waitMs }: Settlement): Promise<void> => {
  if (sent.type === 'delivered') return
  if (sent.type === 'try-later') {
    if (sent.pause !== 'letter') await pause(tx, letter, sent, waitMs)
    return
  }
  if (sent.gone) await dropLane(tx, letter, sent.gone, sent.why)
}

const pause = async (
  tx: Tx,
  letter: InHand,
  sent: Extract<Sent, { type: 'try-later' }>,
  waitMs: number,
): Promise<void> => {
  const lane = sent.pause === 'channel' ? '' : letter.lane
  await tx.execute(sql`
    insert into pauses (channel, lane, until, why)
    values (${letter.channel}, ${lane}, now() + ${waitMs}::float8 * interval '1 millisecond', ${sent.why})
    on conflict (channel, lane) do update set until = greatest(pauses.until, excluded.until), why = excluded.why`)
}

/** A chat that is gone hears nothing more; a person who cannot be reached is remembered as such. */
const dropLane = async (
  tx: Tx,
  letter: InHand,
  gone: 'chat' | 'person',
  why: string,
): Promise<void> => {
  await tx.execute(sql`
    update outbox set state = 'dropped', error = ${why}
    where state = 'waiting' and channel = ${letter.channel} and lane = ${letter.lane} and is_private and ${gone} = 'person'
      or state = 'waiting' and channel = ${letter.channel} and lane = ${letter.lane} and ${gone} = 'chat'`)
  if (gone === 'chat')
    await tx.execute(
      sql`update chats set is_alive = false where channel = ${letter.channel} and id = ${letter.toId}`,
    )
  else
    await tx.execute(sql`
      update bindings set unreachable_at = now() where channel = ${letter.channel} and platform_id = ${letter.toId}`)
}

/** What may have been said more than 55 minutes ago is never said again: it is set aside (decisions 22). Gives what was. */
export const setAsideUnsure = (tx: Tx): Promise<readonly { readonly id: number }[]> =>
  rows(
    tx,
    sql`
      with aside as (
        update outbox set state = 'failed', error = coalesce(error, 'perhaps said; the uuid hour is over')
        where state = 'waiting' and carrier_id is null and first_tried_at < now() - interval '55 minutes'
          and (not_before is null or not_before <= now())
        returning id, error),
      riders as (
        update outbox o set state = 'failed', error = aside.error from aside where o.carrier_id = aside.id
        returning o.id)
      select id::float8 as id from aside union all select id::float8 from riders`,
  )
