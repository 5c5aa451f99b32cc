import { type Fact, type Form, type Level, living } from './act.ts'
import { type Day, dayOf } from './dates.ts'
import type { Item, PersonId } from './item.ts'

/** What can be earned. Rules of one ladder replace each other: the best one counts. */
const ladders = [
  'opinion',
  'instruction',
  'solicitation.done',
  'solicitation.adopted',
  'supervision.valid',
  'supervision.closed',
] as const
type Ladder = (typeof ladders)[number]

export type RuleId =
  | 'opinion.valid'
  | `opinion.adopt.${Level}`
  | `instruction.${Level}`
  | 'solicitation.done'
  | 'solicitation.adopted'
  | 'supervision.valid'
  | 'supervision.closed'
  | 'adjust'

/** One version of an office's published rules. Points are decimal with one place. */
export interface ScoringRules {
  readonly version: string
  readonly effectiveFrom: Day
  readonly points: Readonly<Record<Exclude<RuleId, 'adjust'>, number>>
  readonly forms: Readonly<Record<Form, number>>
  /** The share of an instruction by a leader who is not the main one. */
  readonly otherLeader: number
  /** Limits of 履职榜, in points: together for the rules named. */
  readonly caps: readonly Cap[]
}

export interface Cap {
  readonly rules: readonly RuleId[]
  readonly week?: number
  readonly year?: number
}

/** A line of the ledger still to be written; corrections are lines with the opposite sign. */
export interface Entry {
  readonly to: PersonId
  readonly rule: RuleId
  readonly ruleVersion: string
  readonly points: number
  /** The day of the outcome decides the period. */
  readonly outcomeOn: Day
}

/** What has been posted for a matter so far. */
export type Posted = Pick<Entry, 'to' | 'rule' | 'points' | 'outcomeOn'>

export interface Scorebook {
  readonly rulesOn: (day: Day) => ScoringRules
  readonly zone: string
}

/**
 * The lines that bring a matter's ledger to what its history is worth: the difference, per person and ladder.
 * So nothing pays twice, and an undo falls back to the next best (decisions 12).
 */
export const settle = (
  book: Scorebook,
  item: Item,
  facts: readonly Fact[],
  posted: readonly Posted[],
): readonly Entry[] =>
  ladders.flatMap((ladder) => {
    const lines = posted.filter(({ rule }) => ladderOf(rule) === ladder)
    const best = bestOf(book, item, facts, ladder)
    const others = [...new Set(lines.map(({ to }) => to))].filter((to) => to !== best?.to)
    return [
      ...others.flatMap((to) =>
        reversal(
          book,
          lines.filter((line) => line.to === to),
        ),
      ),
      ...(best
        ? difference(
            book,
            best,
            lines.filter((line) => line.to === best.to),
          )
        : []),
    ]
  })

const ladderOf = (rule: RuleId): Ladder | undefined =>
  ladders.find((ladder) => rule === ladder || rule.startsWith(`${ladder}.`))

interface Earning extends Entry {
  readonly ladder: Ladder
}

const bestOf = (
  book: Scorebook,
  item: Item,
  facts: readonly Fact[],
  ladder: Ladder,
): Earning | undefined =>
  forfeited.has(item.state) || facts.some(({ details }) => details.isScoredElsewhere)
    ? undefined
    : valid(living(facts))
        .flatMap((fact) => earningsOf(book, item, fact))
        .filter((earning) => earning.ladder === ladder)
        .toSorted((a, b) => b.points - a.points)[0]

/** 留存 137 无效: what was held to be valid before is so no longer. */
const valid = (facts: readonly Fact[]): readonly Fact[] => {
  const invalid = facts.findLast(({ verb, details }) => verb === 'archive' && details.isInvalid)
  return facts.filter(
    ({ id, verb }) => !invalid || id >= invalid.id || (verb !== 'edit' && verb !== 'archive'),
  )
}

const forfeited = new Set(['withdrawn', 'rejected', 'merged', 'converted', 'quarantined', 'erased'])

const difference = (book: Scorebook, best: Earning, had: readonly Posted[]): readonly Entry[] => {
  const points = tenths(best.points - sum(had))
  if (points === 0) return []
  if (points < 0) return reversal(book, had, -points)
  const { ladder: _, ...entry } = best
  return [{ ...entry, points }]
}

/** Takes points back where they stand, the latest first: each rule in its own period. */
const reversal = (book: Scorebook, had: readonly Posted[], amount = sum(had)): readonly Entry[] => {
  const entries: Entry[] = []
  let left = tenths(amount)
  for (const { to, rule, outcomeOn, points } of netOf(had).toReversed()) {
    const taken = Math.min(points, left)
    if (taken <= 0) continue
    left = tenths(left - taken)
    const ruleVersion = book.rulesOn(outcomeOn).version
    entries.push({ to, rule, outcomeOn, ruleVersion, points: tenths(-taken) })
  }
  return entries
}

/** What is left of each rule and day, in the order in which they came. */
const netOf = (lines: readonly Posted[]): readonly Posted[] => {
  const net = new Map<string, Posted>()
  for (const line of lines) {
    const key = `${line.rule} ${line.outcomeOn}`
    net.set(key, { ...line, points: tenths((net.get(key)?.points ?? 0) + line.points) })
  }
  return [...net.values()]
}

const earningsOf = (book: Scorebook, item: Item, fact: Fact): readonly Earning[] => {
  const outcomeOn = fact.details.on ?? dayOf(fact.saidAt, book.zone)
  const rules = book.rulesOn(outcomeOn)
  return rulesOf(item, fact, rules).flatMap(({ rule, factor = 1 }) => {
    const ladder = ladderOf(rule)
    const points = tenths(rules.points[rule] * factor)
    return ladder
      ? [{ to: item.author, rule, ruleVersion: rules.version, points, outcomeOn, ladder }]
      : []
  })
}

interface Earned {
  readonly rule: Exclude<RuleId, 'adjust'>
  readonly factor?: number
}

/** Which rules a fact fulfils; one fact may fulfil several. */
const rulesOf = (item: Item, fact: Fact, rules: ScoringRules): readonly Earned[] => [
  ...ownRulesOf(item, fact, rules),
  ...solicitedRulesOf(item, fact),
]

const ownRulesOf = (
  { kind }: Item,
  { verb, details }: Fact,
  rules: ScoringRules,
): readonly Earned[] => {
  const { level } = details
  if (kind === 'supervision' && verb === 'dispatch') return [{ rule: 'supervision.valid' }]
  if (kind === 'supervision' && verb === 'verify') return [{ rule: 'supervision.closed' }]
  if (isValidated({ verb, details })) return [{ rule: 'opinion.valid' }]
  if (verb === 'adopt' && level)
    return [{ rule: `opinion.adopt.${level}`, factor: rules.forms[details.form ?? 'single'] }]
  if (verb === 'instruct' && level)
    return [
      {
        rule: `instruction.${level}`,
        factor: details.isMainLeader === false ? rules.otherLeader : 1,
      },
    ]
  return []
}

/** An opinion stands for a 约稿 only where it came in time: valid it has delivered, above the county it earns once more. */
const solicitedRulesOf = ({ solicitationNo }: Item, { verb, details }: Fact): readonly Earned[] => {
  if (solicitationNo === null) return []
  if (isValidated({ verb, details })) return [{ rule: 'solicitation.done' }]
  return verb === 'adopt' && details.level !== 'county' ? [{ rule: 'solicitation.adopted' }] : []
}

const isValidated = ({ verb, details }: Pick<Fact, 'verb' | 'details'>): boolean =>
  verb === 'edit' || (verb === 'archive' && !details.isInvalid)

const sum = (lines: readonly Posted[]): number =>
  lines.reduce((total, { points }) => total + points, 0)

/** One decimal, half up (domain §6). */
export const tenths = (points: number): number => Math.floor(points * 10 + 0.5 + 1e-9) / 10 || 0
