import type { Item } from '../domain/item.ts'
import type { Similar } from '../domain/similar.ts'
import { put } from '../outbox/put.ts'
import { type Claimed, claimComparisons, takeAway } from '../store/comparisons.ts'
import type { Store, Tx } from '../store/open.ts'
import { findItems, keepWordings, listUnworded } from '../store/wordings.ts'
import { findSimilarOf } from './find.ts'
import { type Compared, hintsOf, noticeOf } from './letters.ts'
import { wordingOf } from './wording.ts'

export interface ComparingParts {
  readonly store: Store
  readonly zone: string
  readonly now: () => Date
  readonly newUuid: () => string
  readonly log: { readonly error: (details: object, text: string) => void }
  /** Letters were put. */
  readonly poke: () => void
}

/**
 * Compares what was handed in with what was there before, behind the desk's back: the office's notice waits for it,
 * the author is told of what is nearly the same. True when there was something.
 */
export const createComparing = (parts: ComparingParts): (() => Promise<boolean>) => {
  const lookedBack = { at: 0 }
  return async () => {
    const taken = await parts.store.transaction(take)
    if (taken.length === 0) return lookBack(parts, lookedBack)
    const found = await find(parts, taken)
    await parts.store.transaction((tx) => settle(tx, parts, found))
    parts.poke()
    return true
  }
}

// small, since ranking holds the one thread: whoever waits for a 200 stands behind a batch at most
const batchSize = 8

/** From now on these can be found themselves, by each other too. */
const take = async (tx: Tx): Promise<readonly Compared[]> => {
  const claimed = await claimComparisons(tx, batchSize)
  const items = await itemsOf(tx, claimed)
  await keepWordings(tx, items.map(wordingOf))
  return claimed.map((one) => ({
    claimed: one,
    item: items.find(({ officeId, no }) => officeId === one.officeId && no === one.itemNo),
    similar: [],
  }))
}

const itemsOf = async (tx: Tx, claimed: readonly Claimed[]): Promise<readonly Item[]> => {
  const offices = [...new Set(claimed.map(({ officeId }) => officeId))]
  const found = offices.map((officeId) => {
    const nos = claimed.flatMap((one) => (one.officeId === officeId ? [one.itemNo] : []))
    return findItems(tx, officeId, [...new Set(nos)])
  })
  return (await Promise.all(found)).flat()
}

/** Without the similar ones a notice is poorer, but it goes. */
const find = async (
  { store, log }: ComparingParts,
  taken: readonly Compared[],
): Promise<readonly Compared[]> => {
  try {
    const found = await store.transaction((tx) => findByOffice(tx, taken))
    return taken.map((one) => ({ ...one, similar: (one.item && found.get(one.item)) ?? [] }))
  } catch (error) {
    log.error({ why: String(error).slice(0, 300) }, 'similar opinions not looked for')
    return taken
  }
}

const findByOffice = async (
  tx: Tx,
  taken: readonly Compared[],
): Promise<ReadonlyMap<Item, readonly Similar[]>> => {
  const items = taken.flatMap(({ item }) => (item?.state === 'submitted' ? [item] : []))
  const offices = [...new Set(items.map(({ officeId }) => officeId))]
  const found: [Item, readonly Similar[]][] = []
  for (const officeId of offices)
    found.push(
      ...(await findSimilarOf(
        tx,
        items.filter((item) => item.officeId === officeId),
      )),
    )
  return new Map(found)
}

/** The letters and the end of the comparison in one: a comparison is told once, however often it was begun. */
const settle = async (tx: Tx, parts: ComparingParts, found: readonly Compared[]): Promise<void> => {
  const claimed = await takeAway(
    tx,
    found.map((one) => one.claimed),
  )
  const ours = found.filter((one) => claimed.includes(one.claimed))
  const letters = [
    ...ours.flatMap((one) => noticeOf(one, parts.zone)),
    ...(await hintsOf(tx, ours, parts.zone)),
  ]
  await put(tx, letters, { now: parts.now(), newUuid: parts.newUuid })
}

/** Now and then, when nothing waits: what came into the book by another door. */
const lookBack = async ({ store, now }: ComparingParts, last: { at: number }): Promise<boolean> => {
  if (now().getTime() < last.at + lookBackMs) return false
  const count = await store.transaction(async (tx) => {
    const items = await listUnworded(tx, lookBackSize)
    await keepWordings(tx, items.map(wordingOf))
    return items.length
  })
  if (count < lookBackSize) last.at = now().getTime()
  return count > 0
}

const lookBackMs = 10 * 60_000
const lookBackSize = 500
