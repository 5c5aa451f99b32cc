import { fixDaysOf } from '../../src/data/categories.ts'
import { builtInRules } from '../../src/data/rules.ts'
import type { Fact } from '../../src/domain/act.ts'
import { createCalendar } from '../../src/domain/calendar.ts'
import type { Dossier, Rulebook } from '../../src/domain/decide.ts'
import type { Item, ItemKind } from '../../src/domain/item.ts'
import { type Person, clockwork } from '../../src/domain/person.ts'
import { scorebookOf } from '../../src/domain/scoring-rules.ts'

const zone = 'Asia/Shanghai'
export const book: Rulebook = {
  calendar: createCalendar(zone),
  scoring: scorebookOf(builtInRules, [], zone),
  fixDaysOf,
}
const person = (id: number, identities: Person['identities'], departmentId?: number): Person => ({
  id,
  officeId: 1,
  name: `p${id}`,
  identities,
  isKeyReporter: false,
  ...(departmentId && { departmentId }),
})
export const people = [
  person(1, ['member']),
  person(2, ['member']),
  person(3, ['staff']),
  person(6, ['staff']),
  person(4, ['handler'], 9),
  person(5, ['handler'], 8),
  person(7, ['chair']),
  clockwork,
]
export const start = new Date('2024-06-03T02:00:00Z')

/** Where a matter of each kind begins. */
const firstStates: Readonly<Record<ItemKind, string>> = {
  opinion: 'draft',
  supervision: 'draft',
  proposal: 'lead',
  solicitation: 'issued',
}

export const opened = (kind: ItemKind): Dossier => ({
  item: {
    officeId: 1,
    no: 1,
    kind,
    state: firstStates[kind],
    version: 1,
    author: 1,
    enteredBy: null,
    coAuthors: [],
    title: '题',
    text: '文',
    editedText: null,
    problem: '问题',
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
    channel: 'lark',
    chatId: '',
    messageId: null,
    openedAt: start,
    changedAt: start,
    remindedAt: null,
  },
  facts: [],
  posted: [],
})

export const taken = (
  dossier: Dossier,
  step: {
    item: Item
    fact: Omit<Fact, 'id' | 'undoneBy'>
    undoes?: number
    entries: Dossier['posted']
  },
): Dossier => {
  const id = dossier.facts.length + 1
  return {
    item: step.item,
    facts: [
      ...dossier.facts.map((fact) => (fact.id === step.undoes ? { ...fact, undoneBy: id } : fact)),
      { ...step.fact, id, undoneBy: null },
    ],
    posted: [...dossier.posted, ...step.entries],
  }
}
