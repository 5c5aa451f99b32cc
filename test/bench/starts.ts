import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, rssMb, withDatabase } from './machine.ts'
import { until } from './race.ts'
import { larkSettings } from '../lark-event.ts'

export interface StartFigures {
  readonly what: string
  readonly coldSeconds: number
  readonly warmSeconds: number
  readonly rssAfter60s: number
}

/** Cold and warm start, and memory 60 s after a warm start: PGlite without a platform, PostgreSQL with Lark. */
export const measureStarts = async (): Promise<readonly StartFigures[]> => [
  await measure('PGlite, no platform', {}),
  await withDatabase((url) =>
    measure('PostgreSQL, Lark', {
      DATABASE_URL: url,
      ...larkSettings('http://127.0.0.1:9'),
    }),
  ),
]

const measure = async (what: string, more: Record<string, string>): Promise<StartFigures> => {
  const folder = mkdtempSync(join(tmpdir(), 'cppcc-start-'))
  const environment = {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    DATA_DIR: folder,
    LOG_LEVEL: 'silent',
    ...more,
  }
  const cold = await once1(environment, 0)
  const warm = await once1(environment, Number(process.env['BENCH_REST'] ?? 60))
  rmSync(folder, { recursive: true, force: true })
  return { what, coldSeconds: cold.seconds, warmSeconds: warm.seconds, rssAfter60s: warm.rss }
}

const once1 = async (environment: NodeJS.ProcessEnv, restSeconds: number) => {
  const port = await freePort()
  const began = performance.now()
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../dist/main.js')], {
    env: { ...environment, PORT: String(port) },
    stdio: 'ignore',
  })
  await until(
    async () =>
      (await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined))?.ok === true,
  )
  const seconds = (performance.now() - began) / 1000
  await new Promise((resolve) => setTimeout(resolve, restSeconds * 1000))
  const rss = rssMb(child.pid ?? 0)
  child.kill('SIGTERM')
  await once(child, 'exit')
  return { seconds, rss }
}
