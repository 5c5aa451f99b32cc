import { dayOf } from '../domain/dates.ts'
import { sweepInbox } from '../inbox/sweep.ts'
import { sweepAsked } from '../store/asked.ts'
import { sweepOutbox } from '../store/queues.ts'
import type { Job } from './job.ts'

/** Once a day, whatever the hour: forgets what need not be kept (decisions 11). */
export const sweep: Job = {
  name: 'sweep',
  slotAt: (now, { zone }) => dayOf(now, zone),
  run: async ({ tx, now, office }) => {
    if (office.clockOffsetMs === 0) await sweepInbox(tx, now)
    await sweepOutbox(tx)
    await sweepAsked(tx, office.id, now)
    return []
  },
}
