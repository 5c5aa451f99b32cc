import { type Fact, levels, living } from '../../src/domain/act.ts'
import type { Dossier } from '../../src/domain/decide.ts'
import type { ScoringRules } from '../../src/domain/scoring-rules.ts'

/** The same said in the plainest words: what a matter is worth in tenths, from its last state and the facts that count. */
export const plainWorth = ({ item, facts }: Dossier, { stacking, points }: ScoringRules) => {
  const now = living(facts)
  const verdict = now.find(({ verb }) => verb === 'judge')?.details.verdict
  if (verdict) return [Math.round(points[`opinion.${verdict}`] * 10)]
  if (item.state === 'withdrawn') return []
  const worth = (verb: Fact['verb'], level: string, of: (fact: Fact) => number) =>
    Math.max(0, ...now.filter((one) => one.verb === verb && one.details.level === level).map(of))
  const adopted = levels.map((level) =>
    worth('adopt', level, ({ details }) =>
      Math.round(
        points[`opinion.adopt.${level}`] *
          { single: 10, combined: 6, forwarded: 2 }[details.form ?? 'single'],
      ),
    ),
  )
  const instructed = levels.map((level) =>
    worth('instruct', level, ({ details }) =>
      Math.round(points[`instruction.${level}`] * (details.isMainLeader ? 10 : 6)),
    ),
  )
  const together = (parts: readonly number[]) =>
    stacking === 'highest' ? Math.max(...parts) : parts.reduce((all, one) => all + one, 0)
  const lastInvalid = now.findLastIndex(
    ({ verb, details }) => verb === 'archive' && details.isInvalid,
  )
  const isValid = now.some(
    ({ verb, details }, n) =>
      n > lastInvalid && (verb === 'edit' || (verb === 'archive' && !details.isInvalid)),
  )
  return [Math.max(isValid ? 10 : 0, together(adopted)), together(instructed)]
}

/** Shares by whole numbers, one tenth after the other to whom it is owed most. */
export const plainShares = (total: number, count: number): readonly number[] => {
  const unit = 100 * Math.max(1, count - 1)
  const owed = Array.from(
    { length: count },
    (_, n) => Math.abs(total) * (count === 1 ? unit : n === 0 ? 60 * (count - 1) : 40),
  )
  const got = owed.map((one) => Math.floor(one / unit))
  const rest = owed.map((one) => one % unit)
  while (got.reduce((all, one) => all + one, 0) < Math.abs(total)) {
    const most = rest.indexOf(Math.max(...rest))
    got[most] = (got[most] ?? 0) + 1
    rest[most] = -1
  }
  return got.map((one) => one * Math.sign(total) || 0)
}
