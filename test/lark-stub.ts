import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Sent {
  readonly to: string
  readonly replyTo?: string
  readonly text: string
  readonly uuid: string
  readonly images: readonly string[]
  /** The paper that was sent. */
  readonly file?: { readonly name: string; readonly type: string; readonly bytes: Uint8Array }
  /** When it arrived, in milliseconds. */
  readonly at: number
}

export interface LarkStub {
  readonly url: string
  /** For a long connection: its address is asked for here. */
  readonly server: Server
  readonly sent: Sent[]
  readonly paths: string[]
  /** Photos the platform holds, by key. */
  readonly photos: Map<string, Uint8Array>
  readonly uploads: Uint8Array[]
  /** Who has which mobile number, as open_id. */
  readonly directory: Map<string, string>
  /** Answers given instead of delivering, first come first served; `to: 'files'` refuses an upload. */
  readonly refusals: {
    status: number
    code: number
    headers?: Record<string, string>
    to?: string
  }[]
  readonly close: () => Promise<void>
}

export const botId = 'ou_bot0000000000000000000000000001'

/** A platform that says each uuid once, like the real one within its hour. */
export const startLarkStub = async (): Promise<LarkStub> => {
  const sent: Sent[] = []
  const paths: string[] = []
  const photos = new Map<string, Uint8Array>()
  const uploads: Uint8Array[] = []
  const directory = new Map<string, string>()
  const files = new Map<string, NonNullable<Sent['file']>>()
  const refusals: LarkStub['refusals'] = []
  const said = new Map<string, string>()
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<unknown> => {
    const url = new URL(request.url ?? '', 'http://stub')
    paths.push(url.pathname)
    const body = await bodyOf(request)
    const json = (status: number, value: object, headers: Record<string, string> = {}) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers })
      response.end(JSON.stringify(value))
    }
    if (url.pathname.includes('tenant_access_token'))
      return json(200, { code: 0, tenant_access_token: 't-1', expire: 7200 })
    if (url.pathname === '/open-apis/bot/v3/info')
      return json(200, { code: 0, msg: 'ok', bot: { open_id: botId } })
    if (url.pathname === '/open-apis/im/v1/images') {
      const form = await formOf(request, body)
      const image = form?.get('image')
      if (form?.get('image_type') !== 'message' || !(image instanceof Blob))
        return json(400, { code: 234001, msg: 'no image in the form' })
      uploads.push(new Uint8Array(await image.arrayBuffer()))
      return json(200, { code: 0, data: { image_key: `img_up_${uploads.length}` } })
    }
    if (url.pathname === '/open-apis/im/v1/files') {
      const refused = refusals.findIndex(({ to }) => to === 'files')
      const [refusal] = refused >= 0 ? refusals.splice(refused, 1) : []
      if (refusal) return json(refusal.status, { code: refusal.code, msg: 'refused' })
      const key = `file_up_${files.size + 1}`
      const form = await formOf(request, body)
      const file = form?.get('file')
      const [name, type] = [form?.get('file_name'), form?.get('file_type')]
      if (typeof name !== 'string' || typeof type !== 'string' || !(file instanceof Blob))
        return json(400, { code: 234001, msg: 'no file' })
      files.set(key, { name, type, bytes: new Uint8Array(await file.arrayBuffer()) })
      return json(200, { code: 0, data: { file_key: key } })
    }
    if (url.pathname === '/callback/ws/endpoint') {
      while (server.listenerCount('upgrade') === 0)
        await new Promise((resolve) => setTimeout(resolve, 5))
      return json(200, {
        code: 0,
        data: { URL: `ws://${request.headers.host}/?device_id=1&service_id=1`, ClientConfig: {} },
      })
    }
    if (url.pathname === '/open-apis/contact/v3/users/batch_get_id') {
      const { mobiles = [] } = JSON.parse(body.toString('utf8')) as { mobiles?: string[] }
      const user_list = mobiles.map((mobile) => ({ mobile, user_id: directory.get(mobile) }))
      return json(200, { code: 0, data: { user_list } })
    }
    const resource = /resources\/([^/]+)$/.exec(url.pathname)
    if (resource?.[1]) {
      const photo = photos.get(decodeURIComponent(resource[1]))
      if (!photo) return json(400, { code: 234003, msg: 'not in message' })
      response.writeHead(200, { 'content-type': 'image/jpeg' })
      return response.end(photo)
    }
    const message = JSON.parse(body.toString('utf8')) as {
      receive_id?: string
      content: string
      uuid: string
    }
    const at = refusals.findIndex(({ to }) => to === undefined || to === message.receive_id)
    const [refusal] = at >= 0 ? refusals.splice(at, 1) : []
    if (refusal)
      return json(refusal.status, { code: refusal.code, msg: 'refused' }, refusal.headers)
    const known = said.get(message.uuid)
    if (known) return json(200, { code: 0, data: { message_id: known } })
    const id = `om_bot_${said.size + 1}`
    said.set(message.uuid, id)
    sent.push(readSent(url.pathname, message, files))
    return json(200, { code: 0, data: { message_id: id } })
  }
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    server,
    sent,
    paths,
    photos,
    uploads,
    directory,
    refusals,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/** The paper among what was sent. */
export const fileIn = (heard: readonly Sent[]): NonNullable<Sent['file']> => {
  const file = heard.find((one) => one.file)?.file
  if (!file) throw new Error(`no file came: ${heard.map(({ text }) => text).join(' / ')}`)
  return file
}

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** What was posted as a form; undefined when it was none. */
const formOf = ({ headers }: IncomingMessage, body: Buffer): Promise<FormData | undefined> =>
  new Response(new Uint8Array(body), {
    headers: { 'content-type': headers['content-type'] ?? '' },
  })
    .formData()
    .catch(() => undefined)

const readSent = (
  path: string,
  message: { receive_id?: string; content: string; uuid: string },
  files: ReadonlyMap<string, NonNullable<Sent['file']>>,
): Sent => {
  const replyTo = /messages\/([^/]+)\/reply$/.exec(path)?.[1]
  const content = JSON.parse(message.content) as {
    text?: string
    file_key?: string
    zh_cn?: { content: { text?: string; image_key?: string }[][] }
  }
  const file = files.get(content.file_key ?? '')
  const parts = content.zh_cn?.content.flat() ?? []
  return {
    to: message.receive_id ?? '',
    ...(replyTo && { replyTo: decodeURIComponent(replyTo) }),
    text: content.text ?? parts.flatMap(({ text }) => (text ? [text] : [])).join('\n'),
    uuid: message.uuid,
    ...(file && { file }),
    at: performance.now(),
    images: parts.flatMap(({ image_key }) => (image_key ? [image_key] : [])),
  }
}
