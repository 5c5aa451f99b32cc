import { type Letters, type Visit, answer, answerPrivately, todayOf } from './visit.ts'
import type { Item } from '../domain/item.ts'
import { maySee } from '../domain/solicitation.ts'
import { noSuchItem } from '../messages/refusals.ts'
import { solicitedView, topics } from '../messages/solicitations.ts'
import { saidPrivately } from '../messages/talk.ts'
import { listSolicited } from '../store/solicitations.ts'

/** 选题: what is asked for now, as far as this person was asked. */
export const askTopics = async (visit: Visit): Promise<Letters> => {
  const open = await listSolicited(visit.tx, visit.office.id)
  const seen = open.filter(({ item }) => maySee(visit.by, item))
  const list = topics(seen, visit.by.id)
  // whoever was asked in private is not named in the group
  return seen.some(({ item }) => item.audience !== null)
    ? answerPrivately(visit, list, saidPrivately())
    : [answer(visit, list)]
}

/** 查 3: the day, who claimed, who delivered. */
export const askSolicited = async (visit: Visit, { no, audience }: Item): Promise<Letters> => {
  const [found] = await listSolicited(visit.tx, visit.office.id, no)
  if (!found || !maySee(visit.by, found.item)) return [answer(visit, noSuchItem(no))]
  const view = solicitedView({
    ...found,
    today: todayOf(visit),
    calendar: visit.book.calendar,
  })
  return audience === null ? [answer(visit, view)] : answerPrivately(visit, view, saidPrivately())
}
