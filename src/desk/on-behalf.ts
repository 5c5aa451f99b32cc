import { findOnePerson } from './act.ts'
import { whenToTell } from '../domain/dates.ts'
import { type Letters, type Visit, answer, letterTo } from './visit.ts'
import type { OpenIntent } from '../domain/intent.ts'
import { type Person, isSource, isStaff, ledKinds, maySubmit } from '../domain/person.ts'
import { notForReporting } from '../messages/opening.ts'
import type { Taken } from '../messages/taken.ts'
import type { Letter } from '../outbox/put.ts'
import { addressOf } from '../store/addresses.ts'
import { listContactPoints, sharesGroup } from '../store/sources.ts'
import * as says from '../messages/on-behalf.ts'

/** Whose word it is: the speaker's own, or that of whom a clerk, a 组长 or a 联络员 writes for (代报). */
export const authorOf = async (visit: Visit, intent: OpenIntent): Promise<Person | Letters> => {
  const { by, tx } = visit
  if (!intent.onBehalfOf) return maySubmit(by) ? by : [answer(visit, notForReporting())]
  const author = await sourceOf(visit, intent.onBehalfOf, intent.isContactPoint)
  if (!('id' in author)) return author
  if (!isSource(author)) return [answer(visit, says.noSource(author.name))]
  const kinds = ledKinds(by)
  return isStaff(by) || (await sharesGroup(tx, kinds, by.id, author.id))
    ? author
    : [answer(visit, says.notYourGroup(author.name))]
}

const sourceOf = async (
  visit: Visit,
  name: string,
  isContactPoint?: true,
): Promise<Person | Letters> => {
  if (!isContactPoint) return findOnePerson(visit, name)
  const known = await listContactPoints(visit.tx, visit.office.id, visit.now)
  const found = known.find((one) => one.name === name)
  return (
    found ?? [
      answer(
        visit,
        says.noSuchContactPoint(
          name,
          known.map((one) => one.name),
        ),
      ),
    ]
  )
}

/** The answer names both: whose word it is, and who brought it. */
export const withSource = (receipt: Letter, taken: Taken): Letter =>
  taken.item.enteredBy === null
    ? receipt
    : { ...receipt, kind: 'answer', message: says.named(receipt.message, taken) }

/** What was reported for somebody is told to him, if he can be reached. */
export const tellAuthor = async (visit: Visit, taken: Taken): Promise<Letters> => {
  const { item } = taken
  if (item.enteredBy === null) return []
  const to = await addressOf(visit.tx, visit.channel, item.author)
  const dueAt = whenToTell(visit.now, visit.book.calendar.zone)
  return to
    ? [
        {
          ...letterTo(visit, to, says.reportedForYou(taken)),
          isPrivate: true,
          itemNo: item.no,
          dueAt,
        },
      ]
    : []
}
