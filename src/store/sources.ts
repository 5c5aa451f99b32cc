import { sql } from 'drizzle-orm'
import type { Address, ChannelName } from '../channels/channel.ts'
import type { Item, PersonId } from '../domain/item.ts'
import type { GroupKind, Person } from '../domain/person.ts'
import { type Tx, rows } from './open.ts'
import { type PersonRow, isInOffice, personOf, personRow } from './people.ts'

/** The 社情民意信息联系点 of an office. */
export const listContactPoints = async (
  tx: Tx,
  officeId: number,
  now: Date,
): Promise<readonly Person[]> => {
  const found = await rows<PersonRow>(
    tx,
    sql`select ${personRow} from people p
      where p.office_id = ${officeId} and 'contactPoint' = any(p.identities) and ${isInOffice(now)} order by p.id`,
  )
  return found.map(personOf)
}

/** Two people belong to one group of these kinds. */
export const sharesGroup = async (
  tx: Tx,
  kinds: readonly GroupKind[],
  one: PersonId,
  other: PersonId,
): Promise<boolean> => {
  const [found] = await rows<{ id: number }>(
    tx,
    sql`
      select g.id from groups g
      join group_members a on a.group_id = g.id and a.person_id = ${one}
      join group_members b on b.group_id = g.id and b.person_id = ${other}
      where g.kind = any(${`{${kinds.join(',')}}`}::text[]) limit 1`,
  )
  return found !== undefined
}

/** Who hears what becomes of a matter: its author, and the 组长 or 联络员 who reported it for him (the office hears by itself). */
export const authorAddresses = async (
  tx: Tx,
  channel: ChannelName,
  { author, enteredBy }: Pick<Item, 'author' | 'enteredBy'>,
  but: PersonId,
): Promise<readonly Address[]> => {
  const found = await rows<{ id: string }>(
    tx,
    sql`
      select b.platform_id as id from bindings b join people p on p.id = b.person_id
      where b.channel = ${channel} and p.id <> ${but}
        and (p.id = ${author} or (p.id = ${enteredBy}::int and not 'staff' = any(p.identities)))
      order by p.id = ${author} desc`,
  )
  return found.map(({ id }) => ({ type: 'person', id }))
}
