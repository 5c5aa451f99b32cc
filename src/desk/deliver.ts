import { apply } from './act.ts'
import { ask } from './asking.ts'
import { type Letters, type Visit, answer, inGroup } from './visit.ts'
import { dayOf } from '../domain/dates.ts'
import { decide } from '../domain/decide.ts'
import type { DeliverIntent, OpenIntent } from '../domain/intent.ts'
import type { Item, ItemNo } from '../domain/item.ts'
import type { Person } from '../domain/person.ts'
import { type Solicited, deliveryOf, isInvited, isOpen, owing } from '../domain/solicitation.ts'
import { lineReason } from '../messages/points.ts'
import { noSuchItem, refusal } from '../messages/refusals.ts'
import { findDossier, record } from '../store/items.ts'
import { findPerson } from '../store/people.ts'
import { countOpinionsSince, listSolicited } from '../store/solicitations.ts'
import * as says from '../messages/solicitations.ts'

/** What a new opinion says it was written for. */
export interface Answering {
  readonly solicitationNo: ItemNo | null
  /** The words that are the opinion itself. */
  readonly text: string
  /** Said with the receipt. */
  readonly line?: string
  readonly delivers?: Solicited
}

/** 社情民意 约3 …: delivered where that is possible, else an opinion like any other, and why is said. */
export const answeringOf = async (
  visit: Visit,
  { text, answering }: OpenIntent,
  author: Person,
): Promise<Answering> => {
  if (!answering) return { solicitationNo: null, text }
  const [solicited] = await listSolicited(visit.tx, visit.office.id, answering.no)
  const why = whyNot(visit, solicited, author, visit.at)
  if (!solicited || why)
    return {
      solicitationNo: null,
      text,
      line: says.takenWithout(
        says.whyNotDelivered(why ?? 'unknown', answering.no, solicited?.item),
      ),
    }
  return {
    solicitationNo: answering.no,
    text: answering.text,
    line: says.takenAsDelivery(solicited.item),
    delivers: solicited,
  }
}

const whyNot = (
  { book }: Visit,
  solicited: Solicited | undefined,
  author: Person,
  at: Date,
): says.NotDelivered | undefined => {
  if (!solicited) return 'unknown'
  const { item } = solicited
  if (!isOpen(item)) return 'over'
  if (item.fixBy !== null && dayOf(at, book.calendar.zone) > item.fixBy) return 'too-late'
  if (!isInvited(author, item)) return 'not-invited'
  return deliveryOf(solicited, author.id) && 'twice'
}

export const withLine = ([receipt, ...others]: Letters, { line }: Answering): Letters =>
  receipt && line
    ? [
        {
          ...receipt,
          kind: 'answer',
          message: { ...receipt.message, lines: [...receipt.message.lines, line] },
        },
        ...others,
      ]
    : receipt
      ? [receipt, ...others]
      : []

/** Who delivers has claimed it. */
export const takeUp = async (
  visit: Visit,
  { delivers }: Pick<Answering, 'delivers'>,
  by: Person,
): Promise<void> => {
  if (!delivers) return
  const { item, claims } = delivers
  if (claims.some(({ personId }) => personId === by.id)) return
  const dossier = await findDossier(visit.tx, item.officeId, item.no)
  const act = { verb: 'claim', details: {}, by, at: visit.at } as const
  const decision = dossier && decide(visit.book, dossier, act)
  if (decision?.ok) await record(visit.tx, decision.change, lineReason, visit.now)
}

/** 交稿 137 约3, or 是 to the question: an opinion that is already there was the one. */
export const deliver = async (
  visit: Visit,
  { no, solicitation }: DeliverIntent,
): Promise<Letters> => {
  const { tx, office } = visit
  const dossier = await findDossier(tx, office.id, no)
  if (!dossier) return [answer(visit, noSuchItem(no))]
  const { item } = dossier
  const act = {
    verb: 'deliver',
    details: { solicitation },
    by: visit.by,
    at: visit.at,
    patch: { solicitationNo: solicitation },
  } as const
  const decision = decide(visit.book, dossier, act)
  if (!decision.ok) return [answer(visit, refusal(decision.refusal))]
  if (item.solicitationNo !== null)
    return [answer(visit, says.alreadyDelivery(item, item.solicitationNo))]
  const author = await findPerson(tx, item.author)
  const [solicited] = await listSolicited(tx, office.id, solicitation)
  const why = author ? whyNot(visit, solicited, author, item.openedAt) : 'not-invited'
  if (!solicited || !author || why)
    return [
      answer(
        visit,
        says.notDelivered(says.whyNotDelivered(why ?? 'unknown', solicitation, solicited?.item)),
      ),
    ]
  await takeUp(visit, { delivers: solicited }, author)
  return apply(visit, dossier, decision.change, act)
}

/** The first opinion after a claim that names nothing is asked, once, whether it is the one. */
export const offerDelivery = async (visit: Visit, item: Item): Promise<Letters> => {
  const { tx, office, by } = visit
  if (!visit.hasClaims || item.kind !== 'opinion' || item.author !== by.id) return []
  if (item.solicitationNo !== null) return []
  const open = await listSolicited(tx, office.id)
  const owed = open.find(
    (one) =>
      owing(one).some(({ personId }) => personId === by.id) &&
      !whyNot(visit, one, by, item.openedAt),
  )
  const claim = owed && owing(owed).find(({ personId }) => personId === by.id)
  if (!claim) return []
  const others = await countOpinionsSince(tx, item, claim.claimedAt)
  if (others > 0) return []
  const intent: DeliverIntent = { type: 'deliver', no: item.no, solicitation: owed.item.no }
  await ask(visit, { type: 'meant', intent }, item.no)
  return [answer(visit, says.isItThis(item, owed.item, inGroup(visit)))]
}
