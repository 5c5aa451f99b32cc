import type { Fact, Form, Level } from '../domain/act.ts'
import { type Day, dayOf } from '../domain/dates.ts'
import type { Item, ItemNo, PersonId } from '../domain/item.ts'
import type { Span } from '../domain/periods.ts'

/** What the figures need to know of one opinion. Every day is the day of the outcome. */
export interface OpinionRecord {
  readonly no: ItemNo
  readonly title: string
  readonly authors: readonly PersonId[]
  /** The day it came into the office's hands; absent for what is still a draft or a lead. */
  readonly submittedOn?: Day
  readonly edits: readonly Day[]
  readonly reports: readonly { readonly on: Day; readonly levels: readonly Level[] }[]
  readonly adoptions: readonly Adoption[]
  readonly instructions: readonly Instruction[]
}

export interface Adoption {
  readonly on: Day
  readonly level: Level
  readonly form: Form
  readonly issueNo?: string
}

interface Instruction {
  readonly on: Day
  readonly level: Level
  readonly isMainLeader: boolean
}

type Told = Pick<Fact, 'verb' | 'details' | 'toState' | 'saidAt'>

/** An opinion with its facts that still count, oldest first, as the figures see it. */
export const recordOf = (
  { no, title, author }: Pick<Item, 'no' | 'title' | 'author'>,
  facts: readonly Told[],
  zone: string,
): OpinionRecord => {
  const onDay = ({ details, saidAt }: Told): Day => details.on ?? dayOf(saidAt, zone)
  const entered = facts.find(({ toState }) => !outsideStates.has(toState))
  const of = (verb: Fact['verb']) => facts.filter((fact) => fact.verb === verb)
  return {
    no,
    title,
    authors: [author],
    ...(entered && { submittedOn: dayOf(entered.saidAt, zone) }),
    edits: of('edit').map(onDay),
    reports: of('report').map((fact) => ({ on: onDay(fact), levels: fact.details.levels ?? [] })),
    adoptions: of('adopt').map((fact) => ({
      on: onDay(fact),
      level: fact.details.level ?? 'county',
      form: fact.details.form ?? 'single',
      ...(fact.details.issueNo && { issueNo: fact.details.issueNo }),
    })),
    instructions: of('instruct').map((fact) => ({
      on: onDay(fact),
      level: fact.details.level ?? 'county',
      isMainLeader: fact.details.isMainLeader !== false,
    })),
  }
}

const outsideStates = new Set(['draft', 'lead', 'withdrawn'])

export const isWithin = (day: Day | undefined, { from, to }: Span): boolean =>
  day !== undefined && day >= from && day <= to
