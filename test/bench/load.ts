import { messageEvent, sealed } from '../lark-event.ts'
import { Pool } from 'undici'

export const eventCount = Number(process.env['BENCH_EVENTS'] ?? 20_000)
const chats = 2000
const people = 500

/** The same encrypted and signed events for both, made before the clock starts: 2,000 private chats of 500 people. */
export const makeEvents = (
  run: string,
): readonly { body: string; headers: Record<string, string> }[] =>
  Array.from({ length: eventCount }, (_, n) =>
    sealed(
      messageEvent({
        eventId: `${run}-${n}`,
        messageId: `om_${run}_${n}`,
        from: `ou_${n % people}`,
        chat: `oc_${n % chats}`,
        isPrivate: true,
        text: `社情民意 第${n}条:村口积水严重,建议清沟`,
        at: new Date(),
      }),
    ),
  )

export interface Posted {
  readonly seconds: number
  readonly acks: readonly number[]
  readonly refused: number
}

/** Posts over a fixed number of connections, as fast as they are answered. */
export const postClosed = async (
  origin: string,
  events: ReturnType<typeof makeEvents>,
  connections: number,
): Promise<Posted> => {
  const pool = new Pool(origin, { connections, pipelining: 1 })
  const acks: number[] = []
  let next = 0
  let refused = 0
  const started = performance.now()
  const worker = async () => {
    for (let event = events[next++]; event; event = events[next++]) {
      const began = performance.now()
      if (!(await postOne(pool, event))) refused += 1
      acks.push(performance.now() - began)
    }
  }
  await Promise.all(Array.from({ length: connections }, worker))
  const seconds = (performance.now() - started) / 1000
  await pool.close()
  return { seconds, acks, refused }
}

/** Posts at a fixed rate whether answered or not; what waits for a connection counts too. */
export const postOpen = async (
  origin: string,
  events: ReturnType<typeof makeEvents>,
  rate: number,
): Promise<Posted> => {
  const pool = new Pool(origin, { connections: 256, pipelining: 1 })
  const acks: number[] = []
  const pending: Promise<void>[] = []
  let refused = 0
  const timed = async (event: (typeof events)[number], due: number): Promise<void> => {
    if (!(await postOne(pool, event))) refused += 1
    acks.push(performance.now() - due)
  }
  const started = performance.now()
  for (const [n, event] of events.entries()) {
    const due = started + (n * 1000) / rate
    const wait = due - performance.now()
    if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait))
    pending.push(timed(event, due))
  }
  await Promise.all(pending)
  await pool.close()
  return { seconds: (performance.now() - started) / 1000, acks, refused }
}

const postOne = async (
  pool: Pool,
  { body, headers }: { body: string; headers: Record<string, string> },
): Promise<boolean> => {
  const response = await pool.request({ method: 'POST', path: '/webhooks/lark', headers, body })
  await response.body.dump()
  return response.statusCode === 200
}

export const quantile = (values: readonly number[], q: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))] ?? 0
