import type { Command, Speaker } from '../commands/command.ts'
import { commands } from '../commands/index.ts'
import { bind } from '../commands/member/bind.ts'
import { fold } from '../commands/words.ts'
import { askFigures, askForm, askTables } from './ask-papers.ts'
import { askTopics } from './ask-topics.ts'
import { askBoard, askPlaces } from './ask-boards.ts'
import { askMine } from './ask-mine.ts'
import { askItem, viewItem } from './ask-item.ts'
import { askTodo } from './ask-todo.ts'
import { askThanks } from './thanks.ts'
import { type Letters, type Visit, answer, answerPrivately, inGroup, todayOf } from './visit.ts'
import type { AskIntent } from '../domain/intent.ts'
import { tenths } from '../domain/scoring.ts'
import { type Person, isHandler, isLeader, isStaff, ledKinds, maySubmit } from '../domain/person.ts'
import { helpOn, helpText } from '../messages/help.ts'
import { rulesText } from '../messages/points.ts'
import { noSuchItem } from '../messages/refusals.ts'
import { saidPrivately } from '../messages/talk.ts'
import { type ItemFilter, listItems } from '../store/item-lists.ts'
import { listLines, listLinesOf } from '../store/ledger.ts'
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
    case 'thanks':
      return askThanks(visit, intent)
    case 'figures':
      return askFigures(visit, intent.span)
    case 'words':
      return askWords(visit, intent.words)
    case 'mine':
      return askMine(visit, intent.page)
    case 'topics':
      return askTopics(visit)
    case 'todo':
      return askTodo(visit, intent.page)
    case 'rules':
      return [answer(visit, rulesText(visit.book.scoring.rulesOn(todayOf(visit))))]
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

const askWhy = async (visit: Visit, no: number | undefined): Promise<Letters> => {
  const { tx, office, by } = visit
  if (no === undefined) {
    const lines = await listLines(tx, { officeId: office.id, id: by.id }, 5000)
    const total = tenths(lines.reduce((sum, { points }) => sum + points, 0))
    return answerPrivately(visit, lists.whyPoints(by.name, lines, total), saidPrivately())
  }
  const view = await viewItem(visit, no)
  if (!view || view.reader === 'outsider') return [answer(visit, noSuchItem(no))]
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
