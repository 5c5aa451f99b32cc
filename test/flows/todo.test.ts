import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, openId, staffChat, type House } from '../house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** The screen as somebody sees it who asks privately. */
const todo = (who: string, text = '待办') => house.ask(who, text)

test('nothing waits: one sentence', async () => {
  expect(await todo('吴办')).toBe('现在没有等您办的事。')
  expect(await todo('吴办', '待办 3')).toBe('待办没有第3页。从头看发"待办"。')
})

test('what waits for the office: by kind of work, each with how long, until when, and what to say', async () => {
  await house.say('李一', '社情民意 城东小学门口放学拥堵,建议错峰放学')
  await house.say('王二', '随手拍 老街路口,路灯不亮')
  await house.say('王二', '无照片')
  await house.say('赵三', '社情民意 村卫生室缺儿科药,建议统一配送')
  house.at('2024-06-05T10:00:00+08:00')
  const lines = (await todo('吴办')).split('\n')
  expect(lines).toEqual([
    '等您办的 3 件(最早的在前):',
    expect.stringMatching(/^【待(?:审核|交办)】$/),
    expect.stringMatching(/^(?:社1|微2)/),
    expect.anything(),
    expect.anything(),
    expect.anything(),
  ])
  expect(lines).toContain(
    '社1《城东小学门口放学拥堵》已等1个工作日,最迟6月12日 → 采编 1 / 退回 1 理由',
  )
  expect(lines).toContain('社3《村卫生室缺儿科药》已等1个工作日,最迟6月12日 → 采编 3 / 退回 3 理由')
  expect(lines[2]).toMatch(/^社1/)
  expect(lines[5]).toMatch(/^微2《.*》已等1个工作日,最迟6月5日 → 交办 2 单位 \/ 退回 2 理由$/)
})

test('what is late stands first and is marked; a draft handed over waits as 线索', async () => {
  await house.say('李一', '社情民意 学校门口没有斑马线')
  house.at('2024-06-13T10:00:00+08:00')
  await house.tick()
  const lines = (await todo('吴办')).split('\n')
  expect(lines[0]).toBe('等您办的 4 件,其中超期 3 件(最早的在前):')
  expect(lines[1]).toBe('【⚠️ 超期】')
  expect(
    lines.slice(2, 5).every((line) => /^(?:社|微)\d《.*》待(?:审核|交办),已等\d/.test(line)),
  ).toBe(true)
  expect(lines[5]).toBe('【线索】')
  expect(lines[6]).toContain('→ 采编 4 / 退回 4 理由')
})

test('a department sees its own, a clerk in the 工作群 is answered privately', async () => {
  await house.say('吴办', '交办 2 住建局')
  expect(await todo('冯住建')).toMatch(/微2《.*→ 接单 2 \/ 整改 2/)
  expect(await todo('陈交通')).toBe('现在没有等您办的事。')
  const heard = await house.say('吴办', '待办', { chat: staffChat })
  expect(heard[0]?.text).toBe('已私信您。')
  expect(heard[1]?.to).toBe(openId('吴办'))
})

test('ten on a page, then how to see the rest', async () => {
  for (let n = 0; n < 12; n += 1)
    await house.say('王二', `社情民意 第${n}个村口没有路灯,建议安装太阳能路灯`)
  const first = await todo('吴办')
  expect(first.split('\n').filter((line) => line.includes('→'))).toHaveLength(10)
  expect(first).toContain('还有 5 件,发:待办 2')
  const second = await todo('吴办', '待办 2')
  expect(second.split('\n').filter((line) => line.includes('→'))).toHaveLength(5)
  expect(second).not.toContain('还有')
})

test('what was reported and never heard of again is one line', async () => {
  await house.say('吴办', '采编 1')
  await house.say('吴办', '编报 1 市')
  await house.say('吴办', '采编 3')
  await house.say('吴办', '编报 3 市')
  house.at('2024-07-12T10:00:00+08:00')
  expect(await todo('吴办')).not.toContain('满30天')
  house.at('2024-07-15T10:00:00+08:00')
  expect(await todo('吴办')).toContain(
    '上报满30天还没有结果的 2 件(最早 社1,6月13日上报):有结果发 采用 1 市 单篇',
  )
  await house.say('吴办', '采用 1 市 单篇')
  expect(await todo('吴办')).toContain('上报满30天还没有结果的 1 件(最早 社3')
})

test('what is quarantined waits for a decision, without its title', async () => {
  await house.say('吴办', '隔离 5 含个人信息')
  const screen = await todo('吴办')
  const line = screen.split('\n').find((one) => one.startsWith('社5'))
  expect(line ?? (await todo('吴办', '待办 2'))).toMatch(
    /社5《\(内容不显示\)》.*→ 解除 5 \/ 删除 5/,
  )
})
