import { sql } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { createComparing } from '../../src/similar/drain.ts'
import { openStore, rows, type Store } from '../../src/store/open.ts'
import { items } from '../../src/store/tables/book.ts'
import { onServer, openServerDatabase, openTestStore, type ServerDatabase } from '../database.ts'
import { openHouse, staffChat } from '../house.ts'

const closing: (() => Promise<unknown>)[] = []
afterAll(async () => {
  for (const close of closing.toReversed()) await close()
})

const hasIndex = (store: Store): Promise<boolean | undefined> =>
  store.transaction(
    async (tx) =>
      (
        await rows<{ is: boolean }>(
          tx,
          sql`select to_regclass('wordings_trigrams') is not null as is`,
        )
      )[0]?.is,
  )

test('where the server sees Chinese letters, similar ones are found by an index', async () => {
  const store = await openTestStore()
  closing.push(store.close)
  expect(store.trigrams).toBe('ready')
  expect(await hasIndex(store)).toBe(true)
})

/** Nearly the same said by two: what the office and the second are told. */
const saidTwice = async (database: ServerDatabase, url = database.url) => {
  const store = await openStore({ type: 'postgres', url })
  const house = await openHouse({ DATABASE_URL: url }, store)
  await house.say('李一', '社情民意 西门农贸市场污水横流,建议改造下水管网')
  const heard = await house.say('王二', '社情民意 西门农贸市场下水管网老化,污水横流,建议改造')
  await house.close()
  return {
    trigrams: store.trigrams,
    staff: heard.find(({ to }) => to === staffChat)?.text,
    all: heard.map(({ text }) => text).join('\n'),
  }
}

describe.skipIf(!process.env['TEST_DATABASE_URL'])('on a server', () => {
  test('whose LC_CTYPE is C, they are found without the index', async () => {
    const database = await openServerDatabase(
      `template template0 encoding 'UTF8' lc_ctype 'C' lc_collate 'C'`,
    )
    if (!database) throw new Error('no database')
    closing.push(database.drop)
    const { trigrams, staff, all } = await saidTwice(database)
    expect(trigrams).toBe('locale')
    expect(staff).toContain('社1《西门农贸市场污水横流》')
    expect(all).toContain('您的社2与社1很接近')
  })

  test('where an ordinary role may not create extensions, it starts and finds them without', async () => {
    const database = await openServerDatabase()
    if (!database) throw new Error('no database')
    const role = `${new URL(database.url).pathname.slice(1)}_clerk`
    await onServer(
      database.url,
      `create role ${role} login;
       alter database ${new URL(database.url).pathname.slice(1)} owner to ${role};
       alter schema public owner to ${role};
       create function refuse() returns event_trigger language plpgsql as $$ begin raise insufficient_privilege; end $$;
       create event trigger refuse on ddl_command_start when tag in ('CREATE EXTENSION') execute function refuse()`,
    )
    closing.push(() => onServer(process.env['TEST_DATABASE_URL']!, `drop role ${role}`))
    closing.push(database.drop)
    const url = new URL(database.url)
    url.username = role
    const { trigrams, staff } = await saidTwice(database, url.href)
    expect(trigrams).toBe('not-allowed')
    expect(staff).toContain('社1《西门农贸市场污水横流》')
  })
})

test('two that compare at the same time, and one that was killed in between, tell the office once', async () => {
  const store = await openTestStore()
  closing.push(store.close)
  const letter = {
    officeId: 1,
    channel: 'lark',
    to: { type: 'chat', id: staffChat },
    kind: 'notice',
    isPrivate: false,
    message: { lines: ['新 社1'] },
  }
  const waits = (id: number, lease: string) =>
    store.transaction((tx) =>
      tx.execute(sql`
        insert into comparisons (office_id, item_no, channel, letters, tells_author, tries, not_before)
        values (1, ${id}, 'lark', ${JSON.stringify([letter])}::jsonb, true, 1, now() + ${lease}::interval)`),
    )
  const waiting = async () =>
    (
      await store.transaction((tx) =>
        rows<{ no: number }>(tx, sql`select item_no as no from comparisons order by id`),
      )
    ).map(({ no }) => no)
  const at = new Date('2024-06-04T10:00:00+08:00')
  await store.transaction((tx) =>
    tx.insert(items).values({
      officeId: 1,
      no: 1,
      kind: 'opinion',
      state: 'submitted',
      version: 1,
      author: 1,
      title: '村口积水',
      text: '村口积水,建议清沟',
      channel: 'lark',
      chatId: '',
      openedAt: at,
      changedAt: at,
    }),
  )
  await waits(1, '-1 second')
  await waits(2, '1 hour')
  const errors: object[] = []
  const comparing = () =>
    createComparing({
      store,
      zone: 'Asia/Shanghai',
      now: () => new Date('2024-06-04T10:00:00+08:00'),
      newUuid: () => crypto.randomUUID(),
      log: { error: (details) => errors.push(details) },
      poke: () => {},
    })()
  await store.transaction((tx) =>
    tx.execute(sql`
      insert into inbox (channel, event_id, lane, said_at, received_at)
      values ('lark', 'event-1', 'lark:a:b', now(), now())`),
  )
  await comparing()
  expect(await waiting()).toEqual([1, 2])
  await store.transaction((tx) => tx.execute(sql`delete from inbox`))
  await Promise.all([comparing(), comparing(), comparing()])
  const put = await store.transaction((tx) =>
    rows<{ n: number }>(tx, sql`select count(*)::int as n from outbox`),
  )
  expect(put[0]?.n).toBe(1)
  expect(await waiting()).toEqual([2])
  expect(errors).toEqual([])
})

test('what came into the book by another door can be found too', async () => {
  const house = await openHouse()
  closing.push(house.close)
  await house.say('李一', '社情民意 茶叶采摘季用工荒,建议组织劳务对接平台')
  await house.store.transaction((tx) => tx.execute(sql`delete from wordings`))
  const comparing = createComparing({
    store: house.store,
    zone: 'Asia/Shanghai',
    now: house.now,
    newUuid: () => crypto.randomUUID(),
    log: { error: () => {} },
    poke: () => {},
  })
  while (await comparing());
  const heard = await house.say('王二', '社情民意 春茶采摘季用工荒,建议组织劳务对接平台')
  expect(heard.find(({ to }) => to === staffChat)?.text).toContain('社1《茶叶采摘季用工荒》')
})
