import type { ChannelName } from '../channels/channel.ts'
import { addDays, dayOf, minuteOfDay, momentOf } from '../domain/dates.ts'
import type { Item, Part } from '../domain/item.ts'
import type { Message } from '../messages/message.ts'
import { type Taken, told } from '../messages/steps.ts'
import type { Letter } from '../outbox/put.ts'
import { addressOf, departmentAddresses, staffAddresses } from '../store/addresses.ts'
import type { Tx } from '../store/open.ts'

/** Where and when news of a matter are told. */
export interface Around {
  readonly tx: Tx
  readonly channel: ChannelName
  readonly now: Date
  readonly zone: string
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
    if (message) letters.push(...(await lettersTo(around, taken, part, message)))
  }
  return letters
}

const lettersTo = async (
  { tx, channel, now, zone }: Around,
  { item, act }: Taken,
  part: Part,
  message: Message,
): Promise<readonly Letter[]> => {
  const isPrivate = part === 'author' && (act.verb === 'return' || act.verb === 'reject')
  const fallbackChat = part === 'author' && !isPrivate && item.chatId ? item.chatId : undefined
  const dueAt = item.isUrgent && part !== 'author' ? now : whenToTell(now, zone)
  const addresses = await addressesOf(tx, channel, item, part)
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

const addressesOf = async (tx: Tx, channel: ChannelName, item: Item, part: Part) => {
  const where = { channel, officeId: item.officeId }
  if (part === 'staff') return staffAddresses(tx, where)
  if (part === 'handler')
    return item.departmentId === null ? [] : departmentAddresses(tx, where, item.departmentId)
  const author = await addressOf(tx, channel, item.author)
  return author ? [author] : []
}

/** Notices of a step go 08:00–20:00 on any day (decisions 15). */
const whenToTell = (now: Date, zone: string): Date => {
  const minute = minuteOfDay(now, zone)
  const today = dayOf(now, zone)
  if (minute < 8 * 60) return momentOf(today, 8 * 60, zone)
  return minute < 20 * 60 ? now : momentOf(addDays(today, 1), 8 * 60, zone)
}
