import type { Item } from '../domain/item.ts'
import type { Entry } from '../domain/scoring.ts'
import type { Tx } from './open.ts'
import { ledger } from './tables/book.ts'

interface Cause {
  /** The fact they follow from; absent when everything was settled anew. */
  readonly factId?: number
  readonly enteredBy: number
  readonly reason: (item: Item, entry: Entry) => string
  readonly now: Date
}

/** Writes lines of a matter, each with its reason in words. */
export const postEntries = async (
  tx: Tx,
  item: Item,
  entries: readonly Entry[],
  { reason, now, ...cause }: Cause,
): Promise<void> => {
  if (entries.length === 0) return
  await tx.insert(ledger).values(
    entries.map((entry) => ({
      ...cause,
      officeId: item.officeId,
      personId: entry.to,
      itemNo: item.no,
      rule: entry.rule,
      ruleVersion: entry.ruleVersion,
      points: entry.points,
      reason: reason(item, entry),
      outcomeOn: entry.outcomeOn,
      recordedAt: now,
    })),
  )
}
