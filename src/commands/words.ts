import { Converter } from 'opencc-js/t2cn'
import type { Form, Level } from '../domain/act.ts'
import { readChineseNumber } from '../domain/chinese-numbers.ts'
import { type Day, addDays, isDay } from '../domain/dates.ts'
import type { ItemKind, ItemNo } from '../domain/item.ts'

const toSimplified = Converter({ from: 't', to: 'cn' })

/** For matching only: full width to half, traditional to simplified, invisible characters gone, one case. */
export const fold = (text: string): string =>
  toSimplified(text.normalize('NFKC').replace(invisible, '')).toLowerCase()

/** As people typed it, without what no eye can see. */
export const tidy = (text: string): string =>
  text
    .replace(invisible, '')
    .replace(/[\u3000\u00a0\t ]+/g, ' ')
    .replace(/ ?\n[\n ]*/g, '\n')
    .trim()

// oxlint-disable-next-line no-control-regex -- NUL is one of the characters nobody sees
const invisible = /[\u200b-\u200f\u2060\ufeff\u0000]/g

/** Drops what merely separates: spaces, colons, commas. */
export const trimSeparators = (text: string): string =>
  text.replace(/^[\s:：,，、。;；\-—]+/, '').trim()

/** The same at the end; by hand, as a pattern would look at long runs of separators again and again. */
export const trimSeparatorsBehind = (text: string): string => {
  let end = text.length
  while (end > 0 && /[\s,，。;；、]/.test(text[end - 1] ?? '')) end -= 1
  return text.slice(0, end)
}

export interface Taken<T> {
  readonly value: T
  readonly rest: string
}

export interface Numbered {
  readonly no: ItemNo
  readonly kind?: ItemKind
}

/** 137, #137, 社137, 137号, 第137条, １３７, 一百三十七 at the start (domain §12.4). */
export const takeNo = (text: string): Taken<Numbered> | undefined => {
  const folded = fold(text)
  const match =
    /^\s*(?:第|#|no\.?)?\s*([社微])?\s*#?(\d{1,7}|[一二三四五六七八九十百千零〇两]{1,9})\s*(?:号|条|件)?/.exec(
      folded,
    )
  const digits = match?.[2]
  if (!match || !digits) return undefined
  const no = /^\d+$/.test(digits)
    ? Number(digits)
    : readNumber(digits, folded.slice(match[0].length))
  if (!no || /^(?:[路年月日米个%]|[.:]\d)/.test(folded.slice(match[0].length))) return undefined
  const kind = match[1] && ({ 社: 'opinion', 微: 'supervision' } as const)[match[1]]
  return {
    value: { no, ...(kind && { kind }) },
    rest: trimSeparators(originalAfter(text, match[0])),
  }
}

/** Numerals run into words (一般, 三天): only those that stand alone name a matter. */
const readNumber = (digits: string, behind: string): number | undefined =>
  behind === '' || /^[\s,，:：。]/.test(behind) ? readChineseNumber(digits) : undefined

/** The tail of the original behind what was matched in its folded form. */
export const originalAfter = (text: string, foldedHead: string): string => {
  let [end, folded] = [0, 0]
  for (const char of text) {
    if (folded >= foldedHead.length) break
    folded += fold(char).length
    end += char.length
  }
  return text.slice(end)
}

/** 建议:错峰放学 names what follows as the advice. */
export const opensAdvice = (text: string): boolean => /^(?:建议|希望)/.test(fold(text.trim()))
export const withoutAdviceLabel = (text: string): string =>
  text.replace(/^建议\s*[:：]\s*(?=.)/, '')

/** 137 138: a second number right behind the first; one act is for one matter. */
export const startsWithNo = (rest: string): boolean =>
  /^#?[社微]?#?\d{1,7}(?:号|条|件)?(?:[\s,，、]|$)/.test(fold(rest))

const levelWords: readonly (readonly [RegExp, Level])[] = [
  [/^(?:全国|国家|中央)(?:政协)?/, 'nation'],
  [/^省(?:政协|级)?/, 'province'],
  [/^市(?:政协|级)?/, 'city'],
  [/^县(?:政协|级)?/, 'county'],
]

export const takeLevel = (text: string): Taken<Level> | undefined => {
  for (const [pattern, value] of levelWords) {
    const match = pattern.exec(fold(text))
    if (match) return { value, rest: trimSeparators(originalAfter(text, match[0])) }
  }
  return undefined
}

/** 市 省: one or more levels in a row. */
export const takeLevels = (text: string): Taken<readonly Level[]> => {
  const taken = takeLevel(text)
  if (!taken) return { value: [], rest: text }
  const more = takeLevels(taken.rest)
  return { value: [taken.value, ...more.value], rest: more.rest }
}

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

/** 2024年第31期, 2024第31期, 第31期. */
export const findIssueNo = (text: string): string | undefined =>
  /(?:\d{4}年?)?第\d+期/.exec(fold(text))?.[0]

/** 5.6, 5/6, 5月6日, 0506, 昨天: a day not after today; without a year, the latest one that is past. */
export const findDay = (text: string, today: Day): Day | undefined => {
  const folded = fold(text)
  if (folded.includes('昨天')) return addDays(today, -1)
  if (folded.includes('今天')) return today
  const match =
    /(?:(20\d\d)[-年./])?(?<!\d)(\d{1,2})[-月./](\d{1,2})日?(?!\d)/.exec(folded) ??
    /(?<!\d)(20\d\d)?(0\d|1[0-2])([0-3]\d)(?!\d|期|号)/.exec(folded)
  if (!match) return undefined
  const [month, date] = [Number(match[2]), Number(match[3])]
  const year = match[1] ? Number(match[1]) : Number(today.slice(0, 4))
  if (!isDay(year, month, date)) return undefined
  const day = (of: number) =>
    `${of}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
  if (match[1]) return day(year) > today ? undefined : day(year)
  return day(year) > today ? day(year - 1) : day(year)
}

/** 代 李一 or 代李一 at the end: the member a clerk speaks for. */
export const takeOnBehalf = (
  text: string,
): { readonly rest: string; readonly onBehalfOf?: string } => {
  const match = /(?:^|[\s,，])代\s*([\p{Script=Han}·]{2,20})\s*$/u.exec(text)
  return match?.[1]
    ? { rest: trimSeparators(text.slice(0, match.index)), onBehalfOf: match[1] }
    : { rest: text }
}
