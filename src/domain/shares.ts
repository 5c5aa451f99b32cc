/**
 * Points shared among authors in tenths, so that they sum exactly: the first has his part, the others share the rest
 * evenly (domain §6 `opinion.coauthors`); what is left over goes to the largest remainders, in the order of names.
 */
export const sharesOf = (points: number, count: number, first: number): readonly number[] => {
  const total = Math.round(Math.abs(points) * 10)
  const exact = Array.from(
    { length: count },
    (_, n) => total * (count === 1 ? 1 : n === 0 ? first : (1 - first) / (count - 1)),
  )
  const whole = exact.map((part) => Math.floor(part + tiny))
  const left = total - whole.reduce((sum, part) => sum + part, 0)
  const lucky = exact
    .map((part, n) => ({ n, rest: part - (whole[n] ?? 0) }))
    .toSorted((a, b) => (Math.abs(b.rest - a.rest) > tiny ? b.rest - a.rest : a.n - b.n))
    .slice(0, left)
    .map(({ n }) => n)
  const sign = points < 0 ? -1 : 1
  return whole.map((part, n) => (sign * (part + (lucky.includes(n) ? 1 : 0))) / 10 || 0)
}

/** What arithmetic with binary fractions may be off by. */
const tiny = 1e-9
