import { sql } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import type { Said } from '../../src/channels/channel.ts'
import { createInboxDrain } from '../../src/inbox/drain.ts'
import { keep } from '../../src/inbox/keep.ts'
import { insertLast } from '../../src/store/last-writes.ts'
import { ensureOffice, nextNo } from '../../src/store/offices.ts'
import { rows, type Tx } from '../../src/store/open.ts'
import { strangers } from '../../src/store/tables/people.ts'
import { openTestStore } from '../database.ts'

const at = new Date('2024-06-04T02:00:00Z')
const store = await openTestStore()
afterAll(() => store.close())
beforeEach(() =>
  store.transaction(async (tx) => {
    await tx.execute(sql`delete from inbox`)
    await tx.execute(sql`delete from strangers`)
  }),
)

const said = (who: string, text: string): Said => ({
  type: 'said',
  eventId: `event of ${who}`,
  messageId: `message of ${who}`,
  from: who,
  chat: { type: 'private', id: `chat of ${who}` },
  text,
  mentions: [],
  mentioned: true,
  photos: [],
  saidAt: at.toISOString(),
})

/** The desk of this story: it writes down who spoke, and cannot write 毒. */
const drainWith = (seen: Tx[]) =>
  createInboxDrain({
    store,
    opensMatter: (heard) => heard.type === 'said' && heard.text.startsWith('社情民意'),
    handle: async (tx, heard) => {
      if (heard.type !== 'said') return
      seen.push(tx)
      if (heard.text.includes('毒')) await tx.execute(sql`select 1 / 0`)
      await tx.execute(sql`select pg_sleep(0)`)
      insertLast(tx, {
        table: strangers,
        rows: [{ channel: 'lark', platformId: heard.from, toldAt: at }],
      })
    },
    apologise: async () => {},
    now: () => at,
    log: { error: () => {} },
    newId: () => 'id',
    random: () => 0.5,
  })

const arrive = (...all: readonly Said[]) =>
  store.transaction((tx) =>
    keep(
      tx,
      all.map((heard) => ({ channel: 'lark' as const, heard })),
      at,
    ),
  )
const written = () =>
  store.transaction(async (tx) =>
    (await rows<{ who: string }>(tx, sql`select platform_id as who from strangers order by 1`)).map(
      ({ who }) => who,
    ),
  )
const waiting = () =>
  store.transaction((tx) =>
    rows<{ who: string; tries: number }>(
      tx,
      sql`select heard->>'from' as who, tries from inbox where state = 'waiting'`,
    ),
  )

test('new matters share a transaction, what concerns a matter in the book has one of its own', async () => {
  await arrive(said('a', '社情民意 甲'), said('b', '满意 52'), said('c', '社情民意 乙'))
  const seen: Tx[] = []
  expect(await drainWith(seen)()).toBe(true)
  expect(new Set(seen).size).toBe(2)
  expect(await written()).toEqual(['a', 'b', 'c'])
  expect(await waiting()).toEqual([])
})

test('one that cannot be written takes no other with it: each is then handled alone, and it is tried again', async () => {
  await arrive(said('a', '社情民意 甲'), said('b', '社情民意 毒'), said('c', '社情民意 乙'))
  const seen: Tx[] = []
  await drainWith(seen)()
  expect(new Set(seen).size).toBe(4)
  expect(await written()).toEqual(['a', 'c'])
  expect(await waiting()).toEqual([{ who: 'b', tries: 1 }])
})

test('numbers asked for at the same moment differ', async () => {
  const numbers = await store.transaction(async (tx) => {
    const { id } = await ensureOffice(tx, { code: 'main', name: '云溪县政协' }, at)
    return Promise.all(Array.from({ length: 20 }, () => nextNo(tx, id)))
  })
  expect(new Set(numbers).size).toBe(20)
})
