import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, openId, type House } from '../house.ts'
import { photo } from '../photo.ts'
import { headerOf } from '../lark-event.ts'
import { findPhotos } from '../../src/store/photos.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  for (const key of ['p1', 'p2', 'p3', 'p4', 'p5', 'p6']) house.lark.photos.set(key, await photo())
})
afterAll(() => house.close())

const photosOf = async (no: number) => {
  const { before, after, wanted } = await house.store.transaction((tx) =>
    findPhotos(tx, house.officeId(), no),
  )
  return before.length + after.length + wanted
}

test('a colon behind the number is no part of it: the right matter goes back', async () => {
  for (const place of ['人民路路口', '文昌路路口']) {
    await house.say('李一', `随手拍 ${place},井盖破了`, { images: ['p1'] })
  }
  for (const no of [1, 2]) await house.say('吴办', `交办 ${no} 住建局`)
  await house.say('冯住建', '整改 1:井盖换了')
  await house.say('冯住建', '整改 2：也换了')
  expect(await house.ask('李一', '不满意 2:没修好')).toContain('已退回住建局')
  expect(await house.ask('李一', '查 1')).toContain('待核实')
})

test('满意 with words that say the opposite is asked back, with thanks it is not', async () => {
  expect(await house.ask('李一', '满意?根本没修')).toContain('您是要"满意"吗')
  expect(await house.ask('李一', '满意 1,谢谢!')).toContain('已办结')
})

test('two numbers behind one word: nothing is recorded for either before a yes, nor after a no', async () => {
  await house.say('李一', '社情民意 村口积水严重,建议清沟')
  await house.say('李一', '社情民意 校门口堵车,建议错峰')
  expect(await house.ask('吴办', '采编 3 4')).toContain('请确认:社3、社4')
  expect(await house.ask('吴办', '否')).toContain('这次不办')
  expect(await house.ask('吴办', '3 4 市政协采用了 单篇')).toContain('一件也没有登记')
  expect(await house.ask('吴办', '3 4 满意')).toContain('这样写')
  expect(await house.ask('李一', '查 3')).toContain('待审核')
})

test.each(['好的', '可以', '没问题'])('dictated words are submitted by %s', async (yes) => {
  await house.say(
    '王二',
    '社情民意就是我们村里老年人坐公交车刷卡很不方便司机催得急建议换大字的刷卡机',
  )
  expect(await house.ask('王二', yes)).toMatch(/✅ 社\d+ 已提交/)
})

test('a word or two never take the place of a dictated draft', async () => {
  await house.say('王二', '社情民意就是我们村里晚上路灯都不亮老人不敢出门建议换成太阳能的路灯')
  expect(await house.ask('王二', '再说吧')).toContain('草稿没有改')
  expect(await house.ask('王二', '是')).toMatch(/✅ 社\d+ 已提交/)
})

test('收到 is no advice, 没有 is none, 建议:… is one and opens nothing new', async () => {
  const first = /社(\d+)/.exec(await house.ask('王二', '社情民意 城南小学门口放学堵得厉害'))?.[1]
  expect(await house.ask('王二', '收到')).toContain('谢谢')
  const heard = await house.say('王二', '建议:错峰放学、划停车位')
  expect(heard[0]?.text).toContain(`✅ 社${first} 已提交`)
  expect(heard.find(({ to }) => to === 'oc_staff')?.text).toContain('建议:错峰放学、划停车位')
  await house.say('王二', '社情民意 城北小学门口放学也堵得厉害')
  const without = await house.say('王二', '没有')
  expect(without[0]?.text).toContain('已提交')
  expect(without.find(({ to }) => to === 'oc_staff')?.text).not.toContain('建议:没有')
})

test('photos of an opinion are kept, with it and right behind it', async () => {
  const no = Number(
    /社(\d+)/.exec(
      await house.ask('赵三', '社情民意 老街电线杂乱,建议入地', { images: ['p2'] }),
    )?.[1],
  )
  expect(await house.ask('赵三', '', { images: ['p3'] })).toContain(`已放进 社${no}`)
  expect(await photosOf(no)).toBe(2)
})

test('a photo between question and answer belongs to the draft that waits', async () => {
  const no = Number(/社(\d+)/.exec(await house.ask('赵三', '社情民意 西门菜场污水横流没人管'))?.[1])
  expect(await house.ask('赵三', '', { images: ['p4'] })).toContain('还差一条"建议"')
  expect(await house.ask('赵三', '加装排水沟,定期清运')).toContain(`社${no} 已提交`)
  expect(await photosOf(no)).toBe(1)
})

test('a misspelt word with a photo: after the yes nothing is asked for again', async () => {
  await house.say('赵三', '随首拍 滨江公园南门,栏杆断了', { images: ['p5'] })
  expect(await house.ask('赵三', '是')).toMatch(/✅ 微\d+ 已登记/)
})

test('what was asked is over when it has been done: later talk is nobody’s matter', async () => {
  await house.say('李一', '', { inGroup: true, images: ['p6'] })
  await house.say('李一', '随手拍 建设路路口,路牌倒了', { inGroup: true })
  expect(
    await house.say('李一', '明天上午九点大家在会议室集合', { inGroup: true, mention: false }),
  ).toEqual([])
})

test('a department reports nothing by accident', async () => {
  expect(await house.ask('冯住建', '', { images: ['p1'] })).toContain('由委员和信息员报送')
})

test('nobody learns the title of another’s matter by a wrong letter before the number', async () => {
  await house.say('李一', '社情民意 某单位大门长期关闭办事难,建议开放')
  const no = /社(\d+)/.exec(house.lark.sent.at(-2)?.text ?? '')?.[1]
  for (const who of ['王二', '陈交通']) {
    const answer = await house.ask(who, `查 微${no}`, { inGroup: true })
    expect(answer).toContain(`社${no}`)
    expect(answer).not.toContain('大门')
  }
  const staff = await house.say('吴办', `查 ${no}`, { inGroup: true })
  expect(staff[0]?.text).not.toContain('大门')
  expect(staff.find(({ to }) => to === openId('吴办'))?.text).toContain('大门')
})

test('opening the private chat greets a stranger once a day', async () => {
  const enter = (id: string) => ({
    schema: '2.0',
    header: headerOf('im.chat.access_event.bot_p2p_chat_entered_v1', id, house.now()),
    event: { chat_id: 'oc_stranger', operator_id: { open_id: 'ou_stranger' } },
  })
  const before = house.lark.sent.length
  for (const id of ['enter-1', 'enter-2', 'enter-3']) {
    await house.event(enter(id))
    await house.settled()
  }
  expect(house.lark.sent.slice(before).map(({ text }) => text)).toEqual([
    expect.stringContaining('请先发"绑定'),
  ])
})

test('four thousand empty lines, and a title that ends in the middle of a face, are a matter like any other', async () => {
  expect(await house.ask('王二', `社情民意 学校门口堵${'\n'.repeat(4000)}建议错峰`)).toContain(
    '已提交',
  )
  expect(
    await house.ask('王二', `社情民意 标题:${'字'.repeat(49)}😀吧\n情况:路面积水严重\n建议:清沟`),
  ).toContain('已提交')
})
