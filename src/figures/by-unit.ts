import { levels } from '../domain/act.ts'
import { boardOf } from '../domain/board.ts'
import { type Day, spoken } from '../domain/dates.ts'
import type { ItemNo, PersonId } from '../domain/item.ts'
import type { Span } from '../domain/periods.ts'
import { type GroupKind, groupKinds } from '../domain/person.ts'
import { tenths } from '../domain/scoring.ts'
import { kindWords } from './figure-words.ts'
import { spanTitle, thisSpan } from './spans.ts'
import type { OpinionRecord } from './opinions.ts'
import { type Cell, type Table, nothing, rateOf } from './table.ts'
import { type Tally, adoptionOf, tallyOf } from './tally.ts'

interface Unit {
  readonly id: number
  readonly kind: GroupKind
  readonly name: string
  /** Members of the unit, those who have left included: what they brought stays with it. */
  readonly members: readonly PersonId[]
  /** How many of them are in office on the cut-off day. */
  readonly size: number
}

export interface Monthly {
  readonly officeName: string
  readonly span: Span
  /** The last day that is counted: that of the span, or today. */
  readonly cutOff: Day
  readonly units: readonly Unit[]
  readonly opinions: readonly OpinionRecord[]
  /** 信息榜: points of opinions, instructions and solicitations without limits. */
  readonly points: { readonly inSpan: PointsOf; readonly inYear: PointsOf }
  /** The opinions that delivered in the span what was solicited. */
  readonly delivered: ReadonlySet<ItemNo>
  /** 任务数 of a year. */
  readonly quotas: Readonly<Record<GroupKind, number>>
}

type PointsOf = ReadonlyMap<PersonId, number>

/** 11.2: members' opinions by unit. Units without any have their row too; ties share a rank. */
export const byUnit = (monthly: Monthly): Table => {
  const { officeName, span, cutOff, opinions } = monthly
  const now = thisSpan(span)
  return {
    name: '按单位',
    title: `${officeName}社情民意信息情况表(${spanTitle(span)})`,
    about: [`统计期:${spanDays(span)}  截至:${spoken(cutOff)}24时`, sums(opinions, until(monthly))],
    columns: columnsOf(now),
    rows: groupKinds.flatMap((kind) => rowsOf(monthly, kind)).map((row, at) => [at + 1, ...row]),
    notes: notesOf(now),
  }
}

// prettier-ignore
const columnsOf = (now: string): readonly string[] => [
  '序号', '类别', '单位', '委员数', `${now}报送`, `${now}采编`, '向上报送',
  '县采用', '市采用', '省采用', '全国采用', '批示(县/市/省/国)', '约稿完成', '采用率',
  `${now}得分`, '累计得分', '人均', '累计名次', '任务数', '完成率',
]

/** The part of the span that has come, and the year it lies in until then. */
const until = ({ span, cutOff }: Monthly): Span => ({ from: span.from, to: cutOff })
const yearUntil = ({ cutOff }: Monthly): Span => ({
  from: `${cutOff.slice(0, 4)}-01-01`,
  to: cutOff,
})

const rowsOf = (monthly: Monthly, kind: GroupKind): readonly (readonly Cell[])[] => {
  const units = monthly.units.filter((unit) => unit.kind === kind)
  const ranks = boardOf(
    units.map((unit) => ({
      key: unit.id,
      name: unit.name,
      points: sumOf(unit, monthly.points.inYear),
      size: unit.size,
    })),
    false,
  )
  return units.map((unit) => rowOf(monthly, unit, ranks.find(({ key }) => key === unit.id)?.place))
}

const rowOf = (monthly: Monthly, unit: Unit, rank: number | undefined): readonly Cell[] => {
  const members = new Set(unit.members)
  const own = monthly.opinions.filter(({ authors }) => authors.some((id) => members.has(id)))
  const { submitted, edited, reported, adopted, instructed } = tallyOf(own, until(monthly))
  const batch = adoptionOf(
    own.filter(({ isTakenOver }) => !isTakenOver),
    yearUntil(monthly),
  )
  const total = sumOf(unit, monthly.points.inYear)
  const quota = monthly.quotas[unit.kind]
  return [
    kindWords[unit.kind],
    unit.name,
    unit.size,
    submitted,
    edited,
    reported,
    ...levels.map((level) => adopted[level]),
    levels.map((level) => instructed[level]).join('/'),
    own.filter(({ no }) => monthly.delivered.has(no)).length,
    rateOf(batch.part, batch.of),
    sumOf(unit, monthly.points.inSpan),
    total,
    unit.size > 0 ? tenths(total / unit.size) : nothing,
    rank ?? nothing,
    quota,
    rateOf(tallyOf(own, yearUntil(monthly)).submitted, quota),
  ]
}

const sumOf = ({ members }: Unit, of: PointsOf): number =>
  tenths(members.reduce((sum, id) => sum + (of.get(id) ?? 0), 0))

const spanDays = ({ from, to }: Span): string =>
  `${from.slice(0, 4)}年${spoken(from)}—${spoken(to)}`

const sums = (opinions: readonly OpinionRecord[], span: Span): string =>
  `全县:${sumsText(tallyOf(opinions, span))}`

/** 报送 9 条,采编 5 条…: the sums of the county, each opinion once. */
const sumsText = ({ submitted, edited, reported, adopted, instructed }: Tally): string =>
  [
    `报送 ${submitted} 条,采编 ${edited} 条,向上报送 ${reported} 条`,
    `采用 县${adopted.county} 市${adopted.city} 省${adopted.province} 全国${adopted.nation}`,
    `批示 县${instructed.county} 市${instructed.city} 省${instructed.province} 国${instructed.nation}`,
  ].join(';')

const notesOf = (now: string): readonly string[] => [
  '统计口径:',
  `1. 按成果日期统计,含首尾两日;${now}=统计期内至截止日,累计=本年1月1日至截止日。撤回的、并入他条的、隔离的、未提交的草稿和线索不计。`,
  '2. 同一条在每项中只计1条;同一条在同一级多次采用或批示计1条,各级分别计。同一成果分别计入作者所在的小组、专委会、党派,各类别不能相加。',
  '3. 采用率=本年报送并已上报的条数中,截至截止日被所报级别或以上采用的比例,未定的留在分母,迁入的不计;没有分母写"—"。',
  '4. 得分为信息榜(社情民意、批示、约稿,不设上限);人均=累计得分÷委员数;累计名次在同类别内按校正人均(累计得分+8×同类人均)÷(委员数+8)排,得分相同名次相同。',
  '5. 委员数为截止日在任人数,已离任委员的成果仍计入原单位。任务数为全年任务,完成率=累计报送÷任务数。',
]
