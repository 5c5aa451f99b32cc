import type { Fact, Form, Level, Outlet } from '../domain/act.ts'
import { type Day, dayOf } from '../domain/dates.ts'
import { type Item, type ItemNo, type PersonId, authorsOf } from '../domain/item.ts'
import type { Span } from '../domain/periods.ts'
import { hiddenStates } from '../domain/workflows/index.ts'

/** What the figures need to know of one opinion. Every day is the day of the outcome. */
export interface OpinionRecord {
  readonly no: ItemNo
  readonly title: string
  readonly authors: readonly PersonId[]
  /** Where it stands now. */
  readonly state: string
  /** 迁入: from the office's own list, in no rate. */
  readonly isTakenOver: boolean
  /** The day it came into the office's hands; absent for what is still a draft or a lead. */
  readonly submittedOn?: Day
  /** 有效: edited, or kept as valid. */
  readonly isValid: boolean
  /** The day of the first 采编; later ones only better the text. */
  readonly editedOn?: Day
  readonly reports: readonly { readonly on: Day; readonly levels: readonly Level[] }[]
  readonly adoptions: readonly Adoption[]
  readonly instructions: readonly Instruction[]
  /** The matters that came out of it (转化). */
  readonly conversions: readonly Conversion[]
  /** The days on which an answer came from outside (反馈). */
  readonly answers: readonly Day[]
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
  {
    no,
    title,
    author,
    coAuthors,
    state,
  }: Pick<Item, 'no' | 'title' | 'author' | 'coAuthors' | 'state'>,
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
    authors: authorsOf({ author, coAuthors }),
    state,
    isTakenOver: facts.some(({ details }) => details.oldNo !== undefined),
    isValid: isValid(facts),
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
    answers: of('feedback').map(onDay),
  }
}

/** 留存 137 无效 takes back what was held to be valid before; what came later counts again. */
const isValid = (facts: readonly Told[]): boolean =>
  facts.reduce((was, { verb, details }) => {
    if (verb === 'edit') return true
    return verb === 'archive' ? !details.isInvalid : was
  }, false)

/** What stands in the tables: neither taken back nor merged into another nor hidden away. */
export const isCounted = ({ state }: Pick<OpinionRecord, 'state'>): boolean =>
  !elsewhere.has(state) && !isHidden({ state })

/** Taken back, or gone on as another. */
const elsewhere = new Set(['withdrawn', 'merged', 'split'])

/** What must not circulate stands in no figure at all. */
export const isHidden = ({ state }: Pick<OpinionRecord, 'state'>): boolean =>
  hiddenStates.includes(state)

const outsideStates = new Set(['draft', 'lead', 'withdrawn'])

export const isWithin = (day: Day | undefined, { from, to }: Span): boolean =>
  day !== undefined && day >= from && day <= to
