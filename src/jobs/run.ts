import type { ChannelName } from '../channels/channel.ts'
import { createCalendar } from '../domain/calendar.ts'
import { dayOf } from '../domain/dates.ts'
import type { Rulebook } from '../domain/decide.ts'
import type { Office } from '../domain/office.ts'
import { type ScoringRules, scorebookOf } from '../domain/scoring-rules.ts'
import { put } from '../outbox/put.ts'
import { findOverrides, listOffices, officeCodeOf } from '../store/offices.ts'
import { listRules } from '../store/rules.ts'
import type { Store } from '../store/open.ts'
import { takeSlot } from '../store/slots.ts'
import type { Job } from './job.ts'

export interface JobParts {
  readonly store: Store
  readonly jobs: readonly Job[]
  readonly zone: string
  readonly now: () => Date
  readonly newUuid: () => string
  /** What holds where an office has loaded no rules of its own. */
  readonly builtInRules: ScoringRules
  readonly fixDaysOf: Rulebook['fixDaysOf']
  readonly log: { readonly error: (details: object, text: string) => void }
}

/** Does what is due in every office: a slot and its letters in one transaction. Gives how many letters were put. */
export const runDueJobs = async (parts: JobParts): Promise<number> => {
  const offices = await parts.store.transaction(listOffices)
  let count = 0
  for (const office of offices)
    for (const job of parts.jobs)
      count += await runOne(parts, office, job).catch((error: unknown) => {
        parts.log.error(
          { job: job.name, office: office.code, why: String(error).slice(0, 300) },
          'job failed',
        )
        return 0
      })
  return count
}

const runOne = (
  { store, zone, now, newUuid, builtInRules, fixDaysOf }: JobParts,
  office: Office,
  job: Job,
): Promise<number> => {
  const at = new Date(now().getTime() + office.clockOffsetMs)
  return store.transaction(async (tx) => {
    const calendar = createCalendar(zone, await findOverrides(tx, office.id))
    const slot = job.slotAt(at, calendar)
    if (
      slot === undefined ||
      !(await takeSlot(tx, { officeId: office.id, job: job.name, slot }, at))
    )
      return 0
    const scoring = scorebookOf(builtInRules, await listRules(tx, office.id), zone)
    const book: Rulebook = { calendar, scoring, fixDaysOf }
    const letters = await job.run({
      tx,
      office,
      channel: channelOf(office),
      now: at,
      today: dayOf(at, zone),
      book,
    })
    await put(tx, letters, { now: now(), newUuid })
    return letters.length
  })
}

const channelOf = ({ code }: Office): ChannelName =>
  code === officeCodeOf.playground ? 'playground' : 'lark'
