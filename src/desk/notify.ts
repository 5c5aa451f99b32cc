import type { Address, ChannelName } from '../channels/channel.ts'
import { whenToTell } from '../domain/dates.ts'
import type { Verb } from '../domain/act.ts'
import type { Part } from '../domain/item.ts'
import type { Message } from '../messages/message.ts'
import { toldCoReporter } from '../messages/opinion-steps.ts'
import { told } from '../messages/steps.ts'
import type { Taken } from '../messages/taken.ts'
import type { Letter } from '../outbox/put.ts'
import { type Where, addressOf, departmentAddresses, staffAddresses } from '../store/addresses.ts'
import type { Tx } from '../store/open.ts'
import { listMerged } from '../store/item-lists.ts'
import { findPhotos } from '../store/photos.ts'
import { claimantAddresses } from '../store/solicitations.ts'
import { authorAddresses } from '../store/sources.ts'

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
    const message = told(part, taken)
    if (!message) continue
    const shown = await withPhotos(around.tx, taken, part, message)
    letters.push(...(await lettersTo(around, taken, part, shown)))
  }
  return [...letters, ...(await toCoReporters(around, taken))]
}

/** The department sees what is broken, the member what was put right. Photos still on their way follow by themselves. */
const withPhotos = async (
  tx: Tx,
  { item, act }: Taken,
  part: Part,
  message: Message,
): Promise<Message> => {
  const role =
    act.verb === 'dispatch' && part === 'handler'
      ? 'before'
      : act.verb === 'rectify' && part === 'author'
        ? 'after'
        : undefined
  if (!role) return message
  const { [role]: photos } = await findPhotos(tx, item.officeId, item.no)
  return photos.length > 0 ? { ...message, photos: photos.slice(-4) } : message
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

const lettersTo = async (
  around: Around,
  taken: Taken,
  part: Part,
  message: Message,
): Promise<readonly Letter[]> => {
  const { tx, channel, now, staff } = around
  const { item } = taken
  const known = part === 'staff' ? staff : undefined
  const where = { channel, officeId: item.officeId, now }
  const addresses = known ?? (await addressesOf(tx, where, taken, part))
  return addresses.map((to) => letterAbout(around, taken, { to, message, part, chat: item.chatId }))
}

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

/** What is for the author's eyes only. */
const privateVerbs: ReadonlySet<Verb> = new Set([
  'return',
  'reject',
  'quarantine',
  'release',
  'classify',
  'delete',
])

const addressesOf = async (
  tx: Tx,
  where: Where,
  { item, act }: Pick<Taken, 'item' | 'act'>,
  part: Part,
) => {
  if (part === 'staff') return staffAddresses(tx, where)
  if (part === 'claimant') return claimantAddresses(tx, where.channel, item, act.by.id)
  if (part === 'handler')
    return item.departmentId === null ? [] : departmentAddresses(tx, where, item.departmentId)
  return authorAddresses(tx, where.channel, item, act.by.id)
}
