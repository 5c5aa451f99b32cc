import { sql } from 'drizzle-orm'
import type { ChannelName } from '../channels/channel.ts'
import type { Message } from '../messages/message.ts'
import { mergeReceipts } from '../messages/receipts.ts'
import { type Tx, rows } from '../store/open.ts'

/** A letter in hand. `tries` is the fence: who holds an older one has lost it to somebody else. */
export interface InHand {
  readonly id: number
  readonly officeId: number
  readonly channel: ChannelName
  readonly lane: string
  readonly toType: 'chat' | 'person'
  readonly toId: string
  readonly replyTo: string | null
  readonly uuid: string
  readonly kind: string
  readonly isPrivate: boolean
  readonly fallbackChat: string | null
  readonly tries: number
  readonly message: Message
  /** An earlier try may have been said: after the uuid hour it must not be said again. */
  readonly wasUnsure: boolean
}

/** Letters a second, per chat and per app of one channel; 0 is no limit. */
export interface Rates {
  readonly chat: number
  readonly app: number
}

export interface ClaimParts {
  readonly channel: ChannelName
  readonly after: string
  readonly limit: number
  readonly rates: Rates
  readonly now: Date
}

/** Leases the oldest due letter of each of the next lanes, within the platform's limits over all replicas. */
export const claimLetters = async (tx: Tx, parts: ClaimParts): Promise<readonly InHand[]> => {
  const { channel, rates } = parts
  const limit =
    rates.app > 0 ? Math.min(parts.limit, await roomLeft(tx, channel, rates.app)) : parts.limit
  if (limit <= 0) return []
  const heads = await leaseHeads(tx, { ...parts, limit })
  const receipts = heads.filter(({ kind }) => kind === 'receipt')
  if (receipts.length === 0) return heads
  const riders = await gatherRiders(tx, receipts, parts)
  return heads.map((head) => {
    const own = riders.filter((rider) => rider.carrierId === head.id)
    return own.length === 0
      ? head
      : {
          ...head,
          replyTo: null,
          message: mergeReceipts([head, ...own].map(({ message }) => message)),
        }
  })
}

/** One replica at a time counts what was said in the last second and what is being said now. */
const roomLeft = async (tx: Tx, channel: ChannelName, rate: number): Promise<number> => {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`cppcc-bot:rate:${channel}`}))`)
  const [used] = await rows<{ n: number }>(
    tx,
    sql`select (
      (select count(*) from outbox where channel = ${channel} and carrier_id is null and sent_at > now() - interval '1 second') +
      (select count(*) from outbox where channel = ${channel} and state = 'waiting' and not_before > now()
        and first_tried_at is not null and carrier_id is null and error is null))::int as n`,
  )
  return rate - (used?.n ?? 0)
}

const isDue = (now: Date, alias: string) => sql`
  ${sql.raw(alias)}.due_at <= ${now.toISOString()}::timestamptz
    + (select clock_offset_ms from offices where id = ${sql.raw(alias)}.office_id) * interval '1 millisecond'`

const leaseHeads = (
  tx: Tx,
  { channel, after, limit, rates, now }: ClaimParts,
): Promise<readonly InHand[]> =>
  rows<InHand>(
    tx,
    sql`
      with heads as (
        select o.id, o.first_tried_at is not null as was_unsure from outbox o
        where o.state = 'waiting' and o.channel = ${channel} and o.carrier_id is null and o.lane > ${after}
          and (o.not_before is null or o.not_before <= now()) and ${isDue(now, 'o')}
          -- perhaps said already: behind the platform's uuid hour it would be said twice (decisions 22)
          and (o.first_tried_at is null or o.first_tried_at > now() - interval '55 minutes')
          and o.id = (
            select h.id from outbox h
            where h.state = 'waiting' and h.channel = o.channel and h.lane = o.lane and h.carrier_id is null
              and ${isDue(now, 'h')}
            order by h.id limit 1)
          and not exists (
            select 1 from pauses p where p.channel = o.channel and p.lane in ('', o.lane) and p.until > now())
          and ${
            rates.chat > 0
              ? sql`(select count(*) from outbox s where s.channel = o.channel and s.lane = o.lane
                  and s.carrier_id is null and s.sent_at > now() - interval '1 second') < ${rates.chat}`
              : sql`true`
          }
        order by o.lane, o.id
        limit ${limit}
        for update of o skip locked)
      update outbox o
      set tries = o.tries + 1, not_before = now() + interval '25 seconds', error = null,
        first_tried_at = coalesce(o.first_tried_at, now())
      from heads where o.id = heads.id
      returning o.id::float8 as id, o.office_id as "officeId", o.channel, o.lane, o.to_type as "toType",
        o.to_id as "toId", o.reply_to as "replyTo", o.uuid, o.kind, o.is_private as "isPrivate",
        o.fallback_chat as "fallbackChat", o.tries, o.message, heads.was_unsure as "wasUnsure"`,
  )

interface Rider {
  readonly carrierId: number
  readonly message: Message
}

const mostRiders = 20

/** Receipts that wait right behind the first try of another ride with it; on a retry, the same ones as before. */
const gatherRiders = (
  tx: Tx,
  carriers: readonly InHand[],
  { now }: ClaimParts,
): Promise<readonly Rider[]> =>
  rows<Rider>(
    tx,
    sql`
      with carriers as (
        select * from json_to_recordset(${JSON.stringify(carriers.map(({ id, tries, lane, channel }) => ({ id, tries, lane, channel })))}::json)
          as c(id bigint, tries int, lane text, channel text)),
      fresh as (
        select c.id as carrier, r.id from carriers c
        cross join lateral (
          select w.id from outbox w
          where w.state = 'waiting' and w.channel = c.channel and w.lane = c.lane and w.carrier_id is null
            and w.id > c.id and w.kind = 'receipt' and w.tries = 0 and ${isDue(now, 'w')}
            and not exists (
              select 1 from outbox b where b.state = 'waiting' and b.channel = c.channel and b.lane = c.lane
                and b.carrier_id is null and b.kind <> 'receipt' and b.id > c.id and b.id < w.id)
          order by w.id limit ${mostRiders}) r
        where c.tries = 1),
      taken as (
        update outbox o set carrier_id = fresh.carrier from fresh where o.id = fresh.id
        returning o.id, o.carrier_id, o.message)
      select carrier_id::float8 as "carrierId", message from (
        select id, carrier_id, message from taken
        union all
        select o.id, o.carrier_id, o.message from outbox o join carriers c on o.carrier_id = c.id
        where c.tries > 1 and o.state = 'waiting') all_riders
      order by id`,
  )
