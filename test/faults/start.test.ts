import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cppcc-start-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const start = (settings: Record<string, string>): ChildProcess =>
  spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      DATA_DIR: join(folder, 'data'),
      LOG_LEVEL: 'silent',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })

const ended = async (child: ChildProcess): Promise<{ code: number; said: string }> => {
  let said = ''
  child.stdout?.on('data', (text: Buffer) => (said += text.toString()))
  child.stderr?.on('data', (text: Buffer) => (said += text.toString()))
  const [code] = (await once(child, 'close')) as [number]
  return { code, said }
}

test('wrong and half-given configuration: all faults at once, and nothing starts', async () => {
  const { code, said } = await ended(
    start({
      PORT: 'abc',
      TIME_ZONE: 'Mars/Base',
      LARK_APP_ID: 'cli_0123456789abcdef',
      PLAYGROUND: 'maybe',
    }),
  )
  expect(code).toBe(1)
  for (const name of ['PORT', 'TIME_ZONE', 'PLAYGROUND', 'LARK_APP_SECRET', 'LARK_ENCRYPT_KEY'])
    expect(said).toContain(name)
})

test('a second process on the same data is refused with a sentence; the first ends in order and leaves the place free', async () => {
  const first = start({})
  const closed = ended(first)
  await once(first.stdout!, 'data')
  const second = await ended(start({}))
  expect(second.code).toBe(1)
  expect(second.said).toContain(`数据目录正被另一个进程使用(进程号 ${first.pid})`)
  first.kill('SIGINT')
  expect((await closed).code).toBe(0)
  const third = start({})
  const again = ended(third)
  await once(third.stdout!, 'data')
  third.kill('SIGTERM')
  expect((await again).code).toBe(0)
})

test('an open page does not keep it from ending in order', async () => {
  const server = start({})
  const closed = ended(server)
  const [greeting] = (await once(server.stdout!, 'data')) as [Buffer]
  const address = /http:\/\/[\d.:]+/.exec(greeting.toString())?.[0] ?? ''
  const stream = await fetch(`${address}/playground/events`)
  server.kill('SIGTERM')
  await stream.text()
  expect((await closed).code).toBe(0)
})

test('a lock that a power cut left empty is nobody’s, and what it guards is for this account alone', async () => {
  writeFileSync(join(folder, 'data', 'db.lock.7'), '')
  const server = start({})
  const closed = ended(server)
  await once(server.stdout!, 'data')
  expect(statSync(join(folder, 'data', 'db')).mode & 0o077).toBe(0)
  server.kill('SIGTERM')
  expect((await closed).code).toBe(0)
})
