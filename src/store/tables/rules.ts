import { date, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { ScoringRules } from '../../domain/scoring-rules.ts'
import { id, moment, office } from '../columns.ts'

/** Versions of the scoring rules that an office has loaded; before them the built-in one holds. */
export const scoringRules = pgTable(
  'scoring_rules',
  {
    id: id(),
    officeId: office(),
    version: text('version').notNull(),
    effectiveFrom: date('effective_from').notNull(),
    rules: jsonb('rules').$type<ScoringRules>().notNull(),
    /** What was recorded before keeps the rules of then; null once everything was settled anew. */
    knownSince: moment('known_since'),
    loadedAt: moment('loaded_at').notNull(),
  },
  (t) => [uniqueIndex('scoring_rules_version').on(t.officeId, t.version)],
)
