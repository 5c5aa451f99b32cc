import { expect, test } from 'vitest'
import { createCalendar } from '../../src/domain/calendar.ts'
import { reminderFor } from '../../src/domain/solicitation.ts'

const calendar = createCalendar('Asia/Shanghai')
const remind = (due: string, claimedOn: string, today: string) =>
  reminderFor(calendar, { due, claimedOn, today })

test.each([
  // Thursday 20 June 2024: the mornings of the 17th (third working day before) and the 19th
  ['2024-06-20', '2024-06-05', '2024-06-14', undefined],
  ['2024-06-20', '2024-06-05', '2024-06-17', 3],
  ['2024-06-20', '2024-06-05', '2024-06-18', 3],
  ['2024-06-20', '2024-06-05', '2024-06-19', 1],
  ['2024-06-20', '2024-06-05', '2024-06-20', undefined],
  // claimed on the third day: the one that was missed is not made up for, the last one comes
  ['2024-06-20', '2024-06-17', '2024-06-18', undefined],
  ['2024-06-20', '2024-06-17', '2024-06-19', 1],
  ['2024-06-20', '2024-06-19', '2024-06-19', undefined],
  // due on a Sunday: the last working morning before is Friday's
  ['2024-06-23', '2024-06-05', '2024-06-21', 1],
  ['2024-06-23', '2024-06-05', '2024-06-19', 3],
  // the Dragon Boat holiday of Monday 10 June does not count
  ['2024-06-11', '2024-06-03', '2024-06-07', 1],
  ['2024-06-11', '2024-06-03', '2024-06-05', 3],
  // the working Sunday of 28 April does; the rest of 1–5 May does not
  ['2024-05-06', '2024-04-20', '2024-04-30', 1],
  ['2024-05-06', '2024-04-20', '2024-04-28', 3],
])('due %s, claimed %s, on the morning of %s: %s', (due, claimedOn, today, before) => {
  expect(remind(due, claimedOn, today)).toBe(before)
})
