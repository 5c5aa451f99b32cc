import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { WebhookRequest } from '../channel.ts'

export interface LarkSecrets {
  readonly appId: string
  readonly encryptKey: string
  readonly verificationToken: string
}

export type Verified =
  | { readonly type: 'event'; readonly envelope: Envelope }
  | { readonly type: 'challenge'; readonly challenge: string }
  | { readonly type: 'refused'; readonly status: 400 | 401; readonly why: string }

export interface Envelope {
  readonly header: Header
  readonly event: unknown
}

/**
 * Proves that a request is from our own Lark app, on the raw bytes, in the order of the platform's page:
 * encrypted, signed (unless a challenge), decrypted, token, app id, age (at most 8 h: retries come after 15 s, 5 min, 1 h, 6 h).
 */
export const verify = (secrets: LarkSecrets, request: WebhookRequest): Verified => {
  const outer = parseJson(request.body)
  if (outer === undefined) return refuse(400, 'not JSON')
  const sealed = sealedShape.safeParse(outer)
  if (!sealed.success) return refuse(401, 'not encrypted')
  const isSigned = signatureFits(secrets.encryptKey, request)
  if (!isSigned && request.header('x-lark-signature') !== undefined)
    return refuse(401, 'wrong signature')
  const opened = decrypt(secrets.encryptKey, sealed.data.encrypt)
  if (opened === undefined) return refuse(isSigned ? 400 : 401, 'cannot be decrypted')
  const inner = parseJson(opened)
  if (inner === undefined || deeperThan(inner, deepest)) return refuse(400, 'not readable inside')
  return (
    challengeOf(secrets, inner) ??
    (isSigned ? eventOf(secrets, inner, request.at) : refuse(401, 'not signed'))
  )
}

const deepest = 64
const oldestMs = 8 * 3_600_000

const sealedShape = z.object({ encrypt: z.string().min(1) })
const challengeShape = z.object({
  type: z.literal('url_verification'),
  challenge: z.string().max(1000),
  token: z.string(),
})
const headerShape = z.object({
  event_id: z.string().min(1).max(200),
  event_type: z.string().max(200),
  create_time: z.coerce.number(),
  token: z.string(),
  app_id: z.string(),
})
type Header = z.output<typeof headerShape>
const envelopeShape = z.object({ header: headerShape, event: z.unknown() })
/** Schema 1.0 events carry their token outside any header. */
const oldShape = z.object({
  uuid: z.string().min(1),
  token: z.string(),
  event: z.object({ type: z.string(), app_id: z.string().optional() }),
})

const refuse = (status: 400 | 401, why: string): Verified => ({ type: 'refused', status, why })

const challengeOf = (secrets: LarkSecrets, inner: unknown): Verified | undefined => {
  const asked = challengeShape.safeParse(inner)
  if (!asked.success) return undefined
  return same(asked.data.token, secrets.verificationToken)
    ? { type: 'challenge', challenge: asked.data.challenge }
    : refuse(401, 'wrong token')
}

const eventOf = (secrets: LarkSecrets, inner: unknown, at: Date): Verified => {
  const found = envelopeShape.safeParse(inner)
  if (!found.success) return oldEventOf(secrets, inner)
  const { header, event } = found.data
  if (!same(header.token, secrets.verificationToken)) return refuse(401, 'wrong token')
  if (header.app_id !== secrets.appId) return refuse(401, 'another app')
  // event times are milliseconds, of some events microseconds
  const createdMs = header.create_time > 1e14 ? header.create_time / 1000 : header.create_time
  if (at.getTime() - createdMs > oldestMs) return refuse(401, 'too old')
  return { type: 'event', envelope: { header, event } }
}

/** Genuine, but of a kind we have no use for: answered 200 by the decoder. */
const oldEventOf = (secrets: LarkSecrets, inner: unknown): Verified => {
  const old = oldShape.safeParse(inner)
  if (!old.success) return refuse(400, 'no envelope')
  if (!same(old.data.token, secrets.verificationToken)) return refuse(401, 'wrong token')
  const { uuid, token, event } = old.data
  const header = {
    event_id: uuid,
    event_type: event.type,
    create_time: 0,
    token,
    app_id: secrets.appId,
  }
  return { type: 'event', envelope: { header, event } }
}

/** sha256(timestamp + nonce + key + raw body), compared in constant time. */
const signatureFits = (key: string, { header, body }: WebhookRequest): boolean => {
  const timestamp = header('x-lark-request-timestamp')
  const nonce = header('x-lark-request-nonce')
  const signature = header('x-lark-signature')
  if (!timestamp || !nonce || !signature || !/^[0-9a-f]{64}$/i.test(signature)) return false
  const want = createHash('sha256')
    .update(timestamp + nonce + key, 'utf8')
    .update(body)
    .digest()
  return timingSafeEqual(want, Buffer.from(signature, 'hex'))
}

const decrypt = (key: string, base64: string): Uint8Array | undefined => {
  const sealed = Buffer.from(base64, 'base64')
  if (sealed.length < 32 || sealed.length % 16 !== 0) return undefined
  try {
    const secret = createHash('sha256').update(key, 'utf8').digest()
    const cipher = createDecipheriv('aes-256-cbc', secret, sealed.subarray(0, 16))
    return Buffer.concat([cipher.update(sealed.subarray(16)), cipher.final()])
  } catch {
    return undefined
  }
}

const same = (a: string, b: string): boolean => {
  const [left, right] = [a, b].map((text) => createHash('sha256').update(text).digest())
  return !!left && !!right && timingSafeEqual(left, right)
}

const parseJson = (bytes: Uint8Array): unknown => {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'))
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}

/** Without recursion: what is too deep for us must not be too deep for the stack either. */
const deeperThan = (value: unknown, limit: number): boolean => {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true
    level = level.flatMap((one) =>
      typeof one === 'object' && one !== null ? Object.values(one) : [],
    )
  }
  return false
}
