import type { GroupKind, Identity } from './person.ts'

/** One line of the roster, as understood. */
export interface RosterRow {
  readonly name: string
  readonly mobile?: string
  readonly identities: readonly Identity[]
  readonly groups: Partial<Readonly<Record<GroupKind, string>>>
  readonly sector?: string
  readonly unit?: string
  readonly isKeyReporter: boolean
  /** Other names of the department the person works for. */
  readonly aliases: readonly string[]
  readonly leftOn?: string
  readonly larkId?: string
}
