import { splitOpinion, splitSnapshot } from '../commands/split.ts'
import { topicsOf } from '../commands/topics.ts'
import { urgencyOfOpinion } from '../commands/urgency.ts'
import { ask, gatherPhotos, holdPhotos } from './asking.ts'
import { goingNow } from './compare.ts'
import { answeringOf, offerDelivery, takeUp, withLine } from './deliver.ts'
import { blank, openedBy } from './blank.ts'
import { stopAtGate } from './gates.ts'
import { notify } from './notify.ts'
import { authorOf, tellAuthor, withSource } from './on-behalf.ts'
import { takeSigners, tellSigners } from './signers.ts'
import { takenOf } from './taken.ts'
import { type Letters, type Visit, answer, inGroup } from './visit.ts'
import { dueOnOf } from '../domain/deadlines.ts'
import type { OpenIntent } from '../domain/intent.ts'
import type { Item } from '../domain/item.ts'
import { maySubmit } from '../domain/person.ts'
import { holdsPersonal } from '../domain/privacy.ts'
import { longestBody } from '../domain/text.ts'
import type { Message } from '../messages/message.ts'
import type { Address } from '../channels/channel.ts'
import { staffAddresses, urgentAddresses } from '../store/addresses.ts'
import { openItem } from '../store/items.ts'
import { nextNo } from '../store/offices.ts'
import * as says from '../messages/opening.ts'
import { askForShorter } from '../messages/rework.ts'

/** Opens a matter from one sentence: submitted when it is whole, else a draft that asks for the one missing piece. */
export const open = async (visit: Visit, said: OpenIntent): Promise<Letters> => {
  const author = await authorOf(visit, said)
  if (!('id' in author)) return author
  const signers = await takeSigners(visit, said, author.id)
  const { intent } = signers
  const answering = await answeringOf(visit, intent, author)
  const { text } = answering
  if (!text && intent.kind === 'supervision') return openFromPhotos(visit)
  if ([...text].length < 6) return [answer(visit, says.tooShort(intent.kind))]
  const stopped = await stopAtGate(visit, said, author.id, text)
  if (stopped) return stopped
  const { tx, channel, office, now } = visit
  const [no, staff] = await Promise.all([
    nextNo(tx, office.id),
    staffAddresses(tx, { channel, officeId: office.id, now }),
  ])
  await takeUp(visit, answering, author)
  const stripped = { ...intent, text }
  const drafted = await draftOf(visit, stripped, {
    ...blank(visit, stripped, author.id, no),
    solicitationNo: answering.solicitationNo,
    coAuthors: signers.people.map(({ id }) => id),
  })
  const told = drafted.item.isUrgent
    ? await urgentAddresses(tx, { channel, officeId: office.id, now })
    : staff
  const written = withLine(await write(visit, drafted, told), answering)
  const letters = await tellSigners(visit, drafted.item, signers, written)
  return holdsPersonal(intent.text)
    ? letters.map((letter, index) =>
        index === 0 ? { ...letter, kind: 'answer', message: says.masked(letter.message) } : letter,
      )
    : letters
}

/** Photos came without a sentence: they wait ten minutes for it. */
export const openFromPhotos = async (visit: Visit): Promise<Letters> => {
  if (!maySubmit(visit.by)) return [answer(visit, says.notForReporting())]
  await holdPhotos(visit)
  await ask(visit, { type: 'photo-sentence' })
  return [answer(visit, says.askForSentence(inGroup(visit)))]
}

/** A matter that is not yet in the book, and what is still to be asked. */
interface Drafted {
  readonly item: Item
  readonly missing: 'advice' | 'place' | 'photo' | 'yes' | 'shorter' | undefined
  /** Several matters in one: asked whether to split them. */
  readonly isSeveral?: boolean
  readonly message: (item: Item, isTold: boolean) => Message
}

const draftOf = (visit: Visit, intent: OpenIntent, item: Item): Promise<Drafted> =>
  intent.kind === 'opinion' ? draftOpinion(visit, intent, item) : draftSnapshot(visit, intent, item)

const draftOpinion = async (
  visit: Visit,
  intent: OpenIntent,
  blankItem: Item,
): Promise<Drafted> => {
  await gatherPhotos(visit, 'before', blankItem.no)

  const { headings, ...parts } = splitOpinion(intent.text)
  const { isEmergency, isUrgent } = urgencyOfOpinion(intent.text)
  const item = { ...blankItem, ...parts, isUrgent }
  const isAsked = !intent.onBehalfOf && !isEmergency
  const topics = isAsked ? topicsOf(intent.text).length : 0
  const isSeveral = topics > 1
  if ([...intent.text].length > longestBody && !intent.onBehalfOf)
    return { item, missing: 'shorter', isSeveral, message: (it) => askForShorter(it, topics) }
  if (intent.reconstructed && isAsked)
    return { item, missing: 'yes', message: (it) => says.showDraft(it, inGroup(visit)) }
  if (isAsked && item.advice === null)
    return { item, missing: 'advice', message: (it) => says.askForAdvice(it, inGroup(visit)) }
  return {
    item,
    missing: undefined,
    isSeveral,
    message: (it, isTold) => says.opinionReceipt(it, { headings, topics, isEmergency, isTold }),
  }
}

const draftSnapshot = async (
  visit: Visit,
  intent: OpenIntent,
  blankItem: Item,
): Promise<Drafted> => {
  const { isEmergency, ...parts } = splitSnapshot(intent.text)
  const hasPhoto = (await gatherPhotos(visit, 'before', blankItem.no)) > 0
  const item = { ...blankItem, ...parts, lacksPhoto: !hasPhoto }
  const isAsked = !intent.onBehalfOf && !isEmergency
  if (isAsked && item.place === null)
    return { item, missing: 'place', message: (it) => says.askForPlace(it, inGroup(visit)) }
  if (isAsked && !hasPhoto)
    return { item, missing: 'photo', message: (it) => says.askForPhoto(it, inGroup(visit)) }
  return {
    item,
    missing: undefined,
    message: (it, isTold) => says.snapshotReceipt(it, isEmergency, isTold),
  }
}

const write = async (
  visit: Visit,
  { item: drafted, missing, isSeveral, message }: Drafted,
  staff: readonly Address[],
): Promise<Letters> => {
  const { tx, channel, now, book, at } = visit
  const state = missing ? 'draft' : 'submitted'
  const item = { ...drafted, state, dueOn: dueOnOf(book.calendar, { ...drafted, state }, at) }
  const fact = openedBy(visit, item)
  openItem(tx, item, fact, now)
  if (missing === 'yes') await ask(visit, { type: 'submit-draft', no: item.no }, item.no)
  else if (missing === 'shorter') await ask(visit, { type: 'shorten', no: item.no }, item.no)
  else if (missing) await ask(visit, { type: 'missing', what: missing, no: item.no }, item.no)
  if (isSeveral) await ask(visit, { type: 'split', no: item.no }, item.no)
  const said = message(item, staff.length > 0)
  const receipt = answer(visit, said, missing || !said.receipt ? 'answer' : 'receipt', item.no)
  if (missing) return [receipt]
  const act = { verb: 'open', details: {}, by: visit.by, at } as const
  const change = { item, fact, entries: [], tells: [] }
  const taken = await takenOf(visit, { item, facts: [], posted: [] }, change, act)
  const around = { tx, channel, now, zone: book.calendar.zone, staff }
  const letters = goingNow(visit, change, await notify(around, taken, ['staff']))
  return [
    withSource(receipt, taken),
    ...(await tellAuthor(visit, taken)),
    ...letters,
    ...(await offerDelivery(visit, item)),
  ]
}
