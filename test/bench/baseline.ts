import Fastify from 'fastify'
import { AESCipher, Client, EventDispatcher, LoggerLevel } from '@larksuiteoapi/node-sdk'
import postgres from 'postgres'

/** The plain way: the SDK's dispatcher on Fastify, one insert awaited, the reply awaited, then 200. Durable defaults. */
const environment = process.env
const sql = postgres(environment['DATABASE_URL'] ?? '', { max: 12, onnotice: () => {} })
await sql`create table if not exists said (no serial primary key, event_id text unique, message_id text, open_id text, text text, at timestamptz default now())`
const client = new Client({
  appId: environment['LARK_APP_ID'] ?? '',
  appSecret: environment['LARK_APP_SECRET'] ?? '',
  domain: environment['LARK_DOMAIN'] ?? '',
  loggerLevel: LoggerLevel.error,
})
const encryptKey = environment['LARK_ENCRYPT_KEY'] ?? ''
const dispatcher = new EventDispatcher({ encryptKey, loggerLevel: LoggerLevel.error }).register({
  'im.message.receive_v1': async (data) => {
    const { text } = JSON.parse(data.message.content) as { text: string }
    const [row] = await sql<{ no: number }[]>`
      insert into said (event_id, message_id, open_id, text)
      values (${data.event_id ?? ''}, ${data.message.message_id}, ${data.sender.sender_id?.open_id ?? ''}, ${text})
      on conflict do nothing returning no`
    if (!row) return
    await client.im.v1.message.reply({
      path: { message_id: data.message.message_id },
      data: {
        msg_type: 'text',
        content: JSON.stringify({ text: `✅ 社${row.no} 已提交` }),
        uuid: crypto.randomUUID(),
      },
    })
  },
})
const app = Fastify()
app.post('/webhooks/lark', async (request) => {
  const body = request.body as { encrypt: string }
  const data = Object.assign(Object.create({ headers: request.headers }), body)
  await dispatcher.invoke(data)
  return {}
})
void AESCipher
const address = await app.listen({ host: '127.0.0.1', port: Number(environment['PORT']) })
process.send?.({ address })
