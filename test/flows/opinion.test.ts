import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, openId, type House } from '../house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

test('E1: one line without an advice is a draft that asks for it once, and the next message completes it', async () => {
  const first = await house.ask('李一', '社情民意 城东小学门口放学堵得厉害,家长车停三排', {
    inGroup: true,
  })
  expect(first).toContain('先记为草稿(社1)')
  expect(first).toContain('无建议')
  expect(first).toContain('请@我回复')
  const heard = await house.say('李一', '错峰放学 划20个临停位', { inGroup: true })
  expect(heard[0]?.text).toMatch(
    /✅ 社1 已提交,政协办将在5个工作日内审核\(最迟6月12日\),结果会告诉您/,
  )
  expect(heard.find(({ to }) => to === 'oc_staff')?.text).toContain('建议:错峰放学 划20个临停位')
})

test('E2: all parts, full width: submitted at once with the day of the answer', async () => {
  const answer = await house.ask(
    '李一',
    '社情民意：\n标题：关于规范乡村幸福食堂运营的建议\n情况：全县已建成32家，走访6家，2家月均就餐不足20人\n原因：补贴按床位核、没有按餐次；厨师年纪大\n建议：1.按实际就餐数补助；2.三村合办一个中心厨房；3.引入配送',
    { inGroup: true },
  )
  expect(answer).toContain('✅ 社2《关于规范乡村幸福食堂运营的建议》已提交(4项要素')
  expect(answer).toContain('最迟6月12日前答复')
  expect(answer).toContain('查 2')
})

test('the office reviews, reports, records the adoption: ten points in all, and the author hears every step', async () => {
  const edited = await house.say('吴办', '采编 2')
  expect(edited[0]?.text).toContain('李一 +1')
  expect(edited.find(({ to }) => to === openId('李一'))?.text).toContain(
    '社2《关于规范乡村幸福食堂运营的建议》已由政协办采编',
  )
  await house.say('吴办', '编报 2 市')
  const adopted = await house.say('吴办', '采用 2 市 单篇 2024第31期')
  expect(adopted[0]?.text).toContain('社2 → 市政协,单篇,2024第31期(李一 +9)')
  expect(adopted[1]?.text).toContain('好消息')
  const own = await house.ask('李一', '我的')
  expect(own).toContain('李一 2024年:10分,第1名')
  expect(await house.ask('李一', '为什么')).toContain('+9 社2 市采用')
  expect(await house.ask('李一', '查 2')).toContain('采用:市政协,单篇,2024第31期,2024年6月4日')
})

test('撤销 takes back one’s own last act by an opposite line, once', async () => {
  expect(await house.ask('吴办', '撤销')).toContain('已撤销您对 社2 的"采用"(李一 -9)')
  expect(await house.ask('李一', '我的')).toContain('1分')
  await house.say('吴办', '采用 2 市 单篇 2024第31期')
  expect(await house.ask('李一', '我的')).toContain('10分')
})

test('E15: a member who records an adoption is told who may, and his words reach the office', async () => {
  const heard = await house.say('李一', '1 2 市政协采用了 单篇 2024年第31期')
  expect(heard[0]?.text).toBe('登记采用由政协办操作;我已把您的消息转给他们。')
  expect(heard[1]).toMatchObject({ to: 'oc_staff' })
})

test('E6: a misspelt command is offered for a yes', async () => {
  const offered = await house.ask('王二', '社请名意 建议在开发区加开晚班公交')
  expect(offered).toContain('您是要"社情民意"吗?回"是"我就按这条提交:建议在开发区加开晚班公交')
  expect(await house.ask('王二', '是')).toContain('社3')
})

test('staff words are never guessed', async () => {
  const answer = await house.ask('吴办', '采遍 1')
  expect(answer).not.toContain('您是要')
  expect(answer).toContain('这个我不会')
})

test('E17: dictated words are shown as a draft before they count', async () => {
  const shown = await house.ask(
    '王二',
    '社情民意就是我们村里老年人坐公交车刷卡很不方便司机催得急建议能不能搞个大字的刷卡机',
  )
  expect(shown).toContain('建议:能不能搞个大字的刷卡机')
  expect(shown).toContain('回"是"就提交')
  expect(await house.ask('王二', '是')).toMatch(/✅ 社4 已提交/)
})

test('E18: thanks are thanked for, the rest is not guessed', async () => {
  expect(await house.ask('李一', '辛苦了👍', { inGroup: true })).toBe('谢谢。需要时发"帮助"。')
  expect(await house.ask('李一', '今天天气怎么样', { inGroup: true })).toMatch(
    /^这个我不会。我能做:社情民意、随手拍/,
  )
})

test('E19: what the office has edited is not withdrawn, but the office is asked to', async () => {
  const offered = await house.ask('李一', '撤回2')
  expect(offered).toContain('不能直接撤回;要我请政协办处理吗?回"是"')
  const heard = await house.say('李一', '是')
  expect(heard[0]?.text).toContain('已转告政协办')
  expect(heard.find(({ to }) => to === 'oc_staff')?.text).toContain('李一 请求撤回 社2')
  expect(await house.ask('李一', '撤回 1')).toContain('已撤回')
})

test('E20: where a party stands, and how far from another', async () => {
  const answer = await house.ask('赵三', '民盟现在第几 比工商联差多少')
  expect(answer).toMatch(
    /截至6月4日:民盟支部第1\(人均10分\),工商联第2\(人均0分\),差10分。发"排行 党派"看全表。|截至6月4日:民盟支部第1[\s\S]*排行 党派/,
  )
})

test('an echoed <at> in a member’s text pings nobody', async () => {
  const heard = await house.say('王二', '社情民意 <at user_id="all">全体</at> 路灯不亮,建议装灯', {
    inGroup: true,
  })
  for (const { text } of heard) expect(text).not.toContain('<at user_id="all">')
})

test('phone numbers and identity cards are masked before anything is kept', async () => {
  const heard = await house.say(
    '王二',
    '社情民意 邻居身份证330101199003071234电话13812345678低保被停,建议复核',
  )
  expect(heard[0]?.text).toContain('已隐去')
  for (const { text } of heard) expect(text).not.toMatch(/13812345678|330101199003071234/)
})

test('somebody not on the roster gets one sentence and binds himself', async () => {
  const first = await house.ask('陌生人', '社情民意 路灯不亮,建议修一修')
  expect(first).toContain('名册里还没有找到您')
  expect(await house.ask('陌生人', '绑定 李一 9999')).toContain('对不上')
})
