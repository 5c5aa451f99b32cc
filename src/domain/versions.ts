import { type Fact, living } from './act.ts'

/** What a member adds after he has submitted makes a new version; completing his draft does not. */
const revisions = (facts: readonly Fact[]): readonly Fact[] =>
  living(facts).filter(({ verb, fromState }) => verb === 'supplement' && fromState !== 'draft')

/** 1 as it was submitted, 2 after the first supplement. */
export const versionOf = (facts: readonly Fact[]): number => 1 + revisions(facts).length

/** The texts that later ones took the place of, the first one first. */
export const earlierTexts = (facts: readonly Fact[]): readonly string[] =>
  revisions(facts).flatMap(({ before }) => before?.text ?? [])
