import { and, eq, sql } from 'drizzle-orm'
import type { ChannelName } from '../channels/channel.ts'
import type { Person } from '../domain/person.ts'
import { type Tx, rows } from './open.ts'
import { type PersonRow, isInOffice, personOf, personRow } from './people.ts'
import { bindAttempts, bindings, people } from './tables/people.ts'

/** Everybody of that name whose registered mobile ends so, with the platform id already bound, if any. */
export const listByNameAndDigits = async (
  tx: Tx,
  channel: ChannelName,
  who: {
    readonly officeId: number
    readonly name: string
    readonly lastFour: string
    readonly now: Date
  },
): Promise<readonly { readonly id: number; readonly boundTo: string | null }[]> =>
  tx
    .select({ id: people.id, boundTo: bindings.platformId })
    .from(people)
    .leftJoin(bindings, and(eq(bindings.personId, people.id), eq(bindings.channel, channel)))
    .where(
      and(
        eq(people.officeId, who.officeId),
        eq(people.name, who.name),
        isInOffice(who.now, people.leftOn),
        sql`right(${people.mobile}, 4) = ${who.lastFour}`,
      ),
    )

export const addBinding = async (tx: Tx, binding: typeof bindings.$inferInsert): Promise<void> => {
  // who spoke from here before has left: nobody else comes to the desk unbound
  await tx
    .insert(bindings)
    .values(binding)
    .onConflictDoUpdate({ target: [bindings.channel, bindings.platformId], set: binding })
  await tx
    .delete(bindAttempts)
    .where(
      and(
        eq(bindAttempts.channel, binding.channel),
        eq(bindAttempts.platformId, binding.platformId),
      ),
    )
}

/** Who speaks under a platform id, while in office. */
export const findBound = async (
  tx: Tx,
  who: {
    readonly channel: ChannelName
    readonly officeId: number
    readonly platformId: string
    readonly now: Date
  },
): Promise<Person | undefined> => {
  const [found] = await rows<PersonRow>(
    tx,
    sql`select ${personRow} from bindings b join people p on p.id = b.person_id
      where b.channel = ${who.channel} and b.platform_id = ${who.platformId}
        and b.office_id = ${who.officeId} and ${isInOffice(who.now)}`,
  )
  return found && personOf(found)
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

/** People on the roster with a mobile number whom this platform has not been matched to. */
export const listUnbound = async (
  tx: Tx,
  {
    officeId,
    channel,
    now,
  }: { readonly officeId: number; readonly channel: ChannelName; readonly now: Date },
): Promise<
  readonly { readonly officeId: number; readonly personId: number; readonly mobile: string }[]
> =>
  rows(
    tx,
    sql`
      select p.office_id as "officeId", p.id as "personId", p.mobile from people p
      where p.office_id = ${officeId} and p.mobile is not null and ${isInOffice(now)}
        and not exists (select 1 from bindings b where b.person_id = p.id and b.channel = ${channel})
      order by p.id`,
  )

/** Binds those who are still unbound; a platform id that is taken is left with whom it has. */
export const bindFound = async (
  tx: Tx,
  found: readonly (typeof bindings.$inferInsert)[],
): Promise<number> => {
  if (found.length === 0) return 0
  const bound = await tx
    .insert(bindings)
    .values([...found])
    .onConflictDoNothing()
    .returning({ personId: bindings.personId })
  return bound.length
}
