import { type Day, dayOf, spoken } from '../domain/dates.ts'
import { type Item, label } from '../domain/item.ts'
import { tenths } from '../domain/scoring.ts'
import { viewOf } from '../domain/workflows/index.ts'
import { type ItemView, stateLine } from './item-view.ts'
import { type Message, say } from './message.ts'
import { titleShown } from './quarantine.ts'
import { signed } from './words.ts'

export const itemsFound = (words: string, items: readonly Item[]): Message =>
  items.length === 0
    ? say(`没有找到含"${words}"的事项。发"我的"看您报过的编号。`)
    : say(`含"${words}"的有:`, ...items.map(briefLine), '看一件:查 编号')

const briefLine = (item: Item): string =>
  `${label(item)} ${titleShown(item)}|${viewOf(item).title}${item.dueOn ? `,${spoken(item.dueOn)}前` : ''}`

interface PointLine {
  readonly points: number
  readonly reason: string
  readonly outcomeOn: Day
}

const pointLine = (line: PointLine): string =>
  `${signed(line.points)} ${line.reason}(${spoken(line.outcomeOn)})`

export const whyPoints = (name: string, own: readonly PointLine[], total: number): Message =>
  own.length === 0
    ? say(`${name},还没有得分。政协办采编或交办后就会计分;规则发"规则"。`)
    : say(
        `${name},共${total}分,逐笔如下(新的在前):`,
        ...own.slice(0, mostLines).map(pointLine),
        ...(own.length > mostLines
          ? [`更早的还有${own.length - mostLines}笔,合计${restOf(own)}分;要全部清单请找政协办。`]
          : []),
        '排行按每周、每年的上限计,上限发"规则"看。',
      )

const mostLines = 30

const restOf = (own: readonly PointLine[]): number =>
  tenths(own.slice(mostLines).reduce((sum, { points }) => sum + points, 0))

export const whyDue = (view: ItemView, lines: readonly PointLine[]): Message =>
  say(
    `${label(view.item)} ${stateLine(view)}`,
    ...(view.item.dueOn
      ? [
          `期限从${spoken(dayOf(view.item.changedAt, view.calendar.zone))}的次日起数工作日(法定节假日不算,调休上班算),定下后不变。`,
        ]
      : []),
    ...(lines.length > 0 ? lines.map(pointLine) : ['还没有得分。']),
  )
