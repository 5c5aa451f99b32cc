import { tenths } from './scoring.ts'

/** What one contestant brings: points of the period and the size of the unit (1 for a person). */
export interface Contestant {
  readonly key: number
  readonly name: string
  readonly points: number
  readonly size: number
}

export interface BoardRow extends Contestant {
  readonly place: number
  /** 人均: points per head. */
  readonly perHead: number
  /** 人均 corrected for size, by which the board is sorted. */
  readonly corrected: number
}

/**
 * A board: best first, ties share a place (1, 2, 2, 4).
 * Groups are sorted by (points + k·μ) ÷ (members + k), k = 8, so that three people do not beat sixty by one hit.
 */
export const boardOf = (
  contestants: readonly Contestant[],
  isOfPeople: boolean,
): readonly BoardRow[] => {
  const members = contestants.reduce((sum, one) => sum + one.size, 0)
  const mean = members ? contestants.reduce((sum, one) => sum + one.points, 0) / members : 0
  const rows = contestants
    .map((one) => {
      const raw = one.size ? one.points / one.size : 0
      const corrected = isOfPeople ? one.points : (one.points + k * mean) / (one.size + k)
      return { ...one, perHead: tenths(raw), corrected: Math.round(corrected * 100) / 100 }
    })
    .toSorted((a, b) => b.corrected - a.corrected || byName(a, b))
  let place = 0
  return rows.map((row, index) => {
    if (row.corrected !== rows[index - 1]?.corrected) place = index + 1
    return { ...row, place }
  })
}

const k = 8
const collator = new Intl.Collator('zh-CN')
const byName = (a: Contestant, b: Contestant): number => collator.compare(a.name, b.name)

export interface Standing {
  readonly row: BoardRow
  /** How many are on the board. */
  readonly count: number
  /** Points to whoever is next above; absent for the first. */
  readonly gap: number | undefined
}

/** Where one stands on a board, and how far from the next above. */
export const standingOf = (rows: readonly BoardRow[], key: number): Standing | undefined => {
  const row = rows.find((one) => one.key === key)
  const above = row && rows.findLast(({ place }) => place < row.place)
  return (
    row && { row, count: rows.length, gap: above ? tenths(above.points - row.points) : undefined }
  )
}

export type Arrow = `↑${number}` | `↓${number}` | '—' | 'new'

/** How a place moved since the last published board. */
export const arrowOf = (
  row: Pick<BoardRow, 'key' | 'place'>,
  last: readonly { readonly key: number; readonly place: number }[],
): Arrow => {
  const before = last.find(({ key }) => key === row.key)
  if (!before) return 'new'
  const up = before.place - row.place
  return up > 0 ? `↑${up}` : up < 0 ? `↓${-up}` : '—'
}
