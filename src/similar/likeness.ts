import { fold } from '../commands/words.ts'
import { fillerCharacters, fillerWords, namedPlaces } from '../data/similar.ts'
import type { Item } from '../domain/item.ts'
import { cut } from '../domain/text.ts'

/** What a matter is about, without what every matter says, in one script and width. For comparing only. */
export const gistOf = ({ title, text, problem, advice }: Told): string =>
  plainOf(`${title} ${cut(problem ?? text, 200)} ${cut(advice ?? '', 100)}`)

type Told = Pick<Item, 'title' | 'text' | 'problem' | 'advice'>

const plainOf = (text: string): string =>
  fold(text)
    .replace(filler, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')

const filler = new RegExp(fillerWords.join('|'), 'g')

/** The characters that carry a text's meaning, each once. */
export const charactersOf = (plain: string): ReadonlySet<string> =>
  new Set([...plain].filter((one) => !fillerCharacters.has(one)))

/** How alike two plain texts are, 0–1: the mean of what their characters and what their words share. */
export const likeness = (one: string, other: string): number => {
  const both =
    (dice(charactersOf(one), charactersOf(other)) + jaccard(wordsOf(one), wordsOf(other))) / 2
  return areApart(one, other) ? Math.min(both, mostAlikeElsewhere) : both
}

/** The same at another place is another matter: shown to the office, never called nearly the same. */
const mostAlikeElsewhere = 0.5

/** Each names places, and nothing of their names stands in the other. */
const areApart = (one: string, other: string): boolean =>
  isForeign(placesOf(one), other) && isForeign(placesOf(other), one)

const placesOf = (plain: string): readonly string[] =>
  [...plain.matchAll(namedPlaces)].map((match) => match[1] ?? '')

const isForeign = (names: readonly string[], text: string): boolean =>
  names.length > 0 && names.every((name) => [...name].every((one) => !text.includes(one)))

const wordsOf = (plain: string): ReadonlySet<string> =>
  new Set(
    [...segmenter.segment(plain)]
      .map(({ segment }) => segment)
      .filter((word) => !fillerCharacters.has(word)),
  )

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** 2·shared ÷ (all of one + all of the other). */
export const dice = (one: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  (2 * shared(one, other)) / (one.size + other.size || 1)

const jaccard = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  const both = shared(one, other)
  return both / (one.size + other.size - both || 1)
}

const shared = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  let count = 0
  for (const each of one) if (other.has(each)) count += 1
  return count
}
