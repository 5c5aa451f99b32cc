import {
  and,
  asc,
  desc,
  eq,
  gte,
  ilike,
  inArray,
  isNull,
  lte,
  ne,
  notInArray,
  or,
  sql,
  type SQL,
} from 'drizzle-orm'
import type { Item, PersonId } from '../domain/item.ts'
import { hiddenStates } from '../domain/workflows/index.ts'
import type { Tx } from './open.ts'
import { facts, items } from './tables/book.ts'
import { people } from './tables/people.ts'

export interface ItemFilter {
  readonly officeId: number
  readonly author?: PersonId
  readonly departmentId?: number
  readonly states?: readonly string[]
  /** Held in title, text or place. */
  readonly words?: string
  readonly dueBy?: string
  readonly changedSince?: Date
  readonly newestFirst?: true
  readonly limit: number
}

/** Matters that fit, the longest waiting first. */
export const listItems = (tx: Tx, filter: ItemFilter): Promise<readonly Item[]> =>
  tx
    .select()
    .from(items)
    .where(and(...conditions(filter)))
    .orderBy(filter.newestFirst ? desc(items.changedAt) : asc(items.changedAt), asc(items.no))
    .limit(filter.limit)

const conditions = (filter: ItemFilter): readonly (SQL | undefined)[] => [
  eq(items.officeId, filter.officeId),
  filter.author === undefined ? undefined : eq(items.author, filter.author),
  filter.departmentId === undefined ? undefined : eq(items.departmentId, filter.departmentId),
  filter.states && inArray(items.state, [...filter.states]),
  filter.dueBy === undefined ? undefined : lte(items.dueOn, filter.dueBy),
  filter.changedSince && gte(items.changedAt, filter.changedSince),
  filter.words === undefined
    ? undefined
    : and(
        isShown,
        or(
          ...[items.title, items.text, items.place].map((column) =>
            ilike(column, likeOf(filter.words ?? '')),
          ),
        ),
      ),
]

const isShown = notInArray(items.state, [...hiddenStates])

const likeOf = (words: string): string => `%${words.replace(/[\\%_]/g, (char) => `\\${char}`)}%`

/** How many matters of each state there are, for the staff's overview and the weekly board. */
export const countFacts = async (
  tx: Tx,
  officeId: number,
  from: Date,
  to: Date,
): Promise<ReadonlyMap<string, number>> => {
  const found = await tx
    .select({
      // however it came to it, a matter enters the office's hands once
      key: sql<string>`${items.kind} || ':' || case when ${facts.toState} = 'submitted'
        and coalesce(${facts.fromState}, 'draft') = 'draft' then 'enter'
        when ${facts.verb} = 'edit' and ${facts.fromState} = ${facts.toState} then 'revise' else ${facts.verb} end`,
      count: sql<number>`count(*)::int`,
    })
    .from(facts)
    .innerJoin(items, and(eq(items.officeId, facts.officeId), eq(items.no, facts.itemNo)))
    .where(
      and(
        eq(facts.officeId, officeId),
        isNull(facts.undoneBy),
        gte(facts.saidAt, from),
        sql`${facts.saidAt} < ${to.toISOString()}::timestamptz`,
        or(ne(facts.verb, 'open'), eq(facts.toState, 'submitted')),
        isShown,
      ),
    )
    .groupBy(sql`1`)
  return new Map(found.map(({ key, count }) => [key, count]))
}

/** The matters that were merged into one, with who had reported them. */
export const listMerged = async (
  tx: Tx,
  officeId: number,
  into: number,
): Promise<
  readonly (Pick<Item, 'no' | 'kind' | 'author' | 'chatId'> & { readonly name: string })[]
> =>
  tx
    .select({
      no: items.no,
      kind: items.kind,
      author: items.author,
      chatId: items.chatId,
      name: people.name,
    })
    .from(items)
    .innerJoin(people, eq(people.id, items.author))
    .where(and(eq(items.officeId, officeId), eq(items.mergedInto, into)))
    .orderBy(items.no)

/** Matters with an adoption recorded in a span that still holds. */
export const listAdopted = async (
  tx: Tx,
  officeId: number,
  from: Date,
  to: Date,
): Promise<readonly Item[]> => {
  const found = await tx
    .selectDistinct({ item: items })
    .from(facts)
    .innerJoin(items, and(eq(items.officeId, facts.officeId), eq(items.no, facts.itemNo)))
    .where(
      and(
        eq(facts.officeId, officeId),
        eq(facts.verb, 'adopt'),
        isShown,
        isNull(facts.undoneBy),
        gte(facts.saidAt, from),
        sql`${facts.saidAt} < ${to.toISOString()}::timestamptz`,
      ),
    )
  return found.map(({ item }) => item)
}
