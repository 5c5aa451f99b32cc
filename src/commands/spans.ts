import { readChineseNumber } from '../domain/chinese-numbers.ts'
import { type Day, addDays } from '../domain/dates.ts'
import { type Period, type Span, spanOf } from '../domain/periods.ts'
import { fold } from './words.ts'

/**
 * 6月, 2026年6月, 2026-06, 上月, 二季度, 上半年, 2026年, 去年: the month, quarter, half-year or year that is meant.
 * Without a year, the latest one that has begun.
 */
export const readSpan = (text: string, today: Day): Span | undefined => {
  const folded = fold(text)
    .replace(/[\s的]/g, '')
    .replace(/(?<=[月年季度])(?:份|报表|表)$/, '')
  // a bare 2026 may be a matter's number
  const match = /^(?:(20\d\d)(?:年|[-./]|(?=[上下]半年)))?(.*)$/.exec(folded)
  const [year, rest = ''] = [match?.[1], match?.[2]]
  if (year && rest === '') return spanOf('year', `${year}-01-01`)
  return (year ? undefined : relative(rest, today)) ?? named(rest, year, today)
}

const relative = (word: string, today: Day): Span | undefined => {
  const found = relatives.find(({ words }) => words.includes(word))
  if (!found) return undefined
  const now = spanOf(found.period, today)
  return found.isLast ? spanOf(found.period, addDays(now.from, -1)) : now
}

const relatives: readonly {
  readonly words: readonly string[]
  readonly period: Period
  readonly isLast?: true
}[] = [
  { words: ['本月', '这个月', '当月'], period: 'month' },
  { words: ['上月', '上个月'], period: 'month', isLast: true },
  { words: ['本季', '本季度', '这个季度'], period: 'quarter' },
  { words: ['上季', '上季度', '上个季度'], period: 'quarter', isLast: true },
  { words: ['本年', '今年', '本年度', '全年'], period: 'year' },
  { words: ['去年', '上年', '上年度'], period: 'year', isLast: true },
]

/** A month, quarter or half-year by its name or number. */
const named = (word: string, year: string | undefined, today: Day): Span | undefined => {
  const found = monthOf(word, year !== undefined)
  if (!found) return undefined
  const inYear = (of: string) =>
    spanOf(found.period, `${of}-${String(found.month).padStart(2, '0')}-01`)
  if (year) return inYear(year)
  const thisYear = inYear(today.slice(0, 4))
  return thisYear.from <= today ? thisYear : inYear(`${Number(today.slice(0, 4)) - 1}`)
}

interface Named {
  readonly period: Period
  /** The first month of it. */
  readonly month: number
}

const monthOf = (word: string, hasYear: boolean): Named | undefined => {
  if (/^[上下]半年$/.test(word)) return { period: 'half', month: word.startsWith('上') ? 1 : 7 }
  const quarter = /^第?([一二三四1-4])季度?$/.exec(word)?.[1]
  if (quarter) return { period: 'quarter', month: 3 * (numberOf(quarter) - 1) + 1 }
  const month = /^(\d{1,2}|[一二三四五六七八九十]{1,2})月$/.exec(word)?.[1]
  // 2026-06
  const digits = month ?? (hasYear ? /^\d{1,2}$/.exec(word)?.[0] : undefined)
  const number = digits ? numberOf(digits) : 0
  return number >= 1 && number <= 12 ? { period: 'month', month: number } : undefined
}

const numberOf = (digits: string): number =>
  /^\d+$/.test(digits) ? Number(digits) : (readChineseNumber(digits) ?? 0)
