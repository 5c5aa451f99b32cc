import type { Address, ChannelName } from '../channels/channel.ts'
import { whenToTell } from '../domain/dates.ts'
import type { Verb } from '../domain/act.ts'
import { authorsOf, type Part, type PersonId } from '../domain/item.ts'
import type { Message } from '../messages/message.ts'
import { toldCoReporter } from '../messages/opinion-steps.ts'
import { told } from '../messages/steps.ts'
import type { Taken } from '../messages/taken.ts'
import type { Letter } from '../outbox/put.ts'
import {
  addressOf,
  departmentAddresses,
  staffAddresses,
  urgentAddresses,
} from '../store/addresses.ts'
import type { Tx } from '../store/open.ts'
import { listMerged } from '../store/item-lists.ts'
import { findPhotos } from '../store/photos.ts'
import { claimantAddresses } from '../store/solicitations.ts'
import { signerAddresses } from '../store/sources.ts'

/** Where and when news of a matter are told. */
export interface Around {
  readonly tx: Tx
  readonly channel: ChannelName
  readonly now: Date
  readonly zone: string
  /** Where the office is reached, if that has been looked up. */
  readonly staff?: readonly Address[]
}

/** One letter to each who is concerned by a step. Returns and refusals are for the author's eyes only. */
export const notify = async (
  around: Around,
  taken: Taken,
  parts: readonly Part[],
): Promise<readonly Letter[]> => {
  const letters: Letter[] = []
  for (const part of parts) {
    const photos = await photosFor(around.tx, taken, part)
    for (const { personId, ...to } of await readersOf(around, taken, part)) {
      const message = told(part, personId === undefined ? taken : { ...taken, reader: personId })
      if (!message) continue
      const shown = photos.length > 0 ? { ...message, photos } : message
      const { chatId: chat } = taken.item
      letters.push(letterAbout(around, taken, { to, message: shown, part, chat }))
    }
  }
  return [...letters, ...(await toCoReporters(around, taken))]
}

/** The department sees what is broken, the member what was put right. Photos still on their way follow by themselves. */
const photosFor = async (tx: Tx, { item, act }: Taken, part: Part): Promise<readonly string[]> => {
  const role =
    act.verb === 'dispatch' && part === 'handler'
      ? 'before'
      : act.verb === 'rectify' && part === 'author'
        ? 'after'
        : undefined
  if (!role) return []
  const { [role]: photos } = await findPhotos(tx, item.officeId, item.no)
  return photos.slice(-4)
}

/** Who reported the same hears what becomes of it. */
const toCoReporters = async (around: Around, taken: Taken): Promise<readonly Letter[]> => {
  const { item, act } = taken
  if (!shared.has(act.verb)) return []
  const letters: Letter[] = []
  for (const own of await listMerged(around.tx, item.officeId, item.no)) {
    const to = await addressOf(around.tx, around.channel, own.author)
    const message = toldCoReporter(taken, own)
    if (to)
      letters.push(letterAbout(around, taken, { to, message, part: 'author', chat: own.chatId }))
  }
  return letters
}

const shared = new Set<Verb>(['report', 'adopt', 'instruct', 'feedback', 'close'])

interface Addressed {
  readonly to: Address
  readonly message: Message
  readonly part: Part
  /** The group in which it was reported: told there when its author cannot be reached. */
  readonly chat: string
}

const letterAbout = (
  { channel, now, zone }: Around,
  { item, act }: Taken,
  { to, message, part, chat }: Addressed,
): Letter => {
  const isPrivate = part === 'author' && privateVerbs.has(act.verb)
  const fallbackChat = part === 'author' && !isPrivate && chat ? chat : undefined
  return {
    officeId: item.officeId,
    channel,
    to,
    kind: 'notice',
    isPrivate,
    itemNo: item.no,
    message,
    dueAt: item.isUrgent && part !== 'author' ? now : whenToTell(now, zone),
    ...(fallbackChat && to.type === 'person' && { fallbackChat }),
    ...(part === 'staff' && { isForOffice: true }),
  }
}

/** The office hears of it for the first time. */
const isNews: ReadonlySet<Verb> = new Set(['open', 'submit'])

/** What is for the author's eyes only. */
const privateVerbs: ReadonlySet<Verb> = new Set([
  'return',
  'reject',
  'quarantine',
  'release',
  'classify',
  'delete',
  'coauthor',
  'judge',
])

const readersOf = async (
  { tx, channel, now, staff }: Around,
  taken: Taken,
  part: Part,
): Promise<readonly (Address & { readonly personId?: PersonId })[]> => {
  const { item } = taken
  const where = { channel, officeId: item.officeId, now }
  if (part === 'staff')
    return (
      staff ??
      (item.isUrgent && isNews.has(taken.act.verb)
        ? urgentAddresses(tx, where)
        : staffAddresses(tx, where))
    )
  if (part === 'claimant') return claimantAddresses(tx, channel, item, taken.act.by.id)
  if (part === 'handler')
    return item.departmentId === null ? [] : departmentAddresses(tx, where, item.departmentId)
  return signerAddresses(tx, channel, item, {
    signers: signersConcerned(taken),
    but: taken.act.by.id,
  })
}

/** All who sign and all whose points change; what must be mended is the first author's. */
const signersConcerned = ({ item, act, entries }: Taken): readonly PersonId[] =>
  act.verb === 'return'
    ? [item.author]
    : [...new Set([...authorsOf(item), ...entries.map(({ to }) => to)])]
