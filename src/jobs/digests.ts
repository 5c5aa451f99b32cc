import { addWorkdays, knowsYear, workdaysBetween } from '../domain/calendar.ts'
import { dayOf, weekday } from '../domain/dates.ts'
import type { Item } from '../domain/item.ts'
import { statesWaitingFor } from '../domain/workflows/index.ts'
import { type Job, type Round, dailyAt } from './job.ts'
import { forClaimants } from './solicitations.ts'
import {
  type DigestLine,
  departmentDigest,
  memberDigest,
  noHolidayData,
  staffDigest,
} from '../messages/digests.ts'
import type { Message } from '../messages/message.ts'
import type { Letter } from '../outbox/put.ts'
import { addressOf, departmentAddresses, staffAddresses } from '../store/addresses.ts'
import { listItems } from '../store/item-lists.ts'
import { noteReminded } from '../store/items.ts'
import { listDepartments } from '../store/people.ts'

/** Each working day 08:47: one digest for each who must do something (decisions 15). Nobody to remind: nothing is said. */
export const digests: Job = {
  name: 'digests',
  slotAt: dailyAt(8 * 60 + 47),
  run: async (round) => [
    ...(await forStaff(round)),
    ...(await forDepartments(round)),
    ...(await forMembers(round)),
    ...(await forClaimants(round)),
  ],
}

const waitingFor = (
  { tx, office }: Round,
  part: 'staff' | 'handler' | 'author',
  departmentId?: number,
): Promise<readonly Item[]> =>
  listItems(tx, {
    officeId: office.id,
    states: statesWaitingFor(part),
    ...(departmentId !== undefined && { departmentId }),
    limit: 500,
  })

const linesOf = ({ today }: Round, items: readonly Item[]): readonly DigestLine[] =>
  items.map((item) => ({ item, isLate: item.dueOn !== null && item.dueOn < today }))

const letter = (round: Round, to: Letter['to'], message: Message): Letter => ({
  officeId: round.office.id,
  channel: round.channel,
  to,
  kind: 'reminder',
  key: `digest:${to.type}:${to.id}:${round.today}`,
  isPrivate: to.type === 'person',
  message,
})

const forStaff = async (round: Round): Promise<readonly Letter[]> => {
  const lines = linesOf(round, await waitingFor(round, 'staff'))
  const warnings = missingYears(round.today).map(noHolidayData)
  if (lines.length + warnings.length === 0) return []
  const staff = await staffAddresses(round.tx, whereOf(round))
  return staff.map((to) => letter(round, to, staffDigest(lines, warnings)))
}

const whereOf = ({ channel, office, now }: Round) => ({ channel, officeId: office.id, now })

/** This year every day; from 15 November on Mondays the next one too (the State Council's notice comes in November). */
const missingYears = (today: string): readonly number[] => {
  const year = Number(today.slice(0, 4))
  const soon = today.slice(5) >= '11-15' && weekday(today) === 1 ? [year + 1] : []
  return [year, ...soon].filter((one) => !knowsYear(one))
}

/** Departments: what is late, or due by the next working day. */
const forDepartments = async (round: Round): Promise<readonly Letter[]> => {
  const letters: Letter[] = []
  const tomorrow = addWorkdays(round.book.calendar, round.today, 1)
  for (const { id, name } of await listDepartments(round.tx, round.office.id)) {
    const waiting = await waitingFor(round, 'handler', id)
    const lines = linesOf(
      round,
      waiting.filter(({ dueOn }) => dueOn !== null && dueOn <= tomorrow),
    )
    if (lines.length === 0) continue
    const addresses = await departmentAddresses(round.tx, whereOf(round), id)
    letters.push(...addresses.map((to) => letter(round, to, departmentDigest(name, lines))))
  }
  return letters
}

/** Members: to verify on the second and fourth working day, returned ones on the fifth, a draft once. */
const forMembers = async (round: Round): Promise<readonly Letter[]> => {
  const due = (await waitingFor(round, 'author')).filter((item) => isTimely(round, item))
  const letters: Letter[] = []
  for (const author of new Set(due.map((item) => item.author))) {
    const own = due.filter((item) => item.author === author)
    const to = await addressOf(round.tx, round.channel, author)
    if (!to) continue
    letters.push(letter(round, to, memberDigest(linesOf(round, own))))
    for (const { officeId, no } of own) await noteReminded(round.tx, officeId, no, round.now)
  }
  return letters
}

const remindedAfter: Readonly<Record<string, readonly number[]>> = {
  rectified: [2, 4],
  returned: [5],
  draft: [1],
}

const isTimely = ({ book, today }: Round, { state, changedAt, remindedAt }: Item): boolean => {
  const { calendar } = book
  const passed = (day: string) => workdaysBetween(calendar, dayOf(changedAt, calendar.zone), day)
  const last = remindedAt ? passed(dayOf(remindedAt, calendar.zone)) : 0
  return (remindedAfter[state] ?? []).some((after) => passed(today) >= after && last < after)
}
