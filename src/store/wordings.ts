import { and, eq, inArray, notInArray, sql } from 'drizzle-orm'
import type { Item, ItemNo } from '../domain/item.ts'
import { hiddenStates } from '../domain/workflows/index.ts'
import { insertRows } from './insert.ts'
import { type Tx, rows } from './open.ts'
import { items, wordings } from './tables/book.ts'

/** How an opinion is compared. */
export interface Wording {
  readonly officeId: number
  readonly itemNo: ItemNo
  readonly characters: string
  readonly skeleton: string
}

/** Which matters one is compared with: those of its office that count, opened in a span before or at some moment. */
export interface Among {
  readonly officeId: number
  readonly from: Date
  readonly to: Date
}

export const keepWordings = async (tx: Tx, all: readonly Wording[]): Promise<void> => {
  if (all.length > 0)
    await tx.execute(
      sql`${insertRows(wordings, all)} on conflict (office_id, item_no)
        do update set characters = excluded.characters, skeleton = excluded.skeleton`,
    )
}

/** Opinions that nobody can be compared with yet: brought in by an import, a restore, or an older version of this. */
export const listUnworded = (tx: Tx, limit: number): Promise<readonly Item[]> =>
  tx
    .select()
    .from(items)
    .where(
      and(
        eq(items.kind, 'opinion'),
        notInArray(items.state, [...uncounted]),
        sql`not exists (select 1 from ${wordings} where ${wordings.officeId} = ${items.officeId} and ${wordings.itemNo} = ${items.no})`,
      ),
    )
    .limit(limit)

/** What is not in the office's hands, or may not be shown. */
const uncounted: readonly string[] = ['draft', 'withdrawn', ...hiddenStates]

/** Those that differ in nothing but numbers and signs, the oldest first. However many there are, it is one look-up. */
export const listSame = (
  tx: Tx,
  skeleton: string,
  among: Among,
  limit: number,
): Promise<readonly ItemNo[]> =>
  numbers(
    tx,
    sql`
      select w.item_no as no from wordings w ${joined(among)}
      where w.office_id = ${among.officeId} and w.skeleton = ${skeleton} and ${counts(among)}
      order by w.item_no limit ${limit}`,
  )

/** The nearest by the characters they share, by the index. Of thousands that are near, some hundreds are looked at. */
export const listNearest = async (
  tx: Tx,
  characters: string,
  among: Among & { readonly likeness: number },
  limit: number,
): Promise<readonly ItemNo[]> => {
  await tx.execute(
    sql`select set_config('pg_trgm.similarity_threshold', ${String(among.likeness)}, true)`,
  )
  return numbers(
    tx,
    sql`
      with near as materialized (
        select w.item_no, similarity(w.characters, ${characters}) as likeness from wordings w
        where w.office_id + 0 = ${among.officeId} and w.characters % ${characters} limit 200)
      select w.item_no as no from near w ${joined(among)} where ${counts(among)}
      order by w.likeness desc, w.item_no limit ${limit}`,
  )
}

const joined = ({ officeId }: Among) =>
  sql`join items i on i.office_id = ${officeId} and i.no = w.item_no`

const counts = ({ from, to }: Among) => sql`
  i.state not in (${sql.join(
    uncounted.map((state) => sql`${state}`),
    sql`, `,
  )})
  and i.opened_at between ${from.toISOString()}::timestamptz and ${to.toISOString()}::timestamptz`

const numbers = async (tx: Tx, query: Parameters<typeof rows>[1]): Promise<readonly ItemNo[]> =>
  (await rows<{ no: number }>(tx, query)).map(({ no }) => no)

/**
 * Whether the index is there. The planner cannot know how few rows a % lets through, and would rather read the whole
 * table than use it: in this transaction it may not. No search takes longer than 3 s.
 */
export const openIndex = async (tx: Tx): Promise<boolean> => {
  const [found] = await rows<{ is: boolean }>(
    tx,
    sql`
      select to_regclass('wordings_trigrams') is not null as is,
        set_config('enable_seqscan', 'off', true), set_config('statement_timeout', '3000', true)`,
  )
  return found?.is === true
}

/** The latest, where there is no index. */
export const listLatest = (
  tx: Tx,
  among: Among,
  limit: number,
): Promise<readonly Pick<Wording, 'itemNo' | 'characters'>[]> =>
  rows(
    tx,
    sql`
      select w.item_no as "itemNo", w.characters from wordings w ${joined(among)}
      where w.office_id = ${among.officeId} and ${counts(among)}
      order by w.item_no desc limit ${limit}`,
  )

export const findItems = (
  tx: Tx,
  officeId: number,
  nos: readonly ItemNo[],
): Promise<readonly Item[]> =>
  tx
    .select()
    .from(items)
    .where(and(eq(items.officeId, officeId), inArray(items.no, [...nos])))
