import { greetingOf } from './greeting.ts'
import { readiness } from './http/ready.ts'
import cron from 'node-cron'
import { runAdmin } from './admin/run.ts'
import { listenForAdmin } from './admin/socket.ts'
import { type Bot, startBot } from './bot.ts'
import type { LarkChannel } from './channels/lark/index.ts'
import type { Accept } from './inbox/accept.ts'
import type { Channel } from './channels/channel.ts'
import type { Config } from './config.ts'
import { fixDaysOf } from './data/categories.ts'
import { builtInRules } from './data/rules.ts'
import { matchByMobile } from './directory.ts'
import { type Exports, type Files, createExports, createFiles } from './files/keep.ts'
import { createMetrics } from './http/metrics.ts'
import { createServer } from './http/server.ts'
import { jobs } from './jobs/index.ts'
import { runDueJobs } from './jobs/run.ts'
import { type Logger, createLog } from './logging.ts'
import { setAsideOld } from './outbox/drain.ts'
import { type PlaygroundChannel, createPlayground } from './playground/channel.ts'
import { playgroundRoutes } from './playground/routes.ts'
import { setUpSample } from './playground/setup.ts'
import { ensureOffice, findOffice, officeCodeOf } from './store/offices.ts'
import { type Store, openStore } from './store/open.ts'
import { readQueues } from './store/queues.ts'
import { resolve } from 'node:path'

export interface ServiceParts {
  readonly config: Config
  readonly now: () => Date
  readonly random: () => number
  readonly newUuid: () => string
  readonly newId: () => string
  /** Ticks by itself each minute; a story that moves its own clock says when. */
  readonly isTicking: boolean
  /** A book that is already open (tests); absent means the one of the configuration. */
  readonly store?: Store
}

export interface Service {
  readonly log: Logger
  readonly store: Store
  readonly address: string
  readonly greeting: readonly string[]
  /** Does what is due now, as the minute's tick does. */
  readonly tick: () => Promise<void>
  /** Finishes what is in hand; nothing new is taken. */
  readonly close: () => Promise<void>
}

/** Opens the book, builds the rooms, starts the loops and the clock; the only place that knows everyone. */
export const startService = async (parts: ServiceParts): Promise<Service> => {
  const { config, now } = parts
  const log = createLog(config.logLevel)
  const store = parts.store ?? (await openStore(config.place))
  if (store.trigrams !== 'ready') log.warn(withoutIndex[store.trigrams])
  const files = createFiles(config.dataDir)
  const exports = createExports(config.dataDir, now)
  const office = { code: officeCodeOf.lark, name: config.officeName }
  await store.transaction((tx) => ensureOffice(tx, office, now()))
  const opened = await openChannels(parts, { store, log, files, exports })
  const metrics = createMetrics(() => store.transaction(readQueues))
  const house: House = { ...parts, store, files, exports, log, metrics, ...opened }
  const bot = await startBot(partsOfBot(house))
  const accept: Accept = async (channel, heard) => {
    const found = await bot.accept(channel, heard)
    metrics.countHeard(channel, found)
    return found
  }
  const tick = () => doWhatIsDue(house, bot)
  await tick()
  const stopping = new AbortController()
  const doors = await openDoors(house, { bot, accept, tick })
  void house.lark?.learnName(stopping.signal)
  const listening = house.lark?.listen?.(
    async (heard) => void (await accept('lark', heard)),
    stopping.signal,
  )
  const clock = parts.isTicking ? startClock(house, tick) : undefined
  return {
    log,
    store,
    address: doors.address,
    greeting: greetingOf(config, doors.address),
    tick,
    close: async () => {
      await clock?.stop()
      stopping.abort()
      await doors.close()
      await listening
      await bot.stop()
      await house.lark?.close()
      if (!parts.store) await store.close()
    },
  }
}

/** The search has another way; the operator hears what would give it the quick one. */
const withoutIndex = {
  'not-allowed':
    'similar opinions are looked for among the latest 5000 only: the database has no pg_trgm and this role may not create it (let an administrator run: create extension pg_trgm)',
  locale:
    'similar opinions are looked for among the latest 5000 only: under the LC_CTYPE of this database pg_trgm does not see Chinese (create the database with LC_CTYPE C.UTF-8 or zh_CN.UTF-8)',
} as const

/** What every part of the service needs. */
interface House extends ServiceParts, Channels {
  readonly store: Store
  readonly files: Files
  readonly exports: Exports
  readonly log: Logger
  readonly metrics: ReturnType<typeof createMetrics>
}

const partsOfBot = (house: House) => ({
  ...house,
  zone: house.config.zone,
  ratesOf: (name: string) => (name === 'lark' ? house.config.rates : { chat: 0, app: 0 }),
  count: house.metrics.countLetter,
})

interface Running {
  readonly bot: Bot
  readonly accept: Accept
  readonly tick: () => Promise<void>
}

const doWhatIsDue = async (house: House, bot: Bot): Promise<void> => {
  const { store, now, newUuid, log } = house
  const { zone } = house.config
  const put = await runDueJobs({
    store,
    jobs,
    zone,
    now,
    newUuid,
    log,
    builtInRules,
    fixDaysOf,
  })
  const aside = await setAsideOld(store)
  if (aside > 0) log.error({ aside }, 'letters set aside: perhaps said, never said twice')
  if (put > 0) bot.poke()
  if (house.lark) void matchByMobile({ store, channel: house.lark, now: now(), log })
}

/** node-cron only ticks; what is due is decided from the book. */
const startClock = ({ config, log }: House, tick: () => Promise<void>) =>
  cron.schedule(
    '* * * * *',
    () => tick().catch((error: unknown) => log.error({ err: error }, 'tick failed')),
    { timezone: config.zone, noOverlap: true },
  )

/** The web server and the operator's socket. */
const openDoors = async (house: House, { bot, accept, tick }: Running) => {
  const { config, store, channels, playground, files, exports, now, newId, newUuid, log, metrics } =
    house
  const { zone } = config
  const app = await createServer({
    channels,
    accept,
    now,
    newId,
    log,
    metrics: metrics.text,
    ready: () => readiness(store),
    plugins: playground
      ? [
          playgroundRoutes({
            store,
            channel: playground,
            files,
            exports,
            zone,
            now,
            newUuid,
            tick,
            accept: (heard) => accept('playground', heard),
          }),
        ]
      : [],
  })
  const dataDir = resolve(config.dataDir)
  const operator = await listenForAdmin(dataDir, async ({ args, cwd }) => {
    const result = await runAdmin({ store, dataDir, cwd, now, zone }, args)
    bot.poke()
    return result
  })
  const address = await app.listen({ host: config.host, port: config.port })
  return {
    address,
    close: async () => {
      operator?.close()
      await app.close()
    },
  }
}

interface Channels {
  readonly lark: LarkChannel | undefined
  readonly playground: PlaygroundChannel | undefined
  readonly channels: readonly Channel[]
}

/** The SDK is loaded only when Lark is configured. */
const openChannels = async (
  { config, now }: ServiceParts,
  { store, log, files, exports }: Pick<House, 'store' | 'log' | 'files' | 'exports'>,
): Promise<Channels> => {
  const lark = config.lark
    ? await (
        await import('./channels/lark/index.ts')
      ).createLark({ config: config.lark, readPhoto: files.read, readExport: exports.read, log })
    : undefined
  const playground = config.playground ? await openPlayground(store, now) : undefined
  return {
    lark,
    playground,
    channels: [lark, playground].filter((channel) => channel !== undefined),
  }
}

const openPlayground = async (store: Store, now: () => Date): Promise<PlaygroundChannel> => {
  await store.transaction((tx) => setUpSample(tx, now()))
  return createPlayground({
    store,
    now: async () => {
      const office = await store.transaction((tx) => findOffice(tx, officeCodeOf.playground))
      return new Date(now().getTime() + (office?.clockOffsetMs ?? 0))
    },
  })
}
