import { readBoards } from '../boards/read.ts'
import { type Calendar, addWorkdays } from '../domain/calendar.ts'
import { type Day, addDays, dayOf, minuteOfDay, momentOf, mondayOf } from '../domain/dates.ts'
import { label } from '../domain/item.ts'
import { visibilityOf } from '../domain/office.ts'
import { spanOf } from '../domain/periods.ts'
import { type Job, type Round, isQuiet } from './job.ts'
import { type Weekly, type WeeklyLeague, weeklyBoard as weeklyMessage } from '../messages/boards.ts'
import type { Letter } from '../outbox/put.ts'
import { chatsOf } from '../store/addresses.ts'
import { countFacts, listAdopted, listItems } from '../store/item-lists.ts'
import { findLastBoard, keepBoard } from '../store/ledger.ts'
import { listDepartments } from '../store/people.ts'

/** Monday 09:07, or the first working day after: last week's board goes to every 委员群. */
export const weeklyBoard: Job = {
  name: 'weekly-board',
  slotAt: (now, calendar) => {
    const today = dayOf(now, calendar.zone)
    const monday = mondayOf(today)
    const day = firstWorkday(calendar, monday)
    const isTime = today > day || (today === day && minuteOfDay(now, calendar.zone) >= 9 * 60 + 7)
    return isTime && !isQuiet(now, calendar) ? monday : undefined
  },
  run: async (round) => {
    const week = await readWeek(round)
    if (isIdle(week)) return []
    await keepSnapshots(round, week)
    const chats = await chatsOf(
      round.tx,
      { channel: round.channel, officeId: round.office.id, now: round.now },
      'members',
    )
    return chats.map((to) => letterTo(round, to, week))
  },
}

const firstWorkday = (calendar: Calendar, monday: Day): Day => addWorkdays(calendar, monday, 0)

const letterTo = ({ office, channel }: Round, to: Letter['to'], week: Weekly): Letter => ({
  officeId: office.id,
  channel,
  to,
  kind: 'board',
  key: `weekly:${week.span.from}:${to.id}`,
  isPrivate: false,
  message: weeklyMessage(week),
})

/** Nothing changed and nothing overdue: no post (decisions 14). */
const isIdle = ({ counts, overdue, toVerify }: Weekly): boolean =>
  counts.size === 0 && overdue.length === 0 && toVerify === 0

const readWeek = async ({ tx, office, today, book }: Round): Promise<Weekly> => {
  const from = addDays(mondayOf(today), -7)
  const span = { from, to: addDays(from, 6) }
  const { zone } = book.calendar
  const [start, end] = [momentOf(from, 0, zone), momentOf(addDays(from, 7), 0, zone)]
  const { caps } = book.scoring.rulesOn(span.to)
  const year = { from: spanOf('year', span.to).from, to: span.to }
  const yearBoards = await readBoards(tx, office.id, year, { caps })
  const leagues: WeeklyLeague[] = []
  for (const of of ['group', 'party'] as const)
    if (visibilityOf(office, of) === 'full' || visibilityOf(office, of) === 'top')
      leagues.push({
        of,
        rows: await yearBoards.of(of),
        last: await findLastBoard(tx, office.id, of),
      })
  return {
    span,
    counts: await countFacts(tx, office.id, start, end),
    adopted: (await listAdopted(tx, office.id, start, end)).map(
      (item) => `${label(item)}《${item.title}》`,
    ),
    leagues,
    ...(await readWaiting(tx, office.id, today)),
    events: (await readBoards(tx, office.id, span, { caps })).lines,
  }
}

const readWaiting = async (
  tx: Round['tx'],
  officeId: number,
  today: Day,
): Promise<Pick<Weekly, 'overdue' | 'toVerify'>> => {
  const late = await listItems(tx, {
    officeId,
    states: ['dispatched', 'accepted', 'replied'],
    dueBy: addDays(today, -1),
    limit: 1000,
  })
  const departments = await listDepartments(tx, officeId)
  const overdue = departments.flatMap(({ id, name }) => {
    const count = late.filter(({ departmentId }) => departmentId === id).length
    return count > 0 ? [[name, count] as const] : []
  })
  return {
    overdue,
    toVerify: (await listItems(tx, { officeId, states: ['rectified'], limit: 1000 })).length,
  }
}

/** What was published, for the arrows of the next one. */
const keepSnapshots = async (
  { tx, office, now }: Round,
  { leagues, span, events }: Weekly,
): Promise<void> => {
  if (events < 5) return
  for (const { of, rows } of leagues)
    await keepBoard(tx, {
      officeId: office.id,
      board: of,
      periodFrom: span.from,
      rows: rows.map(({ key, place }) => ({ key, place })),
      publishedAt: now,
    })
}
