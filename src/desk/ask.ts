import { readBoards } from '../boards/read.ts'
import type { Command, Speaker } from '../commands/command.ts'
import { commands } from '../commands/index.ts'
import { bind } from '../commands/member/bind.ts'
import { fold } from '../commands/words.ts'
import { rulesOn } from '../data/rules.ts'
import { askForm, askTables } from './ask-papers.ts'
import { askSolicited, askTopics } from './ask-topics.ts'
import { askBoard, askPlaces, seesOwnPlace } from './ask-boards.ts'
import { askTodo } from './ask-todo.ts'
import { type Letters, type Visit, answer, answerPrivately, inGroup, todayOf } from './visit.ts'
import type { AskIntent } from '../domain/intent.ts'
import type { Item } from '../domain/item.ts'
import { standingOf } from '../domain/board.ts'
import { tenths } from '../domain/scoring.ts'
import { spanOf } from '../domain/periods.ts'
import {
  type Person,
  isHandler,
  isLeader,
  isStaff,
  ledKinds,
  mayRead,
  maySubmit,
} from '../domain/person.ts'
import { statesWaitingFor, viewOf } from '../domain/workflows/index.ts'
import { helpOn, helpText } from '../messages/help.ts'
import { noSuchItem, wrongKind } from '../messages/refusals.ts'
import { saidPrivately } from '../messages/talk.ts'
import { type ItemFilter, listItems, listMerged } from '../store/item-lists.ts'
import { findDossier } from '../store/items.ts'
import { listLines, listLinesOf } from '../store/ledger.ts'
import { listDepartments, namesOf } from '../store/people.ts'
import { findPhotos } from '../store/photos.ts'
import * as lists from '../messages/lists.ts'

/** Answers a question. Nothing changes in the book. */
export const answerQuestion = async (visit: Visit, intent: AskIntent): Promise<Letters> => {
  switch (intent.about) {
    case 'item':
      return askItem(visit, intent)
    case 'form':
      return askForm(visit, intent)
    case 'tables':
      return askTables(visit, intent.span)
    case 'words':
      return askWords(visit, intent.words)
    case 'mine':
      return answerPrivately(visit, lists.mine(await readMine(visit)), saidPrivately())
    case 'topics':
      return askTopics(visit)
    case 'todo':
      return askTodo(visit, intent.page)
    case 'rules':
      return [answer(visit, lists.rulesText(rulesOn(todayOf(visit))))]
    case 'help':
      return [answer(visit, helpFor(visit, intent.topic))]
    case 'why':
      return askWhy(visit, intent.no)
    case 'board':
      return askBoard(visit, intent.board)
    case 'place':
      return askPlaces(visit, intent.text)
  }
}

const askItem = async (
  visit: Visit,
  { no, kind }: Extract<AskIntent, { about: 'item' }>,
): Promise<Letters> => {
  const view = await viewItem(visit, no)
  if (!view) return [answer(visit, noSuchItem(no))]
  if (view.item.kind === 'solicitation') return askSolicited(visit, view.item)
  if (kind && kind !== view.item.kind) return [answer(visit, wrongKind(view.item, view.isMine))]
  if (!inGroup(visit) || visit.chatKind === 'staff') return [answer(visit, lists.itemView(view))]
  const short = { ...view, facts: [], photos: [] }
  if (
    !view.isMine ||
    (view.item.author === visit.by.id && view.item.chatId === visit.heard.chat.id)
  )
    return [answer(visit, lists.itemView(short))]
  // what was not said in this group is not told in it
  return answerPrivately(
    visit,
    lists.itemView(view),
    lists.itemView({ ...short, isMine: false, isToldPrivately: true }),
  )
}

const viewItem = async (visit: Visit, no: number): Promise<lists.ItemView | undefined> => {
  const { tx, office, by, book } = visit
  const dossier = await findDossier(tx, office.id, no)
  if (!dossier) return undefined
  const { item, facts } = dossier
  const departments = await listDepartments(tx, office.id)
  const photos = await findPhotos(tx, office.id, no)
  return {
    item,
    facts,
    names: await namesOf(tx, [
      ...new Set([item.author, item.enteredBy ?? 0, ...facts.map(({ byPerson }) => byPerson)]),
    ]),
    department: departments.find(({ id }) => id === item.departmentId)?.name ?? '',
    isMine: mayRead(by, item) && (isStaff(by) || !viewOf(item).isHidden),
    photos: [...photos.before, ...photos.after],
    merged: (await listMerged(tx, office.id, no)).map(({ name, ...one }) => ({
      ...one,
      author: name,
    })),
    today: todayOf(visit),
    calendar: book.calendar,
  }
}

const askWords = async (visit: Visit, words: string): Promise<Letters> => {
  const found = await listItems(visit.tx, {
    ...readScopeOf(visit),
    words,
    newestFirst: true,
    limit: 5,
  })
  const [only] = found
  if (only && found.length === 1) return askItem(visit, { type: 'ask', about: 'item', no: only.no })
  return answerPrivately(visit, lists.itemsFound(words, found), saidPrivately())
}

/** Leaders read everything, as the office does. */
const readScopeOf = (visit: Visit): Pick<ItemFilter, 'officeId' | 'author' | 'departmentId'> =>
  isLeader(visit.by) ? { officeId: visit.office.id } : scopeOf(visit)

const scopeOf = ({
  office,
  by,
}: Visit): Pick<ItemFilter, 'officeId' | 'author' | 'departmentId'> => ({
  officeId: office.id,
  ...(isStaff(by)
    ? {}
    : isHandler(by) && by.departmentId !== undefined
      ? { departmentId: by.departmentId }
      : { author: by.id }),
})

const readMine = async (visit: Visit): Promise<lists.Mine> => {
  const { tx, office, by } = visit
  const span = spanOf('year', todayOf(visit))
  const own = await listItems(tx, {
    officeId: office.id,
    author: by.id,
    newestFirst: true,
    limit: 500,
  })
  const thisYear = own.filter(
    (item) =>
      item.openedAt.toISOString() >= span.from &&
      item.state !== 'withdrawn' &&
      !viewOf(item).isHidden,
  )
  const boards = await readBoards(tx, office.id, span, rulesOn(span.to).caps)
  const rows = await boards.of('member')
  const standing = standingOf(rows, by.id)
  const count = (kind: Item['kind']) => thisYear.filter((item) => item.kind === kind).length
  return {
    name: by.name,
    year: span.from.slice(0, 4),
    points: standing?.row.points ?? 0,
    standing: seesOwnPlace(visit) ? standing : undefined,
    opinions: count('opinion'),
    supervisions: count('supervision'),
    open: own.filter(({ state }) => openStates.has(state)),
    lines: await listLines(tx, { officeId: office.id, id: by.id }, 5),
  }
}

const openStates = new Set(
  ['author', 'staff', 'handler'].flatMap((part) => statesWaitingFor(part as 'author')),
)

const askWhy = async (visit: Visit, no: number | undefined): Promise<Letters> => {
  const { tx, office, by } = visit
  if (no === undefined) {
    const lines = await listLines(tx, { officeId: office.id, id: by.id }, 5000)
    const total = tenths(lines.reduce((sum, { points }) => sum + points, 0))
    return answerPrivately(visit, lists.whyPoints(by.name, lines, total), saidPrivately())
  }
  const view = await viewItem(visit, no)
  if (!view || !view.isMine) return [answer(visit, noSuchItem(no))]
  const lines = await listLinesOf(tx, office.id, no)
  return answerPrivately(visit, lists.whyDue(view, lines), saidPrivately())
}

/** What a person may say, by identity. */
const speakersOf = (person: Person): readonly Speaker[] => [
  // whoever reports for others completes what he reported
  ...(maySubmit(person) || ledKinds(person).length > 0 ? (['member'] as const) : []),
  ...(isHandler(person) ? (['department'] as const) : []),
  ...(isStaff(person) ? (['staff'] as const) : []),
  ...(ledKinds(person).length > 0 ? (['groupLeader'] as const) : []),
  ...(isLeader(person) ? (['leader'] as const) : []),
]

export const maySay = (person: Person, { speakers }: Command): boolean => {
  const own = speakersOf(person)
  return speakers.some((speaker) => own.includes(speaker)) || isForAll(speakers)
}

const isForAll = (speakers: readonly Speaker[]): boolean =>
  (['member', 'department', 'staff'] as const).every((one) => speakers.includes(one))

const helpFor = (visit: Visit, topic: string | undefined) => {
  const own = commands.filter((command) => maySay(visit.by, command) && command !== bind)
  const asked =
    topic && own.find(({ name, aliases }) => name === fold(topic) || aliases?.includes(fold(topic)))
  return asked ? helpOn(asked) : helpText(own, inGroup(visit))
}
