import { afterAll, beforeAll, expect, test } from 'vitest'
import { findPhotos } from '../../src/store/photos.ts'
import { openHouse, staffChat, type House } from '../house.ts'
import { photo } from '../photo.ts'
import { heardBy, pointsOf, submitOpinion } from '../stories.ts'

let house: House
beforeAll(async () => {
  house = await openHouse({ LARK_CHAT_RATE: '0', LARK_APP_RATE: '0' })
})
afterAll(() => house.close())

const submitted = (who: string, about: string) => submitOpinion(house, who, about)
const points = (who: string) => pointsOf(house, who)

test('returned and supplemented: the number stays, the earlier text stays, the office hears which version it is', async () => {
  const no = await submitted('李一', '城东小学门口放学')
  const returned = await house.say('吴办', `退回 ${no} 请写明时段`)
  expect(heardBy('李一', returned)).toContain(`补充 ${no} …`)
  const again = await house.say('李一', `补充 ${no} 下午四点半到五点最堵`)
  expect(again[0]?.text).toContain(`已补充到 社${no}`)
  expect(again[0]?.text).toContain('(第2版),政协办')
  expect(again.find(({ to }) => to === staffChat)?.text).toContain('(第2版):下午四点半到五点最堵')
  const view = await house.ask('吴办', `查 ${no}`)
  expect(view).toContain('待审核')
  expect(view).toContain('第2版')
  await house.say('吴办', `退回 ${no} 请按要素重写`)
  await house.say(
    '李一',
    `补充 ${no} 标题:关于错峰放学的建议\n情况:三排车堵满路口\n建议:分年级错峰`,
  )
  expect(await house.ask('吴办', `查 ${no}`)).toContain('《关于错峰放学的建议》')
})

test('采编 keeps what the office wrote beside what the member said', async () => {
  const no = await submitted('王二', '乡村幸福食堂运营')
  await house.say('吴办', `采编 ${no}`)
  const kept = await house.ask(
    '吴办',
    `采编 ${no} 关于规范乡村幸福食堂运营的建议:按实际就餐数补助。`,
  )
  expect(kept).toContain('采编稿已存,原文另存')
  const view = await house.ask('吴办', `查 ${no}`)
  expect(view).toContain('采编稿:关于规范乡村幸福食堂运营的建议:按实际就餐数补助。')
  expect(await house.ask('吴办', `采编 ${no}`)).toContain('已经采编。要存采编稿')
  expect(await house.ask('吴办', '撤销')).toContain('"采编"')
  expect(await house.ask('吴办', `查 ${no}`)).not.toContain('采编稿:')
})

test.each([
  [
    ['县', '市', '省'],
    ['+4', '+5', '+10'],
  ],
  [
    ['县', '省', '市'],
    ['+4', '+15', ''],
  ],
  [
    ['市', '县', '省'],
    ['+9', '', '+10'],
  ],
  [
    ['市', '省', '县'],
    ['+9', '+10', ''],
  ],
  [
    ['省', '县', '市'],
    ['+19', '', ''],
  ],
  [
    ['省', '市', '县'],
    ['+19', '', ''],
  ],
])('adopted by %s: each time the difference, %s', async (levels, gains) => {
  const before = await points('赵三')
  const no = await submitted('赵三', `第${levels.join('')}号水渠`)
  await house.say('吴办', `采编 ${no}`)
  for (const [index, level] of levels.entries()) {
    const said = await house.say('吴办', `采用 ${no} ${level} 单篇`)
    expect(said[0]?.text).toMatch(
      gains[index] ? new RegExp(`赵三 \\${gains[index]}\\)`) : /政协,单篇。/,
    )
    expect(heardBy('赵三', said)).toContain(`被${level}政协,单篇采用`)
  }
  expect(await points('赵三')).toBe(before + 20)
  for (let n = 0; n < 4; n += 1) await house.say('吴办', `撤销 ${no}`)
  expect(await points('赵三')).toBe(before)
})

test('an adoption names the body, the form, the issue and the day', async () => {
  const no = await submitted('李一', '公交站台')
  await house.say('吴办', `采编 ${no}`)
  expect(await house.ask('吴办', `编报 ${no} 市 省 签发 张主席`)).toContain(
    '报市政协、省政协,张主席签发',
  )
  expect(await house.ask('吴办', `采用 ${no} 市委办 综合 2024年第31期 6月4日`)).toContain(
    '→ 市委办,综合,2024年第31期,2024年6月4日',
  )
  expect(await house.ask('吴办', `采用 ${no} 省 统战部 转送`)).toContain('→ 省委统战部,转送')
  expect(await house.ask('吴办', `批示 ${no} 市分管 昨天`)).toContain(
    '2024年6月3日还没有它,没有登记',
  )
})

test.each([
  ['6月10日', '2024年6月10日还没有到,没有登记'],
  ['明天', '2024年6月5日还没有到'],
  ['2月30日', '"2024-02-30"不是一个日子'],
  ['5月6日', '是2024年6月4日报送的,2024年5月6日还没有它,没有登记'],
])('an adoption on %s is no adoption: one sentence, nothing written', async (day, why) => {
  const no = await submitted('李一', '雨污分流')
  await house.say('吴办', `采编 ${no}`)
  const heard = await house.say('吴办', `采用 ${no} 市 单篇 ${day}`)
  expect(heard).toHaveLength(1)
  expect(heard[0]?.text).toContain(why)
  expect(await house.ask('吴办', `查 ${no}`)).not.toMatch(/经过:.*采用/)
})

test('the same outcome twice is recorded once; with another issue or day it is another', async () => {
  const no = await submitted('李一', '村道会车')
  await house.say('吴办', `采编 ${no}`)
  for (const words of [
    `采用 ${no} 市 单篇 2024第31期`,
    `批示 ${no} 市主要`,
    `反馈 ${no} 县交通局 已列入`,
  ]) {
    await house.say('吴办', words)
    const again = await house.say('吴办', words)
    expect(again).toHaveLength(1)
    expect(again[0]?.text).toContain('记录,没有再记。如果是另一次,请写上期号或日期')
  }
  expect(await house.ask('吴办', `采用 ${no} 市 单篇 2024第32期`)).toContain('已登记')
  expect(await house.ask('吴办', `批示 ${no} 市主要 今天`)).toContain('已登记')
})

test('an answer from outside is told to its author', async () => {
  const no = await submitted('李一', '老旧小区加装电梯')
  expect(await house.ask('吴办', `反馈 ${no} 县住建局 已列入计划`)).toContain('不能反馈')
  await house.say('吴办', `采编 ${no}`)
  const said = await house.say('吴办', `反馈 ${no} 县住建局 今天 已列入明年改造计划`)
  expect(said[0]?.text).toContain('反馈已登记')
  expect(heardBy('李一', said)).toContain('有了反馈(6月4日):县住建局:已列入明年改造计划')
})

test('merged: listed as co-reporter, told so, no points of his own; undone it is as before', async () => {
  const first = await submitted('李一', '滨江公园路灯')
  const second = await submitted('王二', '滨江公园晚上太黑')
  await house.say('吴办', `采编 ${second}`)
  const before = await points('王二')
  expect(await house.ask('吴办', `合并 ${second} 到 ${second}`)).toContain('不能并入它自己')
  expect(await house.ask('吴办', `合并 ${second} 到 9999`)).toContain('没有找到要并入的 9999 号')
  const said = await house.say('吴办', `合并 ${second} 到 ${first}`)
  expect(said[0]?.text).toContain(`已并入 社${first}(王二 -1),王二列为共同反映人`)
  expect(heardBy('王二', said)).toContain(`与社${first}反映的是同一件事`)
  expect(await points('王二')).toBe(before - 1)
  expect(await house.ask('吴办', `查 ${first}`)).toContain(`共同反映:王二(社${second})`)
  await house.say('吴办', `采编 ${first}`)
  const adopted = await house.say('吴办', `采用 ${first} 县`)
  expect(heardBy('王二', adopted)).toContain(`社${second}(已并入社${first})`)
  expect(await house.ask('吴办', `合并 ${first} 到 ${second}`)).toContain('已有采用记录,不能合并')
  expect(await house.ask('吴办', `撤销 ${second}`)).toContain('已撤销您对 社')
  expect(await points('王二')).toBe(before)
})

test('converted to 微监督: a new number, scored once; undone, the new one goes with it', async () => {
  const no = await submitted('李一', '文昌路口井盖')
  const said = await house.say('吴办', `转 ${no} 微监督`)
  const derived = Number(/微(\d+)/.exec(said[0]?.text ?? '')?.[1])
  expect(said[0]?.text).toContain(`下一步:交办 ${derived} 单位`)
  expect(heardBy('李一', said)).toContain(`已转为微监督 微${derived}`)
  expect(await house.ask('吴办', `查 ${derived}`)).toContain(`由社${no}转来`)
  const before = await points('李一')
  await house.say('吴办', `交办 ${derived} 住建局`)
  expect(await points('李一')).toBe(before + 1)
  expect(await house.ask('吴办', `撤销 ${no}`)).toContain('已有新的进展')
  await house.say('吴办', '撤销')
  expect(await house.ask('吴办', `撤销 ${no}`)).toContain('"转办"')
  expect(await house.ask('李一', `查 ${derived}`)).toContain('已撤回')
  expect(await house.ask('李一', `查 ${no}`)).toContain('待审核')
})

test('what was converted keeps its photos', async () => {
  house.lark.photos.set('rail', await photo())
  const said = await house.ask('李一', '社情民意 桥头护栏断了,建议更换', { images: ['rail'] })
  const no = Number(/社(\d+)/.exec(said)?.[1])
  const answer = await house.ask('吴办', `转 ${no} 微监督`)
  const derived = Number(/微(\d+)/.exec(answer)?.[1])
  const { before, wanted } = await house.store.transaction((tx) =>
    findPhotos(tx, house.officeId(), derived),
  )
  expect(before.length + wanted).toBe(1)
})

test('converted to a lead for a proposal once it has been reported: it keeps its own life and points', async () => {
  const no = await submitted('王二', '校车路线')
  await house.say('吴办', `采编 ${no}`)
  await house.say('吴办', `编报 ${no} 市`)
  const before = await points('王二')
  const said = await house.say('吴办', `转 ${no} 提案线索`)
  expect(heardBy('王二', said)).toMatch(/已转为提案线索 提\d+/)
  expect(await house.ask('吴办', `查 ${no}`)).toContain('已上报')
  expect(await points('王二')).toBe(before)
})

test('closed by the office, a late adoption opens it again without a word', async () => {
  const no = await submitted('王二', '菜场排水')
  await house.say('吴办', `采编 ${no}`)
  await house.say('吴办', `编报 ${no} 市`)
  const closed = await house.say('吴办', `结案 ${no}`)
  expect(heardBy('王二', closed)).toContain('已办结归档')
  expect(await house.ask('王二', `查 ${no}`)).toContain('已办结')
  expect(await house.ask('吴办', `采用 ${no} 市 单篇`)).toContain('(王二 +9)')
  expect(await house.ask('王二', `查 ${no}`)).toContain('已上报')
  await house.say('吴办', `撤销 ${no}`)
  expect(await house.ask('王二', `查 ${no}`)).toContain('已办结')
  await house.say('吴办', `撤销 ${no}`)
  expect(await house.ask('王二', `查 ${no}`)).toContain('已上报')
})

test('twelve months after it was reported it closes by itself, and its author hears so', async () => {
  const no = await submitted('赵三', '非遗传承')
  await house.say('吴办', `采编 ${no}`)
  await house.say('吴办', `编报 ${no} 市`)
  house.at('2025-06-05T09:30:00+08:00')
  const said = await house.tick()
  expect(heardBy('赵三', said)).toContain(`社${no}《非遗传承存在问题》上报已满12个月`)
  expect(await house.ask('赵三', `查 ${no}`)).toContain('已办结')
  expect(await house.ask('吴办', `采用 ${no} 全国`)).toContain('(赵三 +39)')
})
