import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client'

/** Counters for /metrics; gauges are read when asked. */
export const createMetrics = (
  read: () => Promise<
    Readonly<Record<'inboxWaiting' | 'outboxWaiting' | 'outboxFailed' | 'inboxAgeSeconds', number>>
  >,
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
  const gauges = {
    inboxWaiting: new Gauge({ name: 'inbox_waiting', help: 'Messages not yet handled', registers }),
    inboxAgeSeconds: new Gauge({
      name: 'inbox_age_seconds',
      help: 'Age of the oldest message not yet handled',
      registers,
    }),
    outboxWaiting: new Gauge({ name: 'outbox_waiting', help: 'Letters not yet sent', registers }),
    outboxFailed: new Gauge({ name: 'outbox_failed', help: 'Letters set aside', registers }),
  }
  return {
    countHeard: (channel: string, found: string) => heard.inc({ channel, found }),
    countLetter: (channel: string, result: string) => letters.inc({ channel, result }),
    text: async () => {
      const values = await read().catch(() => undefined)
      for (const [name, value] of Object.entries(values ?? {}))
        gauges[name as keyof typeof gauges].set(value)
      return { type: registry.contentType, text: await registry.metrics() }
    },
  }
}
