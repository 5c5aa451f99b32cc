import Fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import type { Channel, ChannelName, Heard } from '../channels/channel.ts'

export interface ServerParts {
  readonly channels: readonly Channel[]
  /** Stores what was heard; rejects when the database did not take it. */
  readonly accept: (channel: ChannelName, heard: Heard) => Promise<unknown>
  readonly now: () => Date
  readonly newId: () => string
  readonly log: FastifyBaseLogger
  /** Whether the database answers and the queues are young. */
  readonly ready: () => Promise<Readiness>
  readonly metrics: () => Promise<{ readonly type: string; readonly text: string }>
  /** Further doors: pages. */
  readonly plugins: readonly ((app: FastifyInstance) => Promise<void>)[]
}

export interface Readiness {
  readonly ok: boolean
  readonly details: Readonly<Record<string, unknown>>
}

const largestBody = 1024 * 1024

/** The front door: raw bytes to the channel that knows them, stored, then acknowledged. */
export const createServer = async (parts: ServerParts): Promise<FastifyInstance> => {
  const app = Fastify({
    loggerInstance: parts.log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: largestBody,
    forceCloseConnections: 'idle',
  })
  app.setErrorHandler((error, request, reply) => fail(parts, error, request, reply))
  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ error: 'not found' }))
  app.get('/healthz', () => ({ ok: true }))
  app.get('/readyz', async (_request, reply) => {
    const { ok, details } = await parts.ready()
    return reply.code(ok ? 200 : 503).send({ ok, ...details })
  })
  app.get('/metrics', async (_request, reply) => {
    const { type, text } = await parts.metrics()
    return reply.type(type).send(text)
  })
  await app.register((scope) => webhooks(scope, parts))
  for (const plugin of parts.plugins) await app.register(plugin)
  return app
}

const webhooks = async (scope: FastifyInstance, parts: ServerParts): Promise<void> => {
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: largestBody },
    (_request, body, done) => done(null, body),
  )
  for (const channel of parts.channels) {
    const { receive } = channel
    if (receive)
      scope.post(`/webhooks/${channel.name}`, (request, reply) =>
        take(parts, { channel, receive }, request, reply),
      )
  }
}

interface Door {
  readonly channel: Channel
  readonly receive: NonNullable<Channel['receive']>
}

const take = async (
  parts: ServerParts,
  { channel, receive }: Door,
  request: FastifyRequest,
  reply: FastifyReply,
) => {
  const body = request.body instanceof Uint8Array ? request.body : new Uint8Array()
  const header = (name: string) => {
    const value = request.headers[name]
    return typeof value === 'string' ? value : undefined
  }
  const received = receive({ header, body, at: parts.now() })
  switch (received.type) {
    case 'refused':
      parts.log.warn({ channel: channel.name, why: received.why }, 'webhook refused')
      return reply.code(received.status).send({ error: received.why })
    case 'handshake':
      return reply.send(received.reply)
    case 'ignored':
      parts.log.debug({ channel: channel.name, why: received.why }, 'nothing for us')
      return reply.send({})
    case 'heard':
      return store(parts, channel, received, reply)
  }
}

/** 503 when the database did not take it: the platform comes again. */
const store = async (
  parts: ServerParts,
  { name }: Channel,
  { heard, ack }: { readonly heard: Heard; readonly ack: unknown },
  reply: FastifyReply,
) => {
  try {
    await parts.accept(name, heard)
  } catch (error) {
    parts.log.error(
      { channel: name, why: String(error).slice(0, 200) },
      'not stored, the platform will come again',
    )
    return reply.code(503).send({ error: 'try again' })
  }
  return reply.send(ack)
}

const fail = (parts: ServerParts, error: unknown, request: FastifyRequest, reply: FastifyReply) => {
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
  if (status < 500)
    return reply.code(status).send({ error: error instanceof Error ? error.message : 'refused' })
  const logId = parts.newId()
  parts.log.error({ logId, err: error, url: request.routeOptions.url }, 'request failed')
  return reply.code(500).send({ error: `出错了,编号 ${logId}` })
}
