import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findPhotos } from '../../src/store/photos.ts'
import { openHouse, openId, type House } from '../house.ts'
import { photo } from '../photo.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  for (const key of ['img_1', 'img_2', 'img_3', 'img_4', 'img_5', 'img_6'])
    house.lark.photos.set(key, await photo(3000, 1000))
})
afterAll(() => house.close())

const kept = async (no: number, count: number) => {
  for (;;) {
    const found = await house.store.transaction((tx) => findPhotos(tx, house.officeId(), no))
    if (found.before.length + found.after.length >= count) return found
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

test('E4: place, problem and photos are a complete 微监督; the category and the urgency are seen', async () => {
  const heard = await house.say(
    '李一',
    '随手拍 人民路和文昌路交叉口往西50米路南,窨井盖破了一半,晚上很危险',
    { inGroup: true, images: ['img_1', 'img_2'] },
  )
  expect(heard[0]?.text).toContain(
    '✅ 微1 已登记(井盖破损,较急):人民路和文昌路交叉口往西50米路南 窨井盖破了一半',
  )
  expect(heard[0]?.text).toContain('如有人身危险请先打12345或110')
  expect(heard[0]?.text).toContain('交办后您会收到承办单位和期限')
  expect(heard.find(({ to }) => to === 'oc_staff')?.text).toContain('交办 1 单位')
})

test('photos are kept without EXIF, at most 2048 px, and the originals nowhere', async () => {
  const { before } = await kept(1, 2)
  const bytes = await readFile(`${house.dataDir}/files/${before[0]?.slice(0, 2)}/${before[0]}.jpg`)
  const { width, exif } = await sharp(bytes).metadata()
  expect({ width, exif }).toEqual({ width: 2048, exif: undefined })
})

test('dispatch, accept, reply, rectify: every step with its day, to whom it concerns', async () => {
  const heard = await house.say('吴办', '交办 1 住建局 5天')
  expect(heard[0]?.text).toContain('→ 住建局,整改期限6月12日(李一 +1)')
  expect(heard.find(({ to }) => to === openId('冯住建'))?.text).toContain('接单 1')
  expect(heard.find(({ to }) => to === openId('李一'))?.text).toContain(
    '微1 已交办住建局,6月12日前整改',
  )
  expect(await house.ask('陈交通', '接单 1')).toBe('接单由承办单位操作,这次没有改动。')
  await house.say('冯住建', '接单 1')
  expect(await house.ask('李一', '我那个井盖的怎么样了')).toContain(
    '住建局办理中(6月4日),应办 6月12日,还剩5个工作日',
  )
  expect(await house.ask('李一', '查 １号')).toContain('微1')
  const rectified = await house.say('冯住建', '整改 1 井盖已更换', { images: ['img_3'] })
  expect(rectified.find(({ to }) => to === openId('李一'))?.text).toContain('不满意 1 原因')
  expect((await kept(1, 3)).after).toHaveLength(1)
})

test('the department saw the damage, the member sees the repair', async () => {
  const shownTo = (who: string) =>
    house.lark.sent.filter(({ to, images }) => to === openId(who) && images.length > 0)
  expect(shownTo('冯住建')[0]?.images).toHaveLength(2)
  while (shownTo('李一').length === 0) await house.tick()
  expect(shownTo('李一')[0]?.text).toContain('微1 的照片')
})

test('E14: not satisfied asks for a reason, then goes back with a new day', async () => {
  expect(await house.ask('李一', '不满意 1')).toContain('请说一句原因')
  const heard = await house.say('李一', '只填了沙子,车一压又陷了')
  expect(heard[0]?.text).toMatch(/已退回住建局,6月7日前.*重新整改。这是第1次退回/)
  expect(heard.find(({ to }) => to === openId('冯住建'))?.text).toContain('只填了沙子')
})

test('the member confirms, by a bare word, and earns the second point; departments cannot rate themselves', async () => {
  await house.say('冯住建', '整改 1 这次浇了水泥')
  expect(await house.ask('冯住建', '满意 1')).not.toContain('已办结')
  const heard = await house.say('李一', '满意')
  expect(heard[0]?.text).toContain('✅ 微1 已办结,您的评价:满意')
  expect(await house.ask('李一', '为什么 1')).toContain('+1 微1 办结')
})

test('E16: a decline needs a reason; the second one is for the office to rule', async () => {
  await house.say('王二', '随手拍 老街路口,路灯不亮', { images: ['img_4'] })
  await house.say('吴办', '交办 2 住建局')
  expect(await house.ask('冯住建', '退单 2')).toContain('退单需要写明依据或应由哪个单位办理')
  const declined = await house.say('冯住建', '该路段由交通局养护')
  expect(declined.find(({ to }) => to === 'oc_staff')?.text).toContain('第1次')
  await house.say('吴办', '交办 2 交通局')
  const again = await house.say('陈交通', '退单 2 属于住建局职责')
  expect(again[0]?.text).toContain('由政协办裁定')
})

test('a case that goes to another department: the one that had it hears so', async () => {
  await house.say('吴办', '交办 2 住建局')
  const heard = await house.say('吴办', '交办 2 交通局')
  expect(heard.find(({ to }) => to === openId('冯住建'))?.text).toContain('已改交交通局')
})

test('E3: a photo alone privately asks for one sentence, and the sentence within ten minutes makes the matter', async () => {
  expect(await house.ask('李一', '', { images: ['img_5'] })).toContain(
    '收到照片。请回一句"在哪里+什么问题"',
  )
  expect(await house.ask('李一', '人民路与文昌路口,护栏断了')).toContain('✅ 微3 已登记(公共设施)')
  expect((await kept(3, 1)).before).toHaveLength(1)
})

test('in a group nobody is answered who does not mention the bot and uses no command word', async () => {
  expect(await house.say('李一', '', { inGroup: true, mention: false, images: ['img_6'] })).toEqual(
    [],
  )
  expect(await house.say('王二', '大家下午几点开会', { inGroup: true, mention: false })).toEqual([])
})

test('E5: chatter, others’ names and family stay out of what the department reads; a photo is asked for once', async () => {
  const asked = await house.ask(
    '王二',
    '@王主任 你看看这个😂😂 随手拍一下,滨江公园那个健身器材都锈断了,上个月我孙子差点摔着!!!谁管啊🤷',
  )
  expect(asked).toContain('记下了(微4 草稿):滨江公园 健身器材都锈断了。')
  expect(asked).toContain('再补一张照片就能交办')
  house.lark.photos.set('img_7', await photo())
  const heard = await house.say('王二', '', { images: ['img_7'] })
  expect(heard[0]?.text).toContain('✅ 微4 已登记')
  const dispatched = await house.say('吴办', '交办 4 住建局')
  expect(dispatched.find(({ to }) => to === openId('冯住建'))?.text).not.toMatch(/孙子|王主任|😂/)
})

test('E7: traditional characters and sparks: the emergency numbers come first and nothing is claimed that was not done', async () => {
  house.lark.photos.set('img_8', await photo())
  const heard = await house.say('李一', '隨手拍 老街騎樓電線亂拉,下雨冒火花', { images: ['img_8'] })
  expect(heard[0]?.text).toContain('⚠️ 微5 已登记(电力杆线,紧急)')
  expect(heard[0]?.text).toMatch(/119/)
  expect(heard.some(({ to }) => to === 'oc_staff')).toBe(true)
})

test('a picture that cannot be cleaned is not kept, and its sender is told', async () => {
  house.lark.photos.set('img_bad', Buffer.from('this is no picture'))
  await house.say('赵三', '随手拍 人民路路口,路面有坑', { images: ['img_bad'] })
  for (;;) {
    await house.settled()
    if (house.lark.sent.some(({ text }) => text.includes('没有保存'))) break
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  expect(house.lark.sent.findLast(({ text }) => text.includes('没有保存'))).toMatchObject({
    to: openId('赵三'),
  })
})

test.each([
  ['audio', '语音'],
  ['media', '视频'],
  ['file', '文件'],
  ['location', '位置'],
])('%s gets a sentence that says what to do instead', async (type, word) => {
  expect(await house.ask('李一', '', { type })).toContain(`${word}我还看不懂`)
})

test('a recalled submission that nobody has touched is withdrawn', async () => {
  await house.say('赵三', '社情民意 村口停车太乱,建议划停车位', { messageId: 'om_to_recall' })
  await house.event({
    schema: '2.0',
    header: {
      event_id: 'recall-1',
      event_type: 'im.message.recalled_v1',
      create_time: String(house.now().getTime()),
      token: 'made-up-token',
      app_id: 'cli_0123456789abcdef',
    },
    event: { message_id: 'om_to_recall', chat_id: 'oc_x' },
  })
  await house.settled()
  expect(house.lark.sent.at(-1)?.text).toContain('已撤回')
})

test('staff act for a member who phones, correct what was heard and adjust points', async () => {
  const opened = await house.ask('吴办', '代报 王二 随手拍 文昌路口,路面积水')
  expect(opened).toContain('已登记')
  const no = /微(\d+)/.exec(opened)?.[1] ?? ''
  expect(await house.ask('吴办', `标题 ${no} 文昌路口积水`)).toContain('标题《文昌路口积水》')
  expect(await house.ask('吴办', `作者 ${no} 赵三`)).toContain('作者 赵三')
  expect(await house.ask('吴办', '调整 赵三 +2 协助接待视察')).toContain('赵三 +2 分')
  expect(await house.ask('赵三', '我的')).toContain('2分')
  await house.say('吴办', `交办 ${no} 住建局`)
  await house.say('冯住建', `整改 ${no} 已疏通`)
  expect(await house.ask('吴办', `满意 ${no} 代 赵三`)).toContain('已办结')
})
