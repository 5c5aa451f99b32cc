import { similarFrom, similarYears } from '../data/similar.ts'
import type { Item, ItemNo } from '../domain/item.ts'
import { type Similar, ranked } from '../domain/similar.ts'
import type { Tx } from '../store/open.ts'
import { listOutcomes } from '../store/own-record.ts'
import {
  type Among,
  type Wording,
  findItems,
  listLatest,
  listNearest,
  listSame,
  openIndex,
} from '../store/wordings.ts'
import { dice, gistOf, likeness } from './likeness.ts'
import { wordingOf } from './wording.ts'

/** The three most similar matters of the same office, open or closed, opened up to three years before. */
export const findSimilar = async (tx: Tx, item: Item): Promise<readonly Similar[]> =>
  (await findSimilarOf(tx, [item])).get(item) ?? []

/** For several matters of one office at once: a thousand that say the same are looked up together. */
export const findSimilarOf = async (
  tx: Tx,
  items: readonly Item[],
): Promise<ReadonlyMap<Item, readonly Similar[]>> => {
  const near = (await openIndex(tx)) ? listNearestStepwise : listNearestOfLatest
  const same = await sameOf(tx, items)
  const candidates: [Item, Candidates][] = []
  for (const item of items) {
    const wording = wordingOf(item)
    const alike = same.get(wording.skeleton) ?? []
    const isEnough = !wording.characters || alike.length > most
    const others = isEnough ? [] : await near(tx, wording.characters, amongOf(item), mostCandidates)
    candidates.push([item, { same: alike, others }])
  }
  const known = await read(tx, candidates)
  return new Map(candidates.map(([item, found]) => [item, rank(item, found, known)]))
}

const most = 3
const mostCandidates = 20
/**
 * Shared characters ÷ all characters from which on a text is a candidate. The lower, the more the index must look at:
 * so first those that can hardly fail to be like enough, then all that can be (73 of 74 in the pairs of the test).
 */
const nearFrom = [0.55, 0.35]

interface Candidates {
  /** Those that differ in nothing but numbers. */
  readonly same: readonly ItemNo[]
  readonly others: readonly ItemNo[]
}

const amongOf = ({ officeId, openedAt }: Item): Among => {
  const from = new Date(openedAt)
  from.setUTCFullYear(from.getUTCFullYear() - similarYears)
  return { officeId, from, to: openedAt }
}

const sameOf = async (
  tx: Tx,
  items: readonly Item[],
): Promise<ReadonlyMap<Wording['skeleton'], readonly ItemNo[]>> => {
  const latest = new Map<string, Item>()
  for (const item of items.toSorted((a, b) => +a.openedAt - +b.openedAt)) {
    const { skeleton, characters } = wordingOf(item)
    if (characters) latest.set(skeleton, item)
  }
  const found = new Map<string, readonly ItemNo[]>()
  for (const [skeleton, item] of latest)
    found.set(skeleton, await listSame(tx, skeleton, amongOf(item), 2 * most))
  return found
}

const listNearestStepwise = async (
  tx: Tx,
  characters: string,
  among: Among,
  limit: number,
): Promise<readonly ItemNo[]> => {
  let found: readonly ItemNo[] = []
  for (const from of nearFrom)
    if (found.length <= most)
      found = await listNearest(tx, characters, { ...among, likeness: from }, limit)
  return found
}

/** Where the server has no index: among the latest thousands, which for a county is more than three years. */
const listNearestOfLatest: typeof listNearestStepwise = async (tx, characters, among, limit) => {
  const own = new Set(characters.split(' '))
  return (await listLatest(tx, among, windowSize))
    .map((one) => ({ ...one, alike: dice(own, new Set(one.characters.split(' '))) }))
    .toSorted((a, b) => b.alike - a.alike)
    .slice(0, limit)
    .map(({ itemNo }) => itemNo)
}

const windowSize = 5000

type Known = ReadonlyMap<ItemNo, Omit<Similar, 'likeness'>>

/** Candidates as they stand now, with what became of them. */
const read = async (
  tx: Tx,
  candidates: readonly (readonly [Item, Candidates])[],
): Promise<Known> => {
  const nos = [...new Set(candidates.flatMap(([, { same, others }]) => [...same, ...others]))]
  const officeId = candidates[0]?.[0].officeId
  if (nos.length === 0 || officeId === undefined) return new Map()
  const items = await findItems(tx, officeId, nos)
  const outcomes = await listOutcomes(tx, officeId, nos)
  return new Map(
    items.map((item) => [item.no, { item, outcomes: outcomes.filter(({ no }) => no === item.no) }]),
  )
}

/** Measured in full, those that are like enough. */
const rank = (item: Item, { same, others }: Candidates, known: Known): readonly Similar[] => {
  const gist = gistOf(item)
  const alike = [...new Set([...same, ...others])].flatMap((no) => {
    const one = known.get(no)
    if (!one || no === item.no || one.item.openedAt > item.openedAt) return []
    return [{ ...one, likeness: same.includes(no) ? 1 : likeness(gist, gistOf(one.item)) }]
  })
  return ranked(alike.filter((one) => one.likeness >= similarFrom.staff)).slice(0, most)
}
