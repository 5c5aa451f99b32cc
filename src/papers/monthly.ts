import { unitQuotas } from '../data/quotas.ts'
import { type Day, momentOf } from '../domain/dates.ts'
import type { Office } from '../domain/office.ts'
import type { Span } from '../domain/periods.ts'
import { adoptedList } from '../figures/adopted.ts'
import { type Monthly, byUnit } from '../figures/by-unit.ts'
import { isCounted, recordOf } from '../figures/opinions.ts'
import type { Table } from '../figures/table.ts'
import * as store from '../store/figures.ts'
import type { Tx } from '../store/open.ts'

export interface Where {
  readonly tx: Tx
  readonly office: Pick<Office, 'id' | 'name'>
  readonly zone: string
  readonly today: Day
}

/** The tables of a span that has begun: by unit (11.2), and what was adopted (11.4). */
export const monthlyTables = async (
  { tx, office, zone, today }: Where,
  span: Span,
): Promise<{ readonly byUnit: Table; readonly adopted: Table }> => {
  const cutOff = span.to < today ? span.to : today
  const counted = { from: span.from, to: cutOff }
  const year = { from: `${cutOff.slice(0, 4)}-01-01`, to: cutOff }
  const histories = await store.listOpinionHistories(tx, office.id, momentOf(year.from, 0, zone))
  const monthly: Monthly = {
    officeName: office.name,
    span,
    cutOff,
    units: await store.listUnits(tx, office.id, cutOff),
    opinions: histories.map(({ item, facts }) => recordOf(item, facts, zone)).filter(isCounted),
    points: {
      inSpan: await store.sumOpinionPoints(tx, office.id, counted),
      inYear: await store.sumOpinionPoints(tx, office.id, year),
    },
    delivered: await store.listDelivered(tx, office.id, counted),
    quotas: unitQuotas,
  }
  const authors = await store.listAuthors(tx, [
    ...new Set(monthly.opinions.flatMap((one) => one.authors)),
  ])
  const authorOf = (id: number): string => {
    const { name = '', unit = '' } = authors.get(id) ?? {}
    return unit ? `${name}(${unit})` : name
  }
  return { byUnit: byUnit(monthly), adopted: adoptedList(monthly, authorOf) }
}
