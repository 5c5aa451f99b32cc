import type { Act } from './act.ts'
import { type Calendar, addWorkdays } from './calendar.ts'
import { dayOf } from './dates.ts'
import type { Rulebook } from './decide.ts'
import type { Item } from './item.ts'
import type { StateView } from './workflow.ts'
import { workflows } from './workflows/index.ts'

/** Frozen at dispatch (a decline does not stop it); 3 or 5 new working days when the member is not satisfied. */
export const fixByOf = (book: Rulebook, item: Item, { verb, details, at }: Act): string | null => {
  const days = book.fixDaysOf(item.category)
  const inDays = (n: number) => addWorkdays(book.calendar, dayOf(at, book.calendar.zone), n)
  if (verb === 'dispatch')
    return details.workdays || !item.fixBy ? inDays(details.workdays ?? days) : item.fixBy
  if (verb === 'reopen') return inDays(days > 5 ? 5 : 3)
  return item.fixBy
}

/** The day by which a state must be left, counted from when it was entered. */
export const dueOnOf = (
  calendar: Calendar,
  item: Pick<Item, 'kind' | 'state' | 'fixBy'>,
  at: Date,
): string | null => {
  const view: StateView | undefined = workflows[item.kind].states[item.state]
  if (view?.within === undefined) return null
  return view.within === 'fixBy'
    ? item.fixBy
    : addWorkdays(calendar, dayOf(at, calendar.zone), view.within)
}
