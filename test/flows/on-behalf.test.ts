import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'drizzle-orm'
import { rows } from '../../src/store/open.ts'
import { openHouse, openId, staffChat, type House } from '../house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await house.enrol([
    ['孙组长', ['member', 'groupLeader'], { sector: '教育卫生组', party: '农工党支部' }],
    ['何联络', ['liaison'], { party: '工商联' }],
    ['韩信息', ['reporter'], { sector: '教育卫生组' }],
    ['城东社区', ['contactPoint'], {}],
  ])
})
afterAll(() => house.close())

const count = async (table: 'items' | 'facts'): Promise<number> => {
  const [found] = await house.store.transaction((tx) =>
    rows<{ n: number }>(tx, sql`select count(*)::int as n from ${sql.raw(table)}`),
  )
  return found?.n ?? -1
}

test('a clerk writes for a member who phoned: the answer and 查 name both, and the member hears of it', async () => {
  const heard = await house.say('吴办', '代报 李一 社情民意 村口堵车严重,建议划停车位')
  expect(heard[0]?.text).toContain('✅ 社1《村口堵车严重》已提交')
  expect(heard[0]?.text).toContain('反映人:李一;代报人:吴办')
  const told = heard.find(({ to }) => to === openId('李一'))
  expect(told?.text).toContain('吴办替您报了 社1')
  expect(told?.text).toContain('建议划停车位')
  expect(heard.find(({ to }) => to === staffChat)?.text).toContain('新 社1(李一,吴办代报)')
  expect(await house.ask('吴办', '查 1')).toContain('反映人:李一;代报人:吴办')
  expect(await house.ask('李一', '查 1')).toContain('代报人:吴办')
  expect(await house.ask('李一', '我的')).toContain('社情民意1件')
})

test('the points are the author’s, not the clerk’s', async () => {
  expect(await house.ask('吴办', '采编 1')).toContain('李一 +1')
})

test('a 组长 reports for a member of his own 小组 and hears with him what becomes of it', async () => {
  const heard = await house.say('孙组长', '代报 李一 社情民意 校门口没有斑马线,建议补划')
  expect(heard[0]?.text).toContain('反映人:李一;代报人:孙组长')
  const returned = await house.say('吴办', '退回 2 请补充是哪个学校')
  expect(returned.map(({ to }) => to)).toEqual(
    expect.arrayContaining([openId('李一'), openId('孙组长')]),
  )
  const supplemented = await house.say('孙组长', '补充 2 城东小学')
  expect(supplemented[0]?.text).toContain('已补充到 社2')
  expect(supplemented.filter(({ to }) => to === openId('李一'))).toHaveLength(1)
  expect(supplemented.filter(({ to }) => to === openId('孙组长'))).toHaveLength(0)
  expect(await house.ask('孙组长', '查 2')).toContain('孙组长 补充')
})

test('a 联络员 reports for a member of the party, though no member himself', async () => {
  expect(await house.ask('何联络', '代报 赵三 社情民意 园区晚上没有公交,建议加开')).toContain(
    '反映人:赵三;代报人:何联络',
  )
  expect(await house.ask('何联络', '社情民意 园区晚上没有公交,建议加开')).toContain(
    '由委员和信息员',
  )
  expect(await house.ask('何联络', '帮助')).toContain('代报')
})

test('a verdict stays the author’s own', async () => {
  await house.say('孙组长', '代报 李一 随手拍 人民路路口,井盖破了')
  await house.say('吴办', '交办 4 住建局')
  await house.say('冯住建', '整改 4 井盖已换')
  expect(await house.ask('孙组长', '满意 4')).toContain('由报送的委员本人操作')
  expect(await house.ask('李一', '满意 4')).toContain('已办结')
})

test('a reporter who is no member reports and earns, and stands on no member board', async () => {
  await house.say('韩信息', '社情民意 河道垃圾没人清,建议定期打捞')
  expect(await house.ask('吴办', '采编 5')).toContain('韩信息 +1')
  const board = await house.ask('吴办', '排行 委员')
  expect(board).toContain('李一')
  expect(board).not.toContain('韩信息')
  expect(await house.ask('吴办', '排行 小组')).toMatch(/教育卫生组 人均\S+\(共\S+分\/2人\)/)
})

test('a contact point is the source of a matter, by the office or by its own account', async () => {
  const heard = await house.say('吴办', '代报 联系点 城东社区 社情民意 老楼没有电梯,建议加装')
  expect(heard[0]?.text).toContain('反映人:城东社区;代报人:吴办')
  expect(heard.find(({ to }) => to === openId('城东社区'))?.text).toContain('吴办替您报了 社6')
  expect(await house.ask('城东社区', '社情民意 社区食堂人手不够,建议志愿者轮值')).toContain('社7')
  expect(await house.ask('吴办', '排行 委员')).not.toContain('城东社区')
})

test('what was reported by mistake its author takes back', async () => {
  await house.say('吴办', '代报 王二 社情民意 开发区路灯太暗,建议增设')
  const heard = await house.say('王二', '撤回 8')
  expect(heard[0]?.text).toContain('已撤回')
})

test.each([
  [
    'a stranger to his group',
    '孙组长',
    '代报 王二 社情民意 园区没有食堂,建议建一个',
    '王二不在其中',
  ],
  [
    'a stranger to the party',
    '何联络',
    '代报 李一 社情民意 园区没有食堂,建议建一个',
    '李一不在其中',
  ],
  ['a member for another', '李一', '代报 王二 社情民意 园区没有食堂,建议建一个', '由政协办操作'],
  ['for a department', '吴办', '代报 冯住建 社情民意 园区没有食堂,建议建一个', '不能作为反映人'],
  ['for nobody', '吴办', '代报 无此人 社情民意 园区没有食堂,建议建一个', '名册里没有"无此人"'],
  [
    'an unknown contact point',
    '吴办',
    '代报 联系点 城西社区 社情民意 没有食堂,建议建',
    '现有:城东社区',
  ],
  [
    'a member as contact point',
    '吴办',
    '代报 联系点 李一 社情民意 没有食堂,建议建',
    '没有找到联系点',
  ],
  ['no words', '吴办', '代报 李一', '这样写'],
  ['too short', '吴办', '代报 李一 社情民意 短', '太短了'],
])('代报 %s: one sentence, nothing written', async (_name, who, said, answer) => {
  const before = await count('items')
  const heard = await house.say(who, said)
  expect(heard[0]?.text).toContain(answer)
  expect(await count('items')).toBe(before)
})

test('另报: kept on the matter, told to the office, shown by 查, counted once', async () => {
  const heard = await house.say('李一', '另报 1 民盟市委')
  expect(heard[0]?.text).toContain('另报民盟市委。成果只计一次')
  expect(heard.find(({ to }) => to === staffChat)?.text).toContain('另报了民盟市委')
  const byStaff = await house.say('吴办', '另报 1 市委统战部')
  expect(byStaff.find(({ to }) => to === openId('李一'))?.text).toContain('市委统战部')
  expect(await house.ask('吴办', '查 1')).toContain('另报:民盟市委、市委统战部(成果只计一次)')
  expect(await house.ask('李一', '为什么 1')).toMatch(/\+1 社1 有效报送\(6月4日\)$/)
})

test('what stands under 另报 while it is a draft is in the office’s notice', async () => {
  const no = /社(\d+)/.exec(await house.ask('赵三', '社情民意 老街消防通道被占用'))?.[1]
  await house.say('赵三', `另报 ${no} 省工商联`)
  const heard = await house.say('赵三', '无建议')
  expect(heard.find(({ to }) => to === staffChat)?.text).toContain('另报:省工商联')
})

test('撤销 takes 另报 back, also when the matter has gone on', async () => {
  await house.say('吴办', '另报 1 九三市委')
  await house.say('吴办', '编报 1 市')
  expect(await house.ask('吴办', '撤销 1')).toContain('编报')
  expect(await house.ask('吴办', '撤销 1')).toContain('另报')
  expect(await house.ask('吴办', '查 1')).not.toContain('九三市委')
})

test.each([
  ['an unknown number', '李一', '另报 99 民盟市委', '没有找到 99 号'],
  ['not his own', '王二', '另报 1 民盟市委', '本人操作'],
  ['twice', '李一', '另报 1 民盟市委', '已经另报过了'],
  ['nowhere', '李一', '另报 1', '另报给了哪里'],
  ['without a number', '李一', '另报 民盟市委', '这样写'],
  ['withdrawn', '王二', '另报 8 民盟市委', '现在是"已撤回"'],
])('另报 %s: one sentence, nothing written', async (_name, who, said, answer) => {
  const before = await count('facts')
  expect(await house.ask(who, said)).toContain(answer)
  expect(await count('facts')).toBe(before)
})
