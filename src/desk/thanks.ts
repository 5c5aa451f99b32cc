import { type Letters, type Visit, answer, answerPrivately, inGroup, todayOf } from './visit.ts'
import { living } from '../domain/act.ts'
import { whenToTell } from '../domain/dates.ts'
import type { Change, Dossier } from '../domain/decide.ts'
import type { AskIntent } from '../domain/intent.ts'
import { authorsOf, type Item, type PersonId } from '../domain/item.ts'
import { isMember, isStaff } from '../domain/person.ts'
import { tenths } from '../domain/scoring.ts'
import type { Message } from '../messages/message.ts'
import { noSuchItem, wrongKind } from '../messages/refusals.ts'
import { saidPrivately } from '../messages/talk.ts'
import { type Thanks, notYetAdopted, thanksLetter, thanksNotForYou } from '../messages/thanks.ts'
import { addressOf } from '../store/addresses.ts'
import { findDossier } from '../store/items.ts'
import { findPerson } from '../store/people.ts'

/** Behind the good news of an adoption each who signed gets a letter of thanks of his own. */
export const thankFor = async (
  visit: Visit,
  { posted }: Dossier,
  { item, fact, entries }: Change,
): Promise<Letters> => {
  if (fact.verb !== 'adopt') return []
  const { tx, office, channel, now, book } = visit
  const letters: Letters[] = []
  for (const id of authorsOf(item)) {
    const to = await addressOf(tx, channel, id)
    const message = await letterTo(visit, item, id, {
      adoptions: [fact],
      earned: [...posted, ...entries],
    })
    if (to && message)
      letters.push([
        {
          officeId: office.id,
          channel,
          to,
          kind: 'notice',
          isPrivate: true,
          itemNo: item.no,
          message,
          dueAt: whenToTell(now, book.calendar.zone),
        },
      ])
  }
  return letters.flat()
}

const letterTo = async (
  visit: Visit,
  item: Item,
  id: PersonId,
  {
    adoptions,
    earned,
  }: { readonly adoptions: Thanks['adoptions']; readonly earned: Dossier['posted'] },
): Promise<Message | undefined> => {
  const person = await findPerson(visit.tx, id)
  const own = earned.filter(({ to }) => to === id)
  return (
    person &&
    thanksLetter({
      item,
      adoptions,
      name: person.name,
      isMember: isMember(person),
      officeName: visit.office.name,
      points: tenths(own.reduce((sum, { points }) => sum + points, 0)),
      today: todayOf(visit),
      zone: visit.book.calendar.zone,
    })
  )
}

/** 感谢信 137: the same again, of all adoptions; for the office that of each who signed, for him his own. */
export const askThanks = async (
  visit: Visit,
  { no, kind }: Extract<AskIntent, { about: 'thanks' }>,
): Promise<Letters> => {
  const { tx, office, by } = visit
  const dossier = await findDossier(tx, office.id, no)
  if (!dossier) return [answer(visit, noSuchItem(no))]
  const { item, facts, posted } = dossier
  if (kind && kind !== item.kind) return [answer(visit, wrongKind(item, false))]
  const signers = authorsOf(item).filter((id) => isStaff(by) || id === by.id)
  if (signers.length === 0) return [answer(visit, thanksNotForYou(no))]
  const adoptions = living(facts).filter(({ verb }) => verb === 'adopt')
  if (adoptions.length === 0) return [answer(visit, notYetAdopted(item))]
  const letters: Letters[] = []
  for (const id of signers) {
    const message = await letterTo(visit, item, id, { adoptions, earned: posted })
    if (message)
      letters.push(
        visit.chatKind === 'staff' && inGroup(visit)
          ? [answer(visit, message)]
          : answerPrivately(visit, message, saidPrivately()),
      )
  }
  return letters.flat()
}
