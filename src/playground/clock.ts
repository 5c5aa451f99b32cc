import { type Calendar, addWorkdays } from '../domain/calendar.ts'
import { addDays, dayOf, minuteOfDay, momentOf, mondayOf } from '../domain/dates.ts'

export const moves = ['hour', 'morning', 'monday'] as const
export type Move = (typeof moves)[number]

/** Where the sample office's clock goes: an hour on, to the next working morning 08:48, or to the next Monday's board 09:08. */
export const clockAfter = (now: Date, to: Move, calendar: Calendar): Date => {
  if (to === 'hour') return new Date(now.getTime() + 3_600_000)
  const today = dayOf(now, calendar.zone)
  if (to === 'morning') {
    const isEarly = minuteOfDay(now, calendar.zone) < 8 * 60 + 48 && calendar.isWorkday(today)
    return momentOf(isEarly ? today : addWorkdays(calendar, today, 1), 8 * 60 + 48, calendar.zone)
  }
  const monday = addDays(mondayOf(today), 7)
  return momentOf(addWorkdays(calendar, monday, 0), 9 * 60 + 8, calendar.zone)
}
