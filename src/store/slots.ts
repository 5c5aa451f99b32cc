import type { Tx } from './open.ts'
import { slots } from './tables/queues.ts'

/** True for the one who may do it: a slot is done once, over any number of replicas and starts. */
export const takeSlot = async (
  tx: Tx,
  slot: { readonly officeId: number; readonly job: string; readonly slot: string },
  now: Date,
): Promise<boolean> => {
  const taken = await tx
    .insert(slots)
    .values({ ...slot, doneAt: now })
    .onConflictDoNothing()
    .returning({ slot: slots.slot })
  return taken.length > 0
}
