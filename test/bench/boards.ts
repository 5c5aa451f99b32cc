import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { readBoards } from '../../src/boards/read.ts'
import { builtInRules } from '../../src/data/rules.ts'
import { ensureOffice } from '../../src/store/offices.ts'
import { openStore, type Store } from '../../src/store/open.ts'
import { keepPerson } from '../../src/store/roster.ts'
import { median, withDatabase } from './machine.ts'

export interface BoardFigures {
  readonly lines: number
  readonly yearMs: number
  readonly weekMs: number
}

/** A year's and a week's board over half and over the whole of a million ledger lines of 500 people in ten years. */
export const measureBoards = (): Promise<readonly BoardFigures[]> =>
  withDatabase(async (url) => {
    const store = await openStore({ type: 'postgres', url })
    try {
      const officeId = await furnish(store)
      const figures: BoardFigures[] = []
      for (const [from, to] of [
        [2015, 2019],
        [2020, 2024],
      ] as const) {
        await addLines(store, officeId, from, to)
        await vacuum(url)
        figures.push(await measure(store, officeId, 500_000 * (figures.length + 1), to))
      }
      return figures
    } finally {
      await store.close()
    }
  })

const furnish = (store: Store): Promise<number> =>
  store.transaction(async (tx) => {
    const office = await ensureOffice(tx, { code: 'main', name: '云溪县政协' }, new Date())
    for (let n = 0; n < 500; n++)
      await keepPerson(tx, office.id, {
        name: `委员${n}`,
        identities: ['member'],
        groups: { sector: `第${n % 8}组` },
        isKeyReporter: false,
        aliases: [],
      })
    return office.id
  })

/** 100,000 lines a year, spread over days, people and rules. */
const addLines = async (
  store: Store,
  officeId: number,
  from: number,
  to: number,
): Promise<void> => {
  for (let year = from; year <= to; year++)
    await store.transaction((tx) =>
      tx.execute(sql`
        insert into ledger (office_id, person_id, item_no, rule, rule_version, points, reason, outcome_on, entered_by, recorded_at)
        select ${officeId}, (select min(id) from people) + n % 500, n, (array['opinion.valid','opinion.adopt.county','opinion.adopt.city','supervision.valid','supervision.closed'])[1 + n % 5],
          '2024.1', 1 + n % 5, 'bench', make_date(${year}, 1, 1) + (n * 7919 % 365), 1, now()
        from generate_series(1, 100000) n`),
    )
}

/** What autovacuum has long done to lines that came one by one over years. */
const vacuum = async (url: string): Promise<void> => {
  const one = postgres(url, { max: 1, onnotice: () => {} })
  await one.unsafe('vacuum analyze ledger')
  await one.end()
}

const measure = async (
  store: Store,
  officeId: number,
  lines: number,
  year: number,
): Promise<BoardFigures> => ({
  lines,
  yearMs: await timeOf(store, officeId, { from: `${year}-01-01`, to: `${year}-12-31` }),
  weekMs: await timeOf(store, officeId, { from: `${year}-06-03`, to: `${year}-06-09` }),
})

const timeOf = async (
  store: Store,
  officeId: number,
  span: { from: string; to: string },
): Promise<number> => {
  const times: number[] = []
  for (let n = 0; n < 21; n++) {
    const began = performance.now()
    await store.transaction(async (tx) =>
      (await readBoards(tx, officeId, span, builtInRules)).of('member'),
    )
    times.push(performance.now() - began)
  }
  return median(times)
}
