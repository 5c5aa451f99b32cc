import { expect, test } from 'vitest'
import { medianText } from '../../src/figures/figure-words.ts'
import { medianOf } from '../../src/figures/median.ts'

test('the median takes what is open as endless and then says only "more than"', () => {
  const lasting = (days: number, isOpen = false) => ({ days, isOpen })
  const text = (...all: readonly ReturnType<typeof lasting>[]) => medianText(medianOf(all))
  expect(text(lasting(10), lasting(30), lasting(5, true))).toBe('30 天(3 件)')
  expect(text(lasting(10), lasting(31))).toBe('20.5 天(2 件)')
  expect(text(lasting(10), lasting(200, true))).toBe('> 105 天(2 件)')
  expect(text(lasting(10), lasting(40, true), lasting(60, true))).toBe('> 40 天(3 件)')
})
