import { and, eq, sql } from 'drizzle-orm'
import type { ChannelName } from '../channels/channel.ts'
import type { ChatKind } from './people.ts'
import type { Tx } from './open.ts'
import { chats } from './tables/people.ts'

export interface ChatRow {
  readonly channel: string
  readonly id: string
  readonly kind: ChatKind
  readonly name: string
  readonly departmentId: number | null
  readonly isAlive: boolean
}

/** Takes note of a group; true when it was not known or had been left. */
export const noteChat = async (
  tx: Tx,
  chat: {
    readonly channel: ChannelName
    readonly id: string
    readonly officeId: number
    readonly name: string
  },
  now: Date,
): Promise<boolean> => {
  const [before] = await tx
    .select({ isAlive: chats.isAlive })
    .from(chats)
    .where(and(eq(chats.channel, chat.channel), eq(chats.id, chat.id)))
  await tx
    .insert(chats)
    .values({ ...chat, kind: 'unknown', addedAt: now })
    .onConflictDoUpdate({
      target: [chats.channel, chats.id],
      set: { isAlive: true, ...(chat.name && { name: chat.name }) },
    })
  return !before?.isAlive
}

export const noteChatGone = async (tx: Tx, channel: ChannelName, id: string): Promise<void> => {
  await tx
    .update(chats)
    .set({ isAlive: false })
    .where(and(eq(chats.channel, channel), eq(chats.id, id)))
}

export const listChats = (tx: Tx): Promise<readonly ChatRow[]> =>
  tx.select().from(chats).orderBy(chats.channel, chats.name, chats.id)

/** Sets what a group is; false when there is no such group. */
export const setChatKind = async (
  tx: Tx,
  id: string,
  kind: ChatKind,
  departmentId: number | null,
): Promise<boolean> => {
  const set = await tx
    .update(chats)
    .set({ kind, departmentId })
    .where(sql`${chats.id} = ${id}`)
    .returning({ id: chats.id })
  return set.length > 0
}
