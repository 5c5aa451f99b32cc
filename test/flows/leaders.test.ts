import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, staffChat, type House } from '../house.ts'
import { heardBy, submitOpinion } from '../stories.ts'

let house: House
beforeAll(async () => {
  house = await openHouse({ LARK_CHAT_RATE: '0', LARK_APP_RATE: '0' })
})
afterAll(() => house.close())

test('a leader escalates, reads everything and changes nothing else', async () => {
  const no = await submitOpinion(house, '李一', '危桥限行')
  const said = await house.say('何秘书长', `督办 ${no} 请本周内报市政协`)
  expect(said[0]?.text).toContain('已督办')
  expect(said.find(({ to }) => to === staffChat)?.text).toContain(`何秘书长督办 社${no}`)
  expect(await house.ask('何秘书长', `查 ${no}`)).toContain('危桥限行')
  expect(await house.ask('何秘书长', `查 危桥`)).toContain(`社${no}`)
  expect(await house.ask('何秘书长', `采编 ${no}`)).toContain('由政协办操作')
  expect(await house.ask('李一', `督办 ${no}`)).toContain('由政协办操作')
  expect(await house.ask('吴办', '待办')).toContain(`督办 社${no}`)
  expect(await house.ask('何秘书长', '撤销')).toContain('"督办"')
  expect(await house.ask('吴办', '待办')).not.toContain('督办')
})

test('a 微监督 that a leader asks for: the department hears it too', async () => {
  const seen = await house.ask('吴办', '代报 李一 随手拍 人民路路口,路灯不亮')
  const no = Number(/微(\d+)/.exec(seen)?.[1])
  await house.say('吴办', `交办 ${no} 住建局`)
  const heard = await house.say('何秘书长', `督办 ${no}`)
  expect(heardBy('冯住建', heard)).toContain(`何秘书长督办 微${no}`)
  expect(heard.find(({ to }) => to === staffChat)?.text).toContain('请优先办理')
})

test.each([
  '交办 1 住建局',
  '采用 1 市 单篇',
  '退回 1 理由',
  '标题 1 别的',
  '隔离 1',
  '合并 1 到 2',
])('a leader says %s: it is for the office, and nothing changes', async (words) => {
  const before = await house.ask('吴办', '查 1')
  expect(await house.ask('何秘书长', words)).toContain('由政协办操作')
  expect(await house.ask('吴办', '查 1')).toBe(before)
})

test('help tells a leader what is his to say', async () => {
  const help = await house.ask('何秘书长', '帮助')
  expect(help).toContain('督办 137')
  expect(help).toContain('查 137')
  expect(help).not.toContain('采编 137')
})
