import { type Day, addDays, mondayOf } from './dates.ts'

const periods = ['week', 'month', 'quarter', 'half', 'year'] as const
export type Period = (typeof periods)[number]

export interface Span {
  readonly from: Day
  /** The last day that counts. */
  readonly to: Day
}

/** The whole week, month, quarter, half-year or year that a day lies in. */
export const spanOf = (period: Period, day: Day): Span => {
  if (period === 'week') return { from: mondayOf(day), to: addDays(mondayOf(day), 6) }
  const months = { month: 1, quarter: 3, half: 6, year: 12 }[period]
  const year = Number(day.slice(0, 4))
  const first = Math.floor((Number(day.slice(5, 7)) - 1) / months) * months
  return { from: monthStart(year, first), to: addDays(monthStart(year, first + months), -1) }
}

const monthStart = (year: number, month: number): Day =>
  `${year + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`
