import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureOffice } from '../../src/store/offices.ts'
import { openStore } from '../../src/store/open.ts'
import { keepPerson } from '../../src/store/roster.ts'
import { larkSettings } from '../lark-event.ts'
import { eventCount, makeEvents, postClosed, postOpen, quantile } from './load.ts'
import { cpuMs, freePort, peakRssMb, postgresCpuMs, start, stop, withDatabase } from './machine.ts'

export type Runner = 'ours' | 'baseline'

export interface Figures {
  readonly runner: Runner
  readonly delayMs: number
  readonly connections: number
  /** From the first post to the last number named at the stub. */
  readonly wallSeconds: number
  readonly namedPerSecond: number
  readonly acceptedPerSecond: number
  readonly ackP50: number
  readonly ackP99: number
  readonly cpuPerEvent: number
  readonly postgresCpuPerEvent: number
  readonly peakRss: number
}

const here = import.meta.dirname

/** One run of one contestant: a database, a stub and a server of its own. */
export const race = (runner: Runner, delayMs: number, connections: number): Promise<Figures> =>
  withServer(runner, delayMs, async ({ address, pid, figures }) => {
    const events = makeEvents(`${runner}-${delayMs}-${connections}`)
    const [cpu, pgCpu, began] = [cpuMs(pid), postgresCpuMs(), performance.now()]
    const posted = await postClosed(address, events, connections)
    if (posted.refused > 0) throw new Error(`${posted.refused} events were refused`)
    await until(async () => (await figures()).distinct >= eventCount)
    const wallSeconds = (performance.now() - began) / 1000
    return {
      runner,
      delayMs,
      connections,
      wallSeconds,
      namedPerSecond: eventCount / wallSeconds,
      acceptedPerSecond: eventCount / posted.seconds,
      ackP50: quantile(posted.acks, 0.5),
      ackP99: quantile(posted.acks, 0.99),
      cpuPerEvent: (cpuMs(pid) - cpu) / eventCount,
      postgresCpuPerEvent: (postgresCpuMs() - pgCpu) / eventCount,
      peakRss: peakRssMb(pid),
    }
  })

/** Ack times of ours in an open loop at a given rate. */
export const openLoop = (rate: number): Promise<{ readonly p50: number; readonly p99: number }> =>
  withServer('ours', 50, async ({ address }) => {
    const { acks } = await postOpen(address, makeEvents(`open-${Math.round(rate)}`), rate)
    return { p50: quantile(acks, 0.5), p99: quantile(acks, 0.99) }
  })

interface Server {
  readonly address: string
  readonly pid: number
  readonly figures: () => Promise<{ readonly named: number; readonly distinct: number }>
}

const withServer = <T>(
  runner: Runner,
  delayMs: number,
  work: (server: Server) => Promise<T>,
): Promise<T> =>
  withDatabase(async (url) => {
    const folder = mkdtempSync(join(tmpdir(), 'cppcc-bench-'))
    const stub = await start(join(here, 'stub.ts'), [String(delayMs)], {})
    const stubUrl = `http://127.0.0.1:${String(stub.told['port'])}`
    if (runner === 'ours') await furnish(url)
    const port = await freePort()
    const env = environmentOf(url, stubUrl, port, folder)
    const server =
      runner === 'ours'
        ? await startOurs(env, port)
        : (await start(join(here, 'baseline.ts'), [], { env })).child
    const figures = async () =>
      (await (await fetch(`${stubUrl}/figures`)).json()) as { named: number; distinct: number }
    try {
      return await work({ address: `http://127.0.0.1:${port}`, pid: server.pid ?? 0, figures })
    } finally {
      await stop(server)
      await stop(stub.child)
      rmSync(folder, { recursive: true, force: true })
    }
  })

const environmentOf = (
  url: string,
  stubUrl: string,
  port: number,
  folder: string,
): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  PORT: String(port),
  DATA_DIR: folder,
  DATABASE_URL: url,
  ...larkSettings(stubUrl),
  LOG_LEVEL: 'error',
})

const startOurs = async (env: NodeJS.ProcessEnv, port: number) => {
  const { spawn } = await import('node:child_process')
  const child = spawn(process.execPath, [join(here, '../../dist/main.js')], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await until(
    async () =>
      (await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined))?.ok === true,
  )
  return child
}

/** 500 people who are known, in one office with a 工作群-less staff of nobody: every answer goes to who spoke. */
const furnish = async (url: string): Promise<void> => {
  const store = await openStore({ type: 'postgres', url })
  await store.transaction(async (tx) => {
    const office = await ensureOffice(tx, { code: 'main', name: '云溪县政协' }, new Date())
    for (let n = 0; n < 500; n++)
      await keepPerson(tx, office.id, {
        name: `委员${n}`,
        identities: ['member'],
        groups: {},
        isKeyReporter: false,
        aliases: [],
        larkId: `ou_${n}`,
      })
  })
  await store.close()
}

export const until = async (is: () => Promise<boolean>): Promise<void> => {
  const end = performance.now() + 300_000
  while (!(await is())) {
    if (performance.now() > end) throw new Error('it did not come to pass within five minutes')
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}
