import { desc, eq, sql } from 'drizzle-orm'
import type { Message } from '../messages/message.ts'
import { type Tx, rows } from './open.ts'
import { playgroundLines } from './tables/playground.ts'

export interface Line {
  readonly id: number
  readonly personId: number | null
  readonly said: Message
  readonly saidAt: Date
}

/** Keeps a line; one that came with the same letter is kept once. */
export const addLine = async (tx: Tx, line: typeof playgroundLines.$inferInsert): Promise<void> => {
  await tx.insert(playgroundLines).values(line).onConflictDoNothing()
}

/** The last lines of a chat, oldest first. */
export const listRecent = async (tx: Tx, chat: string, limit: number): Promise<readonly Line[]> => {
  const found = await tx
    .select()
    .from(playgroundLines)
    .where(eq(playgroundLines.chat, chat))
    .orderBy(desc(playgroundLines.id))
    .limit(limit)
  return found.toReversed()
}

export interface LetterRow {
  readonly id: number
  readonly to: string
  readonly kind: string
  readonly state: string
  readonly text: string
}

/** The letters last put for the playground, newest first, with how far they are. */
export const listLetters = (tx: Tx, limit: number): Promise<readonly LetterRow[]> =>
  rows<LetterRow>(
    tx,
    sql`
      select o.id::float8 as id, o.kind, o.state,
        coalesce(p.name, c.name, case when o.to_type = 'chat' then '私聊' end, o.to_id) as to,
        coalesce(o.message->'lines'->>0, '') as text
      from outbox o
      left join bindings b on b.channel = o.channel and (b.platform_id = o.to_id or 'private-' || b.platform_id = o.to_id)
      left join people p on p.id = b.person_id
      left join chats c on c.channel = o.channel and c.id = o.to_id
      where o.channel = 'playground' order by o.id desc limit ${limit}`,
  )
