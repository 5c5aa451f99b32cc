import { spoken } from '../domain/dates.ts'
import { type Item, label } from '../domain/item.ts'
import { viewOf } from '../domain/workflows/index.ts'
import { type Message, say } from './message.ts'
import { titleShown } from './quarantine.ts'
import { marks } from './words.ts'

export interface DigestLine {
  readonly item: Item
  readonly isLate: boolean
}

const line = ({ item, isLate }: DigestLine): string =>
  `${marks(item, isLate)}${label(item)} ${titleShown(item)}(${viewOf(item).title}${item.dueOn ? `,${spoken(item.dueOn)}前` : ''})`

const list = (lines: readonly DigestLine[]): readonly string[] => [
  ...lines.slice(0, 8).map(line),
  ...(lines.length > 8 ? [`还有 ${lines.length - 8} 件,发"待办"看全部。`] : []),
]

export const staffDigest = (
  lines: readonly DigestLine[],
  warnings: readonly string[],
): Message => ({
  lines: [
    ...(lines.length > 0 ? [`早上好。等政协办处理的 ${lines.length} 件:`, ...list(lines)] : []),
    ...warnings,
  ],
})

export const departmentDigest = (name: string, lines: readonly DigestLine[]): Message =>
  say(
    `早上好。${name}要办的 ${lines.length} 件:`,
    ...list(lines),
    '办好发:整改 编号 …(附照片);有困难发:答复 编号 …',
  )

export const memberDigest = (lines: readonly DigestLine[]): Message => {
  const [first] = lines
  return {
    lines: [
      `早上好。有 ${lines.length} 件等您:`,
      ...list(lines),
      `核实请回:满意 ${first?.item.no ?? 52} / 不满意 ${first?.item.no ?? 52} 原因;补充请回:补充 编号 …`,
    ],
  }
}

export const noHolidayData = (year: number): string =>
  `⚠️ ${year}年的节假日安排还不在日历里,期限暂按周一至周五计算。请升级版本或设置替代日期。`
