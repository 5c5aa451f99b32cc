import type { Act } from '../domain/act.ts'
import type { Item } from '../domain/item.ts'
import type { Entry } from '../domain/scoring.ts'
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
  }
  /** How often the member has not been satisfied so far, this time included. */
  readonly reopened: number
  readonly declined: number
  readonly alsoSubmittedTo?: readonly string[]
  /** Which version of the member's text this is. */
  readonly version: number
}

/** (李一 +9): what it brought, for the office. */
export const earned = ({ entries, names }: Taken): string =>
  entries.length > 0 ? `(${names.author} ${signs(entries)})` : ''

/** (+9分): the same for the author. */
export const ownPoints = ({ entries }: Taken): string =>
  entries.length > 0 ? `(${signs(entries)}分)` : ''

const signs = (entries: Taken['entries']): string =>
  entries.map(({ points }) => signed(points)).join('、')
