import { and, eq, isNull, sql } from 'drizzle-orm'
import type { ChannelName } from '../channels/channel.ts'
import { type Tx, rows } from './open.ts'
import { bindAttempts, bindings, people } from './tables/people.ts'

/** Everybody of that name whose registered mobile ends so, with the platform id already bound, if any. */
export const listByNameAndDigits = async (
  tx: Tx,
  channel: ChannelName,
  who: { readonly officeId: number; readonly name: string; readonly lastFour: string },
): Promise<readonly { readonly id: number; readonly boundTo: string | null }[]> =>
  tx
    .select({ id: people.id, boundTo: bindings.platformId })
    .from(people)
    .leftJoin(bindings, and(eq(bindings.personId, people.id), eq(bindings.channel, channel)))
    .where(
      and(
        eq(people.officeId, who.officeId),
        eq(people.name, who.name),
        isNull(people.leftOn),
        sql`right(${people.mobile}, 4) = ${who.lastFour}`,
      ),
    )

export const addBinding = async (tx: Tx, binding: typeof bindings.$inferInsert): Promise<void> => {
  await tx.insert(bindings).values(binding)
  await tx
    .delete(bindAttempts)
    .where(
      and(
        eq(bindAttempts.channel, binding.channel),
        eq(bindAttempts.platformId, binding.platformId),
      ),
    )
}

/** Until when no further try is heard; undefined when one is. */
export const findLock = async (
  tx: Tx,
  channel: ChannelName,
  platformId: string,
  now: Date,
): Promise<boolean> => {
  const [found] = await tx
    .select({ lockedUntil: bindAttempts.lockedUntil })
    .from(bindAttempts)
    .where(and(eq(bindAttempts.channel, channel), eq(bindAttempts.platformId, platformId)))
  return !!found?.lockedUntil && found.lockedUntil > now
}

const mostWrong = 3

/** Counts a wrong try; the third locks for an hour. Gives how many are left. */
export const noteWrongTry = async (
  tx: Tx,
  channel: ChannelName,
  platformId: string,
  now: Date,
): Promise<number> => {
  const hour = new Date(now.getTime() + 3_600_000).toISOString()
  const [after] = await rows<{ wrong: number }>(
    tx,
    sql`
      insert into bind_attempts as b (channel, platform_id, wrong) values (${channel}, ${platformId}, 1)
      on conflict (channel, platform_id) do update set
        wrong = case when b.locked_until < ${now.toISOString()}::timestamptz then 1 else b.wrong + 1 end,
        locked_until = case when b.locked_until < ${now.toISOString()}::timestamptz then null
          when b.wrong + 1 >= ${mostWrong} then ${hour}::timestamptz else b.locked_until end
      returning wrong`,
  )
  return Math.max(0, mostWrong - (after?.wrong ?? 1))
}
