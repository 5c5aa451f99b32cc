import postgres from 'postgres'
import { splitOpinion } from '../../src/commands/split.ts'
import type { Item } from '../../src/domain/item.ts'
import { findSimilar } from '../../src/similar/find.ts'
import { wordingOf } from '../../src/similar/wording.ts'
import { insertRows } from '../../src/store/insert.ts'
import { openStore, type Store } from '../../src/store/open.ts'
import { items } from '../../src/store/tables/book.ts'
import { keepWordings } from '../../src/store/wordings.ts'
import { quantile } from './load.ts'
import { median, withDatabase } from './machine.ts'
import { opinionText, waterText } from './texts.ts'

export interface SimilarFigures {
  readonly texts: string
  readonly matters: number
  readonly medianMs: number
  readonly p95Ms: number
  /** Of those asked about, how many had similar ones. */
  readonly found: string
}

const size = Number(process.env['BENCH_MATTERS'] ?? 100_000)

/** How long the similar ones of a new matter take to find: among varied texts, among those of one sort, among repeats. */
export const measureSimilar = async (): Promise<readonly SimilarFigures[]> => {
  const figures: SimilarFigures[] = []
  for (const [texts, textOf] of Object.entries(sorts))
    figures.push(
      await withDatabase(async (url) => {
        const store = await openStore({ type: 'postgres', url })
        try {
          await fill(store, textOf)
          await vacuum(url)
          return { texts, matters: size, ...(await measure(store, textOf)) }
        } finally {
          await store.close()
        }
      }),
    )
  return figures
}

const sorts: Readonly<Record<string, (n: number) => string>> = {
  varied: opinionText,
  'one trouble in a hundred thousand places': waterText,
  'the same but for its number': (n) => `第${n}条:村口积水严重,建议清沟`,
}

/** As much of a matter as the search reads; the rest is what the table gives by itself. */
const itemOf = (n: number, textOf: (n: number) => string): Item => {
  const text = textOf(n)
  const { headings: _, ...parts } = splitOpinion(text)
  const openedAt = new Date(Date.parse('2022-01-01T00:00:00Z') + (n * 1000 * 86_400 * 900) / size)
  const life = { kind: 'opinion', state: 'reported', version: 1, author: 1 }
  const origin = { channel: 'lark', chatId: '', openedAt, changedAt: openedAt }
  return { officeId: 1, no: n, text, ...parts, ...life, ...origin } as Item
}

const fill = async (store: Store, textOf: (n: number) => string): Promise<void> => {
  for (let from = 1; from <= size; from += 1000) {
    const some = Array.from({ length: 1000 }, (_, n) => itemOf(from + n, textOf))
    await store.transaction(async (tx) => {
      await tx.execute(insertRows(items, some))
      await keepWordings(tx, some.map(wordingOf))
    })
  }
}

/** What autovacuum has long done to matters that came one by one over years. */
const vacuum = async (url: string): Promise<void> => {
  const one = postgres(url, { max: 1, onnotice: () => {} })
  await one.unsafe('vacuum analyze items, wordings')
  await one.end()
}

const measure = async (store: Store, textOf: (n: number) => string) => {
  const times: number[] = []
  let found = 0
  const asked = 200
  for (let n = 0; n < asked; n++) {
    const item = {
      ...itemOf(size + 1 + n * 13, textOf),
      openedAt: new Date('2024-06-04T00:00:00Z'),
    }
    const began = performance.now()
    const similar = await store.transaction((tx) => findSimilar(tx, item))
    times.push(performance.now() - began)
    if (similar.length > 0) found += 1
  }
  const round = (value: number) => Number(value.toFixed(1))
  return {
    medianMs: round(median(times)),
    p95Ms: round(quantile(times, 0.95)),
    found: `${found} of ${asked}`,
  }
}
