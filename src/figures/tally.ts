import { type Level, levels } from '../domain/act.ts'
import type { Day } from '../domain/dates.ts'
import type { Span } from '../domain/periods.ts'
import { type OpinionRecord, isWithin } from './opinions.ts'

/** How many opinions came to what in a span; each opinion counts once in each figure. */
export interface Tally {
  readonly submitted: number
  readonly edited: number
  readonly reported: number
  readonly adopted: Readonly<Record<Level, number>>
  readonly instructed: Readonly<Record<Level, number>>
}

/** Counted by the day of the outcome, first and last day of the span included. */
export const tallyOf = (opinions: readonly OpinionRecord[], span: Span): Tally => {
  const count = (holds: (opinion: OpinionRecord) => boolean) => opinions.filter(holds).length
  const byLevel = (outcomes: (opinion: OpinionRecord) => readonly Outcome[]) =>
    mapLevels((level) =>
      count((one) => outcomes(one).some((it) => it.level === level && isWithin(it.on, span))),
    )
  return {
    submitted: count(({ submittedOn }) => isWithin(submittedOn, span)),
    edited: count(({ editedOn }) => isWithin(editedOn, span)),
    reported: count(({ reports }) => reports.some(({ on }) => isWithin(on, span))),
    adopted: byLevel(({ adoptions }) => adoptions),
    instructed: byLevel(({ instructions }) => instructions),
  }
}

interface Outcome {
  readonly on: Day
  readonly level: Level
}

const mapLevels = (of: (level: Level) => number): Readonly<Record<Level, number>> => ({
  county: of('county'),
  city: of('city'),
  province: of('province'),
  nation: of('nation'),
})

/**
 * 采用率 by batch: of the opinions submitted in a span and reported to a level until its end, those adopted
 * at that level or above until then. What is undecided stays in the base (figures §4.4).
 */
export const adoptionOf = (
  opinions: readonly OpinionRecord[],
  batch: Span,
): { readonly part: number; readonly of: number } => {
  const reported = opinions.filter(
    (one) => isWithin(one.submittedOn, batch) && lowestReported(one, batch.to) !== undefined,
  )
  const adopted = reported.filter((one) =>
    one.adoptions.some(
      ({ on, level }) =>
        on <= batch.to && levels.indexOf(level) >= (lowestReported(one, batch.to) ?? Infinity),
    ),
  )
  return { part: adopted.length, of: reported.length }
}

const lowestReported = ({ reports }: OpinionRecord, until: Day): number | undefined => {
  const found = reports
    .filter(({ on }) => on <= until)
    .flatMap((report) => report.levels.map((level) => levels.indexOf(level)))
  return found.length > 0 ? Math.min(...found) : undefined
}
