import { and, desc, eq, gte, inArray, isNull, lte, notInArray, or, sql } from 'drizzle-orm'
import type { Fact } from '../domain/act.ts'
import type { Item, ItemKind, ItemNo, PersonId } from '../domain/item.ts'
import type { Span } from '../domain/periods.ts'
import { hiddenStates } from '../domain/workflows/index.ts'
import type { Tx } from './open.ts'
import { facts, items, ledger } from './tables/book.ts'

export interface Owner {
  readonly officeId: number
  readonly id: PersonId
}

const isOwn = ({ officeId, id }: Owner) =>
  and(
    eq(items.officeId, officeId),
    or(eq(items.author, id), sql`${items.coAuthors} @> ${`{${id}}`}::int[]`),
    notInArray(items.state, [...hiddenStates]),
  )

/** A person's matters, those he signed with others among them, the last reported first, and how many there are. */
export const listOwn = async (
  tx: Tx,
  owner: Owner,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<{ readonly items: readonly Item[]; readonly count: number }> => {
  const found = await tx
    .select({ item: items, count: sql<number>`(count(*) over ())::int` })
    .from(items)
    .where(isOwn(owner))
    .orderBy(desc(items.no))
    .limit(limit)
    .offset(offset)
  return { items: found.map(({ item }) => item), count: found[0]?.count ?? 0 }
}

/** How many of each kind he has handed in since a moment; what came to nothing at once does not count. */
export const countReported = async (
  tx: Tx,
  owner: Owner,
  since: Date,
): Promise<ReadonlyMap<ItemKind, number>> => {
  const found = await tx
    .select({ kind: items.kind, count: sql<number>`count(*)::int` })
    .from(items)
    .where(
      and(
        isOwn(owner),
        gte(items.openedAt, since),
        notInArray(items.state, ['draft', 'withdrawn', 'rejected']),
      ),
    )
    .groupBy(items.kind)
  return new Map(found.map(({ kind, count }) => [kind, count]))
}

/** What a person earned in a span, rule by rule. */
export const listPointsByRule = (
  tx: Tx,
  { officeId, id }: Owner,
  { from, to }: Span,
): Promise<readonly { readonly rule: string; readonly points: number }[]> =>
  tx
    .select({ rule: ledger.rule, points: sql<number>`sum(${ledger.points})::float8` })
    .from(ledger)
    .where(
      and(
        eq(ledger.officeId, officeId),
        eq(ledger.personId, id),
        gte(ledger.outcomeOn, from),
        lte(ledger.outcomeOn, to),
      ),
    )
    .groupBy(ledger.rule)

/** Adoptions and instructions that stand, of several matters. */
export const listOutcomes = async (
  tx: Tx,
  officeId: number,
  nos: readonly ItemNo[],
): Promise<readonly (Pick<Fact, 'verb' | 'details' | 'saidAt'> & { readonly no: ItemNo })[]> =>
  nos.length === 0
    ? []
    : tx
        .select({
          no: facts.itemNo,
          verb: facts.verb,
          details: facts.details,
          saidAt: facts.saidAt,
        })
        .from(facts)
        .where(
          and(
            eq(facts.officeId, officeId),
            inArray(facts.itemNo, [...nos]),
            inArray(facts.verb, ['adopt', 'instruct']),
            isNull(facts.undoneBy),
          ),
        )
        .orderBy(facts.id)
