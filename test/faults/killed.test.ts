import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { messageEvent, sealed, larkSettings } from '../lark-event.ts'
import { startLarkStub, type LarkStub } from '../lark-stub.ts'
import { openServerDatabase, type ServerDatabase } from '../database.ts'

let lark: LarkStub
let folder: string
let database: ServerDatabase | undefined
let port: number
let environment: NodeJS.ProcessEnv

beforeAll(async () => {
  lark = await startLarkStub()
  folder = mkdtempSync(join(tmpdir(), 'cppcc-killed-'))
  database = await openServerDatabase()
  port = await freePort()
  environment = {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    PORT: String(port),
    DATA_DIR: join(folder, 'data'),
    ...(database && { DATABASE_URL: database.url }),
    ...larkSettings(lark.url),
    LOG_LEVEL: 'error',
  }
  writeFileSync(
    join(folder, 'roster.csv'),
    '姓名,手机,身份,飞书ID\n李一,13900000001,委员,ou_a\n王二,13900000002,委员,ou_b\n赵三,13900000003,委员,ou_c\n',
  )
  const [code] = (await once(
    run('src/admin.ts', 'roster', 'import', join(folder, 'roster.csv')),
    'exit',
  )) as [number]
  if (code !== 0) throw new Error('the roster was not imported')
})
afterAll(async () => {
  await lark.close()
  await database?.drop()
  rmSync(folder, { recursive: true, force: true })
})

test(
  'killed in the middle, three times: everything acknowledged is answered, nothing is said twice',
  { timeout: 180_000 },
  async () => {
    const acknowledged = new Set<string>()
    for (const [round, killAfter] of [15, 40, 70].entries()) {
      const server = await start()
      const posts = Array.from({ length: 40 }, (_, n) => post(`${round}-${n}`, acknowledged))
      await Promise.race([
        Promise.all(posts),
        acknowledgements(acknowledged, round * 40 + killAfter / 3),
      ])
      server.kill('SIGKILL')
      await once(server, 'exit')
      await Promise.allSettled(posts)
    }
    const server = await start()
    const answers = () =>
      lark.sent.filter(({ text }) => text.includes('已提交') || text.includes('收到'))
    await until(() => {
      const names = new Set(
        answers().flatMap(({ text }) => [...text.matchAll(/社(\d+)/g)].map((match) => match[1])),
      )
      return names.size >= acknowledged.size
    })
    const uuids = lark.sent.map(({ uuid }) => uuid)
    expect(new Set(uuids).size).toBe(uuids.length)
    const numbers = answers().flatMap(({ text }) => [
      ...new Set([...text.matchAll(/社(\d+)/g)].map((match) => match[1])),
    ])
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(acknowledged.size).toBeGreaterThan(3)
    server.kill('SIGTERM')
    const [code] = (await once(server, 'exit')) as [number]
    expect(code).toBe(0)
  },
)

const run = (file: string, ...args: readonly string[]): ChildProcess =>
  spawn(process.execPath, ['--import', 'tsx', file, ...args], {
    env: environment,
    stdio: ['ignore', 'ignore', 'inherit'],
  })

const start = async (): Promise<ChildProcess> => {
  const server = run('src/main.ts')
  await until(
    async () =>
      (await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined))?.ok === true,
  )
  return server
}

/** Posts until it is acknowledged or the server is gone, as the platform would. */
const post = async (id: string, acknowledged: Set<string>): Promise<void> => {
  const from = ['ou_a', 'ou_b', 'ou_c'][id.length % 3] ?? 'ou_a'
  const event = messageEvent({
    eventId: `event-${id}`,
    messageId: `om_${id}`,
    from,
    chat: `oc_${from}`,
    isPrivate: true,
    text: `社情民意 第${id}条 村口积水严重,建议清沟`,
    at: new Date(),
  })
  const { body, headers } = sealed(event)
  const response = await fetch(`http://127.0.0.1:${port}/webhooks/lark`, {
    method: 'POST',
    body,
    headers,
  })
  if (response.status === 200) acknowledged.add(id)
}

const acknowledgements = (set: Set<string>, count: number) => until(() => set.size >= count)

const until = async (is: () => boolean | Promise<boolean>): Promise<void> => {
  const end = Date.now() + 60_000
  while (!(await is())) {
    if (Date.now() > end) throw new Error('it did not come to pass within a minute')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port: found } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return found
}
