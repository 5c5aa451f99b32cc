import { type Form, levels, verdicts } from './act.ts'
import type { Day } from './dates.ts'

/** What the published rules give or take points for (domain §6). */
export const scoringRuleIds = [
  'opinion.valid',
  ...levels.map((level) => `opinion.adopt.${level}` as const),
  ...levels.map((level) => `instruction.${level}` as const),
  'solicitation.done',
  'solicitation.adopted',
  'opinion.duplicate',
  ...verdicts.map((verdict) => `opinion.${verdict}` as const),
  'supervision.valid',
  'supervision.closed',
] as const
export type ScoringRuleId = (typeof scoringRuleIds)[number]

/** What 信息榜 counts, without limits: opinions, instructions and what was solicited (domain §6). */
export const informationRules: readonly RuleId[] = scoringRuleIds.filter(
  (rule) => !rule.startsWith('supervision.'),
)

/** `adjust` is 调整: a clerk's line outside every rule. */
export type RuleId = ScoringRuleId | 'adjust'

/** Several levels take one matter up: the best of them counts, or they add up (the best of each level). */
export const stackings = ['highest', 'cumulative'] as const
type Stacking = (typeof stackings)[number]

/** One version of an office's published rules. Points are decimal with one place. */
export interface ScoringRules {
  readonly version: string
  readonly effectiveFrom: Day
  readonly stacking: Stacking
  readonly points: Readonly<Record<ScoringRuleId, number>>
  readonly forms: Readonly<Record<Form, number>>
  /** The share of an instruction by a leader who is not the main one. */
  readonly otherLeader: number
  readonly coAuthors: CoAuthorRule
  /** Limits of 履职榜, in points: together for the rules named. */
  readonly caps: readonly Cap[]
}

/** 联名: how many there may be, and the first author's part; the others share the rest. */
interface CoAuthorRule {
  readonly most: number
  readonly first: number
}

export interface Cap {
  readonly rules: readonly RuleId[]
  readonly week?: number
  readonly year?: number
}

/** How a board reads the ledger: under which limits, and which rules alone where not all. */
export interface Counting {
  readonly caps: readonly Cap[]
  readonly only?: readonly RuleId[]
}

/** A version an office has loaded. */
export interface LoadedRules {
  readonly rules: ScoringRules
  /** What was recorded before keeps the rules of then; absent once the office had everything settled anew. */
  readonly knownSince?: Date
}

export interface Scorebook {
  /** The rules that hold for an outcome of a day, as they were known when it was recorded (absent: now). */
  readonly rulesOn: (day: Day, recordedAt?: Date) => ScoringRules
  readonly zone: string
}

/** The newest version that holds on a day and was known by then; of two with the same day, the one loaded later. */
export const scorebookOf = (
  builtIn: ScoringRules,
  loaded: readonly LoadedRules[],
  zone: string,
): Scorebook => ({
  zone,
  rulesOn: (day, recordedAt) =>
    loaded.reduce<ScoringRules | undefined>(
      (found, { rules, knownSince }) =>
        rules.effectiveFrom <= day &&
        (!knownSince || !recordedAt || knownSince < recordedAt) &&
        (!found || found.effectiveFrom <= rules.effectiveFrom)
          ? rules
          : found,
      undefined,
    ) ?? builtIn,
})
