import { titleOf } from '../commands/split.ts'
import { ask, gatherPhotos, holdPhotos } from './asking.ts'
import { notify } from './notify.ts'
import { type Letters, type Visit, answer, letterTo } from './visit.ts'
import { type Act, type Details, type Verb, alsoSubmittedTo, living } from '../domain/act.ts'
import { type Change, type Decision, type Dossier, decide } from '../domain/decide.ts'
import type { ActIntent } from '../domain/intent.ts'
import { type Item, label } from '../domain/item.ts'
import { type Person, mayRead } from '../domain/person.ts'
import { mask } from '../domain/privacy.ts'
import { viewOf, workflows } from '../domain/workflows/index.ts'
import { lineReason } from '../messages/lists.ts'
import {
  noSuchDepartment,
  noSuchItem,
  noSuchPerson,
  refusal,
  whichOne,
  wrongKind,
} from '../messages/refusals.ts'
import { type Taken, done, movedOn } from '../messages/steps.ts'
import {
  inOfficeHands,
  photoOnly,
  supplemented,
  unknownDepartment,
  withdrawalOffer,
} from '../messages/talk.ts'
import { forget, forgetItem } from '../store/asked.ts'
import { listItems } from '../store/item-lists.ts'
import { departmentAddresses } from '../store/addresses.ts'
import { findDossier, record } from '../store/items.ts'
import { findDepartment, listDepartments, listNamed, namesOf } from '../store/people.ts'

/** Carries an act out: find the dossier, decide, record, tell. */
export const carryOut = async (visit: Visit, intent: ActIntent): Promise<Letters> => {
  const dossier = await findFor(visit, intent)
  if (!('item' in dossier)) return dossier
  if (intent.kind && intent.kind !== dossier.item.kind)
    return [answer(visit, wrongKind(dossier.item, mayRead(visit.by, dossier.item)))]
  const act = await actOf(visit, intent)
  if (!('verb' in act)) return act
  const decision = decide(visit.book, dossier, withPatch(act, dossier.item, visit))
  return decision.ok
    ? apply(visit, dossier, decision.change, act)
    : refuse(visit, intent, dossier.item, decision)
}

/** Writes a change and tells everybody who is concerned. */
export const apply = async (
  visit: Visit,
  dossier: Dossier,
  change: Change,
  act: Act,
): Promise<Letters> => {
  const { tx, channel, now, book } = visit
  await record(tx, change, (rule, points) => lineReason(change.item, rule, points), now)
  if (change.fact.fromState !== change.fact.toState)
    await forgetItem(tx, change.item.officeId, change.item.no)
  await forgetReason(visit, change.item, act.verb)
  await takePhotos(visit, change.item, act.verb)
  const taken = await takenOf(visit, dossier, change, act)
  const others = change.tells.filter((part) => !isTheSame(part, visit, change.item))
  const letters = await notify({ tx, channel, now, zone: book.calendar.zone }, taken, others)
  return [
    answer(visit, done(taken), 'answer', change.item.no),
    ...letters,
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

/** Nobody is told what he has just done himself; on behalf of a member, the member is not there. */
export const isTheSame = (part: string, { by }: Visit, item: Item): boolean =>
  part === 'author' && by.id === item.author

export const takenOf = async (
  visit: Visit,
  dossier: Dossier,
  change: Change,
  act: Act,
): Promise<Taken> => {
  const { author, enteredBy } = change.item
  const others = [author, enteredBy ?? author].filter((id) => id !== visit.by.id)
  const names = others.length > 0 ? await namesOf(visit.tx, others) : new Map<number, string>()
  const nameOf = (id: number) => (id === visit.by.id ? visit.by.name : (names.get(id) ?? ''))
  const departments =
    change.item.departmentId === null ? [] : await listDepartments(visit.tx, visit.office.id)
  const count = (verb: Verb) =>
    living(dossier.facts).filter((fact) => fact.verb === verb).length + (act.verb === verb ? 1 : 0)
  return {
    item: change.item,
    act,
    entries: change.entries,
    names: {
      department:
        departments.find(({ id }) => id === change.item.departmentId)?.name ?? unknownDepartment,
      author: nameOf(author),
      actor: act.by.name,
      ...(enteredBy !== null && { enteredBy: nameOf(enteredBy) }),
    },
    reopened: count('reopen'),
    declined: count('decline'),
    alsoSubmittedTo: alsoSubmittedTo(dossier.facts),
  }
}

/** The matter meant: by number, else the only one that waits for this person. */
const findFor = async (visit: Visit, intent: ActIntent): Promise<Dossier | Letters> => {
  const { tx, office } = visit
  const no = intent.no ?? (await onlyWaiting(visit, intent.verb))
  if (typeof no !== 'number') return [answer(visit, whichOne(no, intent.verb))]
  return (await findDossier(tx, office.id, no)) ?? [answer(visit, noSuchItem(no))]
}

const onlyWaiting = async (visit: Visit, verb: Verb): Promise<number | readonly Item[]> => {
  const steps = Object.values(workflows).flatMap((workflow) =>
    workflow.steps.filter((step) => step.verb === verb),
  )
  const waiting = await listItems(visit.tx, {
    officeId: visit.office.id,
    ...(steps.some(({ by }) => by === 'handler')
      ? { departmentId: visit.by.departmentId ?? -1 }
      : { author: visit.by.id }),
    states:
      verb === 'verify' || verb === 'reopen'
        ? ['rectified', 'replied']
        : [...new Set(steps.flatMap(({ from }) => from))],
    limit: 6,
  })
  const [first] = waiting.filter(({ state }) => state === 'rectified')
  if (waiting.length === 1 && waiting[0]) return waiting[0].no
  return first && waiting.filter(({ state }) => state === 'rectified').length === 1
    ? first.no
    : waiting
}

const actOf = async (visit: Visit, intent: ActIntent): Promise<Act | Letters> => {
  const { verb } = intent
  const details = await detailsOf(visit, intent.details)
  if (!details) {
    const known = await listDepartments(visit.tx, visit.office.id)
    return [
      answer(
        visit,
        noSuchDepartment(
          intent.details.department ?? '',
          known.map(({ name }) => name),
        ),
      ),
    ]
  }
  const act: Act = { verb, details, by: visit.by, at: visit.at }
  if (!intent.onBehalfOf) return act
  const found = await findOnePerson(visit, intent.onBehalfOf)
  return 'id' in found ? { ...act, onBehalfOf: found } : found
}

const detailsOf = async (visit: Visit, details: Details): Promise<Details | undefined> => {
  const clean: Details = {
    ...details,
    ...(details.text !== undefined && { text: mask(details.text) }),
    ...(details.reason !== undefined && { reason: mask(details.reason) }),
  }
  if (details.department === undefined) return clean
  const department = await findDepartment(visit.tx, visit.office.id, details.department)
  return department && { ...clean, departmentId: department.id }
}

export const findOnePerson = async (visit: Visit, name: string): Promise<Person | Letters> => {
  const found = await listNamed(visit.tx, { officeId: visit.office.id, name, now: visit.now })
  const [person] = found
  return person && found.length === 1 ? person : [answer(visit, noSuchPerson(name, found.length))]
}

/** What supplied words do to the matter itself. */
const withPatch = (act: Act, item: Item, { heard }: Visit): Act => {
  if (act.verb !== 'supplement') return act
  const text = act.details.text ?? ''
  const details =
    text || heard.photos.length === 0 ? act.details : { ...act.details, text: photoOnly }
  return {
    ...act,
    details,
    patch: {
      ...(text && { text: supplemented(item.text, text) }),
      ...(text &&
        item.kind === 'opinion' &&
        item.advice === null &&
        item.state === 'draft' && { advice: text }),
      ...(text && item.problem === null && { problem: text, title: titleOf(text) }),
      ...(heard.photos.length > 0 && { lacksPhoto: false }),
    },
  }
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
  item: Item,
  { refusal: why }: Extract<Decision, { ok: false }>,
): Promise<Letters> => {
  if (why.why === 'missing-detail' && (why.detail === 'reason' || why.detail === 'text')) {
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
  return [answer(visit, refusal(why))]
}
