import type { Act } from '../domain/act.ts'
import type { Item, PersonId } from '../domain/item.ts'
import { type Entry, gainsOf } from '../domain/scoring.ts'
import { gainsText } from './points.ts'
import { signed } from './words.ts'

/** One step that was taken, with everything a sentence about it may need. */
export interface Taken {
  readonly item: Item
  readonly act: Act
  readonly entries: readonly Entry[]
  readonly names: {
    readonly department: string
    readonly author: string
    readonly actor: string
    /** Who reported it for the author. */
    readonly enteredBy?: string
    /** Everybody named in it. */
    readonly people: ReadonlyMap<PersonId, string>
  }
  /** How often the member has not been satisfied so far, this time included. */
  readonly reopened: number
  readonly declined: number
  readonly alsoSubmittedTo?: readonly string[]
  /** Which version of the member's text this is. */
  readonly version: number
  /** Whose eyes it is for, where several sign. */
  readonly reader?: PersonId
}

/** (李一 +9): what it brought to whom, for the office. */
export const earned = ({ entries, names }: Taken): string => {
  const gains = gainsText(entries, names.people)
  return gains && `(${gains})`
}

/** (+9分): the same for one of the authors. */
export const ownPoints = ({ entries, item, reader = item.author }: Taken): string => {
  const points = gainsOf(entries).get(reader)
  return points === undefined ? '' : `(${signed(points)}分)`
}

/** 您的, or 您联名的. */
export const yours = ({ item, reader = item.author }: Taken): string =>
  reader === item.author ? '您的' : '您联名的'
