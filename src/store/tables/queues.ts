import { sql } from 'drizzle-orm'
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { Heard } from '../../channels/channel.ts'
import type { Message } from '../../messages/message.ts'
import { id, moment, number, office } from '../columns.ts'

/** What arrived and is still to be handled. Content is emptied as soon as it is.
 * @public the migrations are made from it */
export const inbox = pgTable(
  'inbox',
  {
    id: id(),
    channel: text('channel').notNull(),
    eventId: text('event_id').notNull(),
    messageId: text('message_id'),
    /** channel:chat:person. One lane is handled in the order of saying. */
    lane: text('lane').notNull(),
    heard: jsonb('heard').$type<Heard>(),
    saidAt: moment('said_at').notNull(),
    receivedAt: moment('received_at').notNull(),
    state: text('state').$type<'waiting' | 'handled' | 'set-aside'>().notNull().default('waiting'),
    tries: integer('tries').notNull().default(0),
    /** Leased or backing off until then, by the database's clock. */
    notBefore: moment('not_before'),
    error: text('error'),
    handledAt: moment('handled_at'),
  },
  (t) => [
    uniqueIndex('inbox_event').on(t.channel, t.eventId),
    uniqueIndex('inbox_message').on(t.channel, t.messageId),
    index('inbox_waiting')
      .on(t.lane, t.saidAt, t.id)
      .where(sql`state = 'waiting'`),
    index('inbox_handled').on(t.handledAt),
  ],
)

/** Letters on their way. `lane` is the chat (or person) at the platform, kept in order. */
export const outbox = pgTable(
  'outbox',
  {
    id: id(),
    officeId: office(),
    channel: text('channel').notNull(),
    lane: text('lane').notNull(),
    toType: text('to_type').$type<'chat' | 'person'>().notNull(),
    toId: text('to_id').notNull(),
    replyTo: text('reply_to'),
    uuid: text('uuid').notNull(),
    kind: text('kind').$type<'receipt' | 'answer' | 'notice' | 'reminder' | 'board'>().notNull(),
    /** Set by jobs: the same key is put once. */
    key: text('key'),
    isPrivate: boolean('is_private').notNull(),
    itemNo: integer('item_no'),
    message: jsonb('message').$type<Message>(),
    /** Where to say it instead (a chat's id, with a mention) when the person cannot be reached. */
    fallbackChat: text('fallback_chat'),
    dueAt: moment('due_at').notNull(),
    putAt: moment('put_at').notNull(),
    state: text('state')
      .$type<'waiting' | 'sent' | 'failed' | 'dropped'>()
      .notNull()
      .default('waiting'),
    tries: integer('tries').notNull().default(0),
    notBefore: moment('not_before'),
    firstTriedAt: moment('first_tried_at'),
    sentAt: moment('sent_at'),
    error: text('error'),
    receipt: text('receipt'),
    /** A receipt that rides in another letter, so that a retry says exactly the same. */
    carrierId: number('carrier_id'),
  },
  (t) => [
    index('outbox_waiting')
      .on(t.channel, t.lane, t.id)
      .where(sql`state = 'waiting'`),
    index('outbox_sent').on(t.channel, t.sentAt),
    uniqueIndex('outbox_key').on(t.officeId, t.key),
    index('outbox_carrier')
      .on(t.carrierId)
      .where(sql`carrier_id is not null`),
  ],
)

/** A chat (lane) or a whole channel (lane '') that must not be sent to for a while, because the platform said so.
 * @public the migrations are made from it */
export const pauses = pgTable(
  'pauses',
  {
    channel: text('channel').notNull(),
    lane: text('lane').notNull(),
    until: moment('until').notNull(),
    why: text('why').notNull(),
  },
  (t) => [primaryKey({ columns: [t.channel, t.lane] })],
)

/** One row per slot that has been done, over any number of replicas. */
export const slots = pgTable(
  'slots',
  {
    officeId: office(),
    job: text('job').notNull(),
    slot: text('slot').notNull(),
    doneAt: moment('done_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.officeId, t.job, t.slot] })],
)
