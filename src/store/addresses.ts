import { sql } from 'drizzle-orm'
import type { Address, ChannelName } from '../channels/channel.ts'
import { type Tx, rows } from './open.ts'
import { together } from './together.ts'
import { type ChatKind, isInOffice } from './people.ts'

export interface Where {
  readonly channel: ChannelName
  readonly officeId: number
  /** The office's clock: who has left by then is not written to. */
  readonly now: Date
}

interface Found {
  readonly type: 'chat' | 'person'
  readonly id: string
}

/** Where a person is reached on a channel; undefined when he is not bound there. */
export const addressOf = async (
  tx: Tx,
  channel: ChannelName,
  personId: number,
): Promise<Address | undefined> => {
  const [found] = await rows<{ id: string }>(
    tx,
    sql`select platform_id as id from bindings where channel = ${channel} and person_id = ${personId}`,
  )
  return found && { type: 'person', id: found.id }
}

/** The same for several people at once. */
export const addressesOf = async (
  tx: Tx,
  channel: ChannelName,
  people: readonly number[],
): Promise<ReadonlyMap<number, Address>> => {
  if (people.length === 0) return new Map()
  const found = await rows<{ id: string; personId: number }>(
    tx,
    sql`select platform_id as id, person_id as "personId" from bindings
      where channel = ${channel} and person_id = any(${`{${people.join(',')}}`}::int[])`,
  )
  return new Map(found.map(({ id, personId }) => [personId, { type: 'person', id }]))
}

/** The living chats of a kind, for 部门群 those of one department. */
export const chatsOf = async (
  tx: Tx,
  where: Where,
  kind: ChatKind,
  departmentId?: number,
): Promise<readonly Address[]> =>
  rows<Found>(
    tx,
    sql`
      select 'chat' as type, id from chats
      where channel = ${where.channel} and office_id = ${where.officeId} and is_alive and kind = ${kind}
        and (${departmentId ?? null}::int is null or department_id = ${departmentId ?? null}::int)
      order by id`,
  )

/** Everybody with one of these identities who is bound on a channel, of one department where it is given. */
const peopleWith = async (
  tx: Tx,
  where: Where,
  identities: readonly string[],
  departmentId?: number,
): Promise<readonly (Address & { readonly personId: number })[]> =>
  rows<Found & { personId: number }>(
    tx,
    sql`
      select 'person' as type, b.platform_id as id, p.id as "personId"
      from people p join bindings b on b.person_id = p.id and b.channel = ${where.channel}
      where p.office_id = ${where.officeId} and ${isInOffice(where.now)}
        and p.identities && ${`{${identities.join(',')}}`}::text[]
        and (${departmentId ?? null}::int is null or p.department_id = ${departmentId ?? null}::int)
      order by p.id`,
  )

/** 工作群 where there is one, else every clerk (decisions 19). */
export const staffAddresses: (tx: Tx, where: Where) => Promise<readonly Address[]> = together(
  async (tx, wheres: readonly Where[]) => {
    const found = new Map<string, Promise<readonly Address[]>>()
    return Promise.all(
      wheres.map((where) => {
        const key = `${where.channel} ${where.officeId}`
        const looked = found.get(key) ?? lookUpStaff(tx, where)
        found.set(key, looked)
        return looked
      }),
    )
  },
)

const lookUpStaff = async (tx: Tx, where: Where): Promise<readonly Address[]> => {
  const found = await rows<Found>(
    tx,
    sql`
      select 'chat' as type, id from chats
      where channel = ${where.channel} and office_id = ${where.officeId} and is_alive and kind = 'staff'
      union all
      select 'person', b.platform_id
      from people p join bindings b on b.person_id = p.id and b.channel = ${where.channel}
      where p.office_id = ${where.officeId} and ${isInOffice(where.now)} and p.identities && '{staff}'::text[]`,
  )
  const chats = found.filter(({ type }) => type === 'chat')
  return chats.length > 0 ? chats : found
}

/** Whoever is on duty, else every clerk himself, and the 工作群: at any hour (domain §8.6). */
export const urgentAddresses = async (tx: Tx, where: Where): Promise<readonly Address[]> => {
  const onDuty = await rows<Found>(
    tx,
    sql`
      select 'person' as type, b.platform_id as id from offices o
      join people p on p.office_id = o.id and ${isInOffice(where.now)}
        and o.settings->'duty' @> to_jsonb(p.id)
      join bindings b on b.person_id = p.id and b.channel = ${where.channel}
      where o.id = ${where.officeId} order by p.id`,
  )
  const people = onDuty.length > 0 ? onDuty : await peopleWith(tx, where, ['staff'])
  const chats = await chatsOf(tx, where, 'staff')
  return [...chats, ...people.map(({ type, id }) => ({ type, id }))]
}

/** 部门群 where there is one, else every liaison of the department. */
export const departmentAddresses = async (
  tx: Tx,
  where: Where,
  departmentId: number,
): Promise<readonly Address[]> => {
  const chats = await chatsOf(tx, where, 'department', departmentId)
  return chats.length > 0
    ? chats
    : peopleWith(tx, where, ['handler', 'departmentLeader'], departmentId)
}
