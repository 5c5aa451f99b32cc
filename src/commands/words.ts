import { Converter } from 'opencc-js/t2cn'
import { readChineseNumber } from '../domain/chinese-numbers.ts'
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
    /^\s*(?:第|#|no\.?)?\s*(社|微|提|约稿?)?\s*#?(\d{1,7}|[一二三四五六七八九十百千零〇两]{1,9})\s*(?:号|条|件)?/.exec(
      folded,
    )
  const digits = match?.[2]
  if (!match || !digits) return undefined
  const no = /^\d+$/.test(digits)
    ? Number(digits)
    : readNumber(digits, folded.slice(match[0].length))
  if (!no || /^(?:[路年月日米个%]|[.:]\d)/.test(folded.slice(match[0].length))) return undefined
  const kind = match[1] && kindOf[match[1].slice(0, 1)]
  return {
    value: { no, ...(kind && { kind }) },
    rest: trimSeparators(originalAfter(text, match[0])),
  }
}

const kindOf: Readonly<Record<string, ItemKind>> = {
  社: 'opinion',
  微: 'supervision',
  提: 'proposal',
  约: 'solicitation',
}

/** Numerals run into words (一般, 三天): only those that stand alone name a matter. */
const readNumber = (digits: string, behind: string): number | undefined =>
  behind === '' || /^[\s,，:：。]/.test(behind) ? readChineseNumber(digits) : undefined

/** 2, 第2页 behind a list's word: which page of it; the first where nothing is said. */
export const readPage = (text: string): number => {
  const page = /^第?(\d{1,4})页?$/.exec(fold(trimSeparators(text)))?.[1]
  return Math.max(1, Number(page ?? 1))
}

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

/** 137 138: a second number right behind the first. */
export const startsWithNo = (rest: string): boolean =>
  /^#?[社微提约]?#?[1-9]\d{0,6}(?:号|条|件)?(?:[\s,，、和及]|$)/.test(fold(rest))

/** 137 138, 社137、社138, 137和138: one number or several in a row, each once. */
export const takeNos = (text: string): Taken<readonly Numbered[]> | undefined => {
  const first = takeNo(text)
  if (!first) return undefined
  const rest = first.rest.replace(/^[和及](?=\s*[社微提#]?\d)/, '')
  const more = startsWithNo(trimSeparators(rest)) ? takeNos(rest) : undefined
  const others = more?.value.filter(({ no }) => no !== first.value.no) ?? []
  return { value: [first.value, ...others], rest: more ? more.rest : first.rest }
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
