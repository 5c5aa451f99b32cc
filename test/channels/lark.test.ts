import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sentOf } from '../../src/channels/lark/codes.ts'
import { readContent } from '../../src/channels/lark/content.ts'
import { decode } from '../../src/channels/lark/decode.ts'
import { render } from '../../src/channels/lark/render.ts'
import { verify } from '../../src/channels/lark/verify.ts'
import { say } from '../../src/messages/message.ts'
import { mergeReceipts } from '../../src/messages/receipts.ts'
import { headerOf, messageEvent, sealed, secrets } from '../lark-event.ts'
import { botId } from '../lark-stub.ts'

const at = new Date('2024-06-04T02:00:00Z')
const bot = { openId: botId }
const envelope = (type: string, event: unknown) => ({
  header: { ...headerOf(type, 'e1', at), create_time: at.getTime() },
  event,
})
const message = (type: string, content: unknown, more: object = {}) =>
  envelope('im.message.receive_v1', {
    sender: { sender_id: { open_id: 'ou_1' }, sender_type: 'user' },
    message: {
      message_id: 'om_1',
      create_time: String(at.getTime()),
      chat_id: 'oc_1',
      chat_type: 'group',
      message_type: type,
      content: typeof content === 'string' ? content : JSON.stringify(content),
      ...more,
    },
  })

test('mentions: the longest placeholder first, @_all kept, our own removed', () => {
  const mentions = Array.from({ length: 12 }, (_, n) => ({
    key: `@_user_${n + 1}`,
    name: `人${n + 1}`,
    id: { open_id: n === 0 ? botId : `ou_${n}` },
  }))
  const heard = decode(
    message('text', { text: '@_user_1 请 @_user_12 和 @_user_2 看 @_all' }, { mentions }),
    bot,
  )
  expect(heard).toMatchObject({ mentioned: true })
  expect(
    typeof heard !== 'string' && heard.type === 'said' && heard.text.replace(/\s+/g, ' '),
  ).toBe('请 @人12 和 @人2 看 @所有人')
})

test('text and pictures in one post', () => {
  const post = {
    title: '',
    content: [
      [
        { tag: 'at', user_id: '@_user_1' },
        { tag: 'text', text: '随手拍 路口' },
      ],
      [
        { tag: 'img', image_key: 'img_1' },
        { tag: 'brand_new', x: 1 },
      ],
    ],
  }
  const heard = decode(
    message('post', post, { mentions: [{ key: '@_user_1', id: { open_id: botId } }] }),
    bot,
  )
  expect(heard).toMatchObject({
    text: '随手拍 路口',
    photos: [{ messageId: 'om_1', key: 'img_1' }],
    mentioned: true,
  })
})

test('until our name is known, whoever is mentioned as a bot counts', () => {
  const mentions = [{ key: '@_user_1', mentioned_type: 'bot', id: { open_id: 'ou_who' } }]
  expect(decode(message('text', { text: '@_user_1 帮助' }, { mentions }), {})).toMatchObject({
    mentioned: true,
  })
  expect(decode(message('text', { text: '@_user_1 帮助' }, { mentions }), bot)).toMatchObject({
    mentioned: false,
  })
})

test.each([
  ['merge_forward', 'Merged and Forwarded Message'],
  ['hologram', '{}'],
  ['text', 'not json'],
  ['post', '{"content":[[1,null,"x"]]}'],
  ['image', '[]'],
])('content of type %s breaks nothing', (type, content) => {
  expect(readContent(type, content).imageKeys).toEqual([])
})

test('whatever an event holds, the decoder gives what was heard or a reason', () => {
  const types = fc.constantFrom(
    'im.message.receive_v1',
    'im.message.recalled_v1',
    'im.chat.member.bot.added_v1',
    'im.chat.disbanded_v1',
    'im.chat.access_event.bot_p2p_chat_entered_v1',
    'other',
  )
  fc.assert(
    fc.property(types, fc.jsonValue(), (type, event) => {
      expect(['string', 'object']).toContain(typeof decode(envelope(type, event), bot))
    }),
  )
  fc.assert(
    fc.property(
      fc.constantFrom('text', 'post', 'image', 'audio', 'x'),
      fc.jsonValue(),
      fc.jsonValue(),
      (type, content, mentions) => {
        expect(['string', 'object']).toContain(
          typeof decode(message(type, JSON.stringify(content), { mentions }), bot),
        )
      },
    ),
  )
})

test('a sealed event opens, and one changed bit anywhere closes it', () => {
  const { body, headers } = sealed(
    messageEvent({
      eventId: 'e',
      messageId: 'm',
      from: 'ou_1',
      chat: 'oc_1',
      isPrivate: true,
      text: '帮助',
      at,
    }),
  )
  const open = (bytes: Uint8Array) =>
    verify(secrets, { header: (name) => headers[name], body: bytes, at }).type
  expect(open(Buffer.from(body))).toBe('event')
  fc.assert(
    fc.property(fc.nat(body.length - 1), fc.integer({ min: 0, max: 7 }), (index, bit) => {
      const bytes = Buffer.from(body)
      bytes[index] = (bytes[index] ?? 0) ^ (1 << bit)
      expect(open(bytes)).toBe('refused')
    }),
  )
})

test.each([
  [429, 99991400, { type: 'try-later', pause: 'channel', surelyNotDelivered: true }],
  [400, 230020, { type: 'try-later', pause: 'chat' }],
  [400, 230049, { type: 'try-later', pause: 'letter', surelyNotDelivered: false }],
  [400, 230002, { type: 'give-up', gone: 'chat' }],
  [400, 230013, { type: 'give-up', gone: 'person' }],
  [400, 230027, { type: 'give-up', alarm: true }],
  [400, 230006, { type: 'try-later', pause: 'channel', alarm: true }],
  [400, 230025, { type: 'give-up' }],
  [502, 0, { type: 'try-later', surelyNotDelivered: false }],
  [0, 0, { type: 'try-later', surelyNotDelivered: false }],
] as const)('HTTP %i with code %i', (httpStatus, code, meaning) => {
  expect(sentOf({ httpStatus, code, why: 'why' })).toMatchObject(meaning)
})

test('what members write pings nobody; pictures make a post', () => {
  expect(render(say('<at user_id="all"></at> 你好'), []).content).not.toContain('<at')
  expect(render(say('看'), ['img_1'])).toMatchObject({ msg_type: 'post' })
})

test('merged receipts name every number', () => {
  const receipts = [1, 2, 3].map((no) => ({
    ...say(`社${no}`),
    receipt: { label: `社${no}`, short: '题目' },
  }))
  expect(mergeReceipts(receipts).lines.join('\n')).toMatch(/社1[\s\S]*社2[\s\S]*社3/)
})

const others = join(import.meta.dirname, '../../../shared/fixtures/lark')

test.skipIf(!existsSync(others))(
  'payloads that others published are all read, and their events decoded',
  () => {
    const files = readdirSync(others).filter((file) => file.endsWith('.json'))
    let decoded = 0
    for (const file of files) {
      const value: unknown = JSON.parse(readFileSync(join(others, file), 'utf8'))
      const found = findEnvelope(value)
      if (!found) continue
      const heard = decode(
        {
          header: { ...headerOf(found.type, 'e', at), create_time: at.getTime() },
          event: found.event,
        },
        bot,
      )
      expect(['string', 'object']).toContain(typeof heard)
      if (typeof heard !== 'string') decoded += 1
    }
    console.log(`read ${files.length} payloads of others, ${decoded} of them said something to us`)
    expect(decoded).toBeGreaterThanOrEqual(5)
  },
)

/** The envelope somewhere in a fixture: others wrap theirs in different ways. */
const findEnvelope = (
  value: unknown,
): { readonly type: string; readonly event: unknown } | undefined => {
  if (typeof value !== 'object' || value === null) return undefined
  const { header, event } = value as { header?: { event_type?: unknown }; event?: unknown }
  if (typeof header?.event_type === 'string' && event !== undefined)
    return { type: header.event_type, event }
  for (const inner of Object.values(value)) {
    const found = findEnvelope(inner)
    if (found) return found
  }
  return undefined
}
