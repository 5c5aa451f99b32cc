import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type House } from '../house.ts'
import { heardBy, pointsOf, submitOpinion } from '../stories.ts'

let house: House
beforeAll(async () => {
  house = await openHouse({ LARK_CHAT_RATE: '0', LARK_APP_RATE: '0' })
})
afterAll(() => house.close())

const submitted = (who: string, about: string) => submitOpinion(house, who, about)
const points = (who: string) => pointsOf(house, who)

test('E15: several numbers in everyday words ask one confirmation with the points of each, and 确认 enters them', async () => {
  const [one, two] = [await submitted('李一', '城北公厕'), await submitted('王二', '城南停车')]
  await house.say('吴办', `采编 ${one} ${two}`)
  expect(await house.ask('吴办', '确认')).toContain('已登记 2 件')
  const words = `${one} ${two} 市政协采用了 单篇 2024年第31期`
  const asked = await house.ask('吴办', words)
  expect(asked).toBe(
    `请确认:社${one}、社${two} → 市政协,单篇,2024年第31期。\n回"确认"就入账(社${one} +9、社${two} +9);不办回"否"。`,
  )
  const before = await points('李一')
  const heard = await house.say('吴办', '确认')
  expect(heard[0]?.text).toContain(
    `已登记 2 件:社${one}、社${two} → 市政协,单篇,2024年第31期(社${one} +9、社${two} +9)`,
  )
  expect(heardBy('李一', heard)).toContain('好消息')
  expect(heardBy('王二', heard)).toContain('好消息')
  expect(await points('李一')).toBe(before + 9)
})

test('撤销 takes a whole batch back, or one number of it', async () => {
  const [one, two] = [await submitted('李一', '城西绿化'), await submitted('王二', '河道清淤')]
  await house.say('吴办', `采编 ${one} ${two}`)
  await house.say('吴办', '确认')
  await house.say('吴办', `采用 ${one} ${two} 县`)
  await house.say('吴办', '是')
  const both = await house.ask('吴办', '撤销')
  expect(both).toContain(`已撤销您对 社${one} 的"采用"(李一 -4)`)
  expect(both).toContain(`已撤销您对 社${two} 的"采用"(王二 -4)`)
  await house.say('吴办', `采用 ${one} ${two} 县`)
  await house.say('吴办', '是')
  expect(await house.ask('吴办', `撤销 ${two}`)).not.toContain(`社${one}`)
  expect(await house.ask('吴办', `撤销 ${one} ${two}`)).toContain(`社${two} 的"采编"`)
})

test('one impossible number: it is named, and nothing is written', async () => {
  const one = await submitted('李一', '图书馆座位')
  await house.say('吴办', `采编 ${one}`)
  const answer = await house.ask('吴办', `采用 ${one} 9999 市 单篇`)
  expect(answer).toContain('这次一件也没有登记')
  expect(answer).toContain('没有找到 9999 号')
  expect(await house.ask('吴办', '确认')).toContain('现在没有等您确认的事')
  expect(await house.ask('吴办', `查 ${one}`)).not.toMatch(/^采用:/m)
})

test('what has become impossible before the yes stops them all', async () => {
  const [one, two] = [await submitted('李一', '校园食堂'), await submitted('王二', '校门护栏')]
  expect(await house.ask('吴办', `采编 ${one} ${two}`)).toContain('请确认')
  await house.say('王二', `撤回 ${two}`)
  const answer = await house.ask('吴办', '确认')
  expect(answer).toContain('一件也没有登记')
  expect(answer).toContain(`社${two} 现在是"已撤回"`)
  expect(await house.ask('吴办', `查 ${one}`)).toContain('待审核')
})

test('several with shared details: merged into one, sent back with one reason', async () => {
  const [one, two, three] = [
    await submitted('李一', '南湖栈道'),
    await submitted('王二', '南湖木栈道'),
    await submitted('赵三', '南湖边栈道'),
  ]
  expect(await house.ask('吴办', `合并 ${two}、${three} 到 ${one}`)).toContain(
    `请确认:社${two}、社${three} → 并入 社${one}。`,
  )
  const heard = await house.say('吴办', '确认')
  expect(heardBy('赵三', heard)).toContain(`与社${one}反映的是同一件事`)
  expect(await house.ask('吴办', `查 ${one}`)).toContain(
    `共同反映:王二(社${two})、赵三(社${three})`,
  )
})

test('more than twenty at once are too many', async () => {
  const nos = Array.from({ length: 21 }, (_, n) => n + 1).join(' ')
  expect(await house.ask('吴办', `采编 ${nos}`)).toContain('一次最多 20 件')
})
