import type { Level } from './level.ts'

/** 137: one running number per office over all kinds, never restarting. */
export type ItemNo = number
export type PersonId = number

export const itemKinds = ['opinion', 'supervision', 'proposal', 'solicitation'] as const
export type ItemKind = (typeof itemKinds)[number]

const kindPrefix: Readonly<Record<ItemKind, string>> = {
  opinion: '社',
  supervision: '微',
  proposal: '提',
  solicitation: '约',
}

/** 社137, 微52: how a matter is named to people. */
export const label = ({ kind, no }: Pick<Item, 'kind' | 'no'>): string => `${kindPrefix[kind]}${no}`

/** The parts people play in the life of one matter; staff is everybody in the office, a claimant takes up a 约稿. */
const parts = ['author', 'handler', 'staff', 'leader', 'claimant'] as const
export type Part = (typeof parts)[number]

/** A matter as it stands now; its facts say how it came to that. Absent parts are not known yet. */
export interface Item {
  readonly officeId: number
  readonly no: ItemNo
  readonly kind: ItemKind
  readonly state: string
  readonly version: number
  readonly author: PersonId
  /** Who reported it for its author (代报); null when he spoke himself. */
  readonly enteredBy: PersonId | null
  /** 联名: who signed with the author, in the order of their names on it. */
  readonly coAuthors: readonly PersonId[]
  readonly title: string
  /** As the author said it, with numbers of persons masked. */
  readonly text: string
  /** As the office edited it; what the author said stays beside it. */
  readonly editedText: string | null
  readonly problem: string | null
  readonly advice: string | null
  readonly place: string | null
  readonly category: string | null
  readonly isUrgent: boolean
  readonly departmentId: number | null
  /** The day by which the current state must be left (ISO), frozen when it was set. */
  readonly dueOn: string | null
  /** 微监督: the day by which it must be put right, frozen at dispatch. 约稿: by which it is to be delivered. */
  readonly fixBy: string | null
  readonly lacksPhoto: boolean
  /** A leader asked for it (督办). */
  readonly isEscalated: boolean
  /** The matter it was merged into, and the one it came out of. */
  readonly mergedInto: ItemNo | null
  readonly derivedFrom: ItemNo | null
  /** The 约稿 it was written for. */
  readonly solicitationNo: ItemNo | null
  /** 约稿: for which level, and who is asked; null is everybody. */
  readonly level: Level | null
  readonly audience: readonly PersonId[] | null
  /** Where it was opened, and by which message: answers go there, and recalling that message withdraws it. */
  readonly channel: string
  readonly chatId: string
  readonly messageId: string | null
  readonly openedAt: Date
  readonly changedAt: Date
  readonly remindedAt: Date | null
}

/** Everybody who signed: the first author, then those who signed with him. */
export const authorsOf = ({
  author,
  coAuthors,
}: Pick<Item, 'author' | 'coAuthors'>): readonly PersonId[] => [
  author,
  ...coAuthors.filter((one) => one !== author),
]

/** What is not known of a matter when it is opened. */
export const unknownYet = {
  editedText: null,
  problem: null,
  advice: null,
  place: null,
  category: null,
  isUrgent: false,
  departmentId: null,
  dueOn: null,
  fixBy: null,
  lacksPhoto: false,
  isEscalated: false,
  mergedInto: null,
  derivedFrom: null,
  solicitationNo: null,
  level: null,
  audience: null,
  remindedAt: null,
} as const satisfies Partial<Item>
