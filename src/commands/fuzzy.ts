/** Damerau-Levenshtein distance (neighbours swapped count one), by characters. */
export const distance = (a: string, b: string): number => {
  const [left, right] = [[...a], [...b]]
  let [before, last]: [number[], number[]] = [[], right.map((_, index) => index + 1)]
  last.unshift(0)
  for (const [i, char] of left.entries()) {
    const row = [i + 1]
    for (const [j, other] of right.entries()) {
      const same = char === other ? 0 : 1
      const swapped = i > 0 && j > 0 && char === right[j - 1] && left[i - 1] === other
      row.push(
        Math.min(
          (last[j + 1] ?? 0) + 1,
          (row[j] ?? 0) + 1,
          (last[j] ?? 0) + same,
          swapped ? (before[j - 1] ?? 0) + 1 : Infinity,
        ),
      )
    }
    ;[before, last] = [last, row]
  }
  return last.at(-1) ?? 0
}

/** How many slips a word of this length forgives: two in four characters, one in three, none below. */
export const forgives = (word: string): number => {
  const { length } = [...word]
  return length >= 4 ? 2 : length === 3 ? 1 : 0
}
