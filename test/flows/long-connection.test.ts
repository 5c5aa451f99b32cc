import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, openId, type House } from '../house.ts'
import { messageEvent } from '../lark-event.ts'
import { openLarkSocket, type LarkSocket } from '../lark-socket.ts'

let house: House
let socket: LarkSocket
beforeAll(async () => {
  house = await openHouse({
    LARK_MODE: 'long-connection',
    LARK_ENCRYPT_KEY: '',
    LARK_VERIFICATION_TOKEN: '',
  })
  socket = openLarkSocket(house.lark.server)
  await socket.connected()
})
afterAll(() => house.close())

const said = (messageId: string, text: string) =>
  messageEvent({
    eventId: '',
    messageId,
    from: openId('李一'),
    chat: 'oc_private',
    isPrivate: true,
    text,
    at: house.now(),
  })['event']

test('without a public address: an event comes down the long connection and is answered through the API', async () => {
  const acknowledged = await socket.push(
    'im.message.receive_v1',
    said('om_1', '社情民意 村口积水严重,建议清沟'),
  )
  expect(acknowledged).toContain('"code":200')
  await house.settled()
  expect(house.lark.sent.at(-2)?.text).toContain('✅ 社1')
})

test('the same message again is acknowledged and not answered again', async () => {
  const before = house.lark.sent.length
  expect(
    await socket.push('im.message.receive_v1', said('om_1', '社情民意 村口积水严重,建议清沟')),
  ).toContain('"code":200')
  await house.settled()
  expect(house.lark.sent).toHaveLength(before)
})

test('what is recalled comes by the same way', async () => {
  await socket.push('im.message.recalled_v1', {
    message_id: 'om_1',
    chat_id: 'oc_private',
    recall_time: String(house.now().getTime()),
    recall_type: 'message_owner',
  })
  await house.settled()
  expect(await withdrawn()).toBe(true)
})

const withdrawn = async () => {
  await socket.push('im.message.receive_v1', said('om_2', '查 1'))
  await house.settled()
  return house.lark.sent.at(-1)?.text.includes('已撤回') ?? false
}
