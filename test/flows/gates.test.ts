import { afterAll, beforeAll, expect, test } from 'vitest'
import { tablesHolding } from '../everywhere.ts'
import { membersChat, openHouse, openId, staffChat, type House } from '../house.ts'
import { photo } from '../photo.ts'
import type { Sent } from '../lark-stub.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const to = (heard: readonly Sent[], whom: string) =>
  heard.filter((one) => one.to === whom).map(({ text }) => text)
const hears = (heard: readonly Sent[], words: string): boolean =>
  heard.some(({ text }) => text.includes(words))
const where = (words: string) => tablesHolding(house.store, words)
const inGroup = { inGroup: true }

test('E9: whoever is accused by name is named nowhere: a private word on 12388, nothing kept, the office hears only that it was', async () => {
  const heard = await house.say('李一', '社情民意 某某镇张××吃拿卡要,大家都知道', inGroup)
  expect(to(heard, membersChat)).toEqual(['已私信您。'])
  expect(to(heard, openId('李一'))[0]).toMatch(
    /^这类指名反映个人的内容不适合作为社情民意,也请不要发在群里。建议通过纪检监察举报渠道\(12388\)反映。\n本条未登记。/,
  )
  expect(to(heard, staffChat)).toEqual(['1 条指名举报已提示(走12388),内容没有登记,也没有保存。'])
  expect(await where('张××')).toEqual([])
  expect(await where('吃拿卡要')).toEqual([])
})

test('an accusation is not taken as a supplement, a reason or the advice asked for either', async () => {
  await house.say('李一', '社情民意 城东小学门口放学堵得厉害,家长车停三排')
  expect(await house.ask('李一', '建议把收红包的校长李建国查一查')).toContain('12388')
  expect(await house.ask('李一', '补充 1 校长李建国收家长红包')).toContain('12388')
  expect(await where('李建国')).toEqual([])
  expect(await house.ask('李一', '错峰放学')).toContain('社1 已提交')
})

test('who is merely named is asked about; 是 lets praise in', async () => {
  const heard = await house.say(
    '王二',
    '社情民意 村医古秀兰一个人管三个村看病,建议增派人手',
    inGroup,
  )
  expect(to(heard, membersChat)).toEqual(['已私信您。'])
  expect(to(heard, openId('王二'))[0]).toContain('这条写到了具体的人')
  expect(await house.ask('王二', '表扬不算吗')).not.toContain('已提交')
  expect(await house.ask('王二', '是', inGroup)).toContain('现在没有等您确认的事')
  expect(await house.ask('王二', '是')).toMatch(/✅ 社\d+《村医古秀兰/)
})

test('E10: what bears a mark of secrecy is not stored, with its photo; when and by whom stays', async () => {
  house.lark.photos.set('img_red', await photo())
  const heard = await house.say('赵三', '社情民意 机密★十年 征迁方案里的补偿标准落实得不好', {
    ...inGroup,
    images: ['img_red'],
  })
  expect(to(heard, membersChat)).toEqual(['已私信您。'])
  expect(to(heard, openId('赵三'))[0]).toMatch(
    /^⚠️ 请立即撤回该消息。涉密和内部文件不能发在群里[\s\S]*本条未保存。请联系政协办当面反映。$/,
  )
  const [noted] = to(heard, staffChat)
  expect(noted).toMatch(/⚠️ 社\d+:赵三 发的内容带密级标志,没有保存,只留时间和报送人/)
  expect(await where('征迁方案')).toEqual([])
  expect(await where('img_red')).toEqual([])
  const no = /社(\d+)/.exec(noted ?? '')?.[1]
  expect(await house.ask('吴办', `查 ${no}`)).toContain('已删除')
})

test('weak words are asked about privately first, and nothing is registered without a yes', async () => {
  const asked = await house.say('赵三', '社情民意 去年的红头文件没人执行,建议督查', inGroup)
  expect(to(asked, openId('赵三'))[0]).toContain('像是提到了内部文件')
  expect(to(asked, staffChat)).toEqual([])
  expect(await where('没人执行')).toEqual(['asked'])
  expect(await house.ask('赵三', '不用了')).toContain('好的,这次不办')
  expect(await where('没人执行')).toEqual([])
})

test('E11: personal data are kept with their numbers hidden, seen by the office, not submitted, and rewritten under the same number', async () => {
  const heard = await house.say(
    '王二',
    '社情民意 我邻居李某某(身份证330101199003071234,电话13812345678)低保被停,请帮忙',
    inGroup,
  )
  expect(to(heard, membersChat)).toEqual(['已私信您。'])
  const [told] = to(heard, openId('王二'))
  expect(told).toContain('个人诉求建议走信访或社区,我已隐去证件和电话')
  const no = Number(/社(\d+)/.exec(told ?? '')?.[1])
  expect(to(heard, staffChat)[0]).toContain(`社${no}(王二)含个人信息`)
  expect(await where('330101199003071234')).toEqual([])
  expect(await house.ask('吴办', `查 ${no}`)).toContain('已隔离')
  expect(await house.ask('吴办', `采编 ${no}`)).toContain('不能采编')
  expect(await house.ask('王二', '邻居电话13812345678低保被停')).toContain('仍未提交')
  expect(await house.ask('王二', '低保复核没有听证,建议停发前先入户核实')).toContain(`社${no}`)
  expect(await house.ask('吴办', `查 ${no}`)).toContain('低保复核没有听证')
  expect(await house.ask('吴办', `采编 ${no}`)).toContain('已采编')
})

test.each([
  ['我的官司二审判下来半年了没人执行,请帮忙', /信访局/],
  ['我儿子大专毕业三年,希望给我家安排工作', /12345/],
  ['我公司生产的净水设备性价比高,建议各学校采购', /工商联/],
  ['6月3日上午,县民政局召开养老推进会,局长出席并讲话,会议圆满成功', /工作动态/],
  ['建议高度重视,加强管理,狠抓落实', /在哪里、什么问题/],
])('%s: told where it belongs, and 是 lets it in all the same', async (text, channel) => {
  const heard = await house.say('李一', `社情民意 ${text}`, inGroup)
  expect(to(heard, membersChat)).toEqual(['已私信您。'])
  expect(to(heard, openId('李一'))[0]).toMatch(channel)
  expect(to(heard, staffChat)).toEqual([])
  expect(await house.ask('李一', '是')).toMatch(/社\d+/)
})

const topic = (words: string) =>
  `${words},${'群众反映强烈,涉及好几个村,问题拖了很久没有解决。'.repeat(25)}建议尽快解决`
const four = `关于我县农业的几点建议\n一、${topic('农村垃圾清运不及时')}\n二、${topic('灌溉水渠渗漏')}\n三、${topic('农机补贴到账慢')}\n四、${topic('冷库用电价格高')}`

test('E8: a long text of four matters is taken, and split into four drafts that are confirmed one by one', async () => {
  const receipt = await house.ask('赵三', `社情民意 ${four}`)
  expect(receipt).toMatch(/✅ 社\d+《.*》已提交\(约2\d{3}字\)。/)
  expect(receipt).toContain('两点提醒:① 一般不超过1500字;② 看起来有4件事')
  const no = Number(/社(\d+)/.exec(receipt)?.[1])
  const split = await house.say('赵三', '拆')
  expect(split[0]?.text).toContain(`社${no} 已拆成 4 条草稿,原文仍在 社${no} 里`)
  expect(split.find(({ to: whom }) => whom === staffChat)?.text).toContain('由作者拆成')
  expect(hears(split, '标题:农村垃圾清运不及时')).toBe(true)
  const second = await house.say('赵三', '是')
  expect(hears(second, `社${no + 1} 已提交`)).toBe(true)
  expect(hears(second, '标题:灌溉水渠渗漏')).toBe(true)
  const third = await house.say('赵三', '否')
  expect(hears(third, '标题:农机补贴到账慢')).toBe(true)
  await house.say('赵三', '是')
  const last = await house.say('赵三', '是')
  expect(hears(last, `社${no + 4} 已提交`)).toBe(true)
  expect(await house.ask('赵三', `查 ${no}`)).toContain('已拆分')
  expect(await house.ask('吴办', '查 冷库用电价格高')).toContain(`社${no} `)
})

test('不拆 leaves it as it is', async () => {
  const receipt = await house.ask('王二', `社情民意 ${four}`)
  expect(receipt).toContain('回"拆"或"不拆"')
  expect(await house.ask('王二', '不拆')).toContain('不拆')
  expect(await house.ask('王二', '拆')).toContain('现在没有等您确认的事')
})

test('over 3000 characters nothing is lost: a draft, and a shorter one takes its place', async () => {
  const huge = topic('老街消防通道被占').repeat(5)
  const answer = await house.ask('李一', `社情民意 ${huge}`)
  expect(answer).toMatch(/先存为草稿,还没有提交:约\d+字,超过3000字。原文一字不少都在/)
  const no = Number(/社(\d+)/.exec(answer)?.[1])
  expect(await house.ask('李一', huge)).toContain('还是太长')
  expect(await house.ask('李一', `补充 ${no} ${huge}`)).toContain('这段补充太长')
  expect(await house.ask('李一', '老街消防通道常年被占,建议划线并装感应提醒')).toContain(
    `社${no} 已提交`,
  )
})

test('an opinion that cannot wait: the numbers first, no time promised, the office told at any hour', async () => {
  house.at('2024-06-08T23:10:00+08:00')
  const heard = await house.say('李一', '社情民意 城南菜场旁边路面塌陷,还在扩大', inGroup)
  const [answer] = heard
  expect(answer?.text.split('\n')[0]).toMatch(/110、119或120.*12345/)
  expect(answer?.text).toContain('已发消息给政协办值班人员')
  expect(answer?.text).not.toMatch(/\d+月\d+日|工作日/)
  expect(to(heard, staffChat)[0]).toContain('城南菜场')
  expect(to(heard, openId('吴办'))[0]).toContain('城南菜场')
})

test('值班: whoever is on duty is told, the others are left to sleep', async () => {
  expect(await house.ask('吴办', '值班')).toContain('没有设值班')
  const set = await house.say('吴办', '值班 赵三')
  expect(set[0]?.text).toContain('已设值班:赵三')
  expect(to(set, openId('赵三'))[0]).toContain('吴办请您值班')
  expect(await house.ask('吴办', '值班')).toContain('现在值班:赵三')
  const heard = await house.say('王二', '社情民意 阳光花园三栋燃气漏气,居民闻到味道')
  expect(to(heard, openId('赵三'))[0]).toContain('漏气')
  expect(to(heard, openId('吴办'))).toEqual([])
  expect(await house.ask('吴办', '值班 张无名')).toContain('名册里没有')
  expect(await house.ask('李一', '值班 李一')).toContain('由政协办操作')
  expect(await house.ask('吴办', '值班 无')).toContain('已取消值班')
})
