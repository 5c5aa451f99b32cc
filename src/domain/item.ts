/** 137: one running number per office over all kinds, never restarting. */
export type ItemNo = number
export type PersonId = number

export const itemKinds = ['opinion', 'supervision'] as const
export type ItemKind = (typeof itemKinds)[number]

export const kindPrefix: Readonly<Record<ItemKind, string>> = { opinion: '社', supervision: '微' }

/** 社137, 微52: how a matter is named to people. */
export const label = ({ kind, no }: Pick<Item, 'kind' | 'no'>): string => `${kindPrefix[kind]}${no}`

/** The parts people play in the life of one matter; staff is everybody in the office. */
export const parts = ['author', 'handler', 'staff'] as const
export type Part = (typeof parts)[number]

/** A matter as it stands now; its facts say how it came to that. */
export interface Item {
  readonly no: ItemNo
  readonly kind: ItemKind
  readonly state: string
  readonly title: string
  /** As the author said it, with numbers of persons masked. */
  readonly text: string
  readonly version: number
  readonly author: PersonId
  readonly problem?: string
  readonly advice?: string
  readonly place?: string
  readonly category?: string
  readonly urgent: boolean
  readonly editedText?: string
  readonly department?: number
  /** When the current state must be left (ISO day), frozen when it was set. */
  readonly dueOn?: string
  /** 微监督: the day by which it must be put right, frozen at dispatch. */
  readonly fixBy?: string
  readonly photosWanted: boolean
}
