import type { GroupKind, Identity } from './person.ts'

/** One line of the roster, as understood. A part that is not there was no column of the list and stays as it was; null empties it. */
export interface RosterRow {
  readonly name: string
  readonly mobile?: string | null
  readonly identities: readonly Identity[]
  readonly groups: Partial<Readonly<Record<GroupKind, string | null>>>
  readonly sector?: string | null
  readonly unit?: string | null
  readonly isKeyReporter?: boolean
  /** Other names of the department the person works for. */
  readonly aliases: readonly string[]
  readonly leftOn?: string | null
  readonly larkId?: string
}
