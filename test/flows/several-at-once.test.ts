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
  expect(both).toContain(`已撤销您对 社${one} 的"采用"(分数-4)`)
  expect(both).toContain(`已撤销您对 社${two} 的"采用"(分数-4)`)
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
  expect(await house.ask('吴办', `查 ${one}`)).not.toContain('采用')
})
