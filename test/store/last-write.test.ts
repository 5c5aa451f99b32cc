import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeLast } from '../../src/store/last-writes.ts'
import { rows, type Store } from '../../src/store/open.ts'
import { openTestStore } from '../database.ts'

let store: Store
beforeAll(async () => {
  store = await openTestStore()
  await store.transaction((tx) => tx.execute(sql`create table tried (n int primary key)`))
})
afterAll(() => store.close())

const kept = () =>
  store.transaction(async (tx) =>
    (await rows<{ n: number }>(tx, sql`select n from tried order by n`)).map(({ n }) => n),
  )

test('what is written last is written in order, with the rest', async () => {
  const found = await store.transaction(async (tx) => {
    await tx.execute(sql`insert into tried values (1)`)
    writeLast(tx, sql`insert into tried values (2)`)
    writeLast(tx, sql`insert into tried select max(n) + 1 from tried`)
    return 'done'
  })
  expect(found).toBe('done')
  expect(await kept()).toEqual([1, 2, 3])
})

test('a last write that fails undoes everything, and the caller hears of it', async () => {
  await expect(
    store.transaction(async (tx) => {
      await tx.execute(sql`insert into tried values (4)`)
      writeLast(tx, sql`insert into tried values (1)`)
      writeLast(tx, sql`insert into tried values (5)`)
    }),
  ).rejects.toThrow(/duplicate key|Failed query/)
  expect(await kept()).toEqual([1, 2, 3])
})

test('work that throws leaves nothing, its last writes included', async () => {
  await expect(
    store.transaction(async (tx) => {
      writeLast(tx, sql`insert into tried values (6)`)
      await tx.execute(sql`insert into tried values (7)`)
      throw new Error('no')
    }),
  ).rejects.toThrow('no')
  expect(await kept()).toEqual([1, 2, 3])
})
