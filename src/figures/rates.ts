import type { Form, Level } from '../domain/act.ts'
import { type Calendar, addWorkdays } from '../domain/calendar.ts'
import { type Day, daysBetween } from '../domain/dates.ts'
import type { Span } from '../domain/periods.ts'
import { viewOf } from '../domain/workflows/index.ts'
import { type Median, medianOf } from './median.ts'
import { type OpinionRecord, isCounted, isHidden, isWithin } from './opinions.ts'
import { type ByLevel, type Share, byLevel, reaches, shareOf } from './shares.ts'

/** What the rates of a span are observed with. */
export interface Observing {
  readonly span: Span
  /** Until this day; batches that are young look low by nature. */
  readonly asOf: Day
  readonly calendar: Calendar
  readonly limits: OutcomeLimits
}

/** Working days: from an instruction to its answer, from knowing an outcome to telling its author. */
export interface OutcomeLimits {
  readonly answer: number
  readonly tell: number
}

export interface Rates {
  /** 采编率: of what was decided on. */
  readonly edited: Share
  /** 上报率: of what is valid. */
  readonly reported: ByLevel<Share>
  /** 采用率 by batch: of what was reported to the level; `undecided` waits still. */
  readonly adopted: ByLevel<Share & { readonly undecided: number }>
  /** 批示率, 转化率: of what was adopted in the span. */
  readonly instructed: Share
  readonly converted: Share
  /** 批示办理率: of what was instructed in the span. */
  readonly answered: Share
  /** 采用周期 in days, of what was reported. */
  readonly untilAdopted: Median | undefined
}

/**
 * The rates of figures §4.4. 采编, 上报, 采用 and their median look at the batch submitted in the span, as of a day; 批示,
 * 转化 and 办理 at what was adopted or instructed in it (§4.2).
 */
export const ratesOf = (opinions: readonly OpinionRecord[], observing: Observing): Rates => {
  const { span, asOf } = observing
  const counted = opinions.filter(isInBase)
  const batch = counted.filter(({ submittedOn }) => isWithin(submittedOn, span))
  const valid = batch.filter(({ isValid }) => isValid)
  const adopted = counted.filter(({ adoptions }) => adoptions.some(({ on }) => isWithin(on, span)))
  const instructed = counted.filter((one) => firstInstructed(one, span) !== undefined)
  const sent = (level: Level) => batch.filter((one) => isReportedTo(one, level))
  return {
    edited: shareOf(batch.filter(isDecided), ({ editedOn }) => editedOn !== undefined),
    reported: byLevel((level) => shareOf(valid, (one) => isReportedTo(one, level))),
    adopted: byLevel((level) => ({
      ...shareOf(sent(level), (one) => isAdoptedAt(one, level)),
      undecided: sent(level).filter((one) => !isAdoptedAt(one, level) && !isOver(one)).length,
    })),
    instructed: shareOf(adopted, ({ instructions }) => instructions.length > 0),
    converted: shareOf(adopted, ({ conversions }) => conversions.length > 0),
    answered: shareOf(instructed, (one) => isAnswered(one, observing)),
    untilAdopted: medianOf(
      batch.filter(({ reports }) => reports.length > 0).map((one) => lastingOf(one, asOf)),
    ),
  }
}

/** Never in a base (§4.2): taken back, not accepted, merged into another. */
const isInBase = (one: OpinionRecord): boolean => isCounted(one) && !outside.has(one.state)
const outside = new Set(['rejected', 'voided'])

/** 剔除: how many of a batch stay out of every base, by the state they are in. */
export const excludedOf = (
  opinions: readonly OpinionRecord[],
  span: Span,
): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const one of opinions)
    if (isWithin(one.submittedOn, span) && !isInBase(one) && !isHidden(one))
      counts.set(one.state, (counts.get(one.state) ?? 0) + 1)
  return counts
}

const isDecided = ({ editedOn, isValid, state, conversions }: OpinionRecord): boolean =>
  editedOn !== undefined || isValid || state === 'archived' || conversions.length > 0

const isOver = ({ state }: OpinionRecord): boolean =>
  viewOf({ kind: 'opinion', state }).isOver === true

const isReportedTo = ({ reports }: OpinionRecord, level: Level): boolean =>
  reports.some((report) => report.levels.includes(level))

const isAdoptedAt = ({ adoptions }: OpinionRecord, level: Level): boolean =>
  adoptions.some((adoption) => reaches(adoption.level, level))

const firstInstructed = ({ instructions }: OpinionRecord, span: Span): Day | undefined =>
  instructions
    .map(({ on }) => on)
    .filter((on) => isWithin(on, span))
    .toSorted()[0]

const isAnswered = (one: OpinionRecord, { span, calendar, limits }: Observing): boolean => {
  const on = firstInstructed(one, span)
  const until = on && addWorkdays(calendar, on, limits.answer)
  return one.answers.some((day) => on !== undefined && day >= on && day <= (until ?? ''))
}

const lastingOf = ({ submittedOn = '', adoptions }: OpinionRecord, asOf: Day) => {
  const first = adoptions.map(({ on }) => on).toSorted()[0]
  return { days: daysBetween(submittedOn, first ?? asOf), isOpen: first === undefined }
}

/** 采用数 by the day of the outcome: each opinion once at a level, by the best form it had there. */
export interface Adoptions {
  readonly byLevel: ByLevel<number>
  readonly byForm: Readonly<Record<Form, number>>
}

export const adoptionsOf = (opinions: readonly OpinionRecord[], span: Span): Adoptions => {
  const forms = (['county', 'city', 'province', 'nation'] as const).flatMap((level) =>
    opinions.flatMap((one) => bestForm(one, level, span) ?? []),
  )
  const of = (form: Form) => forms.filter((one) => one === form).length
  return {
    byLevel: byLevel(
      (level) => opinions.filter((one) => bestForm(one, level, span) !== undefined).length,
    ),
    byForm: { single: of('single'), combined: of('combined'), forwarded: of('forwarded') },
  }
}

const bestForm = ({ adoptions }: OpinionRecord, level: Level, span: Span): Form | undefined =>
  (['single', 'combined', 'forwarded'] as const).find((form) =>
    adoptions.some((one) => one.level === level && one.form === form && isWithin(one.on, span)),
  )
