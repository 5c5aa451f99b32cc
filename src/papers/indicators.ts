import { outcomeLimits } from '../data/limits.ts'
import type { Calendar } from '../domain/calendar.ts'
import { type Day, addDays, addMonths, momentOf } from '../domain/dates.ts'
import type { Office } from '../domain/office.ts'
import type { Span } from '../domain/periods.ts'
import { indicatorTables } from '../figures/indicators.ts'
import { type OpinionFigures, opinionFigures } from '../figures/opinion-figures.ts'
import { recordOf } from '../figures/opinions.ts'
import type { Table } from '../figures/table.ts'
import { listOpinionHistories, listTellings, listUnits } from '../store/figures.ts'
import { listRacers } from '../store/ledger.ts'
import type { Tx } from '../store/open.ts'

interface Where {
  readonly tx: Tx
  readonly office: Pick<Office, 'id' | 'name'>
  readonly calendar: Calendar
  readonly today: Day
}

/** The sheets 指标 and 参与率 of a span that has begun. */
export const indicatorSheets = async (where: Where, span: Span): Promise<readonly [Table, Table]> =>
  indicatorTables(where.office.name, await readOpinionFigures(where, span))

/** The figures of a span that has begun, read from the book as it is today. */
export const readOpinionFigures = async (
  { tx, office, calendar, today }: Where,
  span: Span,
): Promise<OpinionFigures> => {
  const { zone } = calendar
  const until = span.to < today ? span.to : today
  const yearBefore = addMonths(until, -12)
  const since = yearBefore < span.from ? yearBefore : span.from
  const histories = await listOpinionHistories(tx, office.id, momentOf(since, 0, zone))
  return opinionFigures({
    span,
    asOf: today,
    calendar,
    limits: outcomeLimits,
    opinions: histories.map(({ item, facts }) => recordOf(item, facts, zone)),
    units: await listUnits(tx, office.id, until),
    inOffice: (await listRacers(tx, office.id, until)).map(({ personId }) => personId),
    tellings: await listTellings(tx, office.id, {
      from: momentOf(span.from, 0, zone),
      to: momentOf(addDays(span.to, 1), 0, zone),
    }),
  })
}
