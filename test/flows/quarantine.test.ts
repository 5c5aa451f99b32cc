import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportKind } from '../../src/admin/export.ts'
import { rows } from '../../src/store/open.ts'
import { tablesHolding } from '../everywhere.ts'
import { membersChat, openHouse, openId, type House } from '../house.ts'
import { photo } from '../photo.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const where = (words: string) => tablesHolding(house.store, words)

test('what the office quarantines is found by nobody, listed without its title and asked to be recalled', async () => {
  await house.say('李一', '社情民意 青山水库大坝渗水观测数据没人看,建议派专人值守', {
    inGroup: true,
  })
  const heard = await house.say('吴办', '隔离 1 数据未公开')
  expect(heard[0]?.text).toContain('社1 已隔离')
  const told = heard.find(({ to }) => to === openId('李一'))?.text
  expect(told).toContain('请撤回原消息')
  expect(told).toContain('数据未公开')
  for (const { text } of heard) expect(text).not.toContain('渗水')
  expect(await house.ask('李一', '查 渗水')).toContain('没有找到')
  expect(await house.ask('吴办', '查 渗水')).toContain('没有找到')
  expect(await house.ask('李一', '查 1')).not.toContain('渗水')
  expect(await house.ask('吴办', '查 1')).toContain('渗水')
  expect(await house.ask('吴办', '待办')).toContain('【已隔离】\n社1《(内容不显示)》')
  expect(await house.ask('吴办', '采编 1')).toContain('现在是"已隔离",不能采编')
})

test('it is not exported', async () => {
  const path = join(house.dataDir, 'out.csv')
  await house.store.transaction((tx) =>
    exportKind(tx, { officeId: house.officeId(), zone: 'Asia/Shanghai' }, '社情民意', path),
  )
  const written = readFileSync(path, 'utf8')
  expect(written).toContain('编号')
  expect(written).not.toContain('渗水')
})

test('解除 leads back to where it was, with the points it had', async () => {
  expect(await house.ask('吴办', '解除 1')).toContain('现在:待审核')
  await house.say('吴办', '采编 1')
  await house.say('吴办', '隔离 1')
  expect(await house.ask('李一', '我的')).toContain('0分')
  expect(await house.ask('吴办', '解除 1')).toContain('现在:已采编')
  expect(await house.ask('李一', '我的')).toContain('1分')
})

test('its author may write it anew; the new words stand in place of the old', async () => {
  await house.say('吴办', '隔离 1')
  const answer = await house.ask('李一', '补充 1 青山水库要有人值守,建议乡镇轮流派人')
  expect(answer).toContain('政协办')
  expect(await where('渗水观测')).toEqual(['facts', 'outbox'])
  expect(await house.ask('吴办', '查 1')).toContain('青山水库要有人值守')
})

test('only the office may, and 删除 needs a quarantine first', async () => {
  expect(await house.ask('王二', '隔离 1')).toContain('由政协办操作')
  expect(await house.ask('吴办', '删除 1')).toContain('只有"已隔离"时可以')
  expect(await house.ask('吴办', '隔离 99')).toContain('没有找到 99 号')
})

test('涉密 deletes words, photos and letters at once; when and by whom stays, and nothing brings it back', async () => {
  house.lark.photos.set('img_secret', await photo())
  await house.say('王二', '社情民意 某处地下管廊图纸挂在网上,建议下架', {
    inGroup: true,
    images: ['img_secret'],
  })
  const no = 2
  await house.say('王二', `补充 ${no} 图纸编号甲七`)
  await house.settled()
  const folder = join(house.dataDir, 'files')
  const files = () =>
    existsSync(folder)
      ? readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith('.jpg'))
      : []
  await expect.poll(files).toHaveLength(1)
  const heard = await house.say('吴办', `涉密 ${no}`, { chat: membersChat })
  expect(heard[0]?.text).toContain(`社${no} 的文字、照片和相关消息已删除`)
  expect(heard.find(({ to }) => to === openId('王二'))?.text).toMatch(
    /^⚠️ 请立即撤回该消息。涉密和内部文件不能发在群里。/,
  )
  expect(await where('地下管廊')).toEqual([])
  expect(await where('编号甲七')).toEqual([])
  await expect.poll(files).toEqual([])
  const [kept] = await house.store.transaction((tx) =>
    rows<{ author: number; state: string }>(
      tx,
      sql`select author, state from items where no = ${no}`,
    ),
  )
  expect(kept).toEqual({ author: house.idOf('王二'), state: 'erased' })
  expect(await house.ask('吴办', '撤销')).toContain('不能恢复')
  expect(await house.ask('吴办', `解除 ${no}`)).toContain('现在是"已删除"')
  expect(await house.ask('王二', '我的')).not.toContain(`社${no}`)
})

test.each([
  ['13912345678', '社情民意 路灯坏了打13912345678没人接,建议公布新号'],
  ['330101199003071234', '社情民意 身份证330101199003071234办不了证,建议改进'],
  ['1 3 7 0 0 0 0 9 9 9 9', '社情民意 1 3 7 0 0 0 0 9 9 9 9 没人接,建议公布新号'],
  ['苏B56789', '随手拍 人民路口苏B56789乱停'],
  ['13566667777', '补充 1 联系13566667777'],
  ['13533334444', '社请名意 联系13533334444,建议加开公交'],
  ['13522221111', '随便说说13522221111'],
  ['13511112222', '采用 1 13511112222'],
])('%s stands in no table and in no letter', async (number, said) => {
  const heard = await house.say('李一', said, { inGroup: true })
  for (const { text } of heard) expect(text).not.toContain(number)
  expect(await where(number)).toEqual([])
})
