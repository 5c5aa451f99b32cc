import type { Fact, Form, Level, Outlet } from '../domain/act.ts'
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
  /** The day of the first 采编; later ones only better the text. */
  readonly editedOn?: Day
  readonly reports: readonly { readonly on: Day; readonly levels: readonly Level[] }[]
  readonly adoptions: readonly Adoption[]
  readonly instructions: readonly Instruction[]
  /** The matters that came out of it (转化). */
  readonly conversions: readonly Conversion[]
}

export interface Adoption {
  readonly on: Day
  readonly level: Level
  readonly outlet: Outlet
  readonly form: Form
  readonly issueNo?: string
}

interface Instruction {
  readonly on: Day
  readonly level: Level
  readonly isMainLeader: boolean
}

interface Conversion extends Pick<Item, 'kind' | 'no'> {
  readonly on: Day
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
  const [edited] = of('edit')
  return {
    no,
    title,
    authors: [author],
    ...(entered && { submittedOn: dayOf(entered.saidAt, zone) }),
    ...(edited && { editedOn: onDay(edited) }),
    reports: of('report').map((fact) => ({ on: onDay(fact), levels: fact.details.levels ?? [] })),
    adoptions: of('adopt').map((fact) => ({
      on: onDay(fact),
      level: fact.details.level ?? 'county',
      outlet: fact.details.outlet ?? 'cppcc',
      form: fact.details.form ?? 'single',
      ...(fact.details.issueNo && { issueNo: fact.details.issueNo }),
    })),
    instructions: of('instruct').map((fact) => ({
      on: onDay(fact),
      level: fact.details.level ?? 'county',
      isMainLeader: fact.details.isMainLeader !== false,
    })),
    conversions: of('convert').flatMap((fact) => {
      const { as, into } = fact.details
      return as && into !== undefined ? [{ on: onDay(fact), kind: as, no: into }] : []
    }),
  }
}

const outsideStates = new Set(['draft', 'lead', 'withdrawn'])

export const isWithin = (day: Day | undefined, { from, to }: Span): boolean =>
  day !== undefined && day >= from && day <= to
