import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openServerDatabase, type ServerDatabase } from '../database.ts'
import { openHouse, openId, type House } from '../house.ts'
import { messageEvent, sealed } from '../lark-event.ts'
import { openStore } from '../../src/store/open.ts'

let database: ServerDatabase | undefined
let line: Line | undefined
let house: House
beforeAll(async () => {
  database = await openServerDatabase()
  if (!database) return
  line = await openLine(new URL(database.url))
  house = await openHouse(
    { DATABASE_URL: line.url },
    await openStore({ type: 'postgres', url: database.url }),
  )
})
afterAll(async () => {
  if (!database) return
  await house.close()
  await line?.close()
  await database.drop()
})

const post = (n: number) =>
  house.post(
    sealed(
      messageEvent({
        eventId: `event-${n}`,
        messageId: `om_${n}`,
        from: openId('李一'),
        chat: 'oc_private',
        isPrivate: true,
        text: `社情民意 第${n}条 村口积水严重,建议清沟`,
        at: house.now(),
      }),
    ),
  )
const readyz = async () => (await fetch(`${house.service.address}/readyz`)).status

test.skipIf(!process.env['TEST_DATABASE_URL'])(
  'while the database is away the platform is told 503; when it is back everything goes on',
  async () => {
    expect((await post(1)).status).toBe(200)
    await house.settled()
    expect(await readyz()).toBe(200)

    line?.cut()
    expect((await post(2)).status).toBe(503)
    expect(await readyz()).toBe(503)
    expect((await fetch(`${house.service.address}/healthz`)).status).toBe(200)

    line?.mend()
    while ((await post(2)).status !== 200) await new Promise((resolve) => setTimeout(resolve, 20))
    await house.settled()
    expect(await readyz()).toBe(200)
    const numbers = house.lark.sent.flatMap(({ text }) => /✅ 社(\d)/.exec(text)?.[1] ?? [])
    expect(numbers).toEqual(['1', '2'])
  },
)

interface Line {
  readonly url: string
  /** Breaks what is open and takes nothing new. */
  readonly cut: () => void
  readonly mend: () => void
  readonly close: () => Promise<unknown>
}

/** The wire to the database, in our hands. */
const openLine = async (to: URL): Promise<Line> => {
  const ends = new Set<Socket>()
  let isCut = false
  const server = createServer((near) => {
    if (isCut) {
      near.destroy()
      return
    }
    const far = connect(Number(to.port || 5432), to.hostname)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(one)
      one.pipe(other)
      one.on('error', () => other.destroy())
      one.on('close', () => ends.delete(one))
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = new URL(to)
  url.port = String((server.address() as AddressInfo).port)
  url.hostname = '127.0.0.1'
  const cut = () => {
    isCut = true
    for (const end of ends) end.destroy()
  }
  return {
    url: url.href,
    cut,
    mend: () => {
      isCut = false
    },
    close: async () => {
      cut()
      server.close()
      await once(server, 'close')
    },
  }
}
