import type { BoardSubject } from '../domain/intent.ts'
import { isDayWritten } from '../domain/dates.ts'
import { type Visibility, visibilityOf } from '../domain/office.ts'
import {
  findOffice,
  findOverrides,
  keepOverride,
  keepSettings,
  officeCodeOf,
} from '../store/offices.ts'
import type { Tx } from '../store/open.ts'

const subjects: Readonly<Record<string, BoardSubject>> = {
  委员: 'member',
  小组: 'group',
  乡镇: 'township',
  专委会: 'committee',
  界别: 'sector',
  党派: 'party',
}
const visibilities: Readonly<Record<string, Visibility>> = {
  公开: 'full',
  前十: 'top',
  仅本人: 'personal',
  仅政协办: 'office',
  关闭: 'off',
}

export const showBoards = async (tx: Tx): Promise<readonly string[]> => {
  const office = await findOffice(tx, officeCodeOf.lark)
  if (!office) return []
  return Object.entries(subjects).map(
    ([word, subject]) => `${word}  ${wordOf(visibilityOf(office, subject))}`,
  )
}

/** How much of a board may be seen, from now on. */
export const setBoard = async (
  tx: Tx,
  officeId: number,
  [board = '', how = '']: readonly string[],
): Promise<readonly string[]> => {
  const [subject, visibility] = [subjects[board], visibilities[how]]
  if (!subject) throw new Error(`榜要写:${Object.keys(subjects).join('、')}(写的是"${board}")`)
  if (!visibility)
    throw new Error(`公开程度要写:${Object.keys(visibilities).join('、')}(写的是"${how}")`)
  const office = await findOffice(tx, officeCodeOf.lark)
  await keepSettings(tx, officeId, {
    ...office?.settings,
    visibility: { ...office?.settings.visibility, [subject]: visibility },
  })
  return [`已设置:${board}榜 ${how}`]
}

const wordOf = (visibility: Visibility): string =>
  Object.entries(visibilities).find(([, one]) => one === visibility)?.[0] ?? visibility

export const showDays = async (tx: Tx, officeId: number): Promise<readonly string[]> => {
  const overrides = await findOverrides(tx, officeId)
  return overrides.size === 0
    ? ['没有另外规定的日子,按国家放假安排。']
    : [...overrides]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([day, isWorking]) => `${day}  ${isWorking ? '上班' : '放假'}`)
}

/** A day on which this office works or rests otherwise than the calendar says. Deadlines already set stay as they are. */
export const setDay = async (
  tx: Tx,
  officeId: number,
  [day = '', how = '']: readonly string[],
): Promise<readonly string[]> => {
  if (!isDayWritten(day)) throw new Error(`日期要写成 2026-02-14(写的是"${day}")`)
  if (!['上班', '放假', '照常'].includes(how))
    throw new Error(`要写 上班、放假 或 照常(写的是"${how}")`)
  await keepOverride(tx, officeId, day, how === '照常' ? undefined : how === '上班')
  return [`已设置:${day} ${how}。已定下的期限不变。`]
}
