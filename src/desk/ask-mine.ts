import { readBoards } from '../boards/read.ts'
import { quotaOf } from '../data/quotas.ts'
import { seesOwnPlace } from './ask-boards.ts'
import { type Letters, type Visit, answerPrivately, todayOf } from './visit.ts'
import { standingOf } from '../domain/board.ts'
import { momentOf } from '../domain/dates.ts'
import { spanOf } from '../domain/periods.ts'
import type { Item } from '../domain/item.ts'
import { owing } from '../domain/solicitation.ts'
import { statesWaitingFor } from '../domain/workflows/index.ts'
import { type Matters, type Mine, mattersOn, mine, moreOfMine } from '../messages/mine.ts'
import { saidPrivately } from '../messages/talk.ts'
import { countReported, listOutcomes, listOwn, listPointsByRule } from '../store/own-record.ts'
import { listSolicited } from '../store/solicitations.ts'
import { listWaiting } from '../store/waiting.ts'

/** 我的: the record of whoever asks; 我的 2: his earlier matters. */
export const askMine = async (visit: Visit, page: number): Promise<Letters> => {
  const matters = await readMatters(visit, page)
  const said = page === 1 ? mine(await readMine(visit, matters)) : moreOfMine(matters)
  return answerPrivately(visit, said, saidPrivately())
}

const readMatters = async ({ tx, office, by }: Visit, page: number): Promise<Matters> => {
  const { items, count } = await listOwn(tx, { officeId: office.id, id: by.id }, mattersOn(page))
  const outcomes = await listOutcomes(
    tx,
    office.id,
    items.map(({ no }) => no),
  )
  return { items, outcomes, count, page }
}

const readMine = async (visit: Visit, matters: Matters): Promise<Mine> => {
  const { tx, office, by, book } = visit
  const owner = { officeId: office.id, id: by.id }
  const today = todayOf(visit)
  const span = spanOf('year', today)
  const boards = await readBoards(tx, office.id, span, visit.book.scoring.rulesOn(span.to))
  const standing = standingOf(await boards.of('member'), by.id)
  const reported = await countReported(tx, owner, momentOf(span.from, 0, book.calendar.zone))
  const quota = quotaOf(by)
  return {
    name: by.name,
    year: span.from.slice(0, 4),
    points: standing?.row.points ?? 0,
    standing: seesOwnPlace(visit) ? standing : undefined,
    opinions: reported.get('opinion') ?? 0,
    supervisions: reported.get('supervision') ?? 0,
    ...(quota !== undefined && { quota }),
    byRule: await listPointsByRule(tx, owner, span),
    matters,
    owed: await readOwed(visit),
    waiting: await listWaiting(tx, {
      officeId: office.id,
      author: by.id,
      states: statesWaitingFor('author'),
      today,
      offset: 0,
      limit: 3,
    }),
  }
}

const readOwed = async ({ tx, office, by, hasClaims }: Visit): Promise<readonly Item[]> => {
  if (!hasClaims) return []
  const open = await listSolicited(tx, office.id)
  return open
    .filter((one) => owing(one).some(({ personId }) => personId === by.id))
    .map(({ item }) => item)
}
