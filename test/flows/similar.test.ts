import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rows } from '../../src/store/open.ts'
import { openHouse, openId, staffChat, type House } from '../house.ts'
import type { Sent } from '../lark-stub.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const toStaff = (heard: readonly Sent[]): string =>
  heard.find(({ to }) => to === staffChat)?.text ?? ''
/** What he was told of by himself, not in answer. */
const hintTo = (who: string, heard: readonly Sent[]): string =>
  heard.find(({ to, text }) => to === openId(who) && text.includes('很接近'))?.text ?? ''

const parking = '社情民意 城东菜市场周边停车难,早高峰车辆乱停,建议规划临时停车位'

test('the first of its sort is like nothing, and the office reads no more than before', async () => {
  const heard = await house.say('李一', parking, { inGroup: true })
  expect(toStaff(heard)).toContain('新 社1(李一)')
  expect(toStaff(heard)).not.toContain('相近的')
  expect(heard).toHaveLength(2)
})

test('nearly the same by another: the office sees the earlier one with its fate, the member its number and fate', async () => {
  await house.say('吴办', '采编 1')
  await house.say('吴办', '编报 1 市')
  await house.say('吴办', '采用 1 市 单篇 2024第31期')
  await house.say('吴办', '批示 1 市主要')
  const heard = await house.say(
    '王二',
    '社情民意 城东菜市场附近停车難，早高峰亂停車，建议設置臨時停車位',
    { inGroup: true },
  )
  expect(heard[0]?.text).toMatch(/✅ 社2.*已提交/)
  expect(toStaff(heard)).toContain('新 社2(王二)')
  expect(toStaff(heard)).toContain('社1《城东菜市场周边停车难》(市采用,6月4日;获市主要领导批示)')
  expect(toStaff(heard).split('\n').length).toBeLessThanOrEqual(8)
  const hint = hintTo('王二', heard)
  expect(hint).toContain('您的社2与社1很接近(市采用,6月4日;获市主要领导批示)')
  expect(hint).toContain('补充 2')
  expect(hint).toContain('不影响本条')
  // what another member calls his matter is not his to know, nor the group's
  expect(hint).not.toContain('周边')
  expect(heard.filter(({ text }) => text.includes('很接近'))).toHaveLength(1)
  expect(heard).toHaveLength(3)
})

test('one’s own earlier one is called by its name', async () => {
  const heard = await house.say('李一', `${parking},越快越好`)
  expect(hintTo('李一', heard)).toContain('您的社3与您报过的社1《城东菜市场周边停车难》很接近')
})

test('the same hint is not given twice', async () => {
  const heard = await house.say('李一', `${parking}!!`)
  expect(heard[0]?.text).toContain('已提交')
  expect(hintTo('李一', heard)).toBe('')
})

test('something else is like nothing', async () => {
  const heard = await house.say('赵三', '社情民意 乡镇卫生院缺儿科医生,建议县医院轮岗下派')
  expect(toStaff(heard)).not.toContain('相近的')
  expect(hintTo('赵三', heard)).toBe('')
})

test('a draft is compared when it is whole, a returned one when it comes again', async () => {
  const first = await house.say('赵三', '社情民意 滨河公园健身器材坏了不少')
  expect(first).toHaveLength(1)
  const whole = await house.say('赵三', '定期检查维修')
  const no = /社(\d+)/.exec(whole[0]?.text ?? '')?.[1]
  expect(toStaff(whole)).not.toContain('相近的')
  const other = await house.say('李一', '社情民意 滨河公园健身器材坏了很多,建议定期检查和维修')
  expect(toStaff(other)).toContain(`社${no}《滨河公园健身器材坏了不少》(待审核,6月4日)`)
  expect(hintTo('李一', other)).toContain(`与社${no}很接近(待审核,6月4日)`)

  await house.say('吴办', `退回 ${no} 请写明是哪几件器材`)
  const again = await house.say('赵三', `补充 ${no} 漫步机和单杠坏了`)
  expect(toStaff(again)).toContain(`社${no} 有补充`)
})

test('what was withdrawn is shown to nobody', async () => {
  await house.say('李一', '社情民意 村级光伏电站没人维护,建议统一委托运维')
  const no = /社(\d+)/.exec(await house.ask('李一', '我的'))?.[1]
  const before = await house.say('王二', '社情民意 村级光伏电站没人维护,建议统一委托运维')
  expect(toStaff(before)).toContain('相近的')
  const own = /社(\d+)/.exec(before[0]?.text ?? '')?.[1]
  await house.say('王二', `撤回 ${own}`)
  await house.say('李一', `撤回 ${Number(own) - 1}`)
  expect(no).toBeDefined()
  const after = await house.say('赵三', '社情民意 村级光伏电站没人维护,建议统一委托运维')
  expect(toStaff(after)).toContain('村级光伏电站没人维护')
  expect(toStaff(after)).not.toContain('相近的')
})

test('what is quarantined is shown to nobody, what is erased leaves nothing to compare with', async () => {
  const tunnel = '社情民意 青山隧道内照明不足、雾天事故多,建议更换灯具加装诱导标'
  const first = await house.ask('李一', tunnel)
  const no = /社(\d+)/.exec(first)?.[1]
  await house.say('吴办', `隔离 ${no}`)
  const second = await house.say('王二', tunnel)
  expect(toStaff(second)).not.toContain('相近的')
  expect(hintTo('王二', second)).toBe('')
  const kept = () =>
    house.store.transaction((tx) =>
      rows<{ no: number }>(
        tx,
        sql`select item_no as no from wordings where item_no = ${Number(no)}`,
      ),
    )
  expect(await kept()).toHaveLength(1)
  await house.say('吴办', `涉密 ${no}`)
  expect(await kept()).toEqual([])
})

test('on behalf of a member the clerk sees them, and the member is not troubled', async () => {
  const heard = await house.say('吴办', `代报 赵三 ${parking}`)
  expect(toStaff(heard)).toContain('相近的')
  expect(hintTo('赵三', heard)).toBe('')
})

test('of another year with its year, and after three years no more', async () => {
  house.at('2026-05-20T10:00:00+08:00')
  const heard = await house.say('赵三', parking)
  expect(toStaff(heard)).toContain('市采用,2024年6月4日')
  house.at('2029-06-20T10:00:00+08:00')
  const late = await house.say('赵三', `${parking}谢谢`)
  expect(toStaff(late)).not.toContain('相近的')
})
