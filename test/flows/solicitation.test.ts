import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'drizzle-orm'
import { rows } from '../../src/store/open.ts'
import { membersChat, openHouse, openId, staffChat, type House } from '../house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await house.enrol([['韩信息', ['reporter'], {}]])
})
afterAll(() => house.close())

const to = (heard: readonly { to: string; text: string }[], whom: string): string =>
  heard
    .filter((one) => one.to === whom)
    .map(({ text }) => text)
    .join('\n')

/** What he himself was answered, where letters to others went out beside it. */
const answered = (heard: readonly { to: string; text: string }[]): string =>
  heard
    .filter((one) => one.to === '')
    .map(({ text }) => text)
    .join('\n')

const count = async (): Promise<number> => {
  const [found] = await house.store.transaction((tx) =>
    rows<{ n: number }>(tx, sql`select count(*)::int as n from facts`),
  )
  return found?.n ?? -1
}

test('a topic for everybody: a number of the common sequence, told to the 委员群, listed by 选题', async () => {
  const heard = await house.say('吴办', '约稿 关于暑期防溺水的建议 | 6月20日 | 省 | 全体')
  expect(answered(heard)).toContain(
    '✅ 已发布 约1《关于暑期防溺水的建议》(省级,6月20日前),面向全体。',
  )
  expect(to(heard, membersChat)).toContain('【约稿】约1《关于暑期防溺水的建议》')
  expect(await house.ask('李一', '选题')).toContain(
    '约1《关于暑期防溺水的建议》(省级,6月20日前) 还没有人认领',
  )
})

test('several claim it, members and reporters; the office hears of each', async () => {
  const heard = await house.say('李一', '接 1', { inGroup: true, mention: false })
  expect(heard[0]?.text).toContain('✅ 已认领 约1')
  expect(to(heard, staffChat)).toContain('约1《关于暑期防溺水的建议》:李一认领')
  await house.say('韩信息', '接约1')
  await house.say('王二', '接 1')
  expect(await house.ask('李一', '选题')).toContain('您、韩信息、王二认领')
})

test('a claim is taken back beside the others', async () => {
  expect(await house.ask('李一', '撤销 1')).toContain('已撤销您对 约1 的"认领"')
  expect(await house.ask('李一', '选题')).toContain('韩信息、王二认领')
  expect(await house.ask('李一', '接 1')).toContain('已认领')
})

test('delivered by naming it: on time, valid, adopted by the province: two and two more', async () => {
  const heard = await house.say('李一', '社情民意 约1 水库边没有救生圈,建议每百米放一个')
  expect(heard[0]?.text).toContain('✅ 社2《水库边没有救生圈》已提交')
  expect(heard[0]?.text).toContain('算作 约1《关于暑期防溺水的建议》的交稿,按时。')
  expect(to(heard, staffChat)).toContain('交稿:约1')
  expect(await house.ask('王二', '查 1')).toContain('李一:已交 社2')
  expect(await house.ask('王二', '选题')).toContain('李一(已交)')
})

test('the next opinion of a claimant is asked once whether it is the one; 是 settles it', async () => {
  const heard = await house.say('韩信息', '社情民意 河边警示牌掉色看不清,建议更换')
  expect(heard[0]?.text).toContain('✅ 社3')
  expect(answered(heard)).toContain('社3 是不是交 约1《关于暑期防溺水的建议》的稿?是就回"是"')
  const yes = await house.say('韩信息', '是')
  expect(yes[0]?.text).toContain('社3《河边警示牌掉色看不清》 是约1的交稿')
  expect(to(yes, staffChat)).toContain('约1的交稿')
  expect(await house.ask('吴办', '查 1')).toContain('韩信息:已交 社3')
})

test('asked once: who let it be is not asked again, and a draft is asked when it is complete', async () => {
  await house.say('王二', '社情民意 城西小学门口没有红绿灯')
  const first = await house.say('王二', '建议加装红绿灯')
  expect(first.map(({ text }) => text).join('\n')).toContain('是不是交 约1')
  expect(await house.ask('王二', '否')).toContain('这次不办')
  const second = await house.say('王二', '社情民意 老街没有公厕,建议建一座')
  expect(second.map(({ text }) => text).join('\n')).not.toContain('是不是')
})

test('T-3 and T-1 in the morning, to who owes it, once each', async () => {
  house.at('2024-06-14T08:50:00+08:00')
  expect((await house.tick()).filter(({ text }) => text.includes('提醒:'))).toEqual([])
  house.at('2024-06-17T08:50:00+08:00')
  const third = (await house.tick()).filter(({ text }) => text.includes('提醒:'))
  expect(third.map(({ to: whom }) => whom)).toEqual([openId('王二')])
  expect(third[0]?.text).toContain('还有3个工作日')
  house.at('2024-06-18T08:50:00+08:00')
  expect((await house.tick()).filter(({ text }) => text.includes('提醒:'))).toEqual([])
  house.at('2024-06-19T08:50:00+08:00')
  const last = (await house.tick()).filter(({ text }) => text.includes('提醒:'))
  expect(last.map(({ to: whom }) => whom)).toEqual([openId('王二')])
  expect(await house.tick()).toEqual([])
})

test('the day after, the office hears who delivered and who did not; nobody loses a point', async () => {
  house.at('2024-06-20T17:00:00+08:00')
  await house.tick()
  expect(await house.ask('王二', '选题')).toContain('约1')
  house.at('2024-06-21T08:50:00+08:00')
  const heard = await house.tick()
  const told = to(heard, staffChat)
  expect(told).toContain('已交 韩信息(社3)、李一(社2)')
  expect(told).toContain('未交:王二。只作记录,不扣分')
  expect(to(heard, openId('王二'))).not.toContain('约1')
  expect(await house.ask('王二', '选题')).toContain('现在没有正在约稿的选题')
  expect(await house.ask('王二', '查 1')).toContain('王二:未交')
  expect(await house.ask('王二', '为什么')).toContain('还没有得分')
})

test('valid it earns two, adopted above the county two more, and both go when their ground goes', async () => {
  await house.say('吴办', '采编 2')
  expect(await house.ask('李一', '为什么 2')).toContain('+2 社2 约稿交稿')
  await house.say('吴办', '编报 2 省')
  await house.say('吴办', '采用 2 省 单篇')
  const lines = await house.ask('李一', '为什么 2')
  expect(lines).toContain('+2 社2 约稿采用')
  expect(await house.ask('李一', '我的')).toContain('24分')
  await house.say('吴办', '撤销')
  expect(await house.ask('李一', '我的')).toContain('3分')
  await house.say('吴办', '采编 3')
  expect(await house.ask('韩信息', '为什么 3')).toContain('+2 社3 约稿交稿')
})

test('past the deadline an opinion is taken all the same, and says why it is no delivery', async () => {
  const heard = await house.say('王二', '社情民意 约1 泳池没有救生员,建议配齐')
  expect(heard[0]?.text).toContain('已提交')
  expect(heard[0]?.text).toContain('约1 现在是"已交稿",不再收稿,这条按一般社情民意收下')
  expect(await house.ask('吴办', '查 1')).toContain('王二:未交')
})

test('the office puts it off: claimants hear, deliveries count again, the reminder comes anew', async () => {
  const heard = await house.say('吴办', '延期 1 6月28日')
  expect(heard[0]?.text).toContain('约1《关于暑期防溺水的建议》 已延到6月28日')
  expect(to(heard, openId('王二'))).toContain('延到6月28日')
  house.at('2024-06-25T08:50:00+08:00')
  expect(to(await house.tick(), openId('王二'))).toContain('提醒:您认领的 约1')
  const late = await house.say('吴办', '代报 王二 社情民意 约1 泳池水深没有标识,建议标清楚')
  expect(late[0]?.text).toContain('算作 约1')
  expect(await house.ask('吴办', '查 1')).toMatch(/王二:已交 社\d/)
})

test('结案 ends it, 撤销 undoes that', async () => {
  expect(await house.ask('吴办', '结案 1')).toContain('已结束,不再收稿')
  expect(await house.ask('李一', '接 1')).toContain('现在是"已结束",不能认领')
  expect(await house.ask('吴办', '撤销')).toContain('"结案"')
  expect(await house.ask('李一', '选题')).toContain('约1')
})

test('a missing part is asked for once, whatever the order of the words', async () => {
  const asked = await house.ask('吴办', '约稿 夜间经济怎么做')
  expect(asked).toContain('约稿《夜间经济怎么做》还差:截止日')
  expect(asked).toContain('级别')
  const heard = await house.say('吴办', '下周五 市 @李一 @赵三')
  expect(answered(heard)).toMatch(/已发布 约\d+《夜间经济怎么做》\(市级,7月5日前\),约 李一、赵三。/)
  expect(to(heard, openId('李一'))).toContain('政协办约您写')
  expect(to(heard, openId('赵三'))).toContain('政协办约您写')
  expect(to(heard, membersChat)).toBe('')
})

test('who was not asked neither sees nor claims it', async () => {
  const no = /约(\d+)/.exec(await house.ask('吴办', '查 夜间经济'))?.[1]
  expect(await house.ask('王二', '选题')).not.toContain('夜间经济')
  expect(await house.ask('王二', `查 ${no}`)).toContain('没有找到')
  expect(await house.ask('王二', `接 ${no}`)).toContain('由受约的委员、信息员操作')
  expect(await house.ask('赵三', '选题')).toContain('夜间经济')
  expect(await house.ask('赵三', `接 ${no}`)).toContain('已认领')
})

test('missed by all, and never claimed: only noted', async () => {
  await house.say('吴办', '约稿 秋季招生 | 明天 | 县 | 全体')
  const no = /约(\d+)/.exec(await house.ask('李一', '选题'))?.[1]
  expect(no).toBeDefined()
  house.at('2024-07-08T08:50:00+08:00')
  const told = to(await house.tick(), staffChat)
  expect(told).toMatch(/约\d+《夜间经济怎么做》到期:没有收到稿。\n未交:赵三。只作记录,不扣分/)
  expect(told).toMatch(/约\d+《秋季招生》到期:无人认领/)
})

test('what the office published by mistake it takes back with 撤销', async () => {
  await house.say('吴办', '约稿 写错了的题目 | 7月20日 | 县 | 全体')
  await house.say('李一', '接 11')
  const no = /约(\d+)《写错了/.exec(await house.ask('李一', '选题'))?.[1]
  await house.say('李一', `接 ${no}`)
  const heard = await house.say('吴办', '撤销')
  expect(heard[0]?.text).toContain('《写错了的题目》 已撤回')
  expect(to(heard, openId('李一'))).toContain('已撤回,不用写了')
  expect(await house.ask('李一', '选题')).not.toContain('写错了')
})

test.each([
  ['an unknown number', '李一', '接 999', '没有找到 999 号'],
  ['no number', '李一', '接', '这样写'],
  ['no solicitation', '李一', '接 2', '没有"认领"这一步'],
  ['by a department', '冯住建', '接 1', '"接"由委员、信息员操作'],
  ['by a clerk', '吴办', '接 1', '由受约的委员、信息员操作'],
  ['twice', '李一', '接 1', '现在是"已交稿"'],
  ['a topic by a member', '李一', '约稿 某个题目 | 7月20日 | 县 | 全体', '由政协办操作'],
  ['a day that is past', '吴办', '约稿 某个题目 | 7月1日 | 县 | 全体', '已经过了'],
  [
    'for nobody on the roster',
    '吴办',
    '约稿 某个题目 | 7月20日 | 县 | @无此人',
    '名册里没有"无此人"',
  ],
  [
    'for a department',
    '吴办',
    '约稿 某个题目 | 7月20日 | 县 | @冯住建',
    '不是委员、信息员或联系点',
  ],
  ['without a title', '吴办', '约稿', '这样写'],
  ['an opinion put off', '吴办', '延期 2 7月20日', '没有"延期"这一步'],
  ['put off to nowhere', '吴办', '延期 1 随便', '这样写'],
  ['put off to a day that is past', '吴办', '延期 1 2024-07-01', '这一天已经过了'],
  ['put off by a member', '李一', '延期 1 7月20日', '由政协办操作'],
  ['delivered twice', '李一', '交稿 2 约1', '已经算作约1的交稿'],
  ['delivered to nothing', '王二', '交稿 5 约999', '没有 999 号约稿'],
  ['another’s opinion', '王二', '交稿 3 约1', '本人操作'],
  ['to what is over', '王二', '交稿 5 约1', '不再收稿'],
])('%s: one sentence, nothing written', async (_name, who, said, answer) => {
  const before = await count()
  const heard = await house.say(who, said)
  expect(heard[0]?.text).toContain(answer)
  expect(await count()).toBe(before)
})

test('an amount at the beginning is no 约稿', async () => {
  expect(await house.ask('李一', '社情民意 约3万人的景区没有厕所,建议建一座')).not.toContain('约稿')
  expect(await house.ask('李一', '社情民意 约30 户居民没通自来水,建议接通')).not.toContain('约稿')
})
