import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sharesOf } from '../../src/domain/shares.ts'
import { plainShares } from './plain.ts'

test('shares sum exactly, in tenths, and nobody behind the first gets a tenth more than the next', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -2000, max: 2000 }),
      fc.integer({ min: 1, max: 6 }),
      (total, count) => {
        const shares = sharesOf(total / 10, count, 0.6).map((share) => Math.round(share * 10))
        expect(shares).toEqual(plainShares(total, count))
        expect(shares.reduce((all, one) => all + one, 0)).toBe(total)
        const others = shares.slice(1).map(Math.abs)
        expect(Math.max(0, ...others) - Math.min(Infinity, ...others)).toBeLessThanOrEqual(1)
      },
    ),
  )
})

test.each([
  [10, 2, [6, 4]],
  [9, 2, [5.4, 3.6]],
  [1, 2, [0.6, 0.4]],
  [1, 6, [0.6, 0.1, 0.1, 0.1, 0.1, 0]],
  [-5, 2, [-3, -2]],
  [0.1, 2, [0.1, 0]],
])('%s points among %s', (points, count, shares) => {
  expect(sharesOf(points, count, 0.6)).toEqual(shares)
})
