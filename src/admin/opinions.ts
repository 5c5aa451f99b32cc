import { splitOpinion } from '../commands/split.ts'
import { fixDaysOf } from '../data/categories.ts'
import { builtInRules } from '../data/rules.ts'
import { createCalendar } from '../domain/calendar.ts'
import { dayOf } from '../domain/dates.ts'
import type { Rulebook } from '../domain/decide.ts'
import { type Item, label, unknownYet } from '../domain/item.ts'
import { takeOver } from '../domain/old-opinion.ts'
import { isSource } from '../domain/person.ts'
import { mask } from '../domain/privacy.ts'
import { tenths } from '../domain/scoring.ts'
import { scorebookOf } from '../domain/scoring-rules.ts'
import { lineReason } from '../messages/points.ts'
import { refusal } from '../messages/refusals.ts'
import { findOverrides, nextNo } from '../store/offices.ts'
import { listRules } from '../store/rules.ts'
import { type TakenOver, findTakenOver, keepTakenOver, listSources } from '../store/old-opinions.ts'
import type { Tx } from '../store/open.ts'
import { SheetFaults } from './faults.ts'
import { columns } from './old-cells.ts'
import { type Listed, readOldOpinions } from './old-opinions.ts'
import { columnOf, readSheet, writeSheet } from './sheet.ts'

export interface Where {
  readonly tx: Tx
  readonly officeId: number
  readonly zone: string
  readonly now: Date
}

/**
 * The office's own list of this year (编号, 题目, 作者, 采用, 批示…), so that it can begin in mid-year. One transaction: a bad
 * row is named by line and column, and nothing is written. With `keepsPoints`, where the list counted other points than
 * the rules give, the difference becomes a 调整.
 */
export const importOpinions = async (
  where: Where,
  path: string,
  keepsPoints: boolean,
): Promise<readonly string[]> => {
  const { tx, officeId, zone, now } = where
  const sheet = await readSheet(path)
  const sources = await listSources(tx, officeId)
  const { opinions, faults } = readOldOpinions(sheet, {
    today: dayOf(now, zone),
    authorsNamed: (name) => namedSo(sources, name),
  })
  if (faults.length > 0) throw new SheetFaults('表里有误,没有写入', faults)
  if (opinions.length === 0) throw new Error('表里没有一条社情民意,没有写入。')
  await refuseKnown(tx, officeId, opinions)
  const book = await rulebookOf(where)
  const numbers = await Promise.all(opinions.map(() => nextNo(tx, officeId)))
  const taken = opinions.map((listed, at) => played(book, where, listed, numbers[at] ?? 0))
  const differing = opinions.flatMap((listed, at) => differenceOf(listed, taken[at]))
  const kept = keepsPoints ? taken.map((one, at) => withPoints(book, one, opinions[at])) : taken
  await keepTakenOver(tx, kept, lineReason, now)
  const unknown = sheet.header.filter(
    (name) => name && !columns.some((column) => column === columnOf(name)),
  )
  return [
    told(kept),
    ...(unknown.length > 0 ? [`忽略了不认识的列:${unknown.join('、')}`] : []),
    ...tellDiffering(differing, keepsPoints),
  ]
}

type Sources = Awaited<ReturnType<typeof listSources>>

/** 李一, or 李一(民盟支部) where several are called so. */
const namedSo = (sources: Sources, text: string): readonly number[] => {
  const match = /^([^((]+)(?:[((](.+)[))])?$/.exec(text)
  const name = match?.[1]?.replace(/\s/g, '')
  return sources
    .filter((one) => isSource(one) && one.name === name)
    .filter(({ units }) => !match?.[2] || units.includes(match[2]))
    .map(({ id }) => id)
}

const refuseKnown = async (
  tx: Tx,
  officeId: number,
  opinions: readonly Listed[],
): Promise<void> => {
  const known = await findTakenOver(
    tx,
    officeId,
    opinions.map(({ oldNo }) => oldNo),
  )
  if (known.size === 0) return
  const some = [...known].slice(0, 5).map(([oldNo, no]) => `${oldNo}→社${no}`)
  throw new Error(
    `表里有 ${known.size} 条以前已经迁入(${some.join('、')}${known.size > some.length ? '…' : ''}),没有写入。请去掉这些行再导入。`,
  )
}

const rulebookOf = async ({ tx, officeId, zone }: Where): Promise<Rulebook> => ({
  calendar: createCalendar(zone, await findOverrides(tx, officeId)),
  scoring: scorebookOf(builtInRules, await listRules(tx, officeId), zone),
  fixDaysOf,
})

const played = (book: Rulebook, where: Where, listed: Listed, no: number): TakenOver => {
  const taking = takeOver(book, itemOf(where, listed, no), listed, {
    now: where.now,
    reason: '迁入时原表如此',
  })
  if (!taking.ok)
    throw new SheetFaults('表里有误,没有写入', [
      `第${listed.line}行:${refusal(taking.refusal).lines.join('')}`,
    ])
  return { item: taking.item, changes: taking.changes, adjustments: [] }
}

const itemOf = ({ officeId, now }: Where, { title, text, authors }: Listed, no: number): Item => {
  const { problem, advice } = splitOpinion(mask(text))
  return {
    ...unknownYet,
    officeId,
    no,
    kind: 'opinion',
    state: 'submitted',
    version: 1,
    author: authors[0] ?? 0,
    coAuthors: authors.slice(1),
    enteredBy: null,
    title: mask(title),
    text: mask(text),
    problem,
    advice,
    channel: 'lark',
    chatId: '',
    messageId: null,
    openedAt: now,
    changedAt: now,
  }
}

interface Differing {
  readonly oldNo: string
  readonly listed: number
  readonly earned: number
}

const earnedBy = ({ changes }: TakenOver): number =>
  tenths(changes.flatMap(({ entries }) => entries).reduce((sum, { points }) => sum + points, 0))

const differenceOf = (
  { oldNo, points }: Listed,
  taken: TakenOver | undefined,
): readonly Differing[] => {
  const earned = taken ? earnedBy(taken) : 0
  return points === undefined || points === earned ? [] : [{ oldNo, listed: points, earned }]
}

/** What the list counted beyond the rules, on the day of the last outcome, to the first author. */
const withPoints = (book: Rulebook, taken: TakenOver, listed: Listed | undefined): TakenOver => {
  const [found] = listed ? differenceOf(listed, taken) : []
  if (!listed || !found) return taken
  const outcomeOn = [...listed.adoptions, ...listed.instructions].reduce(
    (last, { on }) => (on > last ? on : last),
    listed.submittedOn,
  )
  return {
    ...taken,
    adjustments: [
      {
        to: taken.item.author,
        rule: 'adjust',
        ruleVersion: book.scoring.rulesOn(outcomeOn).version,
        points: tenths(found.listed - found.earned),
        outcomeOn,
        reason: `${label(taken.item)} 迁入调整:原表${found.listed}分,规则${found.earned}分`,
      },
    ],
  }
}

const told = (taken: readonly TakenOver[]): string => {
  const facts = taken.flatMap(({ changes }) => changes.map(({ fact }) => fact.verb))
  const count = (verb: string) => facts.filter((one) => one === verb).length
  const numbers = taken.map(({ item }) => item.no)
  const points = tenths(taken.reduce((sum, one) => sum + earnedBy(one), 0))
  return `已迁入 ${taken.length} 条(社${Math.min(...numbers)}—社${Math.max(...numbers)}),采用 ${count('adopt')} 次,批示 ${count('instruct')} 次,按规则计 ${points} 分。`
}

const tellDiffering = (differing: readonly Differing[], isKept: boolean): readonly string[] =>
  differing.length === 0
    ? []
    : [
        isKept
          ? `得分与规则不同的 ${differing.length} 条,差额已记为"迁入调整":`
          : `得分与规则不同的 ${differing.length} 条,账上按规则(要按原表,导入时加 --keep-points):`,
        ...differing
          .slice(0, 20)
          .map(({ oldNo, listed, earned }) => `  ${oldNo}:原表 ${listed} 分,规则 ${earned} 分`),
        ...(differing.length > 20 ? [`  …还有 ${differing.length - 20} 条`] : []),
      ]

/** An empty list with its head and one row that shows how it is filled in. */
export const writeExample = async (path: string): Promise<readonly string[]> => {
  const header = columns.map((column) => heads[column] ?? column)
  await writeSheet(path, header, [exampleRow])
  return [
    `样表已写到 ${path}:第二行是例子,填完请删掉。一条有几次采用或批示,可用顿号分开,也可用同一编号写几行。`,
  ]
}

const heads: Readonly<Record<string, string>> = { 编号: '编号(旧)', 主要领导: '主要领导(是/否)' }
const exampleRow = [
  '2024-015',
  '关于学校周边错峰放学的建议',
  '城东小学门口放学时堵车严重。建议错峰放学。',
  '李一',
  '2024-03-04',
  '已采用',
  '市、省',
  '县、市',
  '综合、单篇',
  '第3期、2024年第31期',
  '2024-03-20、2024-05-06',
  '市',
  '是',
  '2024-05-20',
  '20',
]
