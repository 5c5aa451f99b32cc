import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, openId, type House } from '../house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await house.enrol([['郑主席', ['chair'], {}]])
  for (const text of ['村口积水,建议清沟', '小学门口堵车,建议错峰', '路灯太暗,建议更换'])
    await house.say('李一', `社情民意 ${text}`)
  await house.say('王二', '社情民意 公交末班太早,建议延长')
})
afterAll(() => house.close())

test('统计 prints every figure with its parts, what has no base as —, and few cases with a mark', async () => {
  for (const act of [
    '采编 1',
    '采编 2',
    '留存 3',
    '编报 1 市',
    '采用 1 市 综合',
    '批示 1 市主要',
    '撤回 4',
  ])
    await house.say('吴办', act)
  expect((await house.ask('吴办', '统计 6月')).split('\n')).toEqual([
    '2024年6月社情民意(截至6月4日;怎么算见"导出 2024年6月"的指标表):',
    '报送 3 条,有效 3 条;采编率 66.7%(2/3)样本不足;剔除 1 件(已撤回1)',
    '上报率:市 33.3%(1/3)样本不足',
    '采用率(同批):市 100.0%(1/1)样本不足待定0',
    '采用 1 条次(市1):单篇0、综合1、转送0',
    '批示率 100.0%(1/1)样本不足;批示办理率 0.0%(0/1)样本不足;转化率 0.0%(0/1)样本不足',
    '采用周期中位 0 天(1 件);反馈及时率 100.0%(2/2)样本不足;参与率 25.0%(1/4)样本不足',
  ])
})

test('what is taken back counts no more', async () => {
  await house.say('吴办', '撤销 1')
  expect(await house.ask('吴办', '统计')).toContain('批示率 0.0%(0/1)样本不足;批示办理率 —')
})

test('asked in a group it is answered privately, to the office and the leaders alone', async () => {
  const heard = await house.say('郑主席', '统计 上半年', { inGroup: true })
  expect(heard[0]?.text).toContain('私')
  expect(heard[0]?.text).not.toContain('采编率')
  expect(heard.find(({ to }) => to === openId('郑主席'))?.text).toContain('2024年上半年')
  expect(await house.ask('李一', '统计')).not.toContain('采编率')
  expect(await house.ask('吴办', '统计 2025年')).toContain('还没有开始')
})
