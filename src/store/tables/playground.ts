import { index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import type { Message } from '../../messages/message.ts'
import { id, moment } from '../columns.ts'

/** What was said in the playground's chats, by people and by the bot, so that the page can show it. */
export const playgroundLines = pgTable(
  'playground_lines',
  {
    id: id(),
    chat: text('chat').notNull(),
    /** Who said it; absent when it was the bot. */
    personId: integer('person_id'),
    said: jsonb('said').$type<Message>().notNull(),
    /** The letter it came with: said once, however often it is sent. */
    uuid: text('uuid').unique(),
    saidAt: moment('said_at').notNull(),
  },
  (t) => [index('playground_lines_chat').on(t.chat, t.id)],
)
