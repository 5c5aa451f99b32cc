import { patchOf } from './patch.ts'
import type { Visit } from './visit.ts'
import { type Act, type Details, type Verb } from '../domain/act.ts'
import { type Change, type Decision, type Dossier, type Refusal, decide } from '../domain/decide.ts'
import type { ActIntent } from '../domain/intent.ts'
import type { Item, ItemNo } from '../domain/item.ts'
import { faultOfMerge } from '../domain/merge.ts'
import { type Person, mayRead } from '../domain/person.ts'
import { workflows } from '../domain/workflows/index.ts'
import type { Message } from '../messages/message.ts'
import {
  noSuchDepartment,
  noSuchItem,
  noSuchPerson,
  refusal,
  whichOne,
  wrongKind,
} from '../messages/refusals.ts'
import { listItems } from '../store/item-lists.ts'
import { findDossier } from '../store/items.ts'
import { findDepartment, listDepartments, listNamed } from '../store/people.ts'

/** An act with what it would change, not yet written. */
export interface Prepared {
  readonly dossier: Dossier
  readonly act: Act
  readonly change: Change
}

/** Why not, as it is said; with the rule's own refusal where a rule refused. */
export interface Unready {
  readonly message: Message
  readonly refused?: { readonly why: Refusal; readonly item: Item }
}

/** Finds the matter, understands the details and lets the rules decide. Writes nothing. */
export const prepare = async (visit: Visit, intent: ActIntent): Promise<Prepared | Unready> => {
  const dossier = await findFor(visit, intent)
  if ('message' in dossier) return dossier
  const { item } = dossier
  if (intent.kind && intent.kind !== item.kind)
    return { message: wrongKind(item, mayRead(visit.by, item)) }
  const said = await actOf(visit, intent)
  if ('message' in said) return said
  const act = patchOf(said, item, visit.heard.photos.length > 0)
  const decision = await decideWith(visit, dossier, act)
  return decision.ok
    ? { dossier, act, change: decision.change }
    : { message: refusal(decision.refusal), refused: { why: decision.refusal, item } }
}

/** What a merge leads to is looked at too, once the merge itself may be. */
const decideWith = async (visit: Visit, dossier: Dossier, act: Act): Promise<Decision> => {
  const decision = decide(visit.book, dossier, act)
  const { into } = act.details
  if (!decision.ok || act.verb !== 'merge' || into === undefined) return decision
  const target = await findDossier(visit.tx, visit.office.id, into)
  if (!target) return { ok: false, refusal: { why: 'no-such-target', into } }
  return faultOfMerge(dossier.item, target.item) ?? decision
}

/** The matter meant: by number, else the only one that waits for this person. */
const findFor = async (visit: Visit, intent: ActIntent): Promise<Dossier | Unready> => {
  const { tx, office } = visit
  const no = intent.no ?? (await onlyWaiting(visit, intent.verb))
  if (typeof no !== 'number') return { message: whichOne(no, intent.verb) }
  return (await findDossier(tx, office.id, no)) ?? { message: noSuchItem(no) }
}

const onlyWaiting = async (visit: Visit, verb: Verb): Promise<ItemNo | readonly Item[]> => {
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

const actOf = async (visit: Visit, intent: ActIntent): Promise<Act | Unready> => {
  const { verb } = intent
  const details = await detailsOf(visit, intent.details)
  if (!details) {
    const known = await listDepartments(visit.tx, visit.office.id)
    const names = known.map(({ name }) => name)
    return { message: noSuchDepartment(intent.details.department ?? '', names) }
  }
  const act: Act = { verb, details, by: visit.by, at: visit.at }
  if (!intent.onBehalfOf) return act
  const found = await personNamed(visit, intent.onBehalfOf)
  return 'id' in found ? { ...act, onBehalfOf: found } : found
}

const detailsOf = async (visit: Visit, details: Details): Promise<Details | undefined> => {
  if (details.department === undefined) return details
  const department = await findDepartment(visit.tx, visit.office.id, details.department)
  return department && { ...details, departmentId: department.id }
}

/** The only person of the roster with that name. */
export const personNamed = async (visit: Visit, name: string): Promise<Person | Unready> => {
  const found = await listNamed(visit.tx, { officeId: visit.office.id, name, now: visit.now })
  const [person] = found
  return person && found.length === 1 ? person : { message: noSuchPerson(name, found.length) }
}
