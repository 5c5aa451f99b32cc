import type { BoardSubject } from './intent.ts'
import type { PersonId } from './item.ts'

/** Who may see a board in full (issue text: off / office / personal / top / full). */
const visibilities = ['off', 'office', 'personal', 'top', 'full'] as const
export type Visibility = (typeof visibilities)[number]

/** What an office decided for itself; absent parts hold the defaults of `data/`. */
export interface OfficeSettings {
  /** Told of what is urgent at any hour; nobody: every clerk is. */
  readonly duty?: readonly PersonId[]
  readonly visibility?: Partial<Readonly<Record<BoardSubject, Visibility>>>
}

/** Groups in full, members the first ten, unless the office decided otherwise. */
export const visibilityOf = (
  { settings }: Pick<Office, 'settings'>,
  subject: BoardSubject,
): Visibility => settings.visibility?.[subject] ?? (subject === 'member' ? 'top' : 'full')

export interface Office {
  readonly id: number
  readonly code: string
  readonly name: string
  /** Added to the clock: only the playground's office differs from zero. */
  readonly clockOffsetMs: number
  readonly settings: OfficeSettings
  readonly createdAt: Date
}
