import type { Store } from '../store/open.ts'
import { readQueues } from '../store/queues.ts'
import type { Readiness } from './server.ts'

const oldestSeconds = 60

/** 503 when the database does not answer or the inbox is older than 60 s; never because a platform is slow (decisions 24). */
export const readiness = async (store: Store): Promise<Readiness> => {
  try {
    const figures = await withTimeout(store.atTheDoor(readQueues), 3000)
    return { ok: figures.inboxAgeSeconds <= oldestSeconds, details: { database: 'ok', ...figures } }
  } catch {
    return { ok: false, details: { database: 'no answer' } }
  }
}

const withTimeout = <T>(work: Promise<T>, ms: number): Promise<T> =>
  Promise.race([
    work,
    new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error('no answer in time')), ms).unref()
    }),
  ])
