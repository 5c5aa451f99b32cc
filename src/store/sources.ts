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

/**
 * Who hears what becomes of a matter: those who signed it, and the 组长 or 联络员 who reported it for its author and
 * reads what he does (the office hears by itself). Nobody is told what he did himself.
 */
export const signerAddresses = async (
  tx: Tx,
  channel: ChannelName,
  { author, enteredBy }: Pick<Item, 'author' | 'enteredBy'>,
  { signers, but }: { readonly signers: readonly PersonId[]; readonly but: PersonId },
): Promise<readonly (Address & { readonly personId: PersonId })[]> => {
  const found = await rows<{ id: string; personId: PersonId }>(
    tx,
    sql`
      select b.platform_id as id, p.id as "personId" from bindings b join people p on p.id = b.person_id
      where b.channel = ${channel} and p.id <> ${but}
        and (p.id = any(${`{${signers.join(',')}}`}::int[])
          or (p.id = ${enteredBy}::int and not 'staff' = any(p.identities)))
      order by p.id <> ${author}, p.id`,
  )
  return found.map(({ id, personId }) => ({
    type: 'person',
    id,
    personId: signers.includes(personId) ? personId : author,
  }))
}
