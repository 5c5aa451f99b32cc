import { type Letters, type Visit, answerPrivately, todayOf } from './visit.ts'
import type { Part } from '../domain/item.ts'
import { type Person, isHandler, isStaff } from '../domain/person.ts'
import { statesWaitingFor } from '../domain/workflows/index.ts'
import { saidPrivately } from '../messages/talk.ts'
import { todoList, todoPage } from '../messages/todo.ts'
import { findUnanswered, listWaiting } from '../store/waiting.ts'

/** 待办: what waits for whoever asks, page by page. */
export const askTodo = async (visit: Visit, page: number): Promise<Letters> => {
  const { tx, office, by, now, book } = visit
  const part = partOf(by)
  const today = todayOf(visit)
  const waiting = await listWaiting(tx, {
    officeId: office.id,
    ...ownOf(by, part),
    states: statesWaitingFor(part),
    today,
    offset: (page - 1) * todoPage,
    limit: todoPage,
  })
  const unanswered =
    part === 'staff' && page === 1
      ? await findUnanswered(tx, office.id, new Date(now.getTime() - awaitedMs))
      : undefined
  const todo = { part, ...waiting, page, today, calendar: book.calendar }
  return answerPrivately(
    visit,
    todoList({ ...todo, ...(unanswered && { unanswered }) }),
    saidPrivately(),
  )
}

/** So long a reported opinion rests before it is asked what became of it. */
const awaitedMs = 30 * 86_400_000

const partOf = (by: Person): Part => (isStaff(by) ? 'staff' : isHandler(by) ? 'handler' : 'author')

const ownOf = (by: Person, part: Part) => {
  if (part === 'staff') return {}
  return part === 'handler' ? { departmentId: by.departmentId ?? -1 } : { author: by.id }
}
