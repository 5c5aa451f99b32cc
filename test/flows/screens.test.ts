import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, openId, type House } from '../house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await house.enrol([['何秘书长', ['secretary'], {}]])
  await house.say(
    '李一',
    '社情民意 城东小学门口放学堵得厉害,家长车停三排,救护车也过不去,老师要出来指挥交通,附近商户也有意见,建议错峰放学、划20个临停位',
  )
  await house.say('吴办', '退回 1 请写明时段')
  house.at('2024-06-05T10:00:00+08:00')
  await house.say('李一', '补充 1 下午四点半到五点最堵')
  await house.say('吴办', '采编 1 关于城东小学错峰放学的建议:分年级错峰,划临停位20个。')
  await house.say('吴办', '编报 1 市 签发 张主席')
  house.at('2024-06-06T10:00:00+08:00')
  await house.say('吴办', '采用 1 市 单篇 2024第31期 6月5日')
  await house.say('吴办', '批示 1 市主要 6月6日')
  await house.say('吴办', '反馈 1 县教育局 已列入下学期错峰放学方案')
})
afterAll(() => house.close())

const lines = async (who: string, text: string) => (await house.ask(who, text)).split('\n')

test('the office sees everything of a matter on one screen', async () => {
  expect(await lines('吴办', '查 1')).toEqual([
    '社1《城东小学门口放学堵得厉害》:已上报(6月5日)。',
    '反映人:李一',
    expect.stringMatching(/^原文\(第2版\):城东小学门口.*……\(全文发:查 1 全文\)$/),
    '采编稿:关于城东小学错峰放学的建议:分年级错峰,划临停位20个。',
    '退回理由:请写明时段(6月4日)',
    '上报:市政协(6月5日,张主席签发)',
    '采用:市政协,单篇,2024第31期,2024年6月5日',
    '批示:市主要领导(6月6日)',
    '反馈:县教育局,已列入下学期错峰放学方案(6月6日)',
    '经过:6月4日 李一 登记;6月4日 吴办 退回;6月5日 李一 补充;6月5日 吴办 采编;6月5日 吴办 编报;6月6日 吴办 采用;6月6日 吴办 批示;6月6日 吴办 反馈',
    '得分:李一 20分(有效报送+1、市采用+9、市领导批示+10)',
    expect.stringMatching(/^可以发:采用 1 市 单篇 \/ .*感谢信 1$/),
  ])
})

test('a leader reads the same, and what he may say is 督办', async () => {
  const seen = await lines('何秘书长', '查 1')
  expect(seen).toContain('上报:市政协(6月5日,张主席签发)')
  expect(seen.at(-1)).toBe('可以发:督办 1')
})

test('its author sees his own: nobody of the office by name, nothing of who signed', async () => {
  const seen = await lines('李一', '查 1')
  expect(seen.join('\n')).not.toMatch(/吴办|张主席/)
  expect(seen).toContain('采用:市政协,单篇,2024第31期,2024年6月5日')
  expect(seen).toContain('得分:您 20分(有效报送+1、市采用+9、市领导批示+10)')
  expect(seen).toContain(
    '经过:6月4日 李一 登记;6月4日 退回;6月5日 李一 补充;6月5日 采编;6月5日 编报;6月6日 采用;6月6日 批示;6月6日 反馈',
  )
})

test.each([['王二'], ['冯住建']])(
  '%s, whom it does not concern, sees number, kind and state',
  async (who) => {
    expect(await house.ask(who, '查 1')).toBe('社1(社情民意):已上报。')
    expect(await house.ask(who, '查 1 全文')).toBe('社1(社情民意):已上报。')
  },
)

test('in the group nothing is told of it: the screen comes privately', async () => {
  const heard = await house.say('李一', '查 1', { inGroup: true })
  expect(heard[0]?.text).toBe('社1(社情民意):已上报。\n详情已私信您。')
  expect(heard.find(({ to }) => to === openId('李一'))?.text).toContain('城东小学')
})

test('全文: the edited text, and every version of the author’s with its date', async () => {
  const seen = await lines('吴办', '查 1 全文')
  expect(seen.filter((line) => line.startsWith('【'))).toEqual([
    '【采编稿】6月5日',
    '【原文第2版】6月5日',
    '【原文第1版】6月4日',
  ])
  expect(seen.at(-1)).not.toContain('四点半')
  expect(seen.at(-1)).toContain('建议错峰放学')
})

test('on an adoption its author gets a letter he can pass on, and again when he asks', async () => {
  await house.say('王二', '社情民意 村卫生室缺儿科药,建议统一配送')
  await house.say('吴办', '采编 2')
  const heard = await house.say('吴办', '采用 2 省 综合 2024第8期 6月6日')
  const own = heard.filter(({ to }) => to === openId('王二')).map(({ text }) => text)
  expect(own).toHaveLength(2)
  expect(own[0]).toContain('好消息')
  expect(own[0]).toContain('下一条是采用通知')
  const letter = [
    '【采用通知】',
    '王二委员:',
    '您反映的社情民意《村卫生室缺儿科药》(社2)已被采用:省政协,综合,2024第8期,2024年6月6日。',
    '本件计履职积分12分。',
    '感谢您关心民生、积极建言。',
    '云溪县政协办公室',
    '2024年6月6日',
  ].join('\n')
  expect(own[1]).toBe(letter)
  expect(await house.ask('王二', '感谢信 2')).toBe(letter)
  expect(await house.ask('吴办', '感谢信 2')).toBe(letter)
  expect(await house.ask('李一', '感谢信 2')).toContain('只发给作者本人和政协办')
  expect(await house.ask('吴办', '感谢信 99')).toContain('没有找到 99 号')
})

test('no letter before an adoption, none that was taken back', async () => {
  await house.say('赵三', '社情民意 公园没有路灯,建议加装')
  expect(await house.ask('赵三', '感谢信 3')).toContain('还没有采用记录')
  await house.say('吴办', '采编 3')
  await house.say('吴办', '采用 3 市 单篇')
  await house.say('吴办', '撤销 3')
  expect(await house.ask('赵三', '感谢信 3')).toContain('还没有采用记录')
})

test('我的: points, place, duty, why, what waits and the latest with their fate', async () => {
  await house.say('李一', '社情民意 村口公交站没有座椅')
  await house.say('李一', '无建议')
  await house.say('吴办', '退回 4 请写明是哪个村')
  await house.say('李一', '社情民意 老街路灯不亮')
  expect(await lines('李一', '我的')).toEqual([
    '李一 2024年:20分,第1名(共3人)',
    '社情民意2件(今年任务 2/2,已完成)',
    '得分:有效报送1、采用9、批示10',
    '等您的 2 件:',
    '社5 还差"建议" → 补充 5 内容 / 撤回 5',
    '社4 待补充,6月21日前 → 补充 4 内容 / 撤回 4',
    '最近报的:',
    '社5 老街路灯不亮:草稿',
    '社4 村口公交站没有座椅:待补充,6月21日前',
    '社1 城东小学门口放学堵得厉害:市采用、获市主要领导批示',
    '每一分的来处:发"为什么"',
  ])
  expect(await lines('王二', '我的')).toContain('社情民意1件(今年任务 1/2)')
  expect(await lines('赵三', '我的')).toContain('社情民意1件(今年任务 1/4)')
})

test('我的 2: the matters before the latest five', async () => {
  for (let n = 1; n <= 6; n += 1)
    await house.say('王二', `社情民意 第${n}条村道没有路灯,建议安装太阳能路灯`)
  expect(await house.ask('王二', '我的')).toContain('还有 2 件,发:我的 2')
  expect(await lines('王二', '我的 2')).toEqual([
    '以前报的:',
    expect.stringContaining('第1条村道没有路灯:待审核'),
    '社2 村卫生室缺儿科药:省采用',
  ])
  expect(await house.ask('王二', '我的 9')).toBe('没有第9页了。从头看发"我的"。')
})

test('the office sees beneath it which earlier ones are alike, and what became of them', async () => {
  await house.say('赵三', '社情民意 城东小学门口放学时堵得厉害,家长的车停了三排,建议错峰放学')
  const no = /社(\d+)/.exec(await house.ask('赵三', '我的'))?.[1]
  expect(await house.ask('吴办', `查 ${no}`)).toMatch(/相近的.*\n社1《城东小学.*市采用/)
  expect(await house.ask('赵三', `查 ${no}`)).not.toContain('相近的')
})
