import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type House } from '../house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await house.say('李一', '社情民意 村口积水严重,建议清沟')
  await house.say('吴办', '采编 1')
})
afterAll(() => house.close())

test('撤销 behind 调整 takes the adjustment back, by an opposite line', async () => {
  await house.say('吴办', '调整 王二 +2 协助接待视察')
  expect(await house.ask('吴办', '撤销')).toContain('已撤销:王二 +2 分')
  expect(await house.ask('王二', '我的')).toContain('2024年:0分')
  expect(await house.ask('李一', '我的')).toContain('2024年:1分')
})

test('撤销 behind 代报 withdraws what was reported for somebody', async () => {
  await house.say('吴办', '代报 赵三 随手拍 人民路路口,路灯不亮')
  expect(await house.ask('吴办', '撤销')).toContain('微2')
  expect(await house.ask('赵三', '查 2')).toContain('已撤回')
})

test('what somebody else has built on is not pulled away', async () => {
  house.at('2024-07-15T10:00:00+08:00')
  await house.say('吴办', '采用 1 市 单篇 7月6日')
  expect(await house.ask('吴办', '撤销 1')).toContain('已撤销您对 社1 的"采用"')
  await house.say('吴办', '采用 1 市 单篇 7月6日')
})

test('a new author takes all points with him, each in the period where it stood', async () => {
  await house.say('吴办', '作者 1 王二')
  for (const period of ['月', '季', '年'])
    expect(await house.ask('王二', `排行 ${period} 委员`)).not.toContain('李一')
  expect(await house.ask('李一', '为什么')).toContain('-9 社1 市采用(冲回)(7月6日)')
  expect(await house.ask('李一', '为什么')).toContain('-1 社1 有效报送(冲回)(6月4日)')
})

test('留存 无效 takes back the point of the 采编 before it', async () => {
  await house.say('赵三', '社情民意 公交站没有座椅,建议加装')
  await house.say('吴办', '采编 3')
  expect(await house.ask('吴办', '留存 3 无效 与去年重复')).toContain('不计有效')
  expect(await house.ask('赵三', '我的')).toContain('2024年:0分')
})

test('an adoption cannot lie in the future', async () => {
  await house.say('赵三', '社情民意 公园没有路灯,建议加装')
  await house.say('吴办', '采编 4')
  expect(await house.ask('吴办', '采用 4 市 单篇 2099年5月6日')).toContain('还没有到,没有登记')
  expect(await house.ask('赵三', '为什么')).not.toContain('2099')
})
