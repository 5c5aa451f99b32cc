import { and, desc, eq, gte, isNull, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Day } from '../domain/dates.ts'
import type { Span } from '../domain/periods.ts'
import type { GroupKind } from '../domain/person.ts'
import type { Counting, RuleId } from '../domain/scoring-rules.ts'
import { type Tx, rows } from './open.ts'
import { boards, ledger } from './tables/book.ts'
import { groupMembers, groups, people } from './tables/people.ts'

export interface LedgerLine {
  readonly id: number
  readonly itemNo: number | null
  readonly rule: string
  readonly points: number
  readonly reason: string
  readonly outcomeOn: string
}

/** A person's lines, newest outcome first. */
export const listLines = (
  tx: Tx,
  person: { readonly officeId: number; readonly id: number },
  limit: number,
): Promise<readonly LedgerLine[]> =>
  tx
    .select({
      id: ledger.id,
      itemNo: ledger.itemNo,
      rule: ledger.rule,
      points: ledger.points,
      reason: ledger.reason,
      outcomeOn: ledger.outcomeOn,
    })
    .from(ledger)
    .where(and(eq(ledger.officeId, person.officeId), eq(ledger.personId, person.id)))
    .orderBy(desc(ledger.outcomeOn), desc(ledger.id))
    .limit(limit)

/** What a matter has earned, whoever has it, oldest first. */
export const listLinesOf = (
  tx: Tx,
  officeId: number,
  itemNo: number,
): Promise<readonly (Omit<LedgerLine, 'id' | 'itemNo'> & { readonly personId: number })[]> =>
  tx
    .select({
      personId: ledger.personId,
      rule: ledger.rule,
      points: ledger.points,
      reason: ledger.reason,
      outcomeOn: ledger.outcomeOn,
    })
    .from(ledger)
    .where(and(eq(ledger.officeId, officeId), eq(ledger.itemNo, itemNo)))
    .orderBy(ledger.id)

export interface Adjustment {
  readonly officeId: number
  readonly personId: number
  readonly points: number
  readonly reason: string
  readonly ruleVersion: string
  readonly outcomeOn: string
  readonly enteredBy: number
  /** The line it takes back. */
  readonly reverses?: number
}

/** 调整: a line with a reason, outside every rule. */
export const addAdjustment = async (tx: Tx, line: Adjustment, now: Date): Promise<void> => {
  await tx.insert(ledger).values({ ...line, rule: 'adjust' satisfies RuleId, recordedAt: now })
}

export interface LastAdjustment {
  readonly id: number
  readonly personId: number
  readonly name: string
  readonly points: number
  readonly reason: string
  readonly ruleVersion: string
  readonly outcomeOn: string
  readonly recordedAt: Date
}

/** A clerk's last 调整 that still stands. */
export const findLastAdjustment = async (
  tx: Tx,
  officeId: number,
  enteredBy: number,
): Promise<LastAdjustment | undefined> => {
  const reversal = alias(ledger, 'reversal')
  const [found] = await tx
    .select({
      id: ledger.id,
      personId: ledger.personId,
      name: people.name,
      points: ledger.points,
      reason: ledger.reason,
      ruleVersion: ledger.ruleVersion,
      outcomeOn: ledger.outcomeOn,
      recordedAt: ledger.recordedAt,
    })
    .from(ledger)
    .innerJoin(people, eq(people.id, ledger.personId))
    .leftJoin(reversal, eq(reversal.reverses, ledger.id))
    .where(
      and(
        eq(ledger.officeId, officeId),
        eq(ledger.enteredBy, enteredBy),
        eq(ledger.rule, 'adjust' satisfies RuleId),
        isNull(ledger.reverses),
        isNull(reversal.id),
      ),
    )
    .orderBy(desc(ledger.id))
    .limit(1)
  return found
}

export interface Total {
  readonly personId: number
  readonly points: number
  readonly lines: number
}

/** Each person's points of a span with the limits of the rules applied (weeks first, then the span's year). */
export const listTotals = (
  tx: Tx,
  officeId: number,
  { from, to }: Span,
  { caps, only }: Counting,
): Promise<readonly Total[]> => {
  const limit = (of: 'week' | 'year') =>
    choice(
      sql`cap`,
      caps.map((cap, n) => sql`when ${n + 1}::int then ${cap[of] ?? null}::numeric`),
      sql`null::numeric`,
    )
  const capOf = choice(
    sql`rule`,
    caps.flatMap(({ rules }, n) => rules.map((rule) => sql`when ${rule} then ${n + 1}::int`)),
    sql`0`,
  )
  return rows<Total>(
    tx,
    sql`
      with lines as (
        select person_id, points, outcome_on, ${capOf} as cap
        from ledger where office_id = ${officeId} and outcome_on between ${from}::date and ${to}::date
          ${only ? sql`and rule = any(${`{${only.join()}}`}::text[])` : sql.empty()}
        -- offset 0: the rule is looked up once for a line
        offset 0),
      weeks as (
        select person_id, cap, sum(points) as points, count(*) as n
        from lines group by person_id, cap, case when cap > 0 then (outcome_on - date '2000-01-03') / 7 end),
      years as (
        select person_id, cap, sum(n) as n, sum(least(points, coalesce(${limit('week')}, points))) as points
        from weeks group by person_id, cap)
      select person_id as "personId", sum(n)::int as lines,
        sum(least(points, coalesce(${limit('year')}, points)))::float8 as points
      from years group by person_id`,
  )
}

const choice = (of: SQL, cases: readonly SQL[], otherwise: SQL): SQL =>
  cases.length === 0
    ? otherwise
    : sql.join([sql`case`, of, ...cases, sql`else`, otherwise, sql`end`], sql` `)

export interface Racer {
  readonly personId: number
  readonly name: string
  readonly sector: string | null
}

/** Who counts in the boards: members in office on a day (信息员 who are not members do not). */
export const listRacers = async (tx: Tx, officeId: number, on: Day): Promise<readonly Racer[]> =>
  tx
    .select({ personId: people.id, name: people.name, sector: people.sector })
    .from(people)
    .where(
      and(
        eq(people.officeId, officeId),
        or(isNull(people.leftOn), gte(people.leftOn, on)),
        sql`${people.identities} && '{member,standing,chair}'::text[]`,
      ),
    )
    .orderBy(people.id)

export interface RacingGroup {
  readonly id: number
  readonly name: string
  readonly members: readonly number[]
}

export const listGroups = async (
  tx: Tx,
  officeId: number,
  kind: GroupKind,
): Promise<readonly RacingGroup[]> =>
  tx
    .select({
      id: groups.id,
      name: groups.name,
      members: sql<
        number[]
      >`coalesce(array_agg(${groupMembers.personId}) filter (where ${groupMembers.personId} is not null), '{}')`,
    })
    .from(groups)
    .leftJoin(groupMembers, eq(groupMembers.groupId, groups.id))
    .where(and(eq(groups.officeId, officeId), eq(groups.kind, kind)))
    .groupBy(groups.id)
    .orderBy(groups.id)

export const findLastBoard = async (
  tx: Tx,
  officeId: number,
  board: string,
): Promise<readonly { readonly key: number; readonly place: number }[]> => {
  const [last] = await tx
    .select({ rows: boards.rows })
    .from(boards)
    .where(and(eq(boards.officeId, officeId), eq(boards.board, board)))
    .orderBy(desc(boards.id))
    .limit(1)
  return last?.rows ?? []
}

export const keepBoard = async (tx: Tx, board: typeof boards.$inferInsert): Promise<void> => {
  await tx.insert(boards).values(board)
}
