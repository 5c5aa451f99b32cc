import { and, asc, eq, exists, gte, isNull, ne, notInArray, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Fact } from '../domain/act.ts'
import type { Day } from '../domain/dates.ts'
import type { Item, ItemNo, PersonId } from '../domain/item.ts'
import type { Span } from '../domain/periods.ts'
import type { GroupKind } from '../domain/person.ts'
import { type Tx, rows } from './open.ts'
import { facts, items } from './tables/book.ts'

export interface OpinionHistory {
  readonly item: Pick<Item, 'no' | 'title' | 'author' | 'coAuthors' | 'state'>
  /** What still counts, oldest first, without the texts. */
  readonly facts: readonly Pick<Fact, 'verb' | 'details' | 'toState' | 'saidAt'>[]
}

/** Every opinion of which something was recorded since then, with its whole history. */
export const listOpinionHistories = async (
  tx: Tx,
  officeId: number,
  since: Date,
): Promise<readonly OpinionHistory[]> => {
  const recent = alias(facts, 'recent')
  const found = await tx
    .select({
      no: items.no,
      title: items.title,
      author: items.author,
      coAuthors: items.coAuthors,
      state: items.state,
      verb: facts.verb,
      details: sql`${facts.details} - 'text' - 'reason'`.mapWith(facts.details),
      toState: facts.toState,
      saidAt: facts.saidAt,
    })
    .from(items)
    .innerJoin(facts, and(eq(facts.officeId, items.officeId), eq(facts.itemNo, items.no)))
    .where(
      and(
        eq(items.officeId, officeId),
        eq(items.kind, 'opinion'),
        ne(items.state, 'draft'),
        isNull(facts.undoneBy),
        notInArray(facts.verb, ['undo', 'correct']),
        exists(
          tx
            .select({ one: sql`1` })
            .from(recent)
            .where(
              and(
                eq(recent.officeId, items.officeId),
                eq(recent.itemNo, items.no),
                gte(recent.saidAt, since),
              ),
            ),
        ),
      ),
    )
    .orderBy(asc(items.no), asc(facts.id))
  return gathered(found)
}

const gathered = (
  found: readonly (OpinionHistory['item'] & OpinionHistory['facts'][number])[],
): readonly OpinionHistory[] => {
  const histories = new Map<
    number,
    { item: OpinionHistory['item']; facts: OpinionHistory['facts'][number][] }
  >()
  for (const { no, title, author, coAuthors, state, ...fact } of found) {
    const history = histories.get(no) ?? {
      item: { no, title, author, coAuthors, state },
      facts: [],
    }
    history.facts.push(fact)
    histories.set(no, history)
  }
  return [...histories.values()]
}

interface UnitRow {
  readonly id: number
  readonly kind: GroupKind
  readonly name: string
  readonly members: readonly PersonId[]
  readonly size: number
}

/** Every unit with its members (信息员 who are not members do not count), and how many are in office on a day. */
export const listUnits = (tx: Tx, officeId: number, on: Day): Promise<readonly UnitRow[]> =>
  rows<UnitRow>(
    tx,
    sql`
      select g.id, g.kind, g.name,
        coalesce(json_agg(p.id order by p.id) filter (where p.id is not null), '[]') as members,
        (count(p.id) filter (where p.left_on is null or p.left_on >= ${on}::date))::int as size
      from groups g
      left join group_members m on m.group_id = g.id
      left join people p on p.id = m.person_id and p.identities && '{member,standing,chair}'::text[]
      where g.office_id = ${officeId}
      group by g.id order by g.id`,
  )

/** 信息榜: each person's points of a span for opinions, instructions and solicitations, without limits. */
export const sumOpinionPoints = async (
  tx: Tx,
  officeId: number,
  { from, to }: Span,
): Promise<ReadonlyMap<PersonId, number>> => {
  const found = await rows<{ personId: number; points: number }>(
    tx,
    sql`
      select person_id as "personId", sum(points)::float8 as points from ledger
      where office_id = ${officeId} and outcome_on between ${from}::date and ${to}::date
        and split_part(rule, '.', 1) in ('opinion', 'form', 'instruction', 'solicitation')
      group by person_id`,
  )
  return new Map(found.map(({ personId, points }) => [personId, points]))
}

/** The opinions that delivered in a span what was solicited; what was taken back does not count. */
export const listDelivered = async (
  tx: Tx,
  officeId: number,
  { from, to }: Span,
): Promise<ReadonlySet<ItemNo>> => {
  const found = await rows<{ no: ItemNo }>(
    tx,
    sql`
      select item_no as no from ledger
      where office_id = ${officeId} and outcome_on between ${from}::date and ${to}::date
        and rule = 'solicitation.done' and item_no is not null
      group by item_no having sum(points) > 0`,
  )
  return new Set(found.map(({ no }) => no))
}

export interface AuthorRow {
  readonly id: PersonId
  readonly name: string
  /** 单位, else the party, the committee or the group; empty where none is known. */
  readonly unit: string
}

/** Who reported, and of which unit. */
export const listAuthors = async (
  tx: Tx,
  ids: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, AuthorRow>> => {
  if (ids.length === 0) return new Map()
  const found = await rows<AuthorRow>(
    tx,
    sql`
      select p.id, p.name, coalesce(nullif(p.unit, ''), (
        select g.name from group_members m join groups g on g.id = m.group_id
        where m.person_id = p.id
        order by array_position('{party,committee,sector,township}'::text[], g.kind) limit 1), '') as unit
      from people p where p.id in (${sql.join(
        ids.map((id) => sql`${id}`),
        sql`, `,
      )})`,
  )
  return new Map(found.map((one) => [one.id, one]))
}

export interface Telling {
  /** When the office wrote the outcome down. */
  readonly knownAt: Date
  /** When its author's letter was due, of one that arrived; absent when none did. */
  readonly toldAt?: Date
}

/**
 * Every outcome that the office wrote down in a span and still counts (迁入 apart), and when its author was told. A letter
 * belongs to the act in whose transaction it was put; who wrote down his own knew.
 */
export const listTellings = async (
  tx: Tx,
  officeId: number,
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<readonly Telling[]> => {
  const found = await rows<{ knownAt: string; toldAt: string | null }>(
    tx,
    sql`
      select f.recorded_at as "knownAt",
        case when f.by_person = i.author then f.recorded_at else (
          select min(o.due_at) from outbox o
          where o.office_id = f.office_id and o.item_no = f.item_no and o.kind = 'notice' and o.state = 'sent'
            and o.put_at between f.recorded_at and f.recorded_at + interval '1 minute') end as "toldAt"
      from facts f join items i on i.office_id = f.office_id and i.no = f.item_no
      where f.office_id = ${officeId} and i.kind = 'opinion' and f.undone_by is null
        and f.verb in ('adopt', 'instruct', 'feedback') and f.by_person <> 0
        and f.recorded_at >= ${from.toISOString()}::timestamptz and f.recorded_at < ${to.toISOString()}::timestamptz
      order by f.id`,
  )
  return found.map(({ knownAt, toldAt }) => ({
    knownAt: new Date(knownAt),
    ...(toldAt && { toldAt: new Date(toldAt) }),
  }))
}
