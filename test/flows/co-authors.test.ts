import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, openId, type House } from '../house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

test('two authors: a mention in the submission takes the other down, who hears of it privately', async () => {
  const heard = await house.say(
    '李一',
    '社情民意 城东小学门口放学堵得厉害,建议错峰放学 联名 @王二',
    { inGroup: true, mentioning: ['王二'] },
  )
  expect(heard[0]?.text).toContain('社1《城东小学门口放学堵得厉害》已提交')
  expect(heard[0]?.text).toContain('联名:王二。')
  const told = heard.find(({ to }) => to === openId('王二'))
  expect(told?.text).toContain('李一的社1《城东小学门口放学堵得厉害》 由您联名(王二)')
  expect(heard.find(({ to }) => to === 'oc_staff')?.text).toContain('新 社1(李一、王二)')
  expect(heard.filter(({ text }) => text.includes('由您联名'))).toHaveLength(1)
})

test('every step reaches both; the points are shared 6 to 4 and each hears his own', async () => {
  const edited = await house.say('吴办', '采编 1')
  expect(edited[0]?.text).toContain('(李一 +0.6、王二 +0.4)')
  const adopted = await house.say('吴办', '采用 1 市 单篇 2024第31期')
  expect(adopted[0]?.text).toContain('(李一 +5.4、王二 +3.6)')
  const of = (who: string) => adopted.find(({ to }) => to === openId(who))?.text
  expect(of('李一')).toContain('您的社1')
  expect(of('李一')).toContain('(+5.4分)')
  expect(of('王二')).toContain('您联名的社1')
  expect(of('王二')).toContain('(+3.6分)')
  expect(await house.ask('王二', '为什么')).toContain('+3.6 社1 市采用,联名')
  expect(await house.ask('王二', '查 1')).toContain('《城东小学门口放学堵得厉害》')
  expect(await house.ask('李一', '排行 党派')).toMatch(/民盟支部 人均6[\s\S]*工商联 人均2/)
})

test('the author may no longer change it once the office has it; the office may, and points follow by opposite lines', async () => {
  expect(await house.ask('李一', '联名 1 赵三')).toBe(
    '社1 已由政协办审核,联名请告诉政协办补记(联名 1 姓名)。',
  )
  const heard = await house.say('吴办', '联名 1 王二 赵三')
  expect(heard[0]?.text).toContain('已记联名:王二、赵三(第一作者 李一)。(王二 -2、赵三 +2)')
  expect(heard.find(({ to }) => to === openId('赵三'))?.text).toContain('(+2分)')
  expect(await house.ask('王二', '为什么')).toContain('(冲回)')
  const undone = await house.say('吴办', '撤销')
  expect(undone[0]?.text).toContain('已撤销您对 社1 的"联名"(王二 +2、赵三 -2)')
  expect(undone.find(({ to }) => to === openId('赵三'))?.text).toContain('已撤销')
})

test('a change of author follows the new one, and an undo gives everything back', async () => {
  expect(await house.ask('吴办', '作者 1 赵三')).toContain('作者 赵三')
  expect(await house.ask('赵三', '我的')).toContain('赵三 2024年:6分')
  expect(await house.ask('吴办', '撤销')).toContain('李一 +6')
  expect(await house.ask('吴办', '联名 1 无')).toContain('已取消联名,作者 李一')
  expect(await house.ask('李一', '我的')).toContain('李一 2024年:10分')
})

test('before review the author names them himself; names that cannot be taken change nothing', async () => {
  await house.say('李一', '社情民意 村口积水严重,建议清沟')
  expect(await house.ask('李一', '联名 2 王二、赵三')).toContain('已记联名:王二、赵三')
  expect(await house.ask('李一', '联名 2 张无')).toContain('名册里没有"张无"。联名没有改动')
  expect(await house.ask('李一', '联名 2 冯住建')).toContain('"冯住建"不是委员或信息员')
  expect(await house.ask('李一', '联名 2 李一')).toContain('"李一"已是第一作者')
  expect(await house.ask('王二', '联名 2 赵三')).toContain('由报送的委员本人操作')
  expect(await house.ask('李一', '联名 99 赵三')).toContain('没有找到 99 号')
  expect(await house.ask('李一', '联名 2')).toContain('这样写')
  expect((await house.say('吴办', '采编 2'))[0]?.text).toContain('李一 +0.6、王二 +0.2、赵三 +0.2')
})

test('an unknown name does not hold a submission up, and what only sounds like it stays in the text', async () => {
  const answer = await house.ask('李一', '社情民意 路灯不亮,建议装灯 联名:王二、张无')
  expect(answer).toContain('社3')
  expect(answer).toContain('联名:王二。')
  expect(answer).toContain('名册里没有"张无",没有记入联名;要补记发:联名 3 姓名')
  const other = await house.say('李一', '社情民意 小区业主联名要求换物业,建议街道指导')
  expect(other[0]?.text).not.toContain('联名:')
})

test('抄袭: the office takes everything back and something more, with a reason, and can undo it', async () => {
  expect(await house.ask('吴办', '抄袭 1')).toContain('要写理由')
  const heard = await house.say('吴办', '抄袭 1 与2023年某报文章相同')
  expect(heard[0]?.text).toContain('已认定抄袭,得分收回并扣分(李一 -15)')
  expect(heard.find(({ to }) => to === openId('李一'))?.text).toContain(
    '认定抄袭:与2023年某报文章相同',
  )
  expect(await house.ask('吴办', '采用 1 省')).toContain('已作废')
  expect(await house.ask('吴办', '撤销')).toContain('李一 +15')
  expect((await house.say('吴办', '失实 2 现场没有积水'))[0]?.text).toContain(
    '(李一 -6.6、王二 -2.2、赵三 -2.2)',
  )
  expect(await house.ask('李一', '失实 1 想想')).toContain('由政协办操作')
})
