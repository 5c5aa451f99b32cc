import type { Channel, Heard, Received, WebhookRequest } from '../channel.ts'
import { type Kept, type LarkApi, type LarkApp, createApi } from './api.ts'
import { type Bot, decode } from './decode.ts'
import { type LarkSecrets, verify } from './verify.ts'

export interface LarkConfig extends LarkApp {
  readonly mode: 'webhook' | 'long-connection'
  readonly secrets: LarkSecrets
}

export interface LarkChannel extends Channel {
  /** Asks the platform who we are, until it has answered or the signal ends it. */
  readonly learnName: (until: AbortSignal) => Promise<void>
  readonly close: () => Promise<void>
}

interface LarkParts extends Kept {
  readonly config: LarkConfig
  readonly log: {
    readonly warn: (details: object, text: string) => void
    readonly info: (details: object, text: string) => void
  }
}

/** Lark and Feishu: the same API at another base URL. */
export const createLark = async ({ config, log, ...kept }: LarkParts): Promise<LarkChannel> => {
  const api = await createApi(config, kept)
  let bot: Bot = {}
  const read = (envelope: Parameters<typeof decode>[0]) => decode(envelope, bot)
  return {
    name: 'lark',
    receive: (request) => receive(config.secrets, request, read),
    ...(config.mode === 'long-connection' && {
      listen: (hear: (heard: Heard) => Promise<void>, until: AbortSignal) =>
        listen(config, api, { read, hear, until, log }),
    }),
    send: api.send,
    download: api.download,
    findByMobile: api.findByMobile,
    learnName: async (until) => {
      for (
        let waitMs = 1000;
        !bot.openId && !until.aborted;
        waitMs = Math.min(60_000, waitMs * 2)
      ) {
        const openId = await api.whoAmI().catch((error: unknown) => {
          log.warn({ why: String(error).slice(0, 200) }, 'the platform did not say who we are')
          return undefined
        })
        if (openId) bot = { openId }
        else await sleep(waitMs, until)
      }
    },
    close: api.close,
  }
}

const receive = (
  secrets: LarkSecrets,
  request: WebhookRequest,
  read: (envelope: Parameters<typeof decode>[0]) => Heard | string,
): Received => {
  const verified = verify(secrets, request)
  switch (verified.type) {
    case 'refused':
      return verified
    case 'challenge':
      return { type: 'handshake', reply: { challenge: verified.challenge } }
    case 'event': {
      const heard = read(verified.envelope)
      return typeof heard === 'string'
        ? { type: 'ignored', why: heard }
        : { type: 'heard', heard, ack: {} }
    }
  }
}

interface Listening {
  readonly read: (envelope: Parameters<typeof decode>[0]) => Heard | string
  readonly hear: (heard: Heard) => Promise<void>
  readonly until: AbortSignal
  readonly log: LarkParts['log']
}

/** The SDK's outgoing WebSocket, for servers without a public address. What throws here is delivered again by the platform. */
const listen = async (
  config: LarkConfig,
  api: LarkApi,
  { read, hear, until, log }: Listening,
): Promise<void> => {
  const { EventDispatcher, LoggerLevel, WSClient } = await import('@larksuiteoapi/node-sdk')
  const dispatcher = new EventDispatcher({ loggerLevel: LoggerLevel.error })
  const take = (eventType: string) => async (data: Record<string, unknown>) => {
    const heard = read({
      header: {
        event_id: typeof data['event_id'] === 'string' ? data['event_id'] : '',
        event_type: eventType,
        create_time: Number(data['create_time'] ?? 0),
        token: '',
        app_id: config.appId,
      },
      event: data,
    })
    if (typeof heard !== 'string') await hear(heard)
  }
  dispatcher.register(Object.fromEntries(listenedTo.map((type) => [type, take(type)])))
  const socket = new WSClient({
    appId: config.appId,
    appSecret: config.appSecret,
    domain: config.domain,
    httpInstance: api.http as never,
    loggerLevel: LoggerLevel.error,
    onReady: () => log.info({}, 'long connection is up'),
    onError: (error: unknown) =>
      log.warn({ why: String(error).slice(0, 200) }, 'long connection failed'),
    onReconnecting: () => log.warn({}, 'long connection lost, connecting again'),
  })
  await socket.start({ eventDispatcher: dispatcher })
  await new Promise<void>((resolve) =>
    until.addEventListener('abort', () => resolve(), { once: true }),
  )
  socket.close({ force: true })
}

const listenedTo = [
  'im.message.receive_v1',
  'im.message.recalled_v1',
  'im.chat.member.bot.added_v1',
  'im.chat.member.bot.deleted_v1',
  'im.chat.disbanded_v1',
  'im.chat.access_event.bot_p2p_chat_entered_v1',
]

const sleep = (ms: number, until: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    until.addEventListener(
      'abort',
      () => {
        clearTimeout(timer)
        resolve()
      },
      { once: true },
    )
  })
