import type { Person } from './person.ts'

/** Every verb of the glossary that changes a matter. */
export const verbs = [
  'open',
  'submit',
  'supplement',
  'withdraw',
  'return',
  'reject',
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
  'correct',
  'undo',
  'lapse',
] as const
export type Verb = (typeof verbs)[number]

export const levels = ['county', 'city', 'province', 'nation'] as const
export type Level = (typeof levels)[number]
export const forms = ['single', 'combined', 'forwarded'] as const
export type Form = (typeof forms)[number]
export const ratings = ['satisfied', 'basicallySatisfied', 'dissatisfied'] as const
export type Rating = (typeof ratings)[number]

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
  isMainLeader?: boolean
  issueNo?: string
  /** The day of an outcome (ISO); absent means the day it was said. */
  on?: string
  rating?: Rating
  what?: 'title' | 'category' | 'author'
  value?: string
  photos?: readonly string[]
  /** The fact that an undo takes back. */
  undoes?: number
}>

export type Detail = keyof Details

/** Who does what to a matter, and when it was said. */
export interface Act {
  readonly verb: Verb
  readonly details: Details
  readonly by: Person
  /** Set when a clerk acts for a member who phoned. */
  readonly onBehalfOf?: Person
  readonly at: Date
}
