/** Half took no longer than this. Where even the middle one is still open, it is known only to be more. */
export interface Median {
  readonly days: number
  readonly isOpen: boolean
  /** Of how many. */
  readonly of: number
}

interface Lasting {
  /** Until it ended; for what is still open, until now. */
  readonly days: number
  readonly isOpen: boolean
}

/** The median with what is open as +∞ (figures §4.4); undefined of nothing. */
export const medianOf = (all: readonly Lasting[]): Median | undefined => {
  if (all.length === 0) return undefined
  const ended = all.filter(({ isOpen }) => !isOpen).map(({ days }) => days)
  const isOpen = ended.length < Math.floor(all.length / 2) + 1
  return {
    days: middleOf(isOpen ? all.map(({ days }) => days) : withEndless(ended, all.length)),
    isOpen,
    of: all.length,
  }
}

const withEndless = (ended: readonly number[], length: number): readonly number[] => [
  ...ended,
  ...Array.from({ length: length - ended.length }, () => Infinity),
]

/** What lasts as long as it did so far gives the least that the median can be. */
const middleOf = (all: readonly number[]): number => {
  const inOrder = all.toSorted((a, b) => a - b)
  const [low, high] = [Math.floor((all.length - 1) / 2), Math.floor(all.length / 2)]
  return ((inOrder[low] ?? 0) + (inOrder[high] ?? 0)) / 2
}
