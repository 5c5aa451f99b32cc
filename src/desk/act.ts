import { ask, gatherPhotos, holdPhotos } from './asking.ts'
import { goingNow } from './compare.ts'
import { convert } from './convert.ts'
import { notify } from './notify.ts'
import { type Prepared, type Unready, personNamed, prepare } from './prepare.ts'
import { takenOf } from './taken.ts'
import { thankFor } from './thanks.ts'
import { type Letters, type Visit, answer, letterTo } from './visit.ts'
import type { Act, Verb } from '../domain/act.ts'
import type { Change, Dossier } from '../domain/decide.ts'
import type { ActIntent } from '../domain/intent.ts'
import { type Item, label } from '../domain/item.ts'
import type { Person } from '../domain/person.ts'
import { viewOf } from '../domain/workflows/index.ts'
import { lineReason } from '../messages/points.ts'
import { done, movedOn } from '../messages/steps.ts'
import type { Taken } from '../messages/taken.ts'
import { inOfficeHands, withdrawalOffer } from '../messages/talk.ts'
import { forget, forgetItem } from '../store/asked.ts'
import { departmentAddresses } from '../store/addresses.ts'
import { record } from '../store/items.ts'

/** Carries an act out: find the dossier, decide, record, tell. */
export const carryOut = async (visit: Visit, intent: ActIntent): Promise<Letters> => {
  const prepared = await prepare(visit, intent)
  return 'message' in prepared ? refuse(visit, intent, prepared) : perform(visit, prepared)
}

/** Writes what has been decided. A conversion opens the new matter with it. */
export const perform = async (visit: Visit, prepared: Prepared): Promise<Letters> => {
  const { dossier, act, change } =
    prepared.act.verb === 'convert' ? await convert(visit, prepared) : prepared
  return apply(visit, dossier, change, act)
}

/** Writes a change and tells everybody who is concerned. */
export const apply = async (
  visit: Visit,
  dossier: Dossier,
  change: Change,
  act: Act,
): Promise<Letters> => {
  const { tx, channel, now, book } = visit
  await record(tx, change, lineReason, now)
  if (change.erases) await visit.exports.clear()
  if (change.fact.fromState !== change.fact.toState)
    await forgetItem(tx, change.item.officeId, change.item.no)
  await forgetReason(visit, change.item, act.verb)
  await takePhotos(visit, change.item, act.verb)
  const taken = await takenOf(visit, dossier, change, act)
  const around = { tx, channel, now, zone: book.calendar.zone }
  const letters = await notify(around, taken, change.tells)
  return [
    answer(visit, done(taken), 'answer', change.item.no),
    ...goingNow(visit, change, letters),
    ...(await thankFor(visit, dossier, change)),
    ...(await tellFormer(visit, dossier.item, taken)),
  ]
}

/** A case that goes to another department: the one that had it hears so. */
const tellFormer = async (visit: Visit, before: Item, { item, names }: Taken): Promise<Letters> => {
  const { tx, channel, office, now } = visit
  const former = before.departmentId
  if (former === null || former === item.departmentId || before.state === 'declined') return []
  const to = await departmentAddresses(tx, { channel, officeId: office.id, now }, former)
  return to.map((one) => letterTo(visit, one, movedOn(item, names.department)))
}

const takePhotos = async (visit: Visit, item: Item, verb: Verb): Promise<void> => {
  const isShown = ['rectify', 'reply', 'supplement', 'reopen'].includes(verb)
  if (!isShown && visit.heard.photos.length === 0) return
  await gatherPhotos(visit, verb === 'rectify' || verb === 'reply' ? 'after' : 'before', item.no)
}

/** The act for which we asked one more word has been carried out: nobody waits for it any more. */
const forgetReason = async ({ tx, asked }: Visit, { no }: Item, verb: Verb): Promise<void> => {
  for (const { id, question } of asked)
    if (
      question.type === 'reason' &&
      question.intent.type === 'act' &&
      question.intent.verb === verb &&
      (question.intent.no ?? no) === no
    )
      await forget(tx, id)
}

/** A refusal that can be mended by one more word keeps the intent open for it. */
const refuse = async (
  visit: Visit,
  intent: ActIntent,
  { message, refused }: Unready,
): Promise<Letters> => {
  if (!refused) return [answer(visit, message)]
  const { why, item } = refused
  if (why.why === 'missing-detail' && why.verb !== 'edit' && isSaid(why.detail)) {
    await holdPhotos(visit)
    await ask(visit, { type: 'reason', intent: { ...intent, no: item.no } }, item.no)
  }
  if (
    why.why === 'no-such-step' &&
    why.verb === 'withdraw' &&
    item.author === visit.by.id &&
    !viewOf(item).isOver
  ) {
    await ask(
      visit,
      { type: 'meant', intent: { type: 'request-withdrawal', no: item.no } },
      item.no,
    )
    return [answer(visit, withdrawalOffer(label(item), inOfficeHands(viewOf(item).title)))]
  }
  return [answer(visit, message)]
}

const isSaid = (detail: string): boolean => detail === 'reason' || detail === 'text'

export const findOnePerson = async (visit: Visit, name: string): Promise<Person | Letters> => {
  const found = await personNamed(visit, name)
  return 'id' in found ? found : [answer(visit, found.message)]
}
