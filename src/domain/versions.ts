import { type Fact, living } from './act.ts'
import type { Item } from './item.ts'

/** What a member adds after he has submitted makes a new version; completing his draft does not. */
const revisions = (facts: readonly Fact[]): readonly Fact[] =>
  living(facts).filter(({ verb, fromState }) => verb === 'supplement' && fromState !== 'draft')

/** 1 as it was submitted, 2 after the first supplement. */
export const versionOf = (facts: readonly Fact[]): number => 1 + revisions(facts).length

export interface Version {
  readonly text: string
  readonly at: Date
}

/** Every version of the author's text with when he wrote it, the first one first, the last as it stands. */
export const versionsOf = (
  item: Pick<Item, 'text' | 'openedAt'>,
  facts: readonly Fact[],
): readonly Version[] => {
  const revised = revisions(facts)
  const texts = [...revised.map(({ before }) => before?.text ?? ''), item.text]
  const moments = [item.openedAt, ...revised.map(({ saidAt }) => saidAt)]
  return texts.map((text, n) => ({ text, at: moments[n] ?? item.openedAt }))
}
