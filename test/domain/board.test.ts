import { expect, test } from 'vitest'
import { arrowOf, boardOf } from '../../src/domain/board.ts'
import { spanOf } from '../../src/domain/periods.ts'

test('three people with one hit do not beat eight who work: the size-corrected value of the figures page', () => {
  const rows = boardOf(
    [
      ['A', 60, 40],
      ['B', 30, 8],
      ['C', 12, 3],
      ['D', 90, 60],
    ].map(([name, points, size], key) => ({
      key,
      name: String(name),
      points: Number(points),
      size: Number(size),
    })),
    false,
  )
  expect(rows.map(({ name }) => name)).toEqual(['B', 'C', 'A', 'D'])
})

test('ties share a place: 1, 2, 2, 4', () => {
  const rows = boardOf(
    [9, 5, 5, 1].map((points, key) => ({ key, name: `${key}`, points, size: 1 })),
    true,
  )
  expect(rows.map(({ place }) => place)).toEqual([1, 2, 2, 4])
})

test('arrows compare with the last published board', () => {
  const last = [
    { key: 1, place: 3 },
    { key: 2, place: 1 },
    { key: 3, place: 2 },
  ]
  expect([1, 2, 3, 4].map((key, at) => arrowOf({ key, place: at + 1 }, last))).toEqual([
    '↑2',
    '↓1',
    '↓1',
    'new',
  ])
})

test.each([
  ['week', '2024-06-09', '2024-06-03', '2024-06-09'],
  ['month', '2024-02-11', '2024-02-01', '2024-02-29'],
  ['quarter', '2024-06-09', '2024-04-01', '2024-06-30'],
  ['half', '2024-07-01', '2024-07-01', '2024-12-31'],
  ['year', '2024-07-01', '2024-01-01', '2024-12-31'],
] as const)('the %s of %s is %s to %s', (period, day, from, to) => {
  expect(spanOf(period, day)).toEqual({ from, to })
})
