import type { PersonId } from '../domain/item.ts'
import { type Day, dayOf } from '../domain/dates.ts'
import { addWorkdays } from '../domain/calendar.ts'
import type { GroupKind } from '../domain/person.ts'
import type { Span } from '../domain/periods.ts'
import { type OpinionRecord, isCounted, isWithin } from './opinions.ts'
import {
  type Adoptions,
  type Observing,
  type OutcomeLimits,
  type Rates,
  adoptionsOf,
  excludedOf,
  ratesOf,
} from './rates.ts'
import { type Share, shareOf } from './shares.ts'
import { type TakingPart, takingPartOf } from './taking-part.ts'

/** Everything the figures of a span are made from. */
export interface Observed extends Observing {
  readonly opinions: readonly OpinionRecord[]
  readonly units: readonly {
    readonly kind: GroupKind
    readonly name: string
    readonly members: readonly PersonId[]
  }[]
  /** Members in office on the last day that is counted. */
  readonly inOffice: readonly PersonId[]
  /** When the office knew an outcome, and when its author was told. */
  readonly tellings: readonly { readonly knownAt: Date; readonly toldAt?: Date }[]
}

export interface OpinionFigures {
  readonly span: Span
  readonly asOf: Day
  readonly limits: OutcomeLimits
  readonly submitted: number
  readonly valid: number
  /** Of these, taken over from the office's own list. */
  readonly takenOver: number
  /** 剔除, by state. */
  readonly excluded: ReadonlyMap<string, number>
  readonly adoptions: Adoptions
  readonly rates: Rates
  /** The same of what was taken over, where there is any. */
  readonly ratesTakenOver: Rates | undefined
  /** 反馈及时率. */
  readonly told: Share
  readonly takingPart: TakingPart
}

/** The figures of opinions in a span (figures §4.4); pure. */
export const opinionFigures = (observed: Observed): OpinionFigures => {
  const { span, asOf, opinions, calendar, tellings, limits } = observed
  const counted = opinions.filter(isCounted)
  const batch = counted.filter(({ submittedOn }) => isWithin(submittedOn, span))
  const theirs = opinions.filter(({ isTakenOver }) => isTakenOver)
  const ours = opinions.filter(({ isTakenOver }) => !isTakenOver)
  const takenOver = batch.filter(({ isTakenOver }) => isTakenOver).length
  const until = (at: Date) => addWorkdays(calendar, dayOf(at, calendar.zone), limits.tell)
  return {
    span,
    asOf,
    limits,
    submitted: batch.length,
    valid: batch.filter(isValid).length,
    takenOver,
    excluded: excludedOf(ours, span),
    adoptions: adoptionsOf(counted, span),
    rates: ratesOf(ours, observed),
    ratesTakenOver: takenOver > 0 ? ratesOf(theirs, observed) : undefined,
    told: shareOf(
      tellings,
      ({ knownAt, toldAt }) =>
        toldAt !== undefined && dayOf(toldAt, calendar.zone) <= until(knownAt),
    ),
    takingPart: takingPartOf(
      opinions,
      observed.units,
      observed.inOffice,
      span.to < asOf ? span.to : asOf,
    ),
  }
}

/** 有效报送: accepted, and not merged into another or converted before it was. */
const isValid = (one: OpinionRecord): boolean =>
  one.isValid && !['rejected', 'voided', 'converted'].includes(one.state)
