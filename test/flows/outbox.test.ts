import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'drizzle-orm'
import { rows } from '../../src/store/open.ts'
import { membersChat, openHouse, openId, type House } from '../house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const failed = () =>
  house.store.transaction((tx) =>
    rows<{ error: string; state: string }>(
      tx,
      sql`select error, state from outbox where state in ('failed', 'dropped') order by id`,
    ),
  )

test('429 with a reset, an internal error and a chat too fast: said later, once, with the same uuid', async () => {
  house.lark.refusals.push(
    { status: 429, code: 99991400, headers: { 'x-ogw-ratelimit-reset': '1' } },
    { status: 500, code: 5000 },
    { status: 400, code: 230020 },
  )
  const heard = await house.say('李一', '规则')
  expect(heard).toHaveLength(1)
})

test('a token the platform refuses is fetched anew and the call tried once more', async () => {
  const before = house.lark.paths.filter((path) => path.includes('tenant_access_token')).length
  house.lark.refusals.push({ status: 400, code: 99991663 })
  expect(await house.say('李一', '规则')).toHaveLength(1)
  expect(house.lark.paths.filter((path) => path.includes('tenant_access_token')).length).toBe(
    before + 1,
  )
})

test('a chat that is gone: the letter is set aside and visible', async () => {
  house.lark.refusals.push({ status: 400, code: 230002 })
  expect(await house.say('李一', '规则')).toHaveLength(0)
  expect((await failed()).at(-1)).toMatchObject({
    state: 'failed',
    error: expect.stringContaining('230002'),
  })
})

test('a person who cannot be reached privately is told neutral steps in the group, by mention', async () => {
  await house.say('李一', '社情民意 村口积水严重,建议清沟', { inGroup: true })
  house.lark.refusals.push({ status: 400, code: 230013, to: openId('李一') })
  const heard = await house.say('吴办', '采编 1')
  const instead = heard.find(({ to }) => to === membersChat)
  expect(instead?.text).toContain(`<at user_id="${openId('李一')}"></at>`)
  expect(instead?.text).toContain('已由政协办采编')
})

test('receipts that pile up for one chat are merged into one message that names every number', async () => {
  house.lark.refusals.push({ status: 400, code: 230020 })
  const before = house.lark.sent.length
  await Promise.all(
    ['李一', '王二', '赵三'].map((who, n) =>
      house.say(who, `社情民意 第${n + 1}条 村口积水,建议清沟`, { inGroup: true }),
    ),
  )
  await house.settled()
  const texts = house.lark.sent
    .slice(before)
    .filter(({ to, replyTo }) => to === 'oc_members' || replyTo)
    .map(({ text }) => text)
  for (const no of [2, 3, 4]) expect(texts.some((text) => text.includes(`社${no}`))).toBe(true)
})

test('at most LARK_CHAT_RATE a second go to one chat, in the order they were put', async () => {
  const slow = await openHouse({ LARK_CHAT_RATE: '2' })
  try {
    await Promise.all(
      ['李一', '王二', '赵三', '李一', '王二'].map((who) =>
        slow.say(who, '规则', { inGroup: true }),
      ),
    )
    const times = slow.lark.sent.map(({ at }) => at)
    expect(times).toHaveLength(5)
    for (const [index, at] of times.slice(2).entries())
      expect(at - (times[index] ?? 0)).toBeGreaterThan(900)
  } finally {
    await slow.close()
  }
})

test('at most LARK_APP_RATE a second go out at all', async () => {
  const slow = await openHouse({ LARK_APP_RATE: '2' })
  try {
    await Promise.all(['李一', '王二', '赵三', '吴办'].map((who) => slow.say(who, '规则')))
    const times = slow.lark.sent.map(({ at }) => at)
    expect(times).toHaveLength(4)
    for (const [index, at] of times.slice(2).entries())
      expect(at - (times[index] ?? 0)).toBeGreaterThan(900)
  } finally {
    await slow.close()
  }
})
