import type { ChannelName, Heard } from '../channels/channel.ts'
import { mask } from '../domain/privacy.ts'
import type { Store } from '../store/open.ts'
import { type Arrival, keep } from './keep.ts'
import { isUnstorable } from './trouble.ts'

/** Resolves when it is stored for good; rejects when the database did not take it, so that the platform comes again. */
export type Accept = (channel: ChannelName, heard: Heard) => Promise<'new' | 'known'>

export interface AcceptParts {
  readonly store: Store
  readonly now: () => Date
  /** Called when something new lies in the inbox. */
  readonly poke: () => void
}

/** What arrives while one insert is on its way goes together into the next: one commit for many. */
export const createAccept = ({ store, now, poke }: AcceptParts): Accept => {
  const queue: Waiting[] = []
  let isBusy = false

  const empty = async (): Promise<void> => {
    if (isBusy) return
    isBusy = true
    while (queue.length > 0) await settle(queue.splice(0, largestBatch))
    isBusy = false
  }
  const settle = async (batch: readonly Waiting[]): Promise<void> => {
    try {
      const fresh = await store.atTheDoor((tx) => keep(tx, batch, now()))
      if (fresh.size > 0) poke()
      for (const one of batch) one.resolve(fresh.delete(keyOf(one)) ? 'new' : 'known')
    } catch (error) {
      await refuse(batch, error)
    }
  }
  const refuse = async (batch: readonly Waiting[], error: unknown): Promise<void> => {
    if (batch.length > 1 && isUnstorable(error)) for (const one of batch) await settle([one])
    else for (const one of batch) one.reject(error)
  }
  return (channel, heard) =>
    new Promise((resolve, reject) => {
      queue.push({ channel, heard: withoutNumbers(heard), resolve, reject })
      void empty()
    })
}

/** Numbers that belong to a person are hidden before anything is stored: no table and no letter ever holds them. */
const withoutNumbers = (heard: Heard): Heard =>
  heard.type === 'said' ? { ...heard, text: mask(heard.text) } : heard

const largestBatch = 500

interface Waiting extends Arrival {
  readonly resolve: (found: 'new' | 'known') => void
  readonly reject: (error: unknown) => void
}

const keyOf = ({ channel, heard }: Arrival): string => `${channel} ${heard.eventId}`
