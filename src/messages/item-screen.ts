import { type Fact, type Verb, alsoSubmittedTo, living } from '../domain/act.ts'
import { dayOf, spoken } from '../domain/dates.ts'
import { type Item, type Part, label } from '../domain/item.ts'
import { cut } from '../domain/text.ts'
import { type Version, versionsOf } from '../domain/versions.ts'
import { type EarnedLine, type ItemView, outsideView, stateLine } from './item-view.ts'
import type { Message } from './message.ts'
import { nextSteps } from './next-steps.ts'
import { earnedLines } from './earned.ts'
import { similarLines } from './similar.ts'
import { leader, levelsList, outcome, ratingWords, verbWords } from './words.ts'

/** 查 137: everything of a matter on one screen, as far as whoever asks may know it. */
export const itemScreen = (view: ItemView): Message => {
  const { item, reader } = view
  if (reader === 'outsider') return outsideView(view)
  return {
    lines: [
      `${marks(item)}${label(item)}《${item.title}》:${stateLine(view)}`,
      ...people(view),
      ...(item.place ? [`地点:${item.place}`] : []),
      ...texts(view),
      ...kin(view),
      ...outcomes(view),
      ...(isInside(view) ? [course(view)] : ownCourse(view)),
      ...earned(view),
      ...similarLines(view.similar, { today: view.today, zone: view.calendar.zone }),
      ...next(view),
    ],
    ...(view.photos.length > 0 && { photos: view.photos.slice(0, 4) }),
  }
}

/** The office and the leaders, who see who did what. */
const isInside = ({ reader }: ItemView): boolean => reader === 'staff' || reader === 'leader'

const marks = ({ isEscalated, isUrgent }: Item): string =>
  `${isEscalated ? '【督办】' : ''}${isUrgent ? '【较急】' : ''}`

const nameOf = ({ names }: ItemView, id: number): string => names.get(id) ?? ''

const people = (view: ItemView): readonly string[] => {
  const { item } = view
  if (item.enteredBy !== null)
    return [`反映人:${nameOf(view, item.author)};代报人:${nameOf(view, item.enteredBy)}`]
  return isInside(view) ? [`反映人:${nameOf(view, item.author)}`] : []
}

const texts = (view: ItemView): readonly string[] => {
  const { item, facts } = view
  const versions = versionsOf(item, facts)
  const isWhole = versions.length === 1 && item.editedText === null && item.text.length <= shown
  const version = versions.length > 1 ? `(第${versions.length}版)` : ''
  return [
    `原文${version}:${shortened(item.text)}${isWhole ? '' : `(全文发:查 ${item.no} 全文)`}`,
    ...(item.editedText === null ? [] : [`采编稿:${shortened(item.editedText)}`]),
  ]
}

const shown = 60
const shortened = (text: string): string => {
  const line = text.replace(/\s*\n\s*/g, ' ')
  return line.length > shown ? `${cut(line, shown)}……` : line
}

/** Where else it was sent, and the matters it belongs together with. */
const kin = ({ item, facts, merged }: ItemView): readonly string[] => {
  const elsewhere = alsoSubmittedTo(facts)
  const derived = living(facts).flatMap(({ verb, details: { into, as } }) =>
    verb === 'convert' && into !== undefined && as ? [label({ kind: as, no: into })] : [],
  )
  const said = [
    ...(item.solicitationNo === null ? [] : [`约${item.solicitationNo}的交稿`]),
    ...(item.derivedFrom === null ? [] : [`由社${item.derivedFrom}转来`]),
    ...(derived.length > 0 ? [`已转为${derived.join('、')}`] : []),
    ...(item.mergedInto === null ? [] : [`已并入${label({ ...item, no: item.mergedInto })}`]),
    ...(merged.length > 0
      ? [`共同反映:${merged.map((one) => `${one.author}(${label(one)})`).join('、')}`]
      : []),
    ...(elsewhere.length > 0 ? [`另报:${elsewhere.join('、')}(成果只计一次)`] : []),
  ]
  return said.length > 0 ? [said.join(';')] : []
}

/** Reports, adoptions, instructions, answers: each kind on a line of its own, each with its date. */
const outcomes = (view: ItemView): readonly string[] =>
  outcomeLines.flatMap(({ verb, title, says }) => {
    const found = living(view.facts).filter((fact) => fact.verb === verb)
    return found.length > 0 ? [`${title}:${found.map((fact) => says(fact, view)).join(';')}`] : []
  })

interface OutcomeLine {
  readonly verb: Verb
  readonly title: string
  readonly says: (fact: Fact, view: ItemView) => string
}

const when = ({ details, saidAt }: Fact, { calendar }: ItemView): string =>
  spoken(details.on ?? dayOf(saidAt, calendar.zone))

const withReason = (fact: Fact, view: ItemView): string =>
  `${shortened(fact.details.reason ?? fact.details.text ?? '')}(${when(fact, view)})`

const outcomeLines: readonly OutcomeLine[] = [
  { verb: 'return', title: '退回理由', says: withReason },
  { verb: 'reject', title: '不受理理由', says: withReason },
  {
    verb: 'report',
    title: '上报',
    says: (fact, view) => {
      const signed = isInside(view) && fact.details.approvedBy
      return `${levelsList(fact.details.levels ?? [])}(${when(fact, view)}${signed ? `,${signed}签发` : ''})`
    },
  },
  {
    verb: 'adopt',
    title: '采用',
    says: (fact, view) =>
      outcome({
        details: { ...fact.details, on: fact.details.on ?? dayOf(fact.saidAt, view.calendar.zone) },
      }),
  },
  {
    verb: 'instruct',
    title: '批示',
    says: (fact, view) => `${leader(fact)}(${when(fact, view)})`,
  },
  {
    verb: 'feedback',
    title: '反馈',
    says: (fact, view) =>
      `${fact.details.body ? `${fact.details.body},` : ''}${withReason(fact, view)}`,
  },
  { verb: 'decline', title: '退单', says: withReason },
  { verb: 'reply', title: '答复', says: withReason },
  { verb: 'rectify', title: '整改', says: withReason },
  { verb: 'reopen', title: '不满意', says: withReason },
  {
    verb: 'verify',
    title: '评价',
    says: (fact, view) => `${ratingWords[fact.details.rating ?? 'satisfied']}(${when(fact, view)})`,
  },
]

/** Who did what and when, the latest few; what was taken back is marked. */
const course = (view: ItemView): string => {
  const { facts, calendar } = view
  const said = facts.slice(-mostActs).map((fact) => {
    const on = spoken(dayOf(fact.saidAt, calendar.zone))
    const who = nameOf(view, fact.byPerson)
    return `${on} ${who}${who ? ' ' : ''}${verbWords[fact.verb]}${oldNo(fact)}${fact.undoneBy === null ? '' : '(已撤销)'}`
  })
  return `经过:${facts.length > mostActs ? '……' : ''}${said.join(';')}`
}

const mostActs = 8

/** What was taken over from the office's own list keeps its number there. */
const oldNo = ({ details }: Fact): string => (details.oldNo ? `(迁入,原编号${details.oldNo})` : '')

/** The same for who reported it and for the department: no names of the office, nothing that is its own business. */
const ownCourse = (view: ItemView): readonly string[] => {
  const { item, facts, calendar } = view
  const own = new Set([item.author, item.enteredBy])
  const said = living(facts)
    .filter(({ verb }) => !internal.has(verb))
    .slice(-mostActs)
    .map((fact) => {
      const who = own.has(fact.byPerson) ? nameOf(view, fact.byPerson) : ''
      return `${spoken(dayOf(fact.saidAt, calendar.zone))} ${who}${who ? ' ' : ''}${verbWords[fact.verb]}${oldNo(fact)}`
    })
  return said.length > 0 ? [`经过:${said.join(';')}`] : []
}

const internal = new Set<Verb>(['correct', 'escalate'])

/** What it brought to whom and why; a member sees his own share. */
const earned = (view: ItemView): readonly string[] => {
  const { lines, by, names } = view
  if (view.reader === 'handler') return []
  const seen = isInside(view) ? lines : lines.filter(({ personId }) => personId === by)
  return earnedLines(seen, (one: EarnedLine) =>
    isInside(view) ? (names.get(one.personId) ?? '') : '您',
  )
}

const next = ({ item, reader, facts }: ItemView): readonly string[] => {
  const part: Part | undefined = reader === 'outsider' ? undefined : reader
  const steps = part ? nextSteps(item, part, 4) : []
  const isAdopted = living(facts).some(({ verb }) => verb === 'adopt')
  const said = [
    ...steps,
    ...(isAdopted && (reader === 'staff' || reader === 'author') ? [`感谢信 ${item.no}`] : []),
  ]
  return said.length > 0 ? [`可以发:${said.join(' / ')}`] : []
}

/** 查 137 全文: the edited text, the author's as it stands, and each version before. */
export const wholeText = ({ item, facts, calendar }: ItemView): Message => {
  const versions = versionsOf(item, facts)
  const edited = living(facts).findLast(
    ({ verb, details }) => verb === 'edit' && details.text !== undefined,
  )
  const on = (at: Date) => spoken(dayOf(at, calendar.zone))
  const titled = ({ text, at }: Version, n: number): readonly string[] => [
    versions.length === 1 ? `【原文】${on(at)}` : `【原文第${n + 1}版】${on(at)}`,
    text,
  ]
  return {
    lines: [
      `${label(item)}《${item.title}》`,
      ...(item.editedText === null
        ? []
        : [`【采编稿】${edited ? on(edited.saidAt) : ''}`, item.editedText]),
      ...versions.map(titled).toReversed().flat(),
    ],
  }
}
