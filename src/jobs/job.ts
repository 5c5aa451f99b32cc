import type { ChannelName } from '../channels/channel.ts'
import type { Calendar } from '../domain/calendar.ts'
import { type Day, dayOf, minuteOfDay } from '../domain/dates.ts'
import type { Rulebook } from '../domain/decide.ts'
import type { Office } from '../domain/office.ts'
import type { Letter } from '../outbox/put.ts'
import type { Tx } from '../store/open.ts'

/** Something done on a schedule. It reads, composes letters and never sends; a slot is done once over all replicas. */
export interface Job {
  readonly name: string
  /** The latest slot that is due now, if any; pure. */
  readonly slotAt: (now: Date, calendar: Calendar) => string | undefined
  readonly run: (round: Round) => Promise<readonly Letter[]>
}

/** One office's turn. */
export interface Round {
  readonly tx: Tx
  readonly office: Office
  readonly channel: ChannelName
  readonly now: Date
  readonly today: Day
  readonly book: Rulebook
}

/** Quiet: 12:00–14:00, 18:00–08:30 and days without work (decisions 15). */
export const isQuiet = (now: Date, calendar: Calendar): boolean => {
  const minute = minuteOfDay(now, calendar.zone)
  return (
    !calendar.isWorkday(dayOf(now, calendar.zone)) ||
    minute < 8 * 60 + 30 ||
    minute >= 18 * 60 ||
    (minute >= 12 * 60 && minute < 14 * 60)
  )
}

/** Today, once a time of day has come and it is not quiet. */
export const dailyAt =
  (minute: number) =>
  (now: Date, calendar: Calendar): string | undefined =>
    !isQuiet(now, calendar) && minuteOfDay(now, calendar.zone) >= minute
      ? dayOf(now, calendar.zone)
      : undefined
