import type { Fact } from '../domain/act.ts'
import { type Calendar, workdaysBetween } from '../domain/calendar.ts'
import { type Day, dayOf, spoken } from '../domain/dates.ts'
import { type Item, type ItemNo, type PersonId, label } from '../domain/item.ts'
import type { Reader } from '../domain/reader.ts'
import type { Similar } from '../domain/similar.ts'
import { viewOf, workflows } from '../domain/workflows/index.ts'
import { type Message, say } from './message.ts'

/** Everything that may be said of one matter to whoever asks. */
export interface ItemView {
  readonly item: Item
  readonly facts: readonly Fact[]
  readonly names: ReadonlyMap<PersonId, string>
  readonly department: string
  readonly reader: Reader
  readonly by: PersonId
  readonly photos: readonly string[]
  /** Those that were merged into it. */
  readonly merged: readonly {
    readonly no: ItemNo
    readonly kind: Item['kind']
    readonly author: string
  }[]
  /** The nearest earlier ones, for the office alone. */
  readonly similar: readonly Similar[]
  /** Every line of the ledger it has brought. */
  readonly lines: readonly EarnedLine[]
  readonly today: Day
  readonly calendar: Calendar
}

export interface EarnedLine {
  readonly personId: PersonId
  readonly rule: string
  readonly points: number
  readonly reason: string
  readonly outcomeOn: Day
}

/** What everybody may know of any matter: its number, its kind and where it is. */
export const outsideView = ({ item }: Pick<ItemView, 'item'>): Message =>
  say(`${label(item)}(${workflows[item.kind].title}):${viewOf(item).title}。`)

/** The answer in a group where the rest goes to who asked. */
export const toldPrivately = (view: Pick<ItemView, 'item'>): Message =>
  say(...outsideView(view).lines, '详情已私信您。')

/** In the group where its author reported it, to himself: where it is, and no history. */
export const shortView = (view: ItemView): Message =>
  say(`${label(view.item)}《${view.item.title}》:${stateLine(view)}`)

export const stateLine = ({
  item,
  department,
  today,
  calendar,
}: Pick<ItemView, 'item' | 'department' | 'today' | 'calendar'>): string => {
  const state = `${department && item.state !== 'declined' ? department : ''}${viewOf(item).title}(${spoken(dayOf(item.changedAt, calendar.zone))})`
  if (!item.dueOn) return `${state}。`
  const left = workdaysBetween(calendar, today, item.dueOn)
  const rest = left > 0 ? `还剩${left}个工作日` : left === 0 ? '今天到期' : `已超${-left}个工作日`
  return `${state},应办 ${spoken(item.dueOn)},${rest}。`
}
