import type { Channel, ChannelName, Sent } from '../channels/channel.ts'
import { type InHand, type Rates, claimLetters } from './claim.ts'
import { fallbackOf } from './fallback.ts'
import { put } from './put.ts'
import { type Settlement, fateOf, setAsideUnsure, writeSettlements } from './settle.ts'
import type { Store } from '../store/open.ts'

export interface OutboxDrainParts {
  readonly store: Store
  readonly channel: Channel
  readonly rates: Rates
  readonly now: () => Date
  readonly random: () => number
  readonly newUuid: () => string
  readonly log: Log
  /** Called when a letter has been settled, so that the loop looks again. */
  readonly poke: () => void
  /** Told how each try ended, for the counters. */
  readonly count: (channel: ChannelName, result: 'sent' | 'again' | 'failed') => void
}

interface Log {
  readonly warn: (details: object, text: string) => void
  readonly error: (details: object, text: string) => void
}

export interface OutboxDrain {
  /** Claims and starts sending; true when something was claimed. */
  readonly work: () => Promise<boolean>
  /** Resolves when nothing is on its way any more. */
  readonly finish: () => Promise<void>
}

/** Claim, *then* call the platform, *then* settle: never inside a transaction. Settlements are written many at once. */
export const createOutboxDrain = (parts: OutboxDrainParts): OutboxDrain => {
  const settler = createSettler(parts)
  const onTheirWay = new Set<Promise<void>>()
  let after = ''
  const next = async (): Promise<readonly InHand[]> => {
    const limit = mostInFlight - onTheirWay.size
    if (limit <= 0) return []
    const { channel, rates } = parts
    const claim = { channel: channel.name, after, limit, rates, now: parts.now() }
    const claimed = await parts.store.transaction((tx) => claimLetters(tx, claim))
    const wasFirst = after === ''
    after =
      claimed.length < limit
        ? ''
        : claimed.reduce((last, { lane }) => (lane > last ? lane : last), '')
    return claimed.length > 0 || wasFirst ? claimed : next()
  }
  const sendOne = async (letter: InHand): Promise<void> => {
    const sent = await trySending(parts, letter)
    await settler.add({ letter, sent, waitMs: waitFor(sent, letter.tries, parts.random()) })
  }
  return {
    work: async () => {
      const claimed = await next()
      for (const letter of claimed) {
        const sending = sendOne(letter)
          .catch((error: unknown) =>
            parts.log.error({ err: error, letter: letter.id }, 'letter not settled'),
          )
          .finally(() => {
            onTheirWay.delete(sending)
            parts.poke()
          })
        onTheirWay.add(sending)
      }
      return claimed.length > 0
    },
    finish: async () => {
      await Promise.allSettled(onTheirWay)
    },
  }
}

const mostInFlight = 128

const trySending = async ({ channel, log }: OutboxDrainParts, letter: InHand): Promise<Sent> => {
  try {
    return await channel.send({
      to: { type: letter.toType, id: letter.toId },
      ...(letter.replyTo !== null && { replyTo: letter.replyTo }),
      message: letter.message,
      uuid: letter.uuid,
    })
  } catch (error) {
    log.error({ err: error, letter: letter.id }, 'channel threw')
    return {
      type: 'try-later',
      why: String(error).slice(0, 200),
      surelyNotDelivered: false,
      pause: 'letter',
    }
  }
}

/** What the platform asked for, else 1 s, 2 s, 4 s … at most 10 min, with jitter so that replicas don't march in step. */
const waitFor = (sent: Sent, tries: number, random: number): number => {
  if (sent.type !== 'try-later') return 0
  if (sent.afterSeconds !== undefined) return sent.afterSeconds * 1000 + random * 250
  return Math.min(600_000, 500 * 2 ** Math.min(tries, 12)) * (0.5 + random / 2)
}

/** Results that come in while one write is on its way go together into the next. */
const createSettler = (parts: OutboxDrainParts) => {
  const queue: {
    readonly settlement: Settlement
    readonly done: () => void
    readonly fail: (error: unknown) => void
  }[] = []
  let isBusy = false
  const flush = async (): Promise<void> => {
    if (isBusy) return
    isBusy = true
    while (queue.length > 0) {
      const batch = queue.splice(0)
      const settlements = batch.map(({ settlement }) => settlement)
      try {
        await write(parts, settlements)
        for (const one of batch) one.done()
      } catch (error) {
        for (const one of batch) one.fail(error)
      }
    }
    isBusy = false
  }
  return {
    add: (settlement: Settlement) =>
      new Promise<void>((done, fail) => {
        queue.push({ settlement, done, fail })
        void flush()
      }),
  }
}

const write = async (
  parts: OutboxDrainParts,
  settlements: readonly Settlement[],
): Promise<void> => {
  const { store, now, newUuid } = parts
  const failed = settlements.filter((one) => fateOf(one).type === 'failed')
  await store.transaction(async (tx) => {
    await writeSettlements(tx, settlements)
    const instead = failed.flatMap(({ letter }) => fallbackOf(letter))
    await put(tx, instead, { now: now(), newUuid })
  })
  for (const one of settlements) report(parts, one)
}

const report = ({ log, count, channel }: OutboxDrainParts, { letter, sent }: Settlement): void => {
  count(
    channel.name,
    sent.type === 'delivered' ? 'sent' : sent.type === 'give-up' ? 'failed' : 'again',
  )
  if (sent.type === 'delivered') return
  const details = { letter: letter.id, tries: letter.tries, why: sent.why }
  if (sent.alarm) log.error(details, 'an operator must look at the platform app')
  else
    log.warn(details, sent.type === 'give-up' ? 'letter set aside' : 'letter will be tried again')
}

/** Sets aside what may have been said and is too old to be said again; for a job. */
export const setAsideOld = (store: Store): Promise<number> =>
  store.transaction(async (tx) => (await setAsideUnsure(tx)).length)
