import { type Fact, living } from './act.ts'
import { type Day, dayOf } from './dates.ts'
import { type Item, type PersonId, authorsOf } from './item.ts'
import type { RuleId, Scorebook, ScoringRuleId, ScoringRules } from './scoring-rules.ts'
import { sharesOf } from './shares.ts'

/** A line of the ledger still to be written; corrections are lines with the opposite sign. */
export interface Entry {
  readonly to: PersonId
  readonly rule: RuleId
  readonly ruleVersion: string
  readonly points: number
  /** The day of the outcome decides the period. */
  readonly outcomeOn: Day
}

/**
 * The lines that bring a matter's ledger to what its history is worth, whatever came first: what is missing, and the
 * opposite of what no longer holds, each in its own period. So nothing pays twice, and an undo falls back to the
 * next best (decisions 12).
 */
export const settle = (
  book: Scorebook,
  item: Item,
  facts: readonly Fact[],
  posted: readonly Entry[],
): readonly Entry[] => {
  const had = netOf(posted.filter(({ rule }) => rule !== 'adjust'))
  const due = netOf(worthOf(book, item, facts))
  return [...new Map([...had, ...due])].flatMap(([key, line]) => {
    const points = tenths((due.get(key)?.points ?? 0) - (had.get(key)?.points ?? 0))
    return points === 0 ? [] : [{ ...line, points }]
  })
}

/** What is left for each person, rule, version and day, in the order in which they came. */
const netOf = (lines: readonly Entry[]): ReadonlyMap<string, Entry> => {
  const net = new Map<string, Entry>()
  for (const { to, rule, ruleVersion, outcomeOn, points } of lines) {
    const key = `${to} ${rule} ${outcomeOn} ${ruleVersion}`
    const sum = tenths((net.get(key)?.points ?? 0) + points)
    net.set(key, { to, rule, ruleVersion, outcomeOn, points: sum })
  }
  return net
}

/** What one fact earns, before it is weighed against the others. */
interface Earning {
  readonly rule: ScoringRuleId
  readonly points: number
  readonly outcomeOn: Day
  readonly rules: ScoringRules
}

const worthOf = (book: Scorebook, item: Item, facts: readonly Fact[]): readonly Entry[] => {
  const earned = valid(living(facts)).flatMap((fact) => earningsOf(book, item, fact))
  if (forfeited.has(item.state) || facts.some(({ details }) => details.isScoredElsewhere)) return []
  const own = overruled[item.state]
  if (own)
    return shared(
      item,
      earned.filter(({ rule }) => own.includes(rule)),
    )
  const ladders = new Set(earned.map(({ rule }) => ladderOf(rule)))
  return [...ladders].flatMap((ladder) =>
    shared(item, climbed(earned.filter(({ rule }) => ladderOf(rule) === ladder))),
  )
}

/** What went on as something else is scored there, once. */
const forfeited = new Set(['withdrawn', 'rejected', 'quarantined', 'erased', 'converted'])

/** In these states nothing else counts, whatever was earned before: a repeat, and what is held against the matter. */
const overruled: Readonly<Record<string, readonly ScoringRuleId[]>> = {
  merged: ['opinion.duplicate'],
  voided: ['opinion.plagiarised', 'opinion.untrue'],
}

/** Rules of one ladder replace each other; every other rule stands alone. */
const ladderOf = (rule: ScoringRuleId): string =>
  rule === 'opinion.valid' || rule.startsWith('opinion.adopt.')
    ? 'opinion'
    : rule.startsWith('instruction.')
      ? 'instruction'
      : rule

/** 留存 137 无效: what was held to be valid before is so no longer. */
const valid = (facts: readonly Fact[]): readonly Fact[] => {
  const invalid = facts.findLast(({ verb, details }) => verb === 'archive' && details.isInvalid)
  return facts.filter(
    ({ id, verb }) => !invalid || id >= invalid.id || (verb !== 'edit' && verb !== 'archive'),
  )
}

/** By the day of the outcome, each pays what it adds to those before: the difference to the best, or its own level. */
const climbed = (ladder: readonly Earning[]): readonly Earning[] => {
  const inOrder = ladder.toSorted((a, b) => order(rungOf(a), rungOf(b)))
  let paid = 0
  return inOrder.map((earning, n) => {
    const worth = heightOf(inOrder.slice(0, n + 1), earning.rules)
    const points = tenths(Math.max(0, worth - paid))
    paid = tenths(paid + points)
    return { ...earning, points }
  })
}

/** 有效 comes first, whenever it was said: what is adopted was valid before. */
const rungOf = ({ rule, outcomeOn }: Earning): Day => (rule === 'opinion.valid' ? '' : outcomeOn)

const order = (a: Day, b: Day): number => (a < b ? -1 : a > b ? 1 : 0)

/** "Highest" is the maximum of level × form; levels that add up replace 有效 together. */
const heightOf = (earnings: readonly Earning[], { stacking }: ScoringRules): number => {
  const best = new Map<ScoringRuleId, number>()
  for (const { rule, points } of earnings) best.set(rule, Math.max(best.get(rule) ?? 0, points))
  if (stacking === 'highest') return Math.max(...best.values())
  const { 'opinion.valid': base = 0, ...levels } = Object.fromEntries(best)
  return Math.max(
    base,
    Object.values(levels).reduce((sum, points) => sum + points, 0),
  )
}

/** Each author's part of what came so far under a version, less his part of what came before. */
const shared = (item: Item, lines: readonly Earning[]): readonly Entry[] => {
  const people = authorsOf(item)
  const sums = new Map<string, number>()
  return lines.flatMap(({ rule, outcomeOn, points, rules }) => {
    const before = sums.get(rules.version) ?? 0
    const after = tenths(before + points)
    sums.set(rules.version, after)
    const had = sharesOf(before, people.length, rules.coAuthors.first)
    return sharesOf(after, people.length, rules.coAuthors.first).map((share, n) => ({
      to: people[n] ?? item.author,
      rule,
      ruleVersion: rules.version,
      points: tenths(share - (had[n] ?? 0)),
      outcomeOn,
    }))
  })
}

const earningsOf = (book: Scorebook, item: Item, fact: Fact): readonly Earning[] => {
  const outcomeOn = outcomeDayOf(fact, book.zone)
  const rules = book.rulesOn(outcomeOn, fact.recordedAt)
  return rulesOf(item, fact, rules).map(({ rule, factor = 1 }) => ({
    rule,
    // a version written before a rule was thought of gives nothing for it
    points: tenths((rules.points[rule] ?? 0) * factor),
    outcomeOn,
    rules,
  }))
}

/** The day a fact counts for: the outcome's own, else when it was said. */
const outcomeDayOf = ({ details, saidAt }: Pick<Fact, 'details' | 'saidAt'>, zone: string): Day =>
  details.on ?? dayOf(saidAt, zone)

interface Earned {
  readonly rule: ScoringRuleId
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
  { forms, otherLeader }: ScoringRules,
): readonly Earned[] => {
  const { level, verdict } = details
  if (kind === 'supervision' && verb === 'dispatch') return [{ rule: 'supervision.valid' }]
  if (kind === 'supervision' && verb === 'verify') return [{ rule: 'supervision.closed' }]
  if (isValidated({ verb, details })) return [{ rule: 'opinion.valid' }]
  if (verb === 'adopt' && level)
    return [{ rule: `opinion.adopt.${level}`, factor: forms[details.form ?? 'single'] }]
  if (verb === 'instruct' && level)
    return [
      { rule: `instruction.${level}`, factor: details.isMainLeader === false ? otherLeader : 1 },
    ]
  if (verb === 'merge') return [{ rule: 'opinion.duplicate' }]
  if (verb === 'judge' && verdict) return [{ rule: `opinion.${verdict}` }]
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

/** What each person gains or loses by some lines, in the order in which they come; who stays as he was is not named. */
export const gainsOf = (
  entries: readonly Pick<Entry, 'to' | 'points'>[],
): ReadonlyMap<PersonId, number> => {
  const gains = new Map<PersonId, number>()
  for (const { to, points } of entries) gains.set(to, tenths((gains.get(to) ?? 0) + points))
  return new Map([...gains].filter(([, points]) => points !== 0))
}

/** One decimal, half up (domain §6). */
export const tenths = (points: number): number => Math.floor(points * 10 + 0.5 + 1e-9) / 10 || 0
