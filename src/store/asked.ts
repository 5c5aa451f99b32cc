import { and, eq, lt, sql } from 'drizzle-orm'
import type { ChannelName } from '../channels/channel.ts'
import type { Question } from '../domain/question.ts'
import type { Tx } from './open.ts'
import { asked } from './tables/book.ts'

export interface Asking {
  readonly officeId: number
  readonly personId: number
  readonly channel: ChannelName
  readonly chatId: string
  readonly itemNo?: number
  readonly question: Question
  readonly now: Date
  readonly forMs: number
}

/** Asked privately, wherever that will be: we may not know the private chat yet. */
export const anyPrivateChat = 'private'

/** Keeps a question open; one of each type per person and chat, a newer one takes the place of the older. */
export const keepAsking = async (
  tx: Tx,
  { now, forMs, itemNo, ...asking }: Asking,
): Promise<void> => {
  await tx
    .delete(asked)
    .where(
      and(
        eq(asked.personId, asking.personId),
        eq(asked.channel, asking.channel),
        eq(asked.chatId, asking.chatId),
        sql`${asked.question}->>'type' = ${asking.question.type}`,
      ),
    )
  await tx.insert(asked).values({
    ...asking,
    itemNo: itemNo ?? null,
    askedAt: now,
    expiresAt: new Date(now.getTime() + forMs),
  })
}

export const forget = async (tx: Tx, id: number): Promise<void> => {
  await tx.delete(asked).where(eq(asked.id, id))
}

/** Nothing more is asked about a matter, of anybody. */
export const forgetItem = async (tx: Tx, officeId: number, no: number): Promise<void> => {
  await tx.delete(asked).where(and(eq(asked.officeId, officeId), eq(asked.itemNo, no)))
}

/** By the office's own clock: the playground's may be moved. */
export const sweepAsked = async (tx: Tx, officeId: number, now: Date): Promise<void> => {
  const longAgo = new Date(now.getTime() - 30 * 86_400_000)
  await tx.delete(asked).where(and(eq(asked.officeId, officeId), lt(asked.expiresAt, longAgo)))
}
