import { afterAll, beforeAll, expect, test } from 'vitest'
import { openServerDatabase, type ServerDatabase } from '../database.ts'
import { membersChat, openHouse, type House } from '../house.ts'
import { openStore } from '../../src/store/open.ts'

let database: ServerDatabase | undefined
let houses: readonly House[] = []
beforeAll(async () => {
  database = await openServerDatabase()
  if (!database) return
  const { url } = database
  const stores = await Promise.all([0, 1].map(() => openStore({ type: 'postgres', url })))
  houses = await Promise.all(stores.map((store) => openHouse({ DATABASE_URL: url }, store)))
})
afterAll(async () => {
  for (const house of houses) await house.close()
  await database?.drop()
})

test.skipIf(!process.env['TEST_DATABASE_URL'])(
  'two replicas that started together on an empty database post one Monday board and one digest',
  async () => {
    const [first, second] = houses
    if (!first || !second) throw new Error('no replicas')
    for (const [who, text] of [
      ['李一', '一'],
      ['王二', '二'],
      ['赵三', '三'],
    ] as const)
      await first.say(who, `社情民意 第${text}条 村口积水严重,建议清沟`)
    for (const no of [1, 2, 3]) await first.say('吴办', `采编 ${no}`)
    const before = houses.map(({ lark }) => lark.sent.length)
    for (const house of houses) house.at('2024-06-11T09:08:00+08:00')
    await Promise.all([first.service.tick(), second.service.tick()])
    await first.settled()
    const posted = houses.flatMap(({ lark }, index) => lark.sent.slice(before[index]))
    expect(
      posted.filter(({ to, text }) => to === membersChat && text.includes('履职周报')),
    ).toHaveLength(1)
    const digests = posted.filter(({ text }) => text.includes('早上好')).map(({ to }) => to)
    expect(digests).toEqual([...new Set(digests)])
  },
)

test.skipIf(!process.env['TEST_DATABASE_URL'])(
  'what one replica hears twice through both doors is one matter and one answer',
  async () => {
    const [first, second] = houses
    if (!first || !second) throw new Error('no replicas')
    const before = houses.map(({ lark }) => lark.sent.length)
    const how = { eventId: 'same-event', messageId: 'om_same' }
    await Promise.all([first.say('王二', '规则', how), second.say('王二', '规则', how)])
    const answers = houses.flatMap(({ lark }, index) => lark.sent.slice(before[index]))
    expect(answers).toHaveLength(1)
  },
)
