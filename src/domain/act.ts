import type { Item, ItemKind, ItemNo, PersonId } from './item.ts'
import type { Level } from './level.ts'
import type { Person } from './person.ts'

/** Every verb of the glossary that changes a matter. */
export const verbs = [
  'open',
  'submit',
  'supplement',
  'withdraw',
  'return',
  'reject',
  'archive',
  'edit',
  'report',
  'adopt',
  'instruct',
  'dispatch',
  'accept',
  'decline',
  'reply',
  'rectify',
  'verify',
  'reopen',
  'alsoSubmit',
  'merge',
  'convert',
  'feedback',
  'escalate',
  'issue',
  'claim',
  'deliver',
  'extend',
  'close',
  'correct',
  'split',
  'quarantine',
  'release',
  'classify',
  'delete',
  'coauthor',
  'judge',
  'undo',
  'lapse',
] as const
export type Verb = (typeof verbs)[number]

export { levels, type Level } from './level.ts'
export const forms = ['single', 'combined', 'forwarded'] as const
export type Form = (typeof forms)[number]
/** Which body of a level took an opinion: 政协, 党委办, 政府办, 统战部, 党派上级组织 (domain §2). */
const outlets = ['cppcc', 'partyOffice', 'govOffice', 'unitedFront', 'party'] as const
export type Outlet = (typeof outlets)[number]
/** What staff may hold against an opinion: its points go back, and some more. */
export const verdicts = ['plagiarised', 'untrue'] as const
type Verdict = (typeof verdicts)[number]
const ratings = ['satisfied', 'basicallySatisfied', 'dissatisfied'] as const
export type Rating = (typeof ratings)[number]

/** What the office may put right on a matter; `department` and `state` change by acts alone. */
type Correctable = 'title' | 'category' | 'author'

export type Details = Readonly<{
  reason?: string
  text?: string
  /** As it was typed; the desk finds the department and sets `departmentId`. */
  department?: string
  departmentId?: number
  /** 交办 52 住建局 5天: working days until it must be put right. */
  workdays?: number
  levels?: readonly Level[]
  level?: Level
  form?: Form
  /** Absent means the 政协 of that level. */
  outlet?: Outlet
  /** 编报 137 市 签发 张主席: who signed. */
  approvedBy?: string
  /** 反馈 137 县教育局 …: who answered. */
  body?: string
  /** The matter into which this one was merged, or which came out of it. */
  into?: ItemNo
  /** What a matter is converted to. */
  as?: ItemKind
  /** Opened out of a matter that keeps its own points: this one earns none. */
  isScoredElsewhere?: true
  isMainLeader?: boolean
  issueNo?: string
  /** The day of an outcome (ISO); absent means the day it was said. */
  on?: string
  rating?: Rating
  /** The day until which a 约稿 is put off. */
  due?: string
  /** The 约稿 that an opinion delivers. */
  solicitation?: ItemNo
  /** Who had claimed and not delivered when the day had passed: noted, and no more. */
  missedBy?: readonly PersonId[]
  what?: Correctable
  value?: string
  photos?: readonly string[]
  /** 留存 137 无效: kept for reference, but not counted as valid. */
  isInvalid?: boolean
  /** 联名: everybody who signs with the author, from now on. */
  coAuthors?: readonly number[]
  /** 抄袭, 失实: what the office holds against it. */
  verdict?: Verdict
  /** The fact that an undo takes back. */
  undoes?: number
  /** 迁入: the number it had in the office's own list. */
  oldNo?: string
}>

export type Detail = keyof Details

/** Who does what to a matter, and when it was said. */
export interface Act {
  readonly verb: Verb
  readonly details: Details
  readonly by: Person
  /** Set when a clerk acts for a member who phoned. */
  readonly onBehalfOf?: Person
  /** What the words of the act say about the matter itself (a supplied advice, a corrected title). */
  readonly patch?: Patch
  readonly at: Date
}

export type Patch = Partial<
  Pick<
    Item,
    | 'title'
    | 'text'
    | 'problem'
    | 'advice'
    | 'place'
    | 'category'
    | 'isUrgent'
    | 'lacksPhoto'
    | 'editedText'
    | 'mergedInto'
    | 'isEscalated'
    | 'author'
    | 'fixBy'
    | 'solicitationNo'
    | 'coAuthors'
  >
>

/** One line of a matter's history, as it stands in the book. */
export interface Fact {
  readonly id: number
  readonly verb: Verb
  readonly byPerson: number
  readonly onBehalfOf: number | null
  readonly details: Details
  readonly fromState: string | null
  readonly toState: string
  /** The matter before the act, where the act changed it. */
  readonly before: Item | null
  readonly saidAt: Date
  readonly undoneBy: number | null
  /** Absent while it is being decided. */
  readonly recordedAt?: Date
}

/** Where else the author sent the same text (一稿多投): kept, and counted once all the same (domain §8.5). */
export const alsoSubmittedTo = (facts: readonly Fact[]): readonly string[] =>
  living(facts).flatMap(({ verb, details }) =>
    verb === 'alsoSubmit' && details.text ? [details.text] : [],
  )

/** What still counts: not undone, and not an undoing itself. */
export const living = (facts: readonly Fact[]): readonly Fact[] =>
  facts.filter((fact) => fact.undoneBy === null && fact.verb !== 'undo')
