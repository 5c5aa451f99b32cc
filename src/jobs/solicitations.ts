import { addDays, dayOf } from '../domain/dates.ts'
import { decide } from '../domain/decide.ts'
import { clockwork } from '../domain/person.ts'
import { type Solicited, owing, reminderFor } from '../domain/solicitation.ts'
import type { Round } from './job.ts'
import { lineReason } from '../messages/points.ts'
import { drawn, remindClaimant } from '../messages/solicitations.ts'
import type { Letter } from '../outbox/put.ts'
import { addressOf, staffAddresses } from '../store/addresses.ts'
import { findDossier, record } from '../store/items.ts'
import { takeSlot } from '../store/slots.ts'
import { listSolicited } from '../store/solicitations.ts'

/** On the third and the last working morning before the day, whoever has claimed a topic and not delivered is reminded. */
export const forClaimants = async (round: Round): Promise<readonly Letter[]> => {
  const letters: Letter[] = []
  for (const one of await listSolicited(round.tx, round.office.id))
    for (const claim of owing(one)) {
      const due = one.item.fixBy ?? ''
      const claimedOn = dayOf(claim.claimedAt, round.book.calendar.zone)
      const before = reminderFor(round.book.calendar, { due, claimedOn, today: round.today })
      // a deadline put off is reminded of anew
      const slot = `${one.item.no}:${due}:${before}:${claim.personId}`
      if (!before || !(await isFirst(round, slot))) continue
      const to = await addressOf(round.tx, round.channel, claim.personId)
      if (!to) continue
      letters.push({
        ...letterOf(round, one),
        to,
        message: remindClaimant(one.item, before),
      })
    }
  return letters
}

const isFirst = ({ tx, office, now }: Round, slot: string): Promise<boolean> =>
  takeSlot(tx, { officeId: office.id, job: 'solicitation', slot }, now)

const letterOf = ({ office, channel }: Round, { item }: Solicited) =>
  ({
    officeId: office.id,
    channel,
    kind: 'reminder',
    isPrivate: false,
    itemNo: item.no,
  }) as const

/** The day after a deadline: delivered, missed or never claimed; the office hears who did and who did not, and that is all. */
export const drawLines = async (round: Round): Promise<readonly Letter[]> => {
  const { tx, office, channel, now, today } = round
  const letters: Letter[] = []
  for (const one of await listSolicited(tx, office.id)) {
    if ((one.item.fixBy ?? today) > addDays(today, -1)) continue
    if (!(await drawLine(round, one))) continue
    const staff = await staffAddresses(tx, { channel, officeId: office.id, now })
    letters.push(...staff.map((to) => ({ ...letterOf(round, one), to, message: drawn(one) })))
  }
  return letters
}

const drawLine = async ({ tx, office, now, book }: Round, one: Solicited): Promise<boolean> => {
  const dossier = await findDossier(tx, office.id, one.item.no)
  if (!dossier) return false
  const decision = decide(book, dossier, {
    verb: one.deliveries.length > 0 ? 'deliver' : 'lapse',
    details: { missedBy: owing(one).map(({ personId }) => personId) },
    by: clockwork,
    at: now,
  })
  if (!decision.ok) return false
  const { change } = decision
  await record(tx, change, lineReason, now)
  return true
}
