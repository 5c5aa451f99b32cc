import { tenths } from '../domain/scoring.ts'
import type { EarnedLine } from './item-view.ts'
import { signed } from './words.ts'

/** 得分:李一 10分(有效报送+1、市采用+9): what still stands, per person; lines that cancel each other are left out. */
export const earnedLines = (
  lines: readonly EarnedLine[],
  nameOf: (line: EarnedLine) => string,
): readonly string[] => {
  const said = [...grouped(lines, ({ personId }) => `${personId}`).values()].flatMap((own) => {
    const [first] = own
    const standing = netOf(own)
    if (!first || standing.length === 0) return []
    const total = tenths(standing.reduce((sum, { points }) => sum + points, 0))
    const why = standing.map(({ reason, points }) => `${reason}${signed(points)}`)
    return [`${nameOf(first)} ${total}分(${why.join('、')})`]
  })
  return said.length > 0 ? [`得分:${said.join(';')}`] : []
}

interface Net {
  readonly reason: string
  readonly points: number
}

/** What is left of each rule and day. */
const netOf = (lines: readonly EarnedLine[]): readonly Net[] =>
  [...grouped(lines, ({ rule, outcomeOn }) => `${rule} ${outcomeOn}`).values()].flatMap((own) => {
    const points = tenths(own.reduce((sum, line) => sum + line.points, 0))
    return points === 0 ? [] : [{ reason: shortReason(own[0]?.reason ?? ''), points }]
  })

/** 社137 市采用(冲回): the number is said already, and what is left is no reversal. */
const shortReason = (reason: string): string =>
  reason.replace(/^\p{Script=Han}\d+ /u, '').replace(/\(冲回\)$/, '')

const grouped = <T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one])
  return groups
}
