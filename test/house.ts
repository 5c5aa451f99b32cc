import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { readConfig } from '../src/config.ts'
import type { Identity } from '../src/domain/person.ts'
import { startService, type Service } from '../src/service.ts'
import { noteChat, setChatKind } from '../src/store/chats.ts'
import { findOffice } from '../src/store/offices.ts'
import { rows, type Store, type Tx } from '../src/store/open.ts'
import { readQueues } from '../src/store/queues.ts'
import { keepPerson } from '../src/store/roster.ts'
import { openTestStore } from './database.ts'
import { messageEvent, sealed, larkSettings, type Posted } from './lark-event.ts'
import { startLarkStub, type LarkStub, type Sent } from './lark-stub.ts'

export interface House {
  readonly service: Service
  readonly store: Store
  readonly lark: LarkStub
  readonly dataDir: string
  /** Says something and gives everything the bot said because of it. */
  readonly say: (who: string, text: string, how?: How) => Promise<readonly Sent[]>
  /** Says one thing after another without waiting for the answers. */
  readonly sayAll: (who: string, texts: readonly string[]) => Promise<readonly Sent[]>
  /** The first answer to what was said, as text. */
  readonly ask: (who: string, text: string, how?: How) => Promise<string>
  readonly post: (posted: Posted) => Promise<{ status: number; body: unknown }>
  readonly event: (inner: unknown) => Promise<number>
  readonly at: (moment: string) => void
  readonly now: () => Date
  readonly tick: () => Promise<readonly Sent[]>
  readonly settled: () => Promise<void>
  readonly idOf: (name: string) => number
  /** Puts more people on the roster than everybody needs. */
  readonly enrol: (people: readonly Enrolled[]) => Promise<void>
  readonly officeId: () => number
  readonly close: () => Promise<void>
}

interface How {
  /** Said in the 委员群, mentioning the bot; otherwise privately. */
  readonly inGroup?: boolean
  readonly chat?: string
  readonly mention?: boolean
  readonly images?: readonly string[]
  /** Names in the text that are real mentions. */
  readonly mentioning?: readonly string[]
  readonly type?: string
  readonly messageId?: string
  readonly eventId?: string
}

export const membersChat = 'oc_members'
export const staffChat = 'oc_staff'

type Enrolled = readonly [
  name: string,
  identities: readonly Identity[],
  rest: Record<string, string>,
]

const roster: readonly Enrolled[] = [
  ['李一', ['member'], { sector: '教育卫生组', party: '民盟支部' }],
  ['王二', ['member'], { sector: '工商经济组', party: '工商联' }],
  ['赵三', ['standing'], { sector: '工商经济组', party: '工商联' }],
  ['吴办', ['staff'], {}],
  ['冯住建', ['handler'], { unit: '住建局' }],
  ['陈交通', ['handler'], { unit: '交通局' }],
  ['何秘书长', ['secretary'], {}],
]

export const openId = (name: string): string => `ou_${Buffer.from(name).toString('hex')}`

/**
 * The whole service behind its front door: the real book, real webhooks, a stub of the platform. Tuesday 4 June 2024, 10:00.
 * With a book given, the service opens that of its settings by itself, and the given one is only looked into.
 */
export const openHouse = async (
  settings: Record<string, string> = {},
  given?: Store,
): Promise<House> => {
  const store = given ?? (await openTestStore())
  const lark = await startLarkStub()
  const dataDir = mkdtempSync(join(tmpdir(), 'cppcc-'))
  let clock = Date.parse('2024-06-04T10:00:00+08:00')
  const now = () => new Date(clock)
  let ids = 0
  const read = readConfig({
    PORT: '0',
    DATA_DIR: dataDir,
    OFFICE_NAME: '云溪县政协',
    ...larkSettings(lark.url),
    LOG_LEVEL: 'silent',
    ...settings,
  })
  if (!read.ok) throw new Error(read.faults.join('\n'))
  const newId = () => `id-${(ids += 1)}`
  const service = await startService({
    config: read.config,
    now,
    random: () => 0.5,
    newUuid: () => crypto.randomUUID(),
    newId,
    isTicking: false,
    ...(!given && { store }),
  })
  const people = await furnish(store, now())
  const office = await store.transaction((tx) => findOffice(tx, 'main'))

  const settled = async (): Promise<void> => {
    for (;;) {
      const queues = await store.transaction(readQueues)
      const later = await store.transaction((tx) => countLater(tx))
      if (queues.inboxWaiting + queues.toCompare === 0 && queues.outboxWaiting - later === 0) return
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }
  const heardSince = async (work: () => Promise<unknown>): Promise<readonly Sent[]> => {
    const before = lark.sent.length
    await work()
    await settled()
    return lark.sent.slice(before)
  }
  const post = async ({ body, headers }: Posted) => {
    const response = await fetch(`${service.address}/webhooks/lark`, {
      method: 'POST',
      body,
      headers,
    })
    return { status: response.status, body: await response.json() }
  }
  const event = async (inner: unknown) => (await post(sealed(inner))).status
  const speak = (who: string, text: string, how: How = {}) => {
    ids += 1
    clock += 1000
    const { inGroup = false, chat, mention = true, images, type } = how
    return event(
      messageEvent({
        eventId: how.eventId ?? `event-${ids}`,
        messageId: how.messageId ?? `om_${ids}`,
        from: openId(who),
        chat: chat ?? (inGroup ? membersChat : `oc_private_${openId(who)}`),
        isPrivate: !inGroup && !chat,
        text,
        mention: (inGroup || !!chat) && mention,
        ...(images && { images }),
        others: (how.mentioning ?? []).map((name) => ({ name, openId: openId(name) })),
        ...(type && { type }),
        at: now(),
      }),
    )
  }
  const say = (who: string, text: string, how?: How) => heardSince(() => speak(who, text, how))
  const sayAll = (who: string, texts: readonly string[]) =>
    heardSince(async () => {
      for (const text of texts) await speak(who, text)
    })
  return {
    service,
    store,
    lark,
    dataDir,
    say,
    sayAll,
    post,
    event,
    settled,
    now,
    ask: async (who, text, how) => (await say(who, text, how))[0]?.text ?? '',
    at: (moment) => {
      clock = Date.parse(moment)
    },
    tick: () => heardSince(() => service.tick()),
    idOf: (name) => people.get(name) ?? 0,
    enrol: (more) =>
      store.transaction((tx) =>
        enrol(tx, { officeId: office?.id ?? 0, people, first: people.size }, more),
      ),
    officeId: () => office?.id ?? 0,
    close: async () => {
      await service.close()
      await lark.close()
      await store.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

const countLater = async (
  tx: Parameters<Parameters<Store['transaction']>[0]>[0],
): Promise<number> => {
  const [found] = await rows<{ n: number }>(
    tx,
    sql`select count(*)::int as n from outbox where state = 'waiting' and due_at > put_at + interval '1 second'`,
  )
  return found?.n ?? 0
}

const furnish = async (store: Store, now: Date): Promise<Map<string, number>> =>
  store.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(1)`)
    const office = await findOffice(tx, 'main')
    if (!office) throw new Error('no office')
    const people = new Map<string, number>()
    await enrol(tx, { officeId: office.id, people, first: 0 }, roster)
    for (const [id, name, kind] of [
      [membersChat, '委员群', 'members'],
      [staffChat, '工作群', 'staff'],
    ] as const) {
      await noteChat(tx, { channel: 'lark', id, officeId: office.id, name }, now)
      await setChatKind(tx, id, kind, null)
    }
    return people
  })

const enrol = async (
  tx: Tx,
  {
    officeId,
    people,
    first,
  }: {
    readonly officeId: number
    readonly people: Map<string, number>
    readonly first: number
  },
  enrolled: readonly Enrolled[],
): Promise<void> => {
  for (const [index, [name, identities, { unit, ...groups }]] of enrolled.entries()) {
    const row = {
      name,
      identities,
      groups,
      mobile: `1390000${String(first + index).padStart(4, '0')}`,
      isKeyReporter: false,
      aliases: [],
      larkId: openId(name),
      ...(unit && { unit }),
    }
    people.set(name, (await keepPerson(tx, officeId, row)).id)
  }
}
