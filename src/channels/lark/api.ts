import { createTokenCache } from './tokens.ts'
import type { Readable } from 'node:stream'
import type { FormData } from 'undici'
import { z } from 'zod'
import type { Message } from '../../messages/message.ts'
import type { Downloaded, Parcel, PhotoKey, Sent } from '../channel.ts'
import { type LarkAnswer, isTokenTrouble, sentOf } from './codes.ts'
import { HttpFailure, createHttp } from './http.ts'
import { type LarkMessage, render, renderFile } from './render.ts'
import { type PostForm, type ReadKept, uploadFile, uploadPhoto } from './upload.ts'

export interface LarkApp {
  readonly appId: string
  readonly appSecret: string
  /** Base URL without a trailing slash, port included. */
  readonly domain: string
}

export interface LarkApi {
  readonly send: (parcel: Parcel) => Promise<Sent>
  readonly download: (photo: PhotoKey) => Promise<Downloaded>
  /** Our own open_id; undefined when the platform did not say. */
  readonly whoAmI: () => Promise<string | undefined>
  readonly findByMobile: (mobiles: readonly string[]) => Promise<ReadonlyMap<string, string>>
  readonly http: ReturnType<typeof createHttp>
  readonly close: () => Promise<void>
}

/** What we keep and may have to send: cleaned photos and papers. */
export interface Kept {
  readonly readPhoto: ReadKept
  readonly readExport: ReadKept
}

/** The platform's API through the SDK's client, with an HTTP client that has time limits and a token cache we can empty. */
export const createApi = async (app: LarkApp, kept: Kept): Promise<LarkApi> => {
  const sdk = await import('@larksuiteoapi/node-sdk')
  const http = createHttp()
  const tokens = createTokenCache()
  const client = new sdk.Client({
    ...app,
    cache: tokens.cache,
    httpInstance: http as unknown as NonNullable<
      ConstructorParameters<typeof sdk.Client>[0]['httpInstance']
    >,
    loggerLevel: sdk.LoggerLevel.error,
    logger: silent,
  })
  const call = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      if (!isTokenTrouble(answerOf(error).code)) throw error
      tokens.clear()
      return work()
    }
  }
  const request: Request = (options) => call(async () => checked(await client.request(options)))
  const post: PostForm = (url, form) => request({ method: 'POST', url, form })
  return {
    send: (parcel) => send(request, () => dress(post, kept, parcel.message), parcel),
    download: (photo) =>
      download(() =>
        call(() =>
          client.im.v1.messageResource.get({
            path: { message_id: photo.messageId, file_key: photo.key },
            params: { type: 'image' },
          }),
        ),
      ),
    whoAmI: async () =>
      botShape.safeParse(await request({ method: 'GET', url: '/open-apis/bot/v3/info' })).data?.bot
        .open_id,
    findByMobile: (mobiles) => findByMobile(request, mobiles),
    http,
    close: () => http.close(),
  }
}

type Request = (options: {
  method: string
  url: string
  data?: unknown
  form?: FormData
  params?: Record<string, unknown>
}) => Promise<unknown>

/** What goes with a message is brought to the platform first, anew on every try. */
const dress = async (
  post: PostForm,
  { readPhoto, readExport }: Kept,
  message: Message,
): Promise<LarkMessage> => {
  const { file, photos = [] } = message
  const fileKey = file && (await uploadFile(post, file, readExport).catch(unlessNeverTaken))
  if (fileKey !== undefined) return renderFile(fileKey)
  const keys = await Promise.all(
    photos.slice(0, 4).map((hash) => uploadPhoto(post, hash, readPhoto)),
  )
  return render(
    message,
    keys.filter((key) => key !== undefined),
  )
}

/** Too large or of no bytes: no later try would help, so the words are said instead. */
const unlessNeverTaken = (error: unknown): undefined => {
  if (![234006, 234010].includes(answerOf(error).code)) throw error
  return undefined
}

const send = async (
  request: Request,
  dressed: () => Promise<LarkMessage>,
  parcel: Parcel,
): Promise<Sent> => {
  try {
    const data = { ...(await dressed()), uuid: parcel.uuid }
    const body = await request(
      parcel.replyTo
        ? {
            method: 'POST',
            url: `/open-apis/im/v1/messages/${encodeURIComponent(parcel.replyTo)}/reply`,
            data,
          }
        : {
            method: 'POST',
            url: '/open-apis/im/v1/messages',
            params: { receive_id_type: parcel.to.type === 'chat' ? 'chat_id' : 'open_id' },
            data: { receive_id: parcel.to.id, ...data },
          },
    )
    return { type: 'delivered', receipt: messageShape.safeParse(body).data?.data.message_id ?? '' }
  } catch (error) {
    const answer = answerOf(error)
    // the message we answer is gone: it is said without being a reply
    if (parcel.replyTo && targetGone.has(answer.code)) {
      const { replyTo: _, ...alone } = parcel
      return send(request, dressed, alone)
    }
    return sentOf(answer)
  }
}

const targetGone = new Set([230011, 230019, 230050, 230110, 230111, 99992354])

const messageShape = z.object({ data: z.object({ message_id: z.string() }) })
const botShape = z.object({ bot: z.object({ open_id: z.string() }) })
const codeShape = z.object({ code: z.number(), msg: z.string().catch('') })

/** A body that carries a code other than 0 is a refusal, whatever the HTTP status. */
const checked = (body: unknown): unknown => {
  const found = codeShape.safeParse(body)
  if (found.success && found.data.code !== 0) throw new HttpFailure(200, body, {})
  return body
}

/** The three shapes of failure: a status with a code, a token endpoint's plain sentence, a broken connection. */
const answerOf = (error: unknown): LarkAnswer => {
  const text = error instanceof Error ? error.message : String(error)
  const failure = responseOf(error)
  if (!failure)
    return { httpStatus: 0, code: Number(/code: (\d+)/.exec(text)?.[1] ?? 0), why: text }
  const body = codeShape.safeParse(failure.data)
  const reset = Number(failure.headers['x-ogw-ratelimit-reset'])
  return {
    httpStatus: failure.status,
    code: body.data?.code ?? 0,
    why: body.data?.msg ?? text,
    ...(Number.isFinite(reset) && reset > 0 && { resetSeconds: reset }),
  }
}

const responseOf = (error: unknown): HttpFailure['response'] | undefined =>
  error instanceof HttpFailure
    ? error.response
    : error instanceof Error && error.cause
      ? responseOf(error.cause)
      : undefined

const mostBytes = 30 * 1024 * 1024

const download = async (get: () => Promise<unknown>): Promise<Downloaded> => {
  try {
    const found = (await get()) as { getReadableStream: () => Readable }
    const chunks: Uint8Array[] = []
    let size = 0
    for await (const chunk of found.getReadableStream()) {
      size += (chunk as Uint8Array).length
      if (size > mostBytes) return { type: 'gone', why: 'larger than 30 MB' }
      chunks.push(chunk as Uint8Array)
    }
    return { type: 'bytes', bytes: Buffer.concat(chunks) }
  } catch (error) {
    const { code, httpStatus, why } = answerOf(error)
    const isFinal = code >= 234000 && code < 235000 && code !== 234000
    return isFinal || code === 230110
      ? { type: 'gone', why: `${code} ${why}` }
      : { type: 'try-later', why: `${code || httpStatus} ${why}` }
  }
}

const foundShape = z.object({
  data: z.object({
    user_list: z
      .array(z.object({ mobile: z.string().nullish(), user_id: z.string().nullish() }))
      .catch([]),
  }),
})

const findByMobile = async (
  request: Request,
  mobiles: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const found = new Map<string, string>()
  for (let at = 0; at < mobiles.length; at += 50) {
    const body = await request({
      method: 'POST',
      url: '/open-apis/contact/v3/users/batch_get_id',
      params: { user_id_type: 'open_id' },
      data: { mobiles: mobiles.slice(at, at + 50) },
    })
    for (const { mobile, user_id } of foundShape.safeParse(body).data?.data.user_list ?? [])
      if (mobile && user_id) found.set(mobile.replace(/^\+86/, ''), user_id)
  }
  return found
}

/** Its lines hold tokens and message texts: what matters is in our own log. */
const silent = { error: () => {}, warn: () => {}, info: () => {}, debug: () => {}, trace: () => {} }
