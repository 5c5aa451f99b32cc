import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, openId, membersChat, staffChat, type House } from '../house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

test('the week before: five scoring events, one overdue department', async () => {
  for (const [who, text] of [
    ['李一', '一'],
    ['王二', '二'],
    ['赵三', '三'],
    ['李一', '四'],
  ] as const)
    await house.say(who, `社情民意 第${text}条 村口积水严重,建议清沟`)
  for (const no of [1, 2, 3, 4]) await house.say('吴办', `采编 ${no}`)
  await house.say('吴办', '采用 1 市 单篇')
  await house.say('王二', '随手拍 老街路口,路灯不亮')
  await house.say('王二', '无照片')
  await house.say('吴办', '交办 5 住建局 1天')
})

test('nothing on the Dragon Boat holiday Monday; the first working day at 09:07 the board goes to the 委员群, once', async () => {
  house.at('2024-06-10T09:30:00+08:00')
  expect(await house.tick()).toEqual([])
  house.at('2024-06-11T09:06:00+08:00')
  expect((await house.tick()).filter(({ to }) => to === membersChat)).toEqual([])
  house.at('2024-06-11T09:07:00+08:00')
  const posted = (await house.tick()).filter(({ to }) => to === membersChat)
  expect(posted).toHaveLength(1)
  expect(posted[0]?.text).toContain('【履职周报】第23周(6月3日—6月9日)')
  expect(posted[0]?.text).toContain('社情民意 4 条(采编 4,上报 0),采用 1 条')
  expect(posted[0]?.text).toContain('1 教育卫生组')
  expect(posted[0]?.text).toContain('部门超期 1 件(住建局 1)')
  expect(await house.tick()).toEqual([])
})

test('the digest of 08:47 had told the office and the department what waits for them', () => {
  const digests = house.lark.sent.filter(({ text }) => text.includes('早上好'))
  expect(digests.map(({ to }) => to)).toContain(staffChat)
  expect(digests.find(({ to }) => to === openId('冯住建'))?.text).toContain('超期 微5')
})

test('after a night of downtime the morning’s digest comes once', async () => {
  house.at('2024-06-12T10:30:00+08:00')
  const first = (await house.tick()).filter(({ text }) => text.includes('早上好'))
  expect(first.length).toBeGreaterThan(0)
  expect(await house.tick()).toEqual([])
})

test('quiet at noon, in the evening and on days without work', async () => {
  for (const moment of [
    '2024-06-13T12:30:00+08:00',
    '2024-06-13T20:00:00+08:00',
    '2024-06-15T09:30:00+08:00',
  ]) {
    house.at(moment)
    expect(await house.tick()).toEqual([])
  }
})

test('a draft of seven days goes to the office as a lead: no word is lost', async () => {
  house.at('2024-06-17T10:00:00+08:00')
  await house.say('李一', '社情民意 学校门口没有斑马线')
  house.at('2024-06-24T10:30:00+08:00')
  const heard = await house.tick()
  expect(
    heard.find(({ to, text }) => to === staffChat && text.includes('转为线索'))?.text,
  ).toContain('学校门口没有斑马线')
})

test('what nobody rated in seven working days is closed unverified; a verdict within 30 days still counts', async () => {
  await house.say('冯住建', '整改 5 已换灯泡')
  house.at('2024-07-05T10:30:00+08:00')
  const heard = await house.tick()
  expect(heard.find(({ to }) => to === openId('王二'))?.text).toMatch(/未评价办结|等您/)
  house.at('2024-07-08T10:00:00+08:00')
  expect(await house.ask('王二', '满意 5')).toContain('已办结')
})
