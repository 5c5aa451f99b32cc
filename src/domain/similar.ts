import type { Fact } from './act.ts'
import type { Item } from './item.ts'

/** An opinion that is like another one, and what became of it. */
export interface Similar {
  readonly item: Item
  /** How alike, 0–1. */
  readonly likeness: number
  /** Adoptions and instructions that still count. */
  readonly outcomes: readonly Pick<Fact, 'verb' | 'details' | 'saidAt'>[]
}

/** The most alike first; of several as alike, what came furthest, then the oldest. */
export const ranked = (all: readonly Similar[]): readonly Similar[] =>
  all.toSorted(
    (a, b) =>
      b.likeness - a.likeness || b.outcomes.length - a.outcomes.length || a.item.no - b.item.no,
  )
