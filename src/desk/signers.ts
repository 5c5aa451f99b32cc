import { readNames, takeCoAuthors } from '../commands/coauthors.ts'
import { apply } from './act.ts'
import { takenOf } from './taken.ts'
import { type Letters, type Visit, answer, letterTo, todayOf } from './visit.ts'
import type { Act } from '../domain/act.ts'
import { whenToTell } from '../domain/dates.ts'
import { decide } from '../domain/decide.ts'
import type { Intent, OpenIntent } from '../domain/intent.ts'
import type { Item, PersonId } from '../domain/item.ts'
import { type Person, isStaff, mayRead, maySubmit } from '../domain/person.ts'
import { viewOf } from '../domain/workflows/index.ts'
import { noSuchItem, refusal, wrongKind } from '../messages/refusals.ts'
import {
  type SignerFault,
  signersRefused,
  signersTold,
  signersTooLate,
  withSigners,
} from '../messages/signers.ts'
import { addressesOf } from '../store/addresses.ts'
import { findDossier } from '../store/items.ts'
import { findBound } from '../store/bindings.ts'
import { listNamed } from '../store/people.ts'

/** 联名 137 张三 李四: who signs with the author, from now on; what was earned follows by opposite lines. */
export const nameSigners = async (
  visit: Visit,
  { no, kind, names }: Extract<Intent, { type: 'coauthor' }>,
): Promise<Letters> => {
  const dossier = await findDossier(visit.tx, visit.office.id, no)
  if (!dossier) return [answer(visit, noSuchItem(no))]
  const { item } = dossier
  if (kind && kind !== item.kind) return [answer(visit, wrongKind(item, mayRead(visit.by, item)))]
  const { people, faults } = await findSigners(visit, names, item.author)
  const coAuthors = people.map(({ id }) => id)
  const act: Act = {
    verb: 'coauthor',
    details: { coAuthors },
    by: visit.by,
    at: visit.at,
    patch: { coAuthors },
  }
  const decision = decide(visit.book, dossier, act)
  if (decision.ok)
    return faults.length > 0
      ? [answer(visit, signersRefused(item, faults))]
      : apply(visit, dossier, decision.change, act)
  const isTooLate =
    decision.refusal.why === 'no-such-step' && !isStaff(visit.by) && !viewOf(item).isOver
  return [answer(visit, isTooLate ? signersTooLate(item) : refusal(decision.refusal))]
}

export interface Signers {
  readonly people: readonly Person[]
  readonly faults: readonly SignerFault[]
}

/** The names within a submission, and its text without them; with none that is known, the text stays as it was said. */
export const takeSigners = async (
  visit: Visit,
  intent: OpenIntent,
  author: PersonId,
): Promise<Signers & { readonly intent: OpenIntent }> => {
  const { text, names } = takeCoAuthors(intent.text)
  if (intent.kind !== 'opinion' || names.length === 0) return { intent, people: [], faults: [] }
  const found = await findSigners(visit, names, author)
  return { ...found, intent: found.people.length > 0 ? { ...intent, text } : intent }
}

/** Those named in a submission hear of it, and who made it reads whom we have taken down. */
export const tellSigners = async (
  visit: Visit,
  item: Item,
  { people, faults }: Signers,
  letters: Letters,
): Promise<Letters> => {
  const [receipt, ...others] = letters
  if (!receipt || people.length + faults.length === 0) return letters
  const names = people.map(({ name }) => name)
  return [
    { ...receipt, kind: 'answer', message: withSigners(receipt.message, item.no, names, faults) },
    ...others,
    ...(await lettersToSigners(visit, item)),
  ]
}

const lettersToSigners = async (visit: Visit, item: Item): Promise<Letters> => {
  const { tx, channel, now, book, by, at } = visit
  const act: Act = { verb: 'coauthor', details: {}, by, at }
  const taken = await takenOf(visit, { item, facts: [], posted: [] }, { item, entries: [] }, act)
  const dueAt = whenToTell(now, book.calendar.zone)
  const reached = await addressesOf(
    tx,
    channel,
    item.coAuthors.filter((id) => id !== by.id),
  )
  return [...reached].map(([personId, to]) => ({
    ...letterTo(visit, to, signersTold({ ...taken, reader: personId })),
    isPrivate: true,
    itemNo: item.no,
    dueAt,
  }))
}

const findSigners = async (
  visit: Visit,
  names: readonly string[],
  author: PersonId,
): Promise<Signers> => {
  const people: Person[] = []
  const faults: SignerFault[] = []
  const { most } = visit.book.scoring.rulesOn(todayOf(visit)).coAuthors
  for (const name of names) {
    const found = await findSigner(visit, name)
    if ('why' in found) faults.push(found)
    else if (found.id === author) faults.push({ why: 'is-author', name: found.name })
    else if (people.some(({ id }) => id === found.id)) continue
    else if (people.length < most) people.push(found)
    else if (!faults.some(({ why }) => why === 'too-many')) faults.push({ why: 'too-many', most })
  }
  return { people, faults }
}

/** A mention says exactly who is meant; a typed name may be shared by several. */
const findSigner = async (visit: Visit, name: string): Promise<Person | SignerFault> => {
  const { tx, channel, office, now, heard } = visit
  const mention = heard.mentions.find((one) => readNames(one.name).join() === name)
  const bound =
    mention && (await findBound(tx, { channel, officeId: office.id, platformId: mention.id, now }))
  const found = bound ? [bound] : await listNamed(tx, { officeId: office.id, name, now })
  const [person] = found
  if (!person) return { why: 'unknown', name }
  if (found.length > 1) return { why: 'namesake', name }
  return maySubmit(person) ? person : { why: 'not-a-member', name }
}
