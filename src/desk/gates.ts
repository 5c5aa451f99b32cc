import { gateFor, gravestIn } from '../gates/index.ts'
import { ask } from './asking.ts'
import { blank, openedBy } from './blank.ts'
import { type Letters, type Visit, answer, inGroup, letterTo } from './visit.ts'
import { whenToTell } from '../domain/dates.ts'
import { dueOnOf } from '../domain/deadlines.ts'
import type { GateName } from '../domain/gate.ts'
import type { ActIntent, OpenIntent } from '../domain/intent.ts'
import type { Item, PersonId } from '../domain/item.ts'
import { isHandler, isStaff } from '../domain/person.ts'
import { holdsPersonal } from '../domain/privacy.ts'
import { longestBody } from '../domain/text.ts'
import {
  accusationNoted,
  gateAnswer,
  personalNoted,
  rewriteAsked,
  secretNoted,
  stillPersonal,
} from '../messages/gates.ts'
import type { Message } from '../messages/message.ts'
import { supplementTooLong } from '../messages/rework.ts'
import { saidPrivately } from '../messages/talk.ts'
import { staffAddresses } from '../store/addresses.ts'
import { findDossier, openItem } from '../store/items.ts'
import { nextNo } from '../store/offices.ts'
import { dropPhotosHeard } from '../store/photos.ts'

/** What may not come in, whatever it was said to: nothing of it is kept (decisions 11). Undefined lets it pass. */
export const turnAway = async (visit: Visit): Promise<Letters | undefined> => {
  const { by, heard } = visit
  const gravest = isStaff(by) ? undefined : gravestIn(heard.text)
  if (gravest === 'secret') return erase(visit)
  return gravest === 'accusation' && !isHandler(by) ? dropAccusation(visit) : undefined
}

/** What is to become a matter is looked at as a whole, without the names that sign it. Undefined lets it in. */
export const stopAtGate = async (
  visit: Visit,
  intent: OpenIntent,
  author: PersonId,
  text: string,
): Promise<Letters | undefined> => {
  const gate = gateFor(text, intent.kind)
  if (!gate) return undefined
  if (gate === 'secret') return erase(visit)
  if (gate === 'accusation') return dropAccusation(visit)
  if (gate === 'personal-data') return keepHidden(visit, { ...intent, text }, author)
  return intent.isConfirmed ? undefined : askBack(visit, intent, gate)
}

/** What is added to a matter: not over the limit, and nothing of a person where that was to be left out. */
export const stopSupplement = async (
  visit: Visit,
  { verb, no, details }: ActIntent,
): Promise<Letters | undefined> => {
  const text = details.text ?? ''
  if (verb !== 'supplement' || !text) return undefined
  if ([...text].length > longestBody) return [answer(visit, supplementTooLong(text))]
  if (no === undefined || !holdsPersonal(text)) return undefined
  const dossier = await findDossier(visit.tx, visit.office.id, no)
  if (dossier?.item.state !== 'quarantined' || dossier.item.author !== visit.by.id) return undefined
  await ask(visit, { type: 'rewrite', no }, no, true)
  return answerAside(visit, stillPersonal(dossier.item))
}

/** In the group nobody learns more than that something was said privately, and not in reply to what it was about. */
const answerAside = (visit: Visit, message: Message): Letters => {
  if (!inGroup(visit)) return [answer(visit, message)]
  const { channel, heard } = visit
  return [
    letterTo(visit, { type: 'chat', id: heard.chat.id }, saidPrivately(), 'answer'),
    {
      ...letterTo(
        { channel, office: visit.office },
        { type: 'person', id: heard.from },
        message,
        'answer',
      ),
      isPrivate: true,
    },
  ]
}

const tellOffice = async (visit: Visit, message: Message): Promise<Letters> => {
  const { tx, channel, office, now, book } = visit
  const staff = await staffAddresses(tx, { channel, officeId: office.id, now })
  const dueAt = whenToTell(now, book.calendar.zone)
  return staff.map((to) => ({ ...letterTo(visit, to, message), dueAt }))
}

/** 指名举报: not registered, and the office hears no more than that one was turned away. */
const dropAccusation = async (visit: Visit): Promise<Letters> => [
  ...answerAside(visit, gateAnswer('accusation')),
  ...(await tellOffice(visit, accusationNoted())),
]

/** A mark of secrecy: only when and by whom stays; photos that came with it or just before are not fetched. */
const erase = async (visit: Visit): Promise<Letters> => {
  const { tx, channel, heard, by, office } = visit
  await dropPhotosHeard(tx, { channel, chatId: heard.chat.id, personId: by.id })
  const item: Item = {
    ...blank(visit, { kind: 'opinion', text: '' }, by.id, await nextNo(tx, office.id)),
    state: 'erased',
  }
  openItem(tx, item, openedBy(visit, item), visit.now)
  return [
    ...answerAside(visit, gateAnswer('secret')),
    ...(await tellOffice(visit, secretNoted(item, by.name))),
  ]
}

/** Kept with its numbers hidden, for the office to see and its author to rewrite. */
const keepHidden = async (visit: Visit, intent: OpenIntent, author: PersonId): Promise<Letters> => {
  const { tx, office, by, book, at } = visit
  const no = await nextNo(tx, office.id)
  const drafted: Item = { ...blank(visit, intent, author, no), state: 'quarantined' }
  const item = { ...drafted, dueOn: dueOnOf(book.calendar, drafted, at) }
  openItem(tx, item, openedBy(visit, item), visit.now)
  await ask(visit, { type: 'rewrite', no }, no, true)
  return [
    ...answerAside(visit, rewriteAsked(item)),
    ...(await tellOffice(visit, personalNoted(item, by.name))),
  ]
}

const askBack = async (visit: Visit, intent: OpenIntent, gate: GateName): Promise<Letters> => {
  await ask(visit, { type: 'meant', intent: { ...intent, isConfirmed: true } }, undefined, true)
  return answerAside(visit, gateAnswer(gate))
}
