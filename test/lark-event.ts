import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import { botId } from './lark-stub.ts'

export const secrets = {
  appId: 'cli_0123456789abcdef',
  appSecret: 'made-up-secret',
  encryptKey: 'made-up-encrypt-key',
  verificationToken: 'made-up-token',
}

/** What a server needs to speak with the platform at this address, without its limits. */
export const larkSettings = (domain: string) => ({
  LARK_APP_ID: secrets.appId,
  LARK_APP_SECRET: secrets.appSecret,
  LARK_ENCRYPT_KEY: secrets.encryptKey,
  LARK_VERIFICATION_TOKEN: secrets.verificationToken,
  LARK_DOMAIN: domain,
  LARK_CHAT_RATE: '0',
  LARK_APP_RATE: '0',
})

export const encrypt = (value: string | Uint8Array, key = secrets.encryptKey): string => {
  const iv = randomBytes(16)
  const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(key).digest(), iv)
  return Buffer.concat([iv, cipher.update(value), cipher.final()]).toString('base64')
}

export interface Posted {
  readonly body: string
  readonly headers: Record<string, string>
}

/** The body and headers of a delivery, encrypted and signed as the platform does. */
export const sealed = (inner: unknown, key = secrets.encryptKey): Posted => {
  const body = JSON.stringify({
    encrypt: encrypt(typeof inner === 'string' ? inner : JSON.stringify(inner), key),
  })
  return { body, headers: signed(body, key) }
}

export const signed = (body: string, key = secrets.encryptKey): Record<string, string> => {
  const [timestamp, nonce] = ['1750000000', 'nonce-1']
  const signature = createHash('sha256')
    .update(timestamp + nonce + key)
    .update(body)
    .digest('hex')
  return {
    'content-type': 'application/json; charset=utf-8',
    'x-lark-request-timestamp': timestamp,
    'x-lark-request-nonce': nonce,
    'x-lark-signature': signature,
  }
}

export interface Saying {
  readonly eventId: string
  readonly messageId: string
  readonly from: string
  readonly chat: string
  readonly isPrivate: boolean
  readonly text?: string
  readonly mention?: boolean
  readonly images?: readonly string[]
  /** People written as @name in the text, who are mentioned under a name of the platform's. */
  readonly others?: readonly { readonly name: string; readonly openId: string }[]
  readonly type?: string
  readonly at: Date
}

/** An im.message.receive_v1 with made-up ids; with images it is a post. */
export const messageEvent = (said: Saying): Record<string, unknown> => ({
  schema: '2.0',
  header: headerOf('im.message.receive_v1', said.eventId, said.at),
  event: {
    sender: { sender_id: { open_id: said.from, user_id: null }, sender_type: 'user' },
    message: {
      message_id: said.messageId,
      create_time: String(said.at.getTime()),
      chat_id: said.chat,
      chat_type: said.isPrivate ? 'p2p' : 'group',
      ...contentOf(said),
      mentions: [
        ...(said.mention
          ? [{ key: '@_user_1', name: '履职助手', mentioned_type: 'bot', id: { open_id: botId } }]
          : []),
        ...(said.others ?? []).map(({ name, openId }, n) => ({
          key: `@_user_${n + 2}`,
          name: `${name}(委员)`,
          mentioned_type: 'user',
          id: { open_id: openId },
        })),
      ],
    },
  },
})

export const headerOf = (type: string, eventId: string, at: Date) => ({
  event_id: eventId,
  event_type: type,
  create_time: String(at.getTime()),
  token: secrets.verificationToken,
  app_id: secrets.appId,
  tenant_key: 'tenant-1',
})

const contentOf = ({ text = '', mention, images = [], others = [], type }: Saying) => {
  const words = others.reduce(
    (all, { name }, n) => all.replaceAll(`@${name}`, `@_user_${n + 2}`),
    mention ? `@_user_1 ${text}` : text,
  )
  if (type) return { message_type: type, content: JSON.stringify({ file_key: 'file_1' }) }
  if (images.length === 0) return { message_type: 'text', content: JSON.stringify({ text: words }) }
  if (!text && !mention)
    return { message_type: 'image', content: JSON.stringify({ image_key: images[0] }) }
  const content = [
    [{ tag: 'text', text: words }],
    ...images.map((image_key) => [{ tag: 'img', image_key }]),
  ]
  return { message_type: 'post', content: JSON.stringify({ title: '', content }) }
}
