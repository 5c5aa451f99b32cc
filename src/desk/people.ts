import type { ChannelName, Said } from '../channels/channel.ts'
import { type Letters, answer } from './visit.ts'
import type { Intent } from '../domain/intent.ts'
import type { Office } from '../domain/office.ts'
import { addBinding, findLock, listByNameAndDigits, noteWrongTry } from '../store/bindings.ts'
import type { Tx } from '../store/open.ts'
import { meetStranger } from '../store/people.ts'
import * as says from '../messages/people.ts'

/** Somebody we do not know stands at the desk. */
export interface Stranger {
  readonly tx: Tx
  readonly channel: ChannelName
  readonly office: Office
  readonly heard: Said
  readonly now: Date
}

/** One polite sentence a day; nothing is kept but the fact. */
export const greetStranger = async (visit: Stranger): Promise<Letters> => {
  const { tx, channel, heard, now, office } = visit
  const isNew = await meetStranger(tx, channel, heard.from, now)
  return isNew || heard.chat.type === 'private'
    ? [answer(visit, says.stranger(office.name, heard.chat.type === 'group'))]
    : []
}

/** 绑定 in a private chat: name and the last four digits must both fit; three wrong tries lock for an hour. */
export const bindStranger = async (
  visit: Stranger,
  { name, lastFour }: Extract<Intent, { type: 'bind' }>,
): Promise<Letters> => {
  const { tx, channel, heard, now, office } = visit
  if (heard.chat.type === 'group') return [answer(visit, says.bindPrivately())]
  if (await findLock(tx, channel, heard.from, now)) return [answer(visit, says.bindLocked())]
  const found = await listByNameAndDigits(tx, channel, { officeId: office.id, name, lastFour, now })
  const [one] = found
  if (!one || found.length > 1 || one.boundTo !== null)
    return [answer(visit, says.wrongBinding(await noteWrongTry(tx, channel, heard.from, now)))]
  await addBinding(tx, {
    channel,
    platformId: heard.from,
    officeId: office.id,
    personId: one.id,
    privateChat: heard.chat.id,
    boundAt: now,
  })
  return [answer(visit, says.bound(name))]
}
