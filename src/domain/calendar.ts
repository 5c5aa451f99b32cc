import chineseDays from 'chinese-days'
import { type Day, addDays, weekday } from './dates.ts'

/** Where an office's days differ from the nation's: true works, false rests. */
export type Overrides = ReadonlyMap<Day, boolean>

export interface Calendar {
  readonly zone: string
  readonly isWorkday: (day: Day) => boolean
}

/** The State Council's days (调休 included), an office's own on top; years without a notice count Monday to Friday. */
export const createCalendar = (zone: string, overrides: Overrides = new Map()): Calendar => ({
  zone,
  isWorkday: (day) => overrides.get(day) ?? isNationalWorkday(day),
})

/** The n-th working day after a day; the day itself never counts (0 gives the next working day on or after). */
export const addWorkdays = ({ isWorkday }: Calendar, day: Day, n: number): Day => {
  let current = day
  if (n === 0) while (!isWorkday(current)) current = addDays(current, 1)
  for (let left = n; left > 0;) {
    current = addDays(current, 1)
    if (isWorkday(current)) left -= 1
  }
  return current
}

/** Working days from the day after `from` up to `to`; negative when `to` lies before. */
export const workdaysBetween = (calendar: Calendar, from: Day, to: Day): number => {
  if (to < from) return -workdaysBetween(calendar, to, from)
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
    if (calendar.isWorkday(day)) count += 1
  return count
}

/** Whether the holidays of a year are known: 国庆 is a rest on a weekday. */
export const knowsYear = (year: number): boolean => {
  const inOctober = [1, 2, 3].map((date) => `${year}-10-0${date}`)
  return inOctober.some((day) => weekday(day) <= 5 && chineseDays.isHoliday(day))
}

const isNationalWorkday = (day: Day): boolean => chineseDays.isWorkday(day)
