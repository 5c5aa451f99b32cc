import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type House } from '../house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const reportAndEdit = async (count: number, first: number) => {
  for (let no = first; no < first + count; no++) {
    await house.say('李一', `社情民意 第${no}条 村口积水严重,建议清沟`)
    await house.say('吴办', `采编 ${no}`)
  }
}

test('the ledger holds every point, the board counts three a week and ten a year', async () => {
  await reportAndEdit(4, 1)
  expect(await house.ask('李一', '排行 周 委员')).toContain('李一 3分')
  expect(await house.ask('李一', '为什么')).toContain('共4分')
  for (const [week, day] of ['2024-06-12', '2024-06-18', '2024-06-25'].entries()) {
    house.at(`${day}T10:00:00+08:00`)
    await reportAndEdit(3, 5 + week * 3)
  }
  expect(await house.ask('李一', '排行 年 委员')).toContain('李一 10分')
  expect(await house.ask('李一', '为什么')).toContain('共13分')
  const information = await house.ask('李一', '排行 信息 委员')
  expect(information).toContain('委员信息榜')
  expect(information).toContain('李一 13分')
})

test('an adoption is beyond every limit', async () => {
  await house.say('吴办', '采用 13 市 单篇')
  expect(await house.ask('李一', '排行 年 委员')).toContain('李一 19分')
  expect(await house.ask('李一', '排行 信息 委员')).toContain('李一 22分')
})

test('信息榜 leaves out what 微监督 earns', async () => {
  await house.say('王二', '随手拍 人民路口 井盖破损', { images: ['img_1'] })
  await house.say('吴办', '交办 14 住建局')
  expect(await house.ask('李一', '排行 年 委员')).toContain('王二 1分')
  expect(await house.ask('李一', '排行 信息 委员')).not.toContain('王二')
})
