import type { BoardRequest, BoardSubject } from '../../domain/intent.ts'
import type { Period } from '../../domain/periods.ts'
import { defineCommand } from '../command.ts'
import { fold } from '../words.ts'

export const ranking = defineCommand({
  name: '排行',
  aliases: ['排行榜', '排名', '榜', '赛马', '第几'],
  speakers: ['member', 'staff', 'department'],
  summary: '看排行:可加 周/月/季/半年/年,委员/小组/专委会/乡镇/界别/党派;加 信息 看信息榜',
  examples: ['排行', '排行 月 党派', '排行 信息 委员'],
  isFuzzy: true,
  read: ({ text }) => ({ type: 'ask', about: 'board', board: readBoard(text) }),
})

const readBoard = (text: string): BoardRequest => {
  const folded = fold(text)
  const period = periodWords.find(([word]) => folded.includes(word))?.[1]
  const of = subjectWords.find(([word]) => folded.includes(word))?.[1]
  const isInformation = folded.includes('信息')
  return { ...(period && { period }), ...(of && { of }), ...(isInformation && { isInformation }) }
}

const periodWords: readonly (readonly [string, Period])[] = [
  ['半年', 'half'],
  ['年', 'year'],
  ['季', 'quarter'],
  ['月', 'month'],
  ['周', 'week'],
]

const subjectWords: readonly (readonly [string, BoardSubject])[] = [
  ['专委会', 'committee'],
  ['乡镇', 'township'],
  ['党派', 'party'],
  ['小组', 'group'],
  ['界别', 'sector'],
  ['委员', 'member'],
  ['个人', 'member'],
]
