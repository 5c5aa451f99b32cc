import { and, eq, sql } from 'drizzle-orm'
import type { Day } from '../domain/dates.ts'
import type { ItemNo } from '../domain/item.ts'
import type { LoadedRules, ScoringRules } from '../domain/scoring-rules.ts'
import { type Tx, rows } from './open.ts'
import { scoringRules } from './tables/rules.ts'

/** The versions an office has loaded, in the order in which it did. */
export const listRules = async (
  tx: Tx,
  officeId: number,
): Promise<readonly (LoadedRules & { readonly loadedAt: Date })[]> => {
  const found = await tx
    .select()
    .from(scoringRules)
    .where(eq(scoringRules.officeId, officeId))
    .orderBy(scoringRules.id)
  return found.map((kept) => ({ ...loadedRulesOf(kept), loadedAt: kept.loadedAt }))
}

/** As a row has it, or as JSON with the moment as text. */
export interface KeptRules {
  readonly rules: ScoringRules
  readonly knownSince: Date | string | null
}

export const loadedRulesOf = ({ rules, knownSince }: KeptRules): LoadedRules => ({
  rules,
  ...(knownSince !== null && { knownSince: new Date(knownSince) }),
})

/** Holds for what is recorded from now on. */
export const keepRules = async (
  tx: Tx,
  officeId: number,
  rules: ScoringRules,
  now: Date,
): Promise<void> => {
  const { version, effectiveFrom } = rules
  await tx
    .insert(scoringRules)
    .values({ officeId, version, effectiveFrom, rules, knownSince: now, loadedAt: now })
}

/** Holds for whatever was recorded before, too. */
export const forgetWhenKnown = async (tx: Tx, officeId: number, version: string): Promise<void> => {
  await tx
    .update(scoringRules)
    .set({ knownSince: null })
    .where(and(eq(scoringRules.officeId, officeId), eq(scoringRules.version, version)))
}

/** Ledger lines with an outcome on a day or later. */
export const countLinesSince = async (tx: Tx, officeId: number, day: Day): Promise<number> => {
  const [found] = await rows<{ n: number }>(
    tx,
    sql`select count(*)::int as n from ledger
      where office_id = ${officeId} and item_no is not null and outcome_on >= ${day}::date`,
  )
  return found?.n ?? 0
}

/** Matters of which something happened on a day or later. */
export const listTouchedSince = async (
  tx: Tx,
  { officeId, day, zone }: { readonly officeId: number; readonly day: Day; readonly zone: string },
): Promise<readonly ItemNo[]> => {
  const found = await rows<{ no: number }>(
    tx,
    sql`select distinct item_no as no from facts
      where office_id = ${officeId}
        and coalesce((details->>'on')::date, (said_at at time zone ${zone})::date) >= ${day}::date
      order by 1`,
  )
  return found.map(({ no }) => no)
}
