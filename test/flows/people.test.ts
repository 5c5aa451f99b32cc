import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'drizzle-orm'
import { rows } from '../../src/store/open.ts'
import { openHouse, openId, type House } from '../house.ts'
import { headerOf } from '../lark-event.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await house.store.transaction(async (tx) => {
    await tx.execute(
      sql`delete from bindings where person_id in (${house.idOf('王二')}, ${house.idOf('赵三')})`,
    )
  })
})
afterAll(() => house.close())

test('nothing of a stranger is stored but the fact', async () => {
  await house.say('陌生人', '社情民意 我家在某处,建议修路')
  const [kept] = await house.store.transaction((tx) =>
    rows<{ n: number; heard: unknown }>(
      tx,
      sql`select count(*)::int as n, max(heard::text) as heard from inbox`,
    ),
  )
  expect(kept?.heard).toBeNull()
})

test('绑定 by name and the last four digits, privately only', async () => {
  expect(await house.ask('新手机', '绑定 王二 0001', { inGroup: true })).toContain('请私聊我')
  expect(await house.ask('新手机', '绑定 王二 0001')).toContain('✅ 王二,您好')
  expect(await house.ask('新手机', '社情民意 村口积水严重,建议清沟')).toContain('社1')
})

test('three wrong tries lock for an hour', async () => {
  for (const left of [2, 1, 0]) {
    const answer = await house.ask('猜的人', '绑定 赵三 9999')
    expect(answer).toContain(left > 0 ? `还可试${left}次` : '一小时后再试')
  }
  expect(await house.ask('猜的人', '绑定 赵三 0002')).toContain('一小时后')
  house.at('2024-06-04T11:30:00+08:00')
  expect(await house.ask('猜的人', '绑定 赵三 0002')).toContain('✅ 赵三')
})

test('somebody already bound cannot be taken over', async () => {
  expect(await house.ask('冒名的人', '绑定 李一 0000')).toContain('对不上')
})

test('a new group is noted, and the bot says once what it does', async () => {
  const added = (id: string) => ({
    schema: '2.0',
    header: headerOf('im.chat.member.bot.added_v1', id, house.now()),
    event: { chat_id: 'oc_new', name: '城东小组', operator_id: { open_id: openId('吴办') } },
  })
  const before = house.lark.sent.length
  await house.event(added('added-1'))
  await house.settled()
  await house.event(added('added-2'))
  await house.settled()
  const said = house.lark.sent.slice(before)
  expect(said).toHaveLength(1)
  expect(said[0]?.text).toContain('尚未设置类型')
})

test('help shows only what this person may do', async () => {
  expect(await house.ask('李一', '帮助')).not.toMatch(/采编|接单/)
  expect(await house.ask('冯住建', '帮助')).toMatch(/接单/)
  expect(await house.ask('冯住建', '帮助')).not.toMatch(/采编 137|社情民意 城东/)
  expect(await house.ask('吴办', '帮助')).toMatch(/采编 137/)
})

test('a member cannot read the text of another’s matter', async () => {
  const answer = await house.ask('李一', '查 1')
  expect(answer).toContain('社1')
  expect(answer).not.toContain('积水')
})

test('whom the platform knows by mobile number need not bind himself', async () => {
  await house.store.transaction((tx) =>
    tx.execute(sql`delete from bindings where person_id = ${house.idOf('陈交通')}`),
  )
  expect(await house.ask('陈换号', '帮助')).toContain('名册里还没有找到您')
  house.lark.directory.set('13900000005', openId('陈换号'))
  house.at('2024-06-04T14:30:00+08:00')
  await house.tick()
  while (!(await house.ask('陈换号', '帮助')).includes('接单')) await house.settled()
  expect(await house.ask('陈换号', '我的')).toContain('陈交通')
})
