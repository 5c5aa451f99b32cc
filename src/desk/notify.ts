import type { Address, ChannelName } from '../channels/channel.ts'
import { whenToTell } from '../domain/dates.ts'
import type { Part } from '../domain/item.ts'
import type { Message } from '../messages/message.ts'
import { type Taken, told } from '../messages/steps.ts'
import type { Letter } from '../outbox/put.ts'
import { type Where, departmentAddresses, staffAddresses } from '../store/addresses.ts'
import type { Tx } from '../store/open.ts'
import { findPhotos } from '../store/photos.ts'
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
  return letters
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

const lettersTo = async (
  { tx, channel, now, zone, staff }: Around,
  { item, act }: Taken,
  part: Part,
  message: Message,
): Promise<readonly Letter[]> => {
  const isPrivate = part === 'author' && (act.verb === 'return' || act.verb === 'reject')
  const fallbackChat = part === 'author' && !isPrivate && item.chatId ? item.chatId : undefined
  const dueAt = item.isUrgent && part !== 'author' ? now : whenToTell(now, zone)
  const known = part === 'staff' ? staff : undefined
  const where = { channel, officeId: item.officeId, now }
  const addresses = known ?? (await addressesOf(tx, where, { item, act }, part))
  return addresses.map((to) => ({
    officeId: item.officeId,
    channel,
    to,
    kind: 'notice',
    isPrivate,
    itemNo: item.no,
    message,
    dueAt,
    ...(fallbackChat && to.type === 'person' && { fallbackChat }),
  }))
}

const addressesOf = async (
  tx: Tx,
  where: Where,
  { item, act }: Pick<Taken, 'item' | 'act'>,
  part: Part,
) => {
  if (part === 'staff') return staffAddresses(tx, where)
  if (part === 'handler')
    return item.departmentId === null ? [] : departmentAddresses(tx, where, item.departmentId)
  return authorAddresses(tx, where.channel, item, act.by.id)
}
