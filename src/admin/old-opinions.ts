import type { Day } from '../domain/dates.ts'
import { grouped } from '../domain/grouped.ts'
import type { PersonId } from '../domain/item.ts'
import type { OldOpinion } from '../domain/old-opinion.ts'
import { type Row, dayIn, levelsIn, partsOf, rowOf } from './old-cells.ts'
import { adoptionsOf, instructionsOf } from './old-outcomes.ts'
import { stateOf } from './old-state.ts'
import { type Sheet, columnOf } from './sheet.ts'

/** An opinion as it stands in the list. */
export interface Listed extends OldOpinion {
  readonly line: number
  readonly title: string
  readonly text: string
  readonly authors: readonly PersonId[]
  /** 得分 as the office had counted it. */
  readonly points?: number
}

export interface Around {
  readonly today: Day
  /** Who is meant by a name: the people of that name who can be an author. */
  readonly authorsNamed: (name: string) => readonly PersonId[]
}

/** Reads the list; pure. Several rows with one number are one opinion. Every fault says line, column and what would be right. */
export const readOldOpinions = (
  { header, rows }: Sheet,
  around: Around,
): { readonly opinions: readonly Listed[]; readonly faults: readonly string[] } => {
  const names = header.map(columnOf)
  const absent = ['编号', '题目', '作者', '报送日期'].filter((name) => !names.includes(name))
  if (absent.length > 0)
    return { opinions: [], faults: absent.map((name) => `第1行:缺少"${name}"列`) }
  const faults: string[] = []
  const byNo = grouped(
    rows.map(({ line, cells }) => rowOf(line, (column) => cells[names.indexOf(column)] ?? '')),
    ({ line, cell }) => cell('编号') || `第${line}行`,
  )
  const opinions = [...byNo.values()].flatMap((group) => {
    const read = readGroup(group, around)
    faults.push(...group.flatMap((row) => row.faults))
    return read ?? []
  })
  return { opinions, faults }
}

const readGroup = (group: readonly Row[], around: Around): Listed | undefined => {
  const [first, ...more] = group
  if (!first) return undefined
  for (const row of more) mustAgree(first, row)
  const [oldNo, title] = [first.cell('编号'), first.cell('题目')]
  if (!oldNo || oldNo.length > 40) first.fault('编号', '要写原来的编号(40 字以内)')
  if (!title || title.length > 100) first.fault('题目', '要写 1—100 字的题目')
  const text = first.cell('内容') || title
  if (text.length > 20_000) first.fault('内容', '太长,请不超过 2 万字')
  const authors = authorsOf(first, around)
  const submittedOn = dayIn(first, '报送日期', first.cell('报送日期'), around.today)
  if (!submittedOn && !first.cell('报送日期')) first.fault('报送日期', '要写成 2026-03-01')
  const possible = { since: submittedOn ?? '', today: around.today }
  const reportedTo = [
    ...new Set(group.flatMap((row) => levelsIn(row, '编报级别').map(({ level }) => level))),
  ]
  const adoptions = once(group.flatMap((row) => adoptionsOf(row, possible)))
  const instructions = once(group.flatMap((row) => instructionsOf(row, possible)))
  const state = stateOf(first, {
    reportedTo,
    hasOutcome: adoptions.length + instructions.length > 0,
  })
  const points = group.flatMap((row) => pointsOf(row))
  if (group.some(({ faults }) => faults.length > 0) || !state || !submittedOn) return undefined
  return {
    line: first.line,
    oldNo,
    title,
    text,
    authors,
    submittedOn,
    state,
    reportedTo,
    adoptions,
    instructions,
    ...(points.length > 0 && { points: points.reduce((sum, one) => sum + one, 0) }),
  }
}

/** A further row of the same number repeats what it is about, or leaves it empty. */
const mustAgree = (first: Row, row: Row): void => {
  for (const column of ['题目', '内容', '作者', '报送日期', '状态'] as const)
    if (row.cell(column) && row.cell(column) !== first.cell(column))
      row.fault(column, `与第${first.line}行同一编号,写的却不同`)
}

const authorsOf = (row: Row, { authorsNamed }: Around): readonly PersonId[] => {
  const names = partsOf(row.cell('作者'))
  if (names.length === 0) row.fault('作者', '要写姓名,几个人用顿号分开')
  return names.flatMap((name) => {
    const found = authorsNamed(name)
    if (found.length === 0) row.fault('作者', `名册里没有"${name}"(或不是委员、信息员、联系点)`)
    if (found.length > 1)
      row.fault('作者', `名册里有 ${found.length} 个"${name}",请写成 ${name}(单位)`)
    return found.slice(0, 1)
  })
}

const once = <T>(outcomes: readonly T[]): readonly T[] => [
  ...new Map(outcomes.map((one) => [JSON.stringify(one), one])).values(),
]

const pointsOf = (row: Row): readonly number[] => {
  const text = row.cell('得分')
  if (!text) return []
  if (!/^-?\d{1,4}(?:\.\d+)?$/.test(text)) row.fault('得分', `"${text}"不是分数`)
  return [Number(text)]
}
