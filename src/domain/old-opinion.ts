import type { Act, Details, Form, Level, Outlet, Verb } from './act.ts'
import { type Day, momentOf } from './dates.ts'
import { dueOnOf } from './deadlines.ts'
import { type Change, type Dossier, type Refusal, type Rulebook, decide } from './decide.ts'
import type { Item } from './item.ts'
import type { Person } from './person.ts'

/** Where an opinion stood in the office's own list when it was taken over. */
export type OldState =
  | 'submitted'
  | 'returned'
  | 'edited'
  | 'reported'
  | 'closed'
  | 'archived'
  | 'invalid'
  | 'rejected'
  | 'withdrawn'

/** What the office's own list says of one opinion. */
export interface OldOpinion {
  readonly oldNo: string
  readonly state: OldState
  readonly submittedOn: Day
  readonly reportedTo: readonly Level[]
  readonly adoptions: readonly OldAdoption[]
  readonly instructions: readonly OldInstruction[]
}

export interface OldAdoption {
  readonly on: Day
  readonly level: Level
  readonly form: Form
  readonly outlet?: Outlet
  readonly issueNo?: string
}

export interface OldInstruction {
  readonly on: Day
  readonly level: Level
  readonly isMainLeader: boolean
}

/** Who writes what was in the list: nobody on the roster. */
const importer: Person = {
  id: 0,
  officeId: 0,
  name: '',
  identities: ['staff'],
  isKeyReporter: false,
}

export type Taking =
  | { readonly ok: true; readonly item: Item; readonly changes: readonly Change[] }
  | { readonly ok: false; readonly refusal: Refusal }

/**
 * An opinion of the old list lives its life again, step by step under the rules of today, so that its points come as
 * those of any other. The steps before the outcomes bear the day of submission: the list knows no other.
 */
export const takeOver = (
  book: Rulebook,
  blank: Item,
  old: OldOpinion,
  { now, reason }: { readonly now: Date; readonly reason: string },
): Taking => {
  const at = momentOf(old.submittedOn, noon, book.calendar.zone)
  let dossier: Dossier = { item: blank, facts: [], posted: [] }
  const changes = [openingOf({ ...blank, state: 'submitted' }, old, at)]
  for (const change of changes) dossier = after(dossier, change)
  for (const { verb, details, when } of stepsOf(old, reason)) {
    const act: Act = { verb, details, by: importer, at: when === 'then' ? at : now }
    const decision = decide(book, dossier, act)
    if (!decision.ok) return decision
    changes.push(decision.change)
    dossier = after(dossier, decision.change)
  }
  const { item } = dossier
  // whoever must move next has his days from today on
  return { ok: true, item: { ...item, dueOn: dueOnOf(book.calendar, item, now) }, changes }
}

const noon = 12 * 60

const openingOf = (item: Item, { oldNo }: OldOpinion, at: Date): Change => ({
  item: { ...item, openedAt: at, changedAt: at },
  fact: {
    verb: 'open',
    byPerson: importer.id,
    onBehalfOf: null,
    details: { oldNo },
    fromState: null,
    toState: item.state,
    before: null,
    saidAt: at,
  },
  entries: [],
  tells: [],
})

const after = ({ facts, posted }: Dossier, { item, fact, entries }: Change): Dossier => ({
  item,
  facts: [...facts, { ...fact, id: facts.length + 1, undoneBy: null }],
  posted: [...posted, ...entries],
})

interface PlayedStep {
  readonly verb: Verb
  readonly details: Details
  readonly when: 'then' | 'now'
}

const stepsOf = (old: OldOpinion, reason: string): readonly PlayedStep[] => [
  ...reviewOf(old.state, reason),
  ...(old.reportedTo.length > 0
    ? [step('report', { levels: old.reportedTo, on: old.submittedOn })]
    : []),
  ...inOrder(old.adoptions).map((adoption) => step('adopt', adoption)),
  ...inOrder(old.instructions).map((instruction) => step('instruct', instruction)),
  ...(old.state === 'closed' ? [step('close', {})] : []),
]

const reviewOf = (state: OldState, reason: string): readonly PlayedStep[] => {
  switch (state) {
    case 'submitted':
      return []
    case 'returned':
      return [{ ...step('return', { reason }), when: 'then' }]
    case 'rejected':
      return [{ ...step('reject', { reason }), when: 'then' }]
    case 'withdrawn':
      return [{ ...step('withdraw', {}), when: 'then' }]
    case 'archived':
      return [{ ...step('archive', {}), when: 'then' }]
    case 'invalid':
      return [{ ...step('archive', { isInvalid: true }), when: 'then' }]
    case 'edited':
    case 'reported':
    case 'closed':
      return [{ ...step('edit', {}), when: 'then' }]
  }
}

const step = (verb: Verb, details: Details): PlayedStep => ({ verb, details, when: 'now' })

const inOrder = <T extends { readonly on: Day }>(outcomes: readonly T[]): readonly T[] =>
  outcomes.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
