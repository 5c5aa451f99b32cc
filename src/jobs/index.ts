import { digests } from './digests.ts'
import type { Job } from './job.ts'
import { lapse } from './lapse.ts'
import { sweep } from './sweep.ts'
import { weeklyBoard } from './weekly-board.ts'

/** Everything done on a schedule, in the order in which it is done when several are due. */
export const jobs: readonly Job[] = [sweep, lapse, digests, weeklyBoard]
