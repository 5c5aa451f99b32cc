import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askServer } from '../../src/admin/socket.ts'
import { put } from '../../src/outbox/put.ts'
import { say } from '../../src/messages/message.ts'
import { rows } from '../../src/store/open.ts'
import { openHouse, type House } from '../house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const admin = async (...args: readonly string[]) =>
  (await askServer(house.dataDir, { args: [...args], cwd: house.dataDir }))?.lines ?? []

/** Puts receipts to one chat in one go, so that they wait together. */
const putThree = (chat: string) =>
  house.store.transaction((tx) =>
    put(
      tx,
      [1, 2, 3].map((no) => ({
        officeId: house.officeId(),
        channel: 'lark' as const,
        to: { type: 'chat' as const, id: chat },
        kind: 'receipt' as const,
        isPrivate: false,
        message: {
          ...say(`✅ 社${no} 已提交`),
          receipt: { label: `社${no}`, short: '村口积水' },
        },
      })),
      { now: house.now(), newUuid: () => crypto.randomUUID() },
    ),
  )
const saidTo = (chat: string) => house.lark.sent.filter(({ to }) => to === chat)
const idsOf = (chat: string) =>
  house.store.transaction((tx) =>
    rows<{ id: number; state: string }>(
      tx,
      sql`select id::float8 as id, state from outbox where to_id = ${chat} order by id`,
    ),
  )

test('three receipts for one chat are one message', async () => {
  await putThree('oc_merge')
  await house.tick()
  expect(saidTo('oc_merge').map(({ text }) => text)).toEqual([
    expect.stringMatching(/收到 3 件[\s\S]*社1[\s\S]*社2[\s\S]*社3/),
  ])
})

test('refused together, shown together, said again together', async () => {
  house.lark.refusals.push({ status: 400, code: 230035, to: 'oc_refused' })
  await putThree('oc_refused')
  await house.tick()
  const ids = await idsOf('oc_refused')
  expect(ids.map(({ state }) => state)).toEqual(['failed', 'failed', 'failed'])
  expect(
    (await admin('letters', '--failed')).filter((line) => line.includes('oc_refused')),
  ).toHaveLength(3)
  await admin('letters', 'retry', String(ids[0]?.id))
  await house.settled()
  const said = saidTo('oc_refused')
    .map(({ text }) => text)
    .join('\n')
  for (const no of [1, 2, 3]) expect(said).toContain(`社${no}`)
})

test('what may have been said before the uuid hour ended is never said again, but shown', async () => {
  await house.store.transaction(async (tx) => {
    await put(
      tx,
      [
        {
          officeId: house.officeId(),
          channel: 'lark',
          to: { type: 'chat', id: 'oc_old' },
          kind: 'answer',
          isPrivate: false,
          message: say('也许说过'),
        },
      ],
      { now: house.now(), newUuid: () => crypto.randomUUID() },
    )
    await tx.execute(
      sql`update outbox set first_tried_at = now() - interval '70 minutes', tries = 3 where to_id = 'oc_old'`,
    )
  })
  await house.tick()
  expect(saidTo('oc_old')).toEqual([])
  expect((await admin('letters', '--failed')).join('\n')).toContain('oc_old')
})

test('what was dropped with a chat that is gone is shown too', async () => {
  house.lark.refusals.push({ status: 400, code: 230002, to: 'oc_gone' })
  await house.store.transaction((tx) =>
    put(
      tx,
      [1, 2].map((no) => ({
        officeId: house.officeId(),
        channel: 'lark' as const,
        to: { type: 'chat' as const, id: 'oc_gone' },
        kind: 'notice' as const,
        isPrivate: false,
        message: say(`第${no}条`),
      })),
      { now: house.now(), newUuid: () => crypto.randomUUID() },
    ),
  )
  await house.tick()
  expect(
    (await admin('letters', '--failed')).filter((line) => line.includes('oc_gone')),
  ).toHaveLength(2)
})
