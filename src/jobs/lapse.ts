import { addDays, addMonths, dayOf } from '../domain/dates.ts'
import { type Dossier, decide } from '../domain/decide.ts'
import { clockwork } from '../domain/person.ts'
import type { Item } from '../domain/item.ts'
import { type Job, type Round, dailyAt } from './job.ts'
import { drawLines } from './solicitations.ts'
import { lineReason } from '../messages/points.ts'
import { told } from '../messages/steps.ts'
import type { Letter } from '../outbox/put.ts'
import { addressOf, staffAddresses } from '../store/addresses.ts'
import { forgetItem } from '../store/asked.ts'
import { listItems } from '../store/item-lists.ts'
import { findDossier, record } from '../store/items.ts'
import { namesOf } from '../store/people.ts'

/**
 * Drafts of seven days become leads for the office; what nobody rated in seven working days is closed unverified;
 * an opinion is closed twelve months after it was last reported (domain §4.1).
 */
export const lapse: Job = {
  name: 'lapse',
  slotAt: dailyAt(8 * 60 + 35),
  run: async (round) => {
    const { tx, office, now, today, book } = round
    const officeId = office.id
    const weekAgo = new Date(now.getTime() - 7 * 86_400_000)
    const drafts = await listItems(tx, { officeId, states: ['draft'], limit: 500 })
    const rectified = await listItems(tx, {
      officeId,
      states: ['rectified'],
      dueBy: addDays(today, -1),
      limit: 500,
    })
    const reported = await listItems(tx, { officeId, states: ['reported'], limit: 500 })
    const yearAgo = addMonths(today, -12)
    const old = [
      ...drafts.filter(({ changedAt }) => changedAt <= weekAgo),
      ...rectified,
      ...reported.filter(({ changedAt }) => dayOf(changedAt, book.calendar.zone) <= yearAgo),
    ]
    const letters: Letter[] = []
    for (const { no } of old) letters.push(...(await lapseOne(round, no)))
    return [...letters, ...(await drawLines(round))]
  },
}

const lapseOne = async (round: Round, no: number): Promise<readonly Letter[]> => {
  const { tx, office, now, book } = round
  const dossier = await findDossier(tx, office.id, no)
  if (!dossier) return []
  const decision = decide(book, dossier, { verb: 'lapse', details: {}, by: clockwork, at: now })
  if (!decision.ok) return []
  const { change } = decision
  await record(tx, change, lineReason, now)
  await forgetItem(tx, office.id, no)
  return tell(round, dossier, change.item)
}

const tell = async (
  { tx, office, channel, now }: Round,
  { item: before }: Dossier,
  item: Item,
): Promise<readonly Letter[]> => {
  const names = await namesOf(tx, [item.author])
  const taken = {
    item,
    act: { verb: 'lapse', details: {}, by: clockwork, at: now },
    entries: [],
    names: { department: '', author: names.get(item.author) ?? '', actor: '', people: names },
    reopened: 0,
    declined: 0,
    version: 1,
  } as const
  const author = await addressOf(tx, channel, item.author)
  const staff =
    before.state === 'draft' ? await staffAddresses(tx, { channel, officeId: office.id, now }) : []
  const common = { officeId: office.id, channel, kind: 'reminder', itemNo: item.no } as const
  return [
    ...(author ? [{ to: author, part: 'author' as const }] : []),
    ...staff.map((to) => ({ to, part: 'staff' as const })),
  ].flatMap(({ to, part }) => {
    const message = told(part, taken)
    return message ? [{ ...common, to, isPrivate: part === 'author', message }] : []
  })
}
