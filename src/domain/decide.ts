import { type Act, type Detail, type Details, type Fact, type Verb, living } from './act.ts'
import type { Calendar } from './calendar.ts'
import { type Day, addDays, dayOf } from './dates.ts'
import { dueOnOf, fixByOf } from './deadlines.ts'
import type { Item, ItemNo, Part } from './item.ts'
import { standsWithout, isRepeat } from './once.ts'
import { type DayFault, faultOfDay } from './outcome-day.ts'
import { type Person, clockwork, isHandler, isLeader, isStaff } from './person.ts'
import { isInvited } from './solicitation.ts'
import { type Entry, settle } from './scoring.ts'
import type { Scorebook } from './scoring-rules.ts'
import type { Step } from './workflow.ts'
import { viewOf, workflows } from './workflows/index.ts'

/** A matter with its history and what it has earned. */
export interface Dossier {
  readonly item: Item
  readonly facts: readonly Fact[]
  readonly posted: readonly Entry[]
}

/** What the rules need to know of the world. */
export interface Rulebook {
  readonly calendar: Calendar
  readonly scoring: Scorebook
  /** Working days to put a matter of this category right. */
  readonly fixDaysOf: (category: string | null) => number
}

/** What must be written, all of it or none, and whom to tell. */
export interface Change {
  readonly item: Item
  readonly fact: Omit<Fact, 'id' | 'undoneBy' | 'recordedAt'>
  /** The fact this one takes back. */
  readonly undoes?: number
  /** The matter as it was: all that was said, shown and sent of it is deleted. */
  readonly erases?: Item
  readonly entries: readonly Entry[]
  readonly tells: readonly Part[]
}

export type Refusal =
  | { readonly why: 'no-such-step'; readonly verb: Verb; readonly item: Item }
  | { readonly why: 'not-your-part'; readonly part: Part; readonly verb: Verb }
  | {
      readonly why: 'missing-detail'
      readonly detail: Detail
      readonly verb: Verb
      readonly item: Item
    }
  | { readonly why: 'too-late'; readonly verb: Verb; readonly item: Item }
  | { readonly why: 'went-on'; readonly item: Item }
  | { readonly why: 'already'; readonly verb: Verb; readonly item: Item }
  | { readonly why: 'past-day'; readonly verb: Verb; readonly item: Item }
  | { readonly why: DayFault; readonly on: Day; readonly submittedOn: Day; readonly item: Item }
  /** What stands in the way: an adoption of what is to be merged. */
  | { readonly why: 'barred'; readonly verb: Verb; readonly by: Verb; readonly item: Item }
  | { readonly why: 'no-such-target'; readonly into: ItemNo }
  | { readonly why: MergeFault; readonly item: Item; readonly into: Item }
  | { readonly why: 'erased'; readonly item: Item }

/** Why a matter is not merged into that one: the same one, another kind, over, or on its way already. */
export type MergeFault = 'into-itself' | 'into-another-kind' | 'into-nothing'

export type Decision =
  { readonly ok: true; readonly change: Change } | { readonly ok: false; readonly refusal: Refusal }

/** Decides what an act does to a matter. Reads nothing, writes nothing, knows no clock. */
export const decide = (book: Rulebook, dossier: Dossier, act: Act): Decision => {
  const { item, facts } = dossier
  const steps = workflows[item.kind].steps.filter(
    ({ verb, from }) => verb === act.verb && from.includes(item.state),
  )
  const step = steps.find((one) => plays(one, item, act))
  if (!step) return refuse(whyNoStep(item, act))
  const missing = step.needs?.find((detail) => isMissing(act.details, detail))
  if (missing) return refuse({ why: 'missing-detail', detail: missing, verb: act.verb, item })
  if (act.details.due && act.details.due < dayOf(act.at, book.calendar.zone))
    return refuse({ why: 'past-day', verb: act.verb, item })
  if (isRepeat(step, facts, act)) return refuse({ why: 'already', verb: act.verb, item })
  if (isTooLate(book, step, item, act)) return refuse({ why: 'too-late', verb: act.verb, item })
  const bar = living(dossier.facts).find((fact) => step.barredBy?.includes(fact.verb))
  if (bar) return refuse({ why: 'barred', verb: act.verb, by: bar.verb, item })
  const fault = step.isDated && faultOfDay(dossier, act, book.calendar.zone)
  if (fault) return refuse({ ...fault, item })
  return { ok: true, change: changeOf(book, dossier, step, act) }
}

/** Takes an act back by an opposite fact, unless somebody has built on it since. */
export const decideUndo = (book: Rulebook, dossier: Dossier, fact: Fact, act: Act): Decision => {
  const { item, facts } = dossier
  if (viewOf(item).isFinal) return refuse({ why: 'erased', item })
  const later = living(facts).filter((one) => one.id > fact.id)
  const { before } = fact
  const isBuiltOn = before && later.some((one) => one.before !== null || !isPossible(one, before))
  const left = facts.filter((one) => one.id !== fact.id)
  const state = standsWithout(item, living(left))
  if (isBuiltOn && state !== item.state) return refuse({ why: 'went-on', item })
  const restored: Item = {
    ...(isBuiltOn ? item : (before ?? item)),
    ...(state && { state }),
    version: item.version + 1,
    changedAt: act.at,
  }
  const undone: Change['fact'] = {
    ...factOf(item, restored, { ...act, details: { undoes: fact.id } }),
    before: null,
  }
  return {
    ok: true,
    change: {
      item: restored,
      fact: undone,
      undoes: fact.id,
      entries: settle(book.scoring, restored, left, dossier.posted),
      tells: [],
    },
  }
}

/**
 * An adoption rests on the 采编 before it: what came later must have been possible without it, and must have left
 * the matter where it was (a supplement that only adds after a dispatch would have ended the wait before it).
 */
const isPossible = ({ verb }: Fact, item: Item): boolean =>
  workflows[item.kind].steps.some(
    (step) =>
      step.verb === verb &&
      step.from.includes(item.state) &&
      !step.resumes &&
      (step.to ?? item.state) === item.state,
  )

const refuse = (refusal: Refusal): Decision => ({ ok: false, refusal })

/** Somebody who could never do it hears that, not in which state it would be possible. */
const whyNoStep = (item: Item, act: Act): Refusal => {
  const parts = workflows[item.kind].steps.filter(({ verb }) => verb === act.verb)
  const [first] = parts
  return first && !parts.some((step) => plays(step, item, act))
    ? { why: 'not-your-part', part: partOf(first), verb: act.verb }
    : { why: 'no-such-step', verb: act.verb, item }
}

const partOf = ({ by }: Step): Part => (by === 'clockwork' ? 'staff' : by)

const plays = (step: Step, item: Item, { by, onBehalfOf }: Act): boolean => {
  if (onBehalfOf)
    return (
      isStaff(by) && step.by === 'author' && !!step.canBeDoneFor && onBehalfOf.id === item.author
    )
  switch (step.by) {
    case 'staff':
      return isStaff(by)
    case 'claimant':
      return isInvited(by, item)
    case 'author':
      return item.author === by.id || standsIn(by, step, item)
    case 'leader':
      return isLeader(by)
    case 'handler':
      return isHandler(by) && by.departmentId === (item.departmentId ?? -1)
    case 'clockwork':
      return by.id === clockwork.id
  }
}

/** A 组长 or 联络员 who reported it for somebody may complete it and take it back; a verdict stays the author's own. */
const standsIn = (by: Person, { verb, canBeDoneFor }: Step, item: Item): boolean =>
  item.enteredBy === by.id &&
  !isStaff(by) &&
  !!canBeDoneFor &&
  verb !== 'verify' &&
  verb !== 'reopen'

const isMissing = (details: Details, detail: Detail): boolean => {
  const value = details[detail]
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

const isTooLate = ({ calendar }: Rulebook, step: Step, item: Item, act: Act): boolean => {
  const today = dayOf(act.at, calendar.zone)
  if (step.beforeDue && item.dueOn && today > item.dueOn) return true
  const since = dayOf(item.changedAt, calendar.zone)
  return step.withinDays !== undefined && today > addDays(since, step.withinDays)
}

const changeOf = (book: Rulebook, dossier: Dossier, step: Step, act: Act): Change => {
  const { item, facts, posted } = dossier
  const to = (step.resumes && formerState(dossier)) || step.to
  const next = { ...moved(book, item, to, act), ...(step.erases && nothingLeft) }
  const fact = factOf(item, next, act)
  const history = [...facts, { ...fact, id: Number.MAX_SAFE_INTEGER, undoneBy: null }]
  return {
    item: next,
    fact: (to || act.patch) && !step.erases ? fact : { ...fact, before: null },
    ...(step.erases && { erases: item }),
    entries: settle(book.scoring, next, history, posted),
    tells:
      step.by === 'author' && act.by.id !== item.author ? [...step.tells, 'author'] : step.tells,
  }
}

const nothingLeft = {
  title: '',
  text: '',
  problem: null,
  advice: null,
  place: null,
  category: null,
  editedText: null,
} as const

/** Where a matter was before it came into the state it is in. */
const formerState = ({ item, facts }: Dossier): string | undefined =>
  living(facts).findLast(
    ({ fromState, toState }) => toState === item.state && fromState !== item.state,
  )?.fromState ?? undefined

const factOf = (before: Item, after: Item, act: Act): Change['fact'] => ({
  verb: act.verb,
  byPerson: act.by.id,
  onBehalfOf: act.onBehalfOf?.id ?? null,
  details: act.details,
  fromState: before.state,
  toState: after.state,
  before,
  saidAt: act.at,
})

const moved = (book: Rulebook, item: Item, to: string | undefined, act: Act): Item => {
  const known: Item = { ...item, ...act.patch, version: item.version + 1 }
  if (!to) return known
  const limited = { ...known, fixBy: fixByOf(book, known, act) }
  return {
    ...limited,
    state: to,
    departmentId: act.details.departmentId ?? item.departmentId,
    dueOn: dueOnOf(book.calendar, { ...limited, state: to }, act.at),
    changedAt: act.at,
    remindedAt: null,
  }
}
