import { sql } from 'drizzle-orm'
import type { ChannelName, Heard, Recalled } from '../channels/channel.ts'
import { laneOf } from './lane.ts'
import { type Tx, rows } from '../store/open.ts'

export interface Arrival {
  readonly channel: ChannelName
  readonly heard: Heard
}

/** Stores what is not yet known; returns `channel eventId` of each that was new. */
export const keep = async (
  tx: Tx,
  arrivals: readonly Arrival[],
  now: Date,
): Promise<Set<string>> => {
  const sorted = arrivals.toSorted(byKey)
  const tombs = sorted.flatMap((one) => (isRecall(one) ? [tombOf(one)] : []))
  if (tombs.length > 0) await insert(tx, tombs, now)
  const stored = await insert(tx, sorted.map(rowOf), now)
  return new Set(stored.map((one) => `${one.channel} ${one.event_id}`))
}

/** Every replica inserts in the same order: two with the same events must not wait for each other. */
const byKey = (a: Arrival, b: Arrival): number => (sortKey(a) < sortKey(b) ? -1 : 1)
const sortKey = ({ channel, heard }: Arrival): string =>
  `${channel} ${'messageId' in heard ? heard.messageId : ''} ${heard.eventId}`

interface Row {
  readonly channel: string
  readonly event_id: string
  readonly message_id?: string
  readonly lane: string
  /** The message whose lane it takes, where that is known. */
  readonly follows?: string
  readonly heard?: Heard
  readonly said_at: string
  readonly state: 'waiting' | 'handled'
}

const rowOf = ({ channel, heard }: Arrival): Row => ({
  channel,
  event_id: heard.eventId,
  ...(heard.type === 'said' && { message_id: heard.messageId }),
  lane: laneOf(channel, heard),
  ...(heard.type === 'recalled' && { follows: heard.messageId }),
  heard,
  said_at: heard.saidAt,
  state: 'waiting',
})

/** Holds the place of a message that was taken back before it came: when it comes, it is known. */
const tombOf = ({ channel, heard }: Arrival & { readonly heard: Recalled }): Row => ({
  channel,
  event_id: `recall of ${heard.messageId}`,
  message_id: heard.messageId,
  lane: laneOf(channel, heard),
  said_at: heard.saidAt,
  state: 'handled',
})

const isRecall = (one: Arrival): one is Arrival & { readonly heard: Recalled } =>
  one.heard.type === 'recalled'

const insert = (tx: Tx, arrived: readonly Row[], now: Date) =>
  rows<{ channel: string; event_id: string }>(
    tx,
    sql`
      insert into inbox
        (channel, event_id, message_id, lane, heard, said_at, received_at, state, handled_at)
      select r.channel, r.event_id, r.message_id,
        coalesce((select m.lane from inbox m
          where m.channel = r.channel and m.message_id = r.follows), r.lane),
        r.heard, r.said_at, ${now.toISOString()}::timestamptz, r.state,
        case when r.state = 'handled' then ${now.toISOString()}::timestamptz end
      from jsonb_to_recordset(${JSON.stringify(arrived)}::jsonb) as r(
        channel text, event_id text, message_id text, lane text, follows text,
        heard jsonb, said_at timestamptz, state text)
      on conflict do nothing
      returning channel, event_id`,
  )
