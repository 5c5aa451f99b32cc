import { splitOpinion, splitSnapshot, titleOf } from '../commands/split.ts'
import { ask, gatherPhotos, holdPhotos } from './asking.ts'
import { goingNow } from './compare.ts'
import { answeringOf, offerDelivery, takeUp, withLine } from './deliver.ts'
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
import type { Message } from '../messages/message.ts'
import type { Address } from '../channels/channel.ts'
import { staffAddresses } from '../store/addresses.ts'
import { openItem } from '../store/items.ts'
import { nextNo } from '../store/offices.ts'
import * as says from '../messages/opening.ts'

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
  const written = withLine(await write(visit, drafted, staff), answering)
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
  readonly missing: 'advice' | 'place' | 'photo' | 'yes' | undefined
  readonly message: (item: Item) => Message
}

const draftOf = (visit: Visit, intent: OpenIntent, item: Item): Promise<Drafted> =>
  intent.kind === 'opinion' ? draftOpinion(visit, intent, item) : draftSnapshot(visit, intent, item)

export const blank = (
  visit: Visit,
  { kind, text }: OpenIntent,
  author: number,
  no: number,
): Item => ({
  officeId: visit.office.id,
  no,
  kind,
  state: 'submitted',
  version: 1,
  author,
  enteredBy: author === visit.by.id ? null : visit.by.id,
  coAuthors: [],
  title: titleOf(text),
  text,
  editedText: null,
  problem: null,
  advice: null,
  place: null,
  category: null,
  isUrgent: false,
  departmentId: null,
  dueOn: null,
  fixBy: null,
  lacksPhoto: false,
  isEscalated: false,
  mergedInto: null,
  derivedFrom: null,
  solicitationNo: null,
  level: null,
  audience: null,
  channel: visit.channel,
  chatId: visit.heard.chat.type === 'group' ? visit.heard.chat.id : '',
  messageId: visit.heard.messageId,
  openedAt: visit.at,
  changedAt: visit.at,
  remindedAt: null,
})

const draftOpinion = async (
  visit: Visit,
  intent: OpenIntent,
  blankItem: Item,
): Promise<Drafted> => {
  await gatherPhotos(visit, 'before', blankItem.no)

  const { headings, ...parts } = splitOpinion(intent.text)
  const item = { ...blankItem, ...parts }
  const isAsked = !intent.onBehalfOf
  if (intent.reconstructed && isAsked)
    return { item, missing: 'yes', message: (it) => says.showDraft(it, inGroup(visit)) }
  if (isAsked && item.advice === null)
    return { item, missing: 'advice', message: (it) => says.askForAdvice(it, inGroup(visit)) }
  return { item, missing: undefined, message: (it) => says.opinionReceipt(it, headings) }
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
  return { item, missing: undefined, message: (it) => says.snapshotReceipt(it, isEmergency) }
}

const write = async (
  visit: Visit,
  { item: drafted, missing, message }: Drafted,
  staff: readonly Address[],
): Promise<Letters> => {
  const { tx, channel, now, book, at } = visit
  const state = missing ? 'draft' : 'submitted'
  const item = { ...drafted, state, dueOn: dueOnOf(book.calendar, { ...drafted, state }, at) }
  const fact = {
    verb: 'open',
    byPerson: visit.by.id,
    onBehalfOf: item.author === visit.by.id ? null : item.author,
    details: {},
    fromState: null,
    toState: state,
    before: null,
    saidAt: at,
  } as const
  openItem(tx, item, fact, now)
  if (missing === 'yes') await ask(visit, { type: 'submit-draft', no: item.no }, item.no)
  else if (missing) await ask(visit, { type: 'missing', what: missing, no: item.no }, item.no)
  const said = message(item)
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
