import { type Day, spoken, spokenInFull } from '../domain/dates.ts'
import { type PersonId, label } from '../domain/item.ts'
import type { Span } from '../domain/periods.ts'
import { formWords, leader, outletOf } from '../messages/words.ts'
import type { Monthly } from './by-unit.ts'
import { type Adoption, type OpinionRecord, isWithin } from './opinions.ts'
import { spanTitle } from './spans.ts'
import { type Cell, type Table, nothing } from './table.ts'

/** 李一(民盟支部): an author with the unit he is known by. */
export type AuthorOf = (id: PersonId) => string

/** 11.4: what was adopted or instructed in the span, by the day of the outcome; one row for each adoption. */
export const adoptedList = (monthly: Monthly, authorOf: AuthorOf): Table => {
  const { officeName, span, cutOff, opinions } = monthly
  const counted = { from: span.from, to: cutOff }
  const rows = opinions
    .flatMap((one) => rowsOf(one, counted))
    .toSorted((a, b) => (a.on === b.on ? a.one.no - b.one.no : a.on < b.on ? -1 : 1))
  return {
    name: '采用清单',
    title: `${officeName}社情民意信息采用清单(${spanTitle(span)})`,
    about: [`截至:${spoken(cutOff)}24时`],
    columns: [
      '序号',
      '编号',
      '题目',
      '作者(单位)',
      '采用单位',
      '形式',
      '期号/日期',
      '批示级别',
      '转化(提案/整改)',
    ],
    rows: rows.map(({ one, adoption }, at) => [
      at + 1,
      label({ kind: 'opinion', no: one.no }),
      one.title,
      one.authors.map(authorOf).join('、'),
      ...adoptionCells(adoption),
      instructionsOf(one, cutOff),
      conversionsOf(one, cutOff),
    ]),
    notes: [
      '统计口径:',
      '1. 按采用日期统计,一次采用一行;只有批示、没有采用的也列出,采用单位写"—"。',
      '2. 批示级别、转化列出截至截止日的全部;批示只记级别和日期,不记内容。转化写转成的编号:微=微监督(整改),提=提案线索。',
    ],
  }
}

interface Row {
  readonly one: OpinionRecord
  readonly adoption?: Adoption
  readonly on: Day
}

const rowsOf = (one: OpinionRecord, counted: Span): readonly Row[] => {
  const adoptions = one.adoptions.filter(({ on }) => isWithin(on, counted))
  if (adoptions.length > 0) return adoptions.map((adoption) => ({ one, adoption, on: adoption.on }))
  const instructed = one.instructions.find(({ on }) => isWithin(on, counted))
  return instructed ? [{ one, on: instructed.on }] : []
}

const adoptionCells = (adoption: Adoption | undefined): readonly Cell[] =>
  adoption
    ? [
        outletOf(adoption.level, adoption.outlet),
        formWords[adoption.form],
        [adoption.issueNo, spoken(adoption.on)].filter(Boolean).join(' '),
      ]
    : [nothing, nothing, nothing]

const instructionsOf = ({ instructions }: OpinionRecord, cutOff: Day): Cell =>
  instructions
    .filter(({ on }) => on <= cutOff)
    .map(({ on, ...details }) => `${leader({ details })}(${dated(on, cutOff)})`)
    .join('、') || nothing

const conversionsOf = ({ conversions }: OpinionRecord, cutOff: Day): Cell =>
  conversions
    .filter(({ on }) => on <= cutOff)
    .map((one) => `${label(one)}(${dated(one.on, cutOff)})`)
    .join('、') || nothing

/** With its year where that is not the list's own. */
const dated = (on: Day, cutOff: Day): string =>
  on.slice(0, 4) === cutOff.slice(0, 4) ? spoken(on) : spokenInFull(on)
