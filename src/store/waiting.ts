import { and, asc, eq, inArray, lt, sql } from 'drizzle-orm'
import type { Day } from '../domain/dates.ts'
import type { Item } from '../domain/item.ts'
import type { Tx } from './open.ts'
import { facts, items } from './tables/book.ts'

export interface WaitingFilter {
  readonly officeId: number
  readonly departmentId?: number
  readonly author?: number
  /** In the order in which they are shown. */
  readonly states: readonly string[]
  readonly today: Day
  readonly offset: number
  readonly limit: number
}

/** A part of what waits, and how much there is of it altogether. */
export interface Waiting {
  readonly items: readonly Item[]
  readonly count: number
  readonly late: number
}

/** What waits in some states: first what is late, then state by state, each the oldest first. */
export const listWaiting = async (tx: Tx, filter: WaitingFilter): Promise<Waiting> => {
  const isLate = sql`coalesce(${items.dueOn} < ${filter.today}::date, false)`
  const shown = sql`case when ${isLate} then 0 else array_position(${`{${filter.states.join(',')}}`}::text[], ${items.state}) end`
  const found = await tx
    .select({
      item: items,
      count: sql<number>`(count(*) over ())::int`,
      late: sql<number>`(count(*) filter (where ${isLate}) over ())::int`,
    })
    .from(items)
    .where(
      and(
        eq(items.officeId, filter.officeId),
        inArray(items.state, [...filter.states]),
        filter.departmentId === undefined ? undefined : eq(items.departmentId, filter.departmentId),
        filter.author === undefined ? undefined : eq(items.author, filter.author),
      ),
    )
    .orderBy(shown, asc(items.kind), asc(items.changedAt), asc(items.no))
    .limit(filter.limit)
    .offset(filter.offset)
  const [first] = found
  return {
    items: found.map(({ item }) => item),
    count: first?.count ?? 0,
    late: first?.late ?? 0,
  }
}

/** Opinions reported before a moment of which no adoption has been recorded since. */
export interface Unanswered {
  readonly count: number
  readonly oldest: Item
}

export const findUnanswered = async (
  tx: Tx,
  officeId: number,
  before: Date,
): Promise<Unanswered | undefined> => {
  const [found] = await tx
    .select({ oldest: items, count: sql<number>`(count(*) over ())::int` })
    .from(items)
    .where(
      and(
        eq(items.officeId, officeId),
        eq(items.kind, 'opinion'),
        eq(items.state, 'reported'),
        lt(items.changedAt, before),
        sql`not exists (select 1 from ${facts} where ${facts.officeId} = ${items.officeId}
          and ${facts.itemNo} = ${items.no} and ${facts.verb} = 'adopt' and ${facts.undoneBy} is null)`,
      ),
    )
    .orderBy(asc(items.changedAt), asc(items.no))
    .limit(1)
  return found
}
