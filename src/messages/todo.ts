import { type Calendar, workdaysBetween } from '../domain/calendar.ts'
import { type Day, dayOf, spoken } from '../domain/dates.ts'
import { type Item, type Part, label } from '../domain/item.ts'
import { cut } from '../domain/text.ts'
import { viewOf } from '../domain/workflows/index.ts'
import { type Message, say } from './message.ts'
import { nextSteps } from './next-steps.ts'
import { titleShown } from './quarantine.ts'

export interface Todo {
  readonly part: Part
  /** This page of them, in the order in which they are to be done. */
  readonly items: readonly Item[]
  readonly count: number
  readonly late: number
  readonly page: number
  /** Reported long ago, and nothing heard since. */
  readonly unanswered?: { readonly count: number; readonly oldest: Item }
  readonly today: Day
  readonly calendar: Calendar
}

export const todoPage = 10

/** 待办: what waits for whoever asks, late ones first, each with what can be said to it. */
export const todoList = (todo: Todo): Message => {
  const { count, late, page, items } = todo
  if (items.length === 0 && page > 1) return say(`待办没有第${page}页。从头看发"待办"。`)
  if (items.length === 0 && !todo.unanswered) return say('现在没有等您办的事。')
  const left = count - (page - 1) * todoPage - items.length
  return say(
    count > 0
      ? `等您办的 ${count} 件${late > 0 ? `,其中超期 ${late} 件` : ''}(最早的在前):`
      : '现在没有等您办的事。',
    ...grouped(todo),
    ...(left > 0 ? [`还有 ${left} 件,发:待办 ${page + 1}`] : []),
    ...(page === 1 ? unansweredLine(todo) : []),
  )
}

/** A heading where the kind of work changes; late ones stand together whatever they are. */
const grouped = (todo: Todo): readonly string[] =>
  todo.items.flatMap((item, index) => {
    const before = todo.items[index - 1]
    const group = groupOf(item, todo.today)
    const heading = before && groupOf(before, todo.today) === group ? [] : [`【${group}】`]
    return [...heading, lineOf(item, todo)]
  })

const groupOf = (item: Item, today: Day): string =>
  isLate(item, today) ? '⚠️ 超期' : viewOf(item).title

const isLate = ({ dueOn }: Item, today: Day): boolean => dueOn !== null && dueOn < today

const lineOf = (item: Item, { part, today, calendar }: Todo): string => {
  const waited = workdaysBetween(calendar, dayOf(item.changedAt, calendar.zone), today)
  const said = [
    ...(isLate(item, today) ? [viewOf(item).title] : []),
    waited > 0 ? `已等${waited}个工作日` : '刚到',
    ...(item.dueOn ? [`最迟${spoken(item.dueOn)}`] : []),
  ]
  const steps = nextSteps(item, part, 2)
  const title = `${item.isEscalated ? '督办 ' : ''}${item.isUrgent ? '较急 ' : ''}${label(item)}《${cut(titleShown(item), 16)}》`
  return `${title}${said.join(',')}${steps.length > 0 ? ` → ${steps.join(' / ')}` : ''}`
}

const unansweredLine = ({ unanswered, calendar }: Todo): readonly string[] => {
  if (!unanswered) return []
  const { count, oldest } = unanswered
  const since = spoken(dayOf(oldest.changedAt, calendar.zone))
  return [
    `上报满30天还没有结果的 ${count} 件(最早 ${label(oldest)},${since}上报):有结果发 采用 ${oldest.no} 市 单篇`,
  ]
}
