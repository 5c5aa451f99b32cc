import { type Arrow, type BoardRow, type Standing, arrowOf } from '../domain/board.ts'
import { type Day, spoken, weekOfYear } from '../domain/dates.ts'
import type { BoardSubject } from '../domain/intent.ts'
import type { Period, Span } from '../domain/periods.ts'
import { tenths } from '../domain/scoring.ts'
import { type Message, say } from './message.ts'
import { periodWords, subjectWords } from './words.ts'

export interface BoardView {
  readonly of: BoardSubject
  readonly period: Period
  readonly until: Day
  readonly rows: readonly BoardRow[]
  /** How many places may be seen; Infinity for all. */
  readonly shown: number
  readonly isInformation: boolean
}

export const board = ({ of, period, until, rows, shown, isInformation }: BoardView): Message => {
  const ranked = rows.filter(({ points }) => points > 0 || of !== 'member')
  const visible = ranked.filter(({ place }) => place <= shown)
  const head = `${periodWords[period]}${subjectWords[of]}${isInformation ? '信息榜' : '排行'}(截至${spoken(until)}${of === 'member' ? '' : ',按校正人均排序'}):`
  return ranked.every(({ points }) => points === 0)
    ? say(head, '还没有得分。政协办采编、采用或交办后就会计分。')
    : say(
        head,
        ...visible.slice(0, 30).map((row) => `${row.place} ${row.name} ${figure(row, of)}`),
        ...(visible.length < ranked.length ? [`公布前${shown}名;自己的名次发"排行"。`] : []),
      )
}

const figure = (row: BoardRow, of: BoardSubject): string =>
  of === 'member' ? `${row.points}分` : `人均${row.perHead}(共${row.points}分/${row.size}人)`

export const standing = ({ row, count, gap }: Standing): string =>
  `第${row.place}名(共${count}人)${gap ? `,距前一名${gap}分` : ''}`

export const ownPlace = (own: Standing): string => `您今年${own.row.points}分,${standing(own)}`

export const boardHidden = (of: BoardSubject): Message =>
  say(`${subjectWords[of]}排行目前不公布。自己的记录发"我的"。`)

/** 民盟现在第几 比工商联差多少. */
export const placesOf = (
  found: readonly (BoardRow & { readonly of: BoardSubject })[],
  until: Day,
): Message => {
  const [first, second] = found
  if (!first) return say('没有听出是哪个小组或党派。发"排行"看自己的名次,"排行 党派"看全表。')
  const one = (row: BoardRow) => `${row.name}第${row.place}(人均${row.perHead}分)`
  const diff = second ? `,差${Math.abs(tenths(first.perHead - second.perHead))}分` : ''
  return say(
    `截至${spoken(until)}:${found.map(one).join(',')}${diff}。`,
    `发"排行 ${first.of === 'party' ? '党派' : '小组'}"看全表。`,
  )
}

export interface Weekly {
  readonly span: Span
  readonly counts: ReadonlyMap<string, number>
  readonly adopted: readonly string[]
  readonly leagues: readonly WeeklyLeague[]
  readonly overdue: readonly (readonly [string, number])[]
  readonly toVerify: number
  /** Scoring events of the week; fewer than five give no ranking. */
  readonly events: number
}

export interface WeeklyLeague {
  readonly of: BoardSubject
  readonly rows: readonly BoardRow[]
  readonly last: readonly { readonly key: number; readonly place: number }[]
}

/** The Monday board: progress first, then the first three and the risers, never the last (decisions 14). */
export const weeklyBoard = (week: Weekly): Message => ({
  lines: [
    `【履职周报】第${weekOfYear(week.span.from)}周(${spoken(week.span.from)}—${spoken(week.span.to)})`,
    progress(week.counts),
    ...(week.events < 5
      ? [`本周计分${week.events}次,不足5次,不排名。`, ...week.leagues.flatMap(yearToDate)]
      : week.leagues.flatMap(leagueLines)),
    ...(week.adopted.length > 0 ? [`▲ 本周采用:${week.adopted.slice(0, 5).join('、')}`] : []),
    ...waiting(week),
    `说明:统计截至${spoken(week.span.to)}24时;同一成果分别计入小组和党派;规则发"规则"`,
  ],
})

const progress = (counts: ReadonlyMap<string, number>): string => {
  const of = (key: string) => counts.get(key) ?? 0
  const said = of('opinion:enter')
  const seen = of('supervision:enter')
  return `本周:社情民意 ${said} 条(采编 ${of('opinion:edit')},上报 ${of('opinion:report')}),采用 ${of('opinion:adopt')} 条,批示 ${of('opinion:instruct')} 件;随手拍 ${seen} 件,办结 ${of('supervision:verify')} 件`
}

const leagueLines = ({ of, rows, last: published }: WeeklyLeague): readonly string[] => {
  const last = Math.max(...rows.map(({ place }) => place))
  const leaders = rows.filter(
    ({ place, points }) => place <= 3 && points > 0 && (place < last || last === 1),
  )
  if (leaders.length === 0) return []
  const arrow = (row: BoardRow): string => wordOf(arrowOf(row, published))
  const risers = rows.filter((row) => row.place > 3 && arrow(row).startsWith('↑'))
  return [
    `▲ ${subjectWords[of]}(人均分,本年累计)`,
    leaders.map((row) => `${row.place} ${row.name} ${row.perHead}(${arrow(row)})`).join('  '),
    ...(risers.length > 0
      ? [
          `进步:${risers
            .slice(0, 3)
            .map((row) => `${row.name}(${arrow(row)})`)
            .join('、')}`,
        ]
      : []),
  ]
}

const wordOf = (arrow: Arrow): string => (arrow === 'new' ? '新' : arrow)

const yearToDate = ({ of, rows }: WeeklyLeague): readonly string[] => {
  const total = rows.reduce((sum, { points }) => sum + points, 0)
  return total > 0 ? [`▲ ${subjectWords[of]}本年累计 ${tenths(total)} 分`] : []
}

const waiting = ({ overdue, toVerify }: Weekly): readonly string[] => {
  const late = overdue.reduce((sum, [, count]) => sum + count, 0)
  if (late === 0 && toVerify === 0) return []
  const by = overdue.map(([name, count]) => `${name} ${count}`).join('、')
  return [`▲ 待办:部门超期 ${late} 件${by ? `(${by})` : ''},待核实 ${toVerify} 件`]
}

/** 民盟支部 is called 民盟, 教育卫生组 教育卫生. */
export const shortName = (name: string): string =>
  name.replace(/(?:总?支部?|支社|小组|组|委员会|专委会|界)$/, '') || name

export const isAboutSpeaker = (text: string): boolean => text.includes('我')
