import { readBoards } from '../boards/read.ts'
import { type Letters, type Visit, answer, todayOf } from './visit.ts'
import { type BoardRow, standingOf } from '../domain/board.ts'
import type { BoardRequest, BoardSubject } from '../domain/intent.ts'
import { spanOf } from '../domain/periods.ts'
import { informationRules } from '../domain/scoring-rules.ts'
import { visibilityOf } from '../domain/office.ts'
import { isLeader, isStaff } from '../domain/person.ts'
import type { Message } from '../messages/message.ts'
import * as says from '../messages/boards.ts'

/** 排行 alone: own place and the 小组 board of the year (decisions 14). */
export const askBoard = async (
  visit: Visit,
  { period, of, isInformation }: BoardRequest,
): Promise<Letters> => {
  const today = todayOf(visit)
  const { rulesOn } = visit.book.scoring
  const span = spanOf(period ?? 'year', today)
  const counting = isInformation
    ? { caps: [], only: informationRules }
    : { caps: rulesOn(today).caps }
  const boards = await readBoards(visit.tx, visit.office.id, span, counting)
  const subject = of ?? 'group'
  const rows = await boards.of(subject)
  const view = {
    of: subject,
    period: period ?? 'year',
    until: today,
    rows,
    isInformation: !!isInformation,
  } as const
  const shown = shownTo(visit, subject)
  const table = shown === 0 ? says.boardHidden(subject) : says.board({ ...view, shown })
  if (of || period || isInformation || !seesOwnPlace(visit)) return [answer(visit, table)]
  return [answer(visit, withOwnPlace(await boards.of('member'), visit.by.id, table))]
}

const withOwnPlace = (members: readonly BoardRow[], id: number, table: Message): Message => {
  const own = standingOf(members, id)
  return own ? { ...table, lines: [`${says.ownPlace(own)}。`, ...table.lines] } : table
}

/** Boards that are off or for the office alone tell nobody his place either. */
export const seesOwnPlace = ({ office, by }: Visit): boolean => {
  const visibility = visibilityOf(office, 'member')
  return visibility !== 'off' && (visibility !== 'office' || isStaff(by))
}

const shownTo = ({ office, by }: Visit, subject: BoardSubject): number => {
  switch (visibilityOf(office, subject)) {
    case 'full':
      return Infinity
    case 'top':
      return isStaff(by) ? Infinity : 10
    case 'personal':
    case 'office':
      return isStaff(by) || isLeader(by) ? Infinity : 0
    case 'off':
      return 0
  }
}

/** 民盟现在第几 比工商联差多少: the names are found in the boards of parties and groups. */
export const askPlaces = async (visit: Visit, text: string): Promise<Letters> => {
  const today = todayOf(visit)
  const { rulesOn } = visit.book.scoring
  const boards = await readBoards(visit.tx, visit.office.id, spanOf('year', today), {
    caps: rulesOn(today).caps,
  })
  const found: (BoardRow & { readonly of: BoardSubject; readonly at: number })[] = []
  for (const of of ['party', 'group', 'committee', 'township'] as const) {
    if (shownTo(visit, of) === 0) continue
    for (const row of await boards.of(of)) {
      const at = text.indexOf(says.shortName(row.name))
      if (at >= 0) found.push({ ...row, of, at })
    }
  }
  if (found.length === 0 && says.isAboutSpeaker(text)) return askBoard(visit, {})
  return [answer(visit, says.placesOf(found.toSorted((a, b) => a.at - b.at).slice(0, 3), today))]
}
