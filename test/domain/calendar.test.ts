import { expect, test } from 'vitest'
import {
  addWorkdays,
  createCalendar,
  knowsYear,
  workdaysBetween,
} from '../../src/domain/calendar.ts'
import { dayOf, momentOf } from '../../src/domain/dates.ts'
import { clockAfter } from '../../src/playground/clock.ts'

const calendar = createCalendar('Asia/Shanghai')

test.each([
  ['2026-02-12', 5, '2026-02-26'],
  ['2026-02-13', 3, '2026-02-25'],
  ['2026-04-30', 5, '2026-05-11'],
  ['2026-09-18', 3, '2026-09-22'],
  ['2026-09-24', 5, '2026-10-09'],
  ['2026-10-09', 1, '2026-10-10'],
  ['2026-01-03', 1, '2026-01-04'],
])('%s and %i working days, 调休 included, is %s', (from, n, to) => {
  expect(addWorkdays(calendar, from, n)).toBe(to)
  expect(workdaysBetween(calendar, from, to)).toBe(n)
})

test('an office’s own days stand above the nation’s', () => {
  const own = createCalendar('Asia/Shanghai', new Map([['2026-03-03', false]]))
  expect(addWorkdays(own, '2026-03-02', 1)).toBe('2026-03-04')
})

test('a year without a notice is known as such and counts Monday to Friday', () => {
  expect([2024, 2025, 2026].map(knowsYear)).toEqual([true, true, true])
  expect(knowsYear(2031)).toBe(false)
  expect(addWorkdays(calendar, '2031-10-01', 1)).toBe('2031-10-02')
})

test('a day begins at midnight of the office, wherever the server stands', () => {
  expect(dayOf(new Date('2024-06-03T16:00:00Z'), 'Asia/Shanghai')).toBe('2024-06-04')
  expect(momentOf('2024-06-04', 547, 'Asia/Shanghai').toISOString()).toBe(
    '2024-06-04T01:07:00.000Z',
  )
})

test('the playground’s clock goes to the next working morning and to the first working day of next week', () => {
  const friday = new Date('2024-06-07T15:00:00+08:00')
  expect(clockAfter(friday, 'morning', calendar).toISOString()).toBe('2024-06-11T00:48:00.000Z')
  expect(clockAfter(friday, 'monday', calendar).toISOString()).toBe('2024-06-11T01:08:00.000Z')
})
