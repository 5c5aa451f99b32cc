import type { Heard } from '../channels/channel.ts'
import type { Store, Tx } from '../store/open.ts'
import { type Claimed, claim, markHandled, putBack, setAside } from './claim.ts'
import { describe } from './trouble.ts'

export interface InboxDrainParts {
  readonly store: Store
  /** True for what touches nothing that stands in the book: such messages may share a transaction. */
  readonly opensMatter: (heard: Heard) => boolean
  /** One message, inside its transaction: what it throws undoes everything it wrote. */
  readonly handle: (
    tx: Tx,
    heard: Heard,
    row: { readonly id: number; readonly lane: string },
  ) => Promise<void>
  /** Tells the sender that his message is set aside, under the id an operator finds in the log. */
  readonly apologise: (tx: Tx, heard: Heard, logId: string, lane: string) => Promise<void>
  readonly now: () => Date
  readonly log: { readonly error: (details: object, text: string) => void }
  readonly newId: () => string
  readonly random: () => number
}

/** Hands what waits to the desk: each lane in the order of saying, lanes side by side. True when there was something. */
export const createInboxDrain = (parts: InboxDrainParts): (() => Promise<boolean>) => {
  // Lanes take turns, so that nobody waits behind those whose lane sorts before his.
  let after = ''
  const next = async (): Promise<readonly Claimed[]> => {
    const claimed = await parts.store.transaction((tx) => claim(tx, after, batchSize))
    const wasFirst = after === ''
    after = claimed.length < batchSize ? '' : (claimed.at(-1)?.lane ?? '')
    return claimed.length > 0 || wasFirst ? claimed : next()
  }
  return async () => {
    const claimed = await next()
    const fresh = claimed.filter(({ heard }) => parts.opensMatter(heard))
    const others = claimed.filter((one) => !fresh.includes(one))
    const results = await Promise.allSettled([
      handleTogether(parts, fresh),
      ...others.map((one) => handleOne(parts, one)),
    ])
    const outage = results.find((result) => result.status === 'rejected')
    if (outage) throw outage.reason
    return claimed.length > 0
  }
}

const batchSize = 256
const mostTries = 5

/** New matters of different people in one transaction; when anything is wrong with one, each has its own. */
const handleTogether = async (parts: InboxDrainParts, all: readonly Claimed[]): Promise<void> => {
  const [only] = all
  if (!only) return
  if (all.length === 1) return handleOne(parts, only)
  try {
    await turn(parts, all)
  } catch {
    await Promise.all(all.map((one) => handleOne(parts, one)))
  }
}

/** Rejects only when not even the failure could be written down: then the lease runs out and it comes again. */
const handleOne = async (parts: InboxDrainParts, one: Claimed): Promise<void> => {
  try {
    await turn(parts, [one])
  } catch (error) {
    if (!(error instanceof Lost)) await fail(parts, one, error)
  }
}

/** The mark goes first and locks the rows; the desk's first question travels with it, not behind its answer. */
const turn = ({ store, handle, now }: InboxDrainParts, all: readonly Claimed[]): Promise<void> =>
  store.transaction(async (tx) => {
    const [mark, ...turns] = await Promise.allSettled([
      markHandled(tx, all, now()),
      ...all.map((one) => handle(tx, one.heard, one)),
    ])
    // every turn has ended by now: none goes on writing on a connection that is no longer its own
    for (const one of [mark, ...turns]) if (one.status === 'rejected') throw one.reason
    if (mark.status === 'fulfilled' && !mark.value) throw new Lost()
  })

/** Somebody else has it by now: what was written here is rolled back. */
class Lost extends Error {}

const fail = async (parts: InboxDrainParts, one: Claimed, error: unknown): Promise<void> => {
  const logId = parts.newId()
  const trouble = describe(error)
  parts.log.error({ logId, inboxId: one.id, tries: one.tries, ...trouble }, 'message not handled')
  if (one.tries >= mostTries) return giveUp(parts, one, `${logId} ${trouble.why}`, logId)
  const waitMs = 500 * 2 ** one.tries * (0.5 + parts.random() / 2)
  await parts.store.transaction((tx) => putBack(tx, one, waitMs, `${logId} ${trouble.why}`))
}

const giveUp = async (
  { store, apologise, now, log }: InboxDrainParts,
  one: Claimed,
  why: string,
  logId: string,
): Promise<void> => {
  try {
    await store.transaction(async (tx) => {
      if (await setAside(tx, one, why, now())) await apologise(tx, one.heard, logId, one.lane)
    })
  } catch (error) {
    log.error({ logId, inboxId: one.id, ...describe(error) }, 'apology not put')
    await store.transaction((tx) => setAside(tx, one, why, now()))
  }
}
