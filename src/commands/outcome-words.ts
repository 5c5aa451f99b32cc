import type { Form, Level, Outlet } from '../domain/act.ts'
import { type Day, addDays, isDay, mondayOf } from '../domain/dates.ts'
import { fold } from './words.ts'

const levelWords: Readonly<Record<string, Level>> = {
  全国: 'nation',
  国家: 'nation',
  中央: 'nation',
  中办: 'nation',
  国办: 'nation',
  省: 'province',
  市: 'city',
  县: 'county',
}

/** 市 省: every level that is named, in the order in which they stand. */
export const findLevels = (text: string): readonly Level[] => [
  ...new Set(
    [...fold(text).matchAll(/全国|国家|中央|[中国]办|省|市|县/g)].flatMap(
      ([word]) => levelWords[word] ?? [],
    ),
  ),
]

const outletWords: readonly (readonly [RegExp, Outlet])[] = [
  [/统战/, 'unitedFront'],
  [/民盟|民革|民建|民进|农工|致公|九三|台盟|工商联|党派/, 'party'],
  [/政府|府办|国办/, 'govOffice'],
  [/委办|党办|党委|中办|[省市县]委(?!员)/, 'partyOffice'],
  [/政协/, 'cppcc'],
]

/** 市委办, 省政府办公厅, 市委统战部, 市政协: which body it was. */
export const findOutlet = (text: string): Outlet | undefined =>
  outletWords.find(([pattern]) => pattern.test(fold(text)))?.[1]

const formWords: Readonly<Record<string, Form>> = {
  单篇: 'single',
  综合: 'combined',
  转送: 'forwarded',
  转办: 'forwarded',
}

export const findForm = (text: string): Form | undefined => {
  const word = Object.keys(formWords).find((one) => fold(text).includes(one))
  return word === undefined ? undefined : formWords[word]
}

/** 2024年第31期, 2024第31期, 第31期, 31期, and what stands beside it. */
export const takeIssueNo = (text: string): { readonly issueNo?: string; readonly rest: string } => {
  const folded = fold(text)
  const found = issue.exec(folded)?.[0]
  return found
    ? { issueNo: found.replace(/\s/g, ''), rest: folded.replace(found, ' ') }
    : { rest: text }
}

const issue = /(?:(?:20)?\d\d\s*年?\s*第\s*|20\d\d\s*年\s*|第\s*)?\d{1,4}\s*期/

/**
 * 5.6, 5/6, 5月6日, 0506, 2024年5月6日, 昨天, 前天, 上周五, as it was written: whether there is such a day, and whether it
 * can be, the rules decide. Without a year it is the latest one that is past; soon to come is not last year.
 */
export const findDay = (text: string, today: Day): Day | undefined => {
  const folded = fold(text)
  const named = dayNames.find(([word]) => folded.includes(word))
  if (named) return addDays(today, named[1])
  return weekdayIn(folded, today) ?? dateIn(folded, today)
}

const dayNames = [
  ['大前天', -3],
  ['前天', -2],
  ['昨天', -1],
  ['昨日', -1],
  ['今天', 0],
  ['今日', 0],
  ['明天', 1],
] as const

const weekdayIn = (text: string, today: Day): Day | undefined => {
  const match = /(上+|本|这)?个?(?:周|星期|礼拜)([一二三四五六日天])/.exec(text)
  const [, which = '', name = ''] = match ?? []
  if (!match) return undefined
  const index = '一二三四五六日天'.indexOf(name)
  const day = addDays(mondayOf(today), Math.min(index, 6))
  if (which.startsWith('上')) return addDays(day, -7 * which.length)
  return which || day <= today ? day : addDays(day, -7)
}

const dateIn = (text: string, today: Day): Day | undefined => {
  const match =
    /(?:(20\d\d)[-年./])?(?<!\d)(\d{1,2})[-月./](\d{1,2})[日号]?(?!\d)/.exec(text) ??
    /(?<!\d)(20\d\d)?(0\d|1[0-2])([0-3]\d)(?!\d|期|号)/.exec(text)
  if (!match) return undefined
  const [, written, month = '', date = ''] = match
  const inYear = (year: number) => `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  if (written) return inYear(Number(written))
  const year = Number(today.slice(0, 4))
  const isReal = isDay(year, Number(month), Number(date))
  return isReal && inYear(year) > addDays(today, soon) ? inYear(year - 1) : inYear(year)
}

/** In January 12月28日 is last year's; in June 6月10日 is a slip, not a day of a year ago. */
const soon = 60
