import { and, asc, eq, inArray, isNull, notInArray, sql } from 'drizzle-orm'
import type { Address, ChannelName } from '../channels/channel.ts'
import type { Item, ItemNo, PersonId } from '../domain/item.ts'
import { type Solicited, openStates, undelivered } from '../domain/solicitation.ts'
import { type Tx, rows } from './open.ts'
import { facts, items } from './tables/book.ts'
import { people } from './tables/people.ts'

/** The 约稿 with who claimed them and what was delivered: those named, else all that are open, the nearest deadline first. */
export const listSolicited = async (
  tx: Tx,
  officeId: number,
  only?: ItemNo,
): Promise<readonly Solicited[]> => {
  const found = await tx
    .select()
    .from(items)
    .where(
      and(
        eq(items.officeId, officeId),
        only === undefined ? inArray(items.state, [...openStates]) : eq(items.no, only),
        eq(items.kind, 'solicitation'),
      ),
    )
    .orderBy(asc(items.fixBy), asc(items.no))
  if (found.length === 0) return []
  const numbers = found.map(({ no }) => no)
  const claims = await listClaims(tx, officeId, numbers)
  const delivered = await listDelivered(tx, officeId, numbers)
  return found.map((item) => ({
    item,
    claims: claims.filter(({ no }) => no === item.no),
    deliveries: delivered.filter(({ solicitationNo }) => solicitationNo === item.no),
  }))
}

const listClaims = (tx: Tx, officeId: number, numbers: ItemNo[]) =>
  tx
    .select({
      no: facts.itemNo,
      personId: facts.byPerson,
      name: people.name,
      claimedAt: facts.saidAt,
    })
    .from(facts)
    .innerJoin(people, eq(people.id, facts.byPerson))
    .where(
      and(
        eq(facts.officeId, officeId),
        inArray(facts.itemNo, numbers),
        eq(facts.verb, 'claim'),
        isNull(facts.undoneBy),
      ),
    )
    .orderBy(asc(facts.id))

const listDelivered = (tx: Tx, officeId: number, numbers: ItemNo[]) =>
  tx
    .select({
      no: items.no,
      kind: items.kind,
      author: items.author,
      solicitationNo: items.solicitationNo,
    })
    .from(items)
    .where(
      and(
        eq(items.officeId, officeId),
        inArray(items.solicitationNo, numbers),
        notInArray(items.state, [...undelivered]),
      ),
    )
    .orderBy(asc(items.no))

/** Where those are reached who have claimed a 约稿. */
export const claimantAddresses = async (
  tx: Tx,
  channel: ChannelName,
  { officeId, no }: Pick<Item, 'officeId' | 'no'>,
  but: PersonId,
): Promise<readonly Address[]> => {
  const found = await rows<{ id: string }>(
    tx,
    sql`
      select distinct b.platform_id as id
      from facts f join bindings b on b.person_id = f.by_person and b.channel = ${channel}
      where f.office_id = ${officeId} and f.item_no = ${no} and f.verb = 'claim' and f.undone_by is null
        and f.by_person <> ${but}`,
  )
  return found.map(({ id }) => ({ type: 'person', id }))
}

/** How many other opinions somebody opened since a moment: the next one after a claim is asked whether it is the one. */
export const countOpinionsSince = async (
  tx: Tx,
  { officeId, author, no }: Pick<Item, 'officeId' | 'author' | 'no'>,
  since: Date,
): Promise<number> => {
  const [found] = await rows<{ n: number }>(
    tx,
    sql`
      select count(*)::int as n from items
      where office_id = ${officeId} and author = ${author} and kind = 'opinion' and no <> ${no}
        and opened_at > ${since.toISOString()}::timestamptz`,
  )
  return found?.n ?? 0
}
