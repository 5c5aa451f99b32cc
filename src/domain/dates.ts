import { Temporal } from 'temporal-polyfill'

/** A calendar day, `2026-11-24`. Days compare as strings. */
export type Day = string

/** The day a moment falls on in a time zone. */
export const dayOf = (at: Date, zone: string): Day => formatOf(zone).format(at)

/** Minutes since midnight in that zone. */
export const minuteOfDay = (at: Date, zone: string): number => {
  const { hour, minute } = zoned(at, zone)
  return hour * 60 + minute
}

/** The moment a day's clock shows hour and minute in that zone. */
export const momentOf = (day: Day, minuteOfTheDay: number, zone: string): Date =>
  new Date(
    Temporal.PlainDate.from(day).toZonedDateTime({
      timeZone: zone,
      plainTime: { hour: Math.floor(minuteOfTheDay / 60), minute: minuteOfTheDay % 60 },
    }).epochMilliseconds,
  )

export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

/** Notices of a step go 08:00–20:00 on any day (decisions 15). */
export const whenToTell = (now: Date, zone: string): Date => {
  const minute = minuteOfDay(now, zone)
  const today = dayOf(now, zone)
  if (minute < 8 * 60) return momentOf(today, 8 * 60, zone)
  return minute < 20 * 60 ? now : momentOf(addDays(today, 1), 8 * 60, zone)
}

/** 1 is Monday, 7 Sunday. */
export const weekday = (day: Day): number => Temporal.PlainDate.from(day).dayOfWeek

export const mondayOf = (day: Day): Day => addDays(day, 1 - weekday(day))

/** ISO week number, Monday to Sunday. */
export const weekOfYear = (day: Day): number => Temporal.PlainDate.from(day).weekOfYear ?? 0

/** 6月4日: how days are written to people. */
export const spoken = (day: Day): string => {
  const { month, day: date } = Temporal.PlainDate.from(day)
  return `${month}月${date}日`
}

/** 2024年6月4日: where the year may be in doubt. */
export const spokenInFull = (day: Day): string => `${day.slice(0, 4)}年${spoken(day)}`

/** Calendar days from one day to another. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** The same date of another year or month; the last of a shorter month. */
export const addMonths = (day: Day, months: number): Day =>
  Temporal.PlainDate.from(day).add({ months }).toString()

/** Written as 2026-02-14, and a day there is. */
export const isDayWritten = (text: string): boolean => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return !!match && isDay(Number(match[1]), Number(match[2]), Number(match[3]))
}

/** The day is a real one, `2026-02-30` is not. */
export const isDay = (year: number, month: number, date: number): boolean => {
  try {
    Temporal.PlainDate.from({ year, month, day: date }, { overflow: 'reject' })
    return true
  } catch {
    return false
  }
}

/** Asked several times for every message: made once for a zone. Swedish days are written as ISO has them. */
const formatOf = (zone: string): Intl.DateTimeFormat => {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone })
  formats.set(zone, format)
  return format
}
const formats = new Map<string, Intl.DateTimeFormat>()

const zoned = (at: Date, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)
