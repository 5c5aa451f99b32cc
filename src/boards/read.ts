import { type BoardRow, type Contestant, boardOf } from '../domain/board.ts'
import type { BoardSubject } from '../domain/intent.ts'
import type { Span } from '../domain/periods.ts'
import type { GroupKind } from '../domain/person.ts'
import { tenths } from '../domain/scoring.ts'
import type { Counting } from '../domain/scoring-rules.ts'
import { type Racer, listGroups, listRacers, listTotals } from '../store/ledger.ts'
import type { Tx } from '../store/open.ts'

export interface Boards {
  readonly of: (subject: BoardSubject) => Promise<readonly BoardRow[]>
  /** Ledger lines of the span: fewer than five give no ranking. */
  readonly lines: number
}

/** The boards of a span, read from the ledger as they count. */
export const readBoards = async (
  tx: Tx,
  officeId: number,
  span: Span,
  counting: Counting,
): Promise<Boards> => {
  const racers = await listRacers(tx, officeId, span.to)
  const totals = await listTotals(tx, officeId, span, counting)
  const points = new Map(totals.map((total) => [total.personId, total.points]))
  const inOffice = new Map(racers.map((one) => [one.personId, one]))
  const sum = (ids: readonly number[]) =>
    tenths(ids.reduce((all, id) => all + (points.get(id) ?? 0), 0))
  const groupsOf = async (kind: GroupKind): Promise<readonly Contestant[]> =>
    (await listGroups(tx, officeId, kind)).map(({ id, name, members }) => {
      const ids = members.filter((one) => inOffice.has(one))
      return { key: id, name, points: sum(ids), size: ids.length }
    })
  const contestants = async (subject: BoardSubject): Promise<readonly Contestant[]> => {
    if (subject === 'member')
      return racers.map((one) => ({
        key: one.personId,
        name: one.name,
        points: sum([one.personId]),
        size: 1,
      }))
    if (subject === 'sector') return sectors(racers, sum)
    return groupsOf(subject === 'group' ? 'sector' : subject)
  }
  return {
    of: async (subject) => boardOf(await contestants(subject), subject === 'member'),
    lines: totals.reduce((all, one) => all + one.lines, 0),
  }
}

const sectors = (
  racers: readonly Racer[],
  sum: (ids: readonly number[]) => number,
): readonly Contestant[] => {
  const bySector = new Map<string, Racer[]>()
  for (const racer of racers)
    if (racer.sector) bySector.set(racer.sector, [...(bySector.get(racer.sector) ?? []), racer])
  return [...bySector].map(([name, members]) => {
    const ids = members.map(({ personId }) => personId)
    return { key: Math.min(...ids), name, points: sum(ids), size: ids.length }
  })
}
