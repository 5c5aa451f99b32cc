import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'drizzle-orm'
import { rows } from '../../src/store/open.ts'
import { openHouse, openId, type House } from '../house.ts'
import { encrypt, headerOf, messageEvent, sealed, secrets, signed } from '../lark-event.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const stored = async (): Promise<number> => {
  const [found] = await house.store.transaction((tx) =>
    rows<{ n: number }>(tx, sql`select count(*)::int as n from inbox`),
  )
  return found?.n ?? -1
}
const good = (id: string, text = '帮助') =>
  messageEvent({
    eventId: id,
    messageId: `om_${id}`,
    from: openId('李一'),
    chat: 'oc_p',
    isPrivate: true,
    text,
    at: house.now(),
  })
const withHeader = (id: string, change: Record<string, string>) => {
  const event = good(id) as { header: Record<string, string> }
  return { ...event, header: { ...event.header, ...change } }
}
const deep = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`

test.each<[string, () => { body: string; headers: Record<string, string> }, number]>([
  [
    'unsigned',
    () => ({ body: sealed(good('a1')).body, headers: { 'content-type': 'application/json' } }),
    401,
  ],
  ['wrongly signed', () => ({ ...sealed(good('a2')), headers: signed('something else') }), 401],
  [
    'signed with another key',
    () => ({ ...sealed(good('a3')), headers: signed(sealed(good('a3')).body, 'other') }),
    401,
  ],
  [
    'plaintext',
    () => ({ body: JSON.stringify(good('a4')), headers: signed(JSON.stringify(good('a4'))) }),
    401,
  ],
  [
    'a plain challenge',
    () => ({
      body: '{"type":"url_verification","challenge":"x","token":"made-up-token"}',
      headers: { 'content-type': 'application/json' },
    }),
    401,
  ],
  ['a wrong token', () => sealed(withHeader('a5', { token: 'nope' })), 401],
  ['another app', () => sealed(withHeader('a6', { app_id: 'cli_other' })), 401],
  [
    'older than eight hours',
    () => sealed(withHeader('a7', { create_time: String(house.now().getTime() - 9 * 3_600_000) })),
    401,
  ],
  ['not JSON', () => ({ body: '{"encrypt":', headers: signed('{"encrypt":') }), 400],
  ['an empty body', () => ({ body: '', headers: signed('') }), 400],
  [
    'not decryptable',
    () => {
      const body = JSON.stringify({ encrypt: 'aGVsbG8=' })
      return { body, headers: signed(body) }
    },
    400,
  ],
  [
    'encrypted with another key',
    () => {
      const body = JSON.stringify({ encrypt: encrypt(JSON.stringify(good('a8')), 'other') })
      return { body, headers: signed(body) }
    },
    400,
  ],
  ['nested 80 deep', () => sealed(deep(80)), 400],
  ['nested 100,000 deep', () => sealed(deep(100_000)), 400],
  ['2 MB', () => sealed({ pad: 'x'.repeat(2_000_000) }), 413],
  [
    'another content type',
    () => ({ body: 'a=b', headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
    415,
  ],
])('%s is refused, stores nothing and hurts nobody', async (_name, make, status) => {
  const before = await stored()
  expect((await house.post(make())).status).toBe(status)
  expect(await stored()).toBe(before)
})

test('an encrypted challenge is answered with or without a signature, with the right token only', async () => {
  const ask = (token: string) => ({ type: 'url_verification', challenge: 'abc', token })
  const unsigned = {
    body: sealed(ask(secrets.verificationToken)).body,
    headers: { 'content-type': 'application/json' },
  }
  expect(await house.post(unsigned)).toEqual({ status: 200, body: { challenge: 'abc' } })
  expect((await house.post({ ...unsigned, body: sealed(ask('wrong')).body })).status).toBe(401)
})

test('what is genuine but of no use is answered 200 and stored nowhere', async () => {
  const before = await stored()
  const event = (type: string, inner: unknown) => ({
    schema: '2.0',
    header: headerOf(type, `u-${type}`, house.now()),
    event: inner,
  })
  expect(await house.event(event('im.message.message_read_v1', {}))).toBe(200)
  expect(await house.event(event('im.message.receive_v1', { message: 'of another shape' }))).toBe(
    200,
  )
  expect(await house.event(event('something.new_v9', [1, 2]))).toBe(200)
  expect(await stored()).toBe(before)
})

test('delivered again, by event id or by message id: stored once, answered once', async () => {
  const before = house.lark.sent.length
  const event = good('twice', '社情民意 村口路灯不亮,建议装灯')
  for (let n = 0; n < 3; n++) expect(await house.event(event)).toBe(200)
  expect(
    await house.event({
      ...event,
      header: headerOf('im.message.receive_v1', 'another-event', house.now()),
    }),
  ).toBe(200)
  await house.settled()
  expect(house.lark.sent.slice(before).filter(({ text }) => text.includes('已提交'))).toHaveLength(
    1,
  )
})

test('NUL bytes and lone surrogates are cleaned, and the message is handled', async () => {
  const answer = await house.ask('李一', '社情民意 村口\u0000积水\ud800严重,建议清沟')
  expect(answer).toContain('已提交')
})

test('a message of an unknown type, or with unknown fields, breaks nothing', async () => {
  expect(await house.ask('李一', '', { type: 'hologram' })).toContain('请发文字或照片')
  const event = good('odd') as { event: { message: Record<string, unknown> } }
  event.event.message['mentions'] = 'not a list'
  event.event.message['brand_new'] = { a: [1] }
  expect(await house.event(event)).toBe(200)
  await house.settled()
  expect(house.lark.sent.at(-1)?.text).toContain('可以这样写')
})

test('five hundred strange bodies later the process still answers', async () => {
  const bodies = [
    'null',
    '[]',
    '"x"',
    '1',
    '{}',
    '{"encrypt":1}',
    '{"encrypt":""}',
    '{"encrypt":"===="}',
    '\u0000',
    '{"encrypt":"' + 'A'.repeat(44) + '"}',
  ]
  for (let n = 0; n < 50; n++)
    for (const body of bodies)
      expect((await house.post({ body, headers: signed(body) })).status).toBeGreaterThanOrEqual(400)
  expect((await fetch(`${house.service.address}/healthz`)).status).toBe(200)
})
