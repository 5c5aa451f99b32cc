import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client'

/** Counters for /metrics; gauges are read when asked. */
export const createMetrics = (
  read: () => Promise<Readonly<Record<keyof typeof gaugesOf, number>>>,
) => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const heard = new Counter({
    name: 'heard_total',
    help: 'Events stored, by channel',
    labelNames: ['channel', 'found'],
    registers,
  })
  const letters = new Counter({
    name: 'letters_total',
    help: 'Tries to send, by channel and result',
    labelNames: ['channel', 'result'],
    registers,
  })
  const gauges = new Map(
    Object.entries(gaugesOf).map(([key, about]) => [key, new Gauge({ ...about, registers })]),
  )
  return {
    countHeard: (channel: string, found: string) => heard.inc({ channel, found }),
    countLetter: (channel: string, result: string) => letters.inc({ channel, result }),
    text: async () => {
      const values = await read().catch(() => undefined)
      for (const [name, value] of Object.entries(values ?? {})) gauges.get(name)?.set(value)
      return { type: registry.contentType, text: await registry.metrics() }
    },
  }
}

const gaugesOf = {
  inboxWaiting: { name: 'inbox_waiting', help: 'Messages not yet handled' },
  inboxAgeSeconds: { name: 'inbox_age_seconds', help: 'Age of the oldest message not yet handled' },
  outboxWaiting: { name: 'outbox_waiting', help: 'Letters not yet sent' },
  outboxFailed: { name: 'outbox_failed', help: 'Letters set aside' },
  toCompare: { name: 'comparisons_waiting', help: 'Opinions not yet compared with earlier ones' },
} as const
