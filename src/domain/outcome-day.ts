import type { Act } from './act.ts'
import { type Day, dayOf, isDay } from './dates.ts'
import type { Dossier } from './decide.ts'

export type DayFault = 'no-such-day' | 'in-future' | 'before-submission'

/** Why an outcome cannot have been on the day that was said; undefined when it can. */
export const faultOfDay = (
  { item, facts }: Dossier,
  { details: { on }, at }: Act,
  zone: string,
): { readonly why: DayFault; readonly on: Day; readonly submittedOn: Day } | undefined => {
  if (on === undefined) return undefined
  const submitted = facts.find(({ toState }) => toState === 'submitted')?.saidAt ?? item.openedAt
  const submittedOn = dayOf(submitted, zone)
  const why = whyNot(on, dayOf(at, zone), submittedOn)
  return why && { why, on, submittedOn }
}

const whyNot = (on: Day, today: Day, submittedOn: Day): DayFault | undefined => {
  const [year = 0, month = 0, date = 0] = on.split('-').map(Number)
  if (!isDay(year, month, date)) return 'no-such-day'
  if (on > today) return 'in-future'
  return on < submittedOn ? 'before-submission' : undefined
}
