import { sql } from 'drizzle-orm'
import type { Change } from '../domain/decide.ts'
import { grouped } from '../domain/grouped.ts'
import type { Item } from '../domain/item.ts'
import type { Identity } from '../domain/person.ts'
import type { Entry } from '../domain/scoring.ts'
import { insertRows } from './insert.ts'
import { type Tx, rows } from './open.ts'
import { facts, items, ledger } from './tables/book.ts'

export interface Source {
  readonly id: number
  readonly name: string
  readonly identities: readonly Identity[]
  /** 单位 and the groups: what tells people of one name apart. */
  readonly units: readonly string[]
}

/** Everybody on the roster, those who have left too: what they brought is theirs. */
export const listSources = (tx: Tx, officeId: number): Promise<readonly Source[]> =>
  rows<Source>(
    tx,
    sql`
      select p.id, p.name, to_json(p.identities) as identities,
        array_to_json(array_remove(p.unit || array_agg(g.name), null)) as units
      from people p
      left join group_members m on m.person_id = p.id
      left join groups g on g.id = m.group_id
      where p.office_id = ${officeId}
      group by p.id order by p.id`,
  )

/** Which numbers of the office's own list have been taken over before, and what they are called here. */
export const findTakenOver = async (
  tx: Tx,
  officeId: number,
  oldNos: readonly string[],
): Promise<ReadonlyMap<string, number>> => {
  const found = await rows<{ oldNo: string; no: number }>(
    tx,
    sql`
      select details->>'oldNo' as "oldNo", item_no as no from facts
      where office_id = ${officeId} and verb = 'open' and details->>'oldNo' is not null
        and details->>'oldNo' in (select json_array_elements_text(${JSON.stringify(oldNos)}::json))`,
  )
  return new Map(found.map(({ oldNo, no }) => [oldNo, no]))
}

export interface TakenOver {
  readonly item: Item
  readonly changes: readonly Pick<Change, 'fact' | 'entries'>[]
  /** Lines outside every rule that go with it. */
  readonly adjustments: readonly (Entry & { readonly reason: string })[]
}

/** Writes opinions with their whole history and what it earned. */
export const keepTakenOver = async (
  tx: Tx,
  opinions: readonly TakenOver[],
  reason: (item: Item, entry: Entry) => string,
  now: Date,
): Promise<void> => {
  for (let first = 0; first < opinions.length; first += atOnce)
    await keepSome(tx, opinions.slice(first, first + atOnce), reason, now)
}

const atOnce = 200

const keepSome = async (
  tx: Tx,
  opinions: readonly TakenOver[],
  reason: (item: Item, entry: Entry) => string,
  now: Date,
): Promise<void> => {
  await tx.execute(
    insertRows(
      items,
      opinions.map(({ item }) => item),
    ),
  )
  const written = await rows<{ id: number; no: number }>(
    tx,
    sql`${insertRows(
      facts,
      opinions.flatMap(({ item, changes }) =>
        changes.map(({ fact }) => ({
          ...fact,
          officeId: item.officeId,
          itemNo: item.no,
          recordedAt: now,
        })),
      ),
    )} returning id::float8 as id, item_no as no`,
  )
  const idsOf = grouped(
    written.toSorted((a, b) => a.id - b.id),
    ({ no }) => no,
  )
  const lines = opinions.flatMap((one) => linesOf(one, idsOf.get(one.item.no) ?? [], reason))
  if (lines.length > 0)
    await tx.execute(
      insertRows(
        ledger,
        lines.map((line) => ({ ...line, enteredBy: 0, recordedAt: now })),
      ),
    )
}

const linesOf = (
  { item, changes, adjustments }: TakenOver,
  written: readonly { readonly id: number }[],
  reason: (item: Item, entry: Entry) => string,
) => {
  const line = ({ to, ...entry }: Entry, why: string, factId: number | null) => ({
    officeId: item.officeId,
    personId: to,
    itemNo: item.no,
    ...entry,
    reason: why,
    factId,
  })
  return [
    ...changes.flatMap(({ entries }, at) =>
      entries.map((entry) => line(entry, reason(item, entry), written[at]?.id ?? null)),
    ),
    ...adjustments.map(({ reason: why, ...entry }) => line(entry, why, null)),
  ]
}
