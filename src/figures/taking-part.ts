import { type Day, addDays, addMonths } from '../domain/dates.ts'
import type { PersonId } from '../domain/item.ts'
import { type GroupKind, groupKinds } from '../domain/person.ts'
import { type OpinionRecord, isCounted, isWithin } from './opinions.ts'
import { type Share, isTooFew, shareOf } from './shares.ts'

export interface TakingPart {
  readonly all: Share
  readonly units: readonly UnitTakingPart[]
}

interface UnitTakingPart {
  readonly kind: GroupKind
  readonly name: string
  readonly share: Share
  /** Among the units of its kind; absent where there are too few people to rank. */
  readonly place?: number
}

interface Unit {
  readonly kind: GroupKind
  readonly name: string
  readonly members: readonly PersonId[]
}

/** 参与率: members in office who brought something valid in the twelve months up to a day (figures §4.4), 迁入 included. */
export const takingPartOf = (
  opinions: readonly OpinionRecord[],
  units: readonly Unit[],
  inOffice: readonly PersonId[],
  until: Day,
): TakingPart => {
  const year = { from: addDays(addMonths(until, -12), 1), to: until }
  const active = new Set(
    opinions
      .filter((one) => isCounted(one) && one.isValid && isWithin(one.submittedOn, year))
      .flatMap(({ authors }) => authors),
  )
  const serving = new Set(inOffice)
  const share = (people: readonly PersonId[]) =>
    shareOf(
      people.filter((id) => serving.has(id)),
      (id) => active.has(id),
    )
  const shares = units.map(({ kind, name, members }) => ({ kind, name, share: share(members) }))
  return {
    all: share(inOffice),
    units: groupKinds.flatMap((kind) => ranked(shares.filter((one) => one.kind === kind))),
  }
}

const ranked = (units: readonly UnitTakingPart[]): readonly UnitTakingPart[] => {
  const rateOf = ({ share: { part, of } }: UnitTakingPart) => part / of
  const enough = units.filter(({ share }) => share.of > 0 && !isTooFew(share))
  return [
    ...enough
      .toSorted((a, b) => rateOf(b) - rateOf(a))
      .map((unit) => ({
        ...unit,
        place: 1 + enough.filter((one) => rateOf(one) > rateOf(unit)).length,
      })),
    ...units.filter((unit) => !enough.includes(unit)),
  ]
}
