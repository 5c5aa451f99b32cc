import { sql } from 'drizzle-orm'
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { Details, Verb } from '../../domain/act.ts'
import type { Question } from '../../domain/question.ts'
import type { Item, ItemKind } from '../../domain/item.ts'
import type { Level } from '../../domain/level.ts'
import { id, moment, number, office } from '../columns.ts'

/** Every matter as it stands now. */
export const items = pgTable(
  'items',
  {
    officeId: office(),
    no: integer('no').notNull(),
    kind: text('kind').$type<ItemKind>().notNull(),
    state: text('state').notNull(),
    version: integer('version').notNull(),
    author: integer('author').notNull(),
    /** Who reported it for its author. */
    enteredBy: integer('entered_by'),
    coAuthors: integer('co_authors').array().$type<readonly number[]>().notNull().default([]),
    title: text('title').notNull(),
    text: text('text').notNull(),
    editedText: text('edited_text'),
    problem: text('problem'),
    advice: text('advice'),
    place: text('place'),
    category: text('category'),
    isUrgent: boolean('is_urgent').notNull().default(false),
    departmentId: integer('department_id'),
    /** The day by which the current state must be left, frozen when it was set. */
    dueOn: date('due_on'),
    /** The day by which it must be put right, frozen at dispatch. */
    fixBy: date('fix_by'),
    lacksPhoto: boolean('lacks_photo').notNull().default(false),
    isEscalated: boolean('is_escalated').notNull().default(false),
    mergedInto: integer('merged_into'),
    derivedFrom: integer('derived_from'),
    /** The 约稿 it was written for. */
    solicitationNo: integer('solicitation_no'),
    /** Of a 约稿: for which level, and who is asked; null is everybody. */
    level: text('level').$type<Level>(),
    audience: jsonb('audience').$type<readonly number[]>(),
    channel: text('channel').notNull(),
    chatId: text('chat_id').notNull(),
    /** The message that opened it: recalling that one withdraws it. */
    messageId: text('message_id'),
    openedAt: moment('opened_at').notNull(),
    changedAt: moment('changed_at').notNull(),
    remindedAt: moment('reminded_at'),
  },
  (t) => [
    primaryKey({ columns: [t.officeId, t.no] }),
    index('items_author').on(t.officeId, t.author, t.changedAt),
    index('items_co_authors')
      .using('gin', t.coAuthors)
      .where(sql`co_authors <> '{}'`),
    index('items_state').on(t.officeId, t.state, t.dueOn),
    index('items_department').on(t.officeId, t.departmentId, t.state),
    index('items_message').on(t.channel, t.messageId),
    index('items_merged')
      .on(t.officeId, t.mergedInto)
      .where(sql`merged_into is not null`),
    index('items_solicitation')
      .on(t.officeId, t.solicitationNo)
      .where(sql`solicitation_no is not null`),
  ],
)

/** The history: one line for every act, never changed but for `undoneBy`. */
export const facts = pgTable(
  'facts',
  {
    id: id(),
    officeId: office(),
    itemNo: integer('item_no').notNull(),
    verb: text('verb').$type<Verb>().notNull(),
    byPerson: integer('by_person').notNull(),
    onBehalfOf: integer('on_behalf_of'),
    details: jsonb('details').$type<Details>().notNull(),
    fromState: text('from_state'),
    toState: text('to_state').notNull(),
    /** The matter before this act, so that an undo can restore it. */
    before: jsonb('before').$type<Item>(),
    saidAt: moment('said_at').notNull(),
    recordedAt: moment('recorded_at').notNull(),
    undoneBy: number('undone_by'),
  },
  (t) => [
    index('facts_item').on(t.officeId, t.itemNo, t.id),
    index('facts_person').on(t.officeId, t.byPerson, t.id),
    // what was taken over from the office's own list is taken over once
    uniqueIndex('facts_old_no')
      .on(t.officeId, sql`(details->>'oldNo')`)
      .where(sql`verb = 'open' and details->>'oldNo' is not null`),
  ],
)

/** Photos that go with a matter. Without a matter they wait ten minutes for their sentence. */
export const photos = pgTable(
  'photos',
  {
    id: id(),
    officeId: office(),
    itemNo: integer('item_no'),
    personId: integer('person_id').notNull(),
    channel: text('channel').notNull(),
    chatId: text('chat_id').notNull(),
    messageId: text('message_id').notNull(),
    key: text('key').notNull(),
    role: text('role').$type<'before' | 'after'>().notNull(),
    state: text('state').$type<'wanted' | 'kept' | 'refused' | 'gone' | 'unwanted'>().notNull(),
    hash: text('hash'),
    tries: integer('tries').notNull().default(0),
    notBefore: moment('not_before'),
    saidAt: moment('said_at').notNull(),
  },
  (t) => [
    uniqueIndex('photos_key').on(t.channel, t.messageId, t.key),
    index('photos_item').on(t.officeId, t.itemNo),
    index('photos_wanted')
      .on(t.id)
      .where(sql`state = 'wanted'`),
    index('photos_unwanted')
      .on(t.id)
      .where(sql`state = 'unwanted'`),
    index('photos_person').on(t.personId, t.saidAt),
  ],
)

/** Points, append only. A correction is a line with the opposite sign. */
export const ledger = pgTable(
  'ledger',
  {
    id: id(),
    officeId: office(),
    personId: integer('person_id').notNull(),
    itemNo: integer('item_no'),
    rule: text('rule').notNull(),
    ruleVersion: text('rule_version').notNull(),
    points: numeric('points', { precision: 8, scale: 1, mode: 'number' }).notNull(),
    reason: text('reason').notNull(),
    factId: number('fact_id'),
    /** The day of the outcome decides the period. */
    outcomeOn: date('outcome_on').notNull(),
    reverses: number('reverses'),
    enteredBy: integer('entered_by').notNull(),
    recordedAt: moment('recorded_at').notNull(),
  },
  (t) => [
    index('ledger_board').on(t.officeId, t.outcomeOn, t.personId, t.rule, t.points, t.id),
    index('ledger_person').on(t.personId, t.outcomeOn),
    index('ledger_item').on(t.officeId, t.itemNo),
  ],
)

/** What we asked a person in a chat: the next message there may answer it. */
export const asked = pgTable(
  'asked',
  {
    id: id(),
    officeId: office(),
    personId: integer('person_id').notNull(),
    channel: text('channel').notNull(),
    chatId: text('chat_id').notNull(),
    itemNo: integer('item_no'),
    question: jsonb('question').$type<Question>().notNull(),
    askedAt: moment('asked_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
  },
  (t) => [index('asked_person').on(t.personId, t.channel, t.chatId)],
)

/** Every opinion as it is compared with others: derived, and made anew where it is missing. */
export const wordings = pgTable(
  'wordings',
  {
    officeId: office(),
    itemNo: integer('item_no').notNull(),
    /** Its characters, each once, with spaces between: so pg_trgm counts characters. */
    characters: text('characters').notNull(),
    /** The same for texts that differ in nothing but numbers and signs. */
    skeleton: text('skeleton').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.officeId, t.itemNo] }),
    index('wordings_skeleton').on(t.officeId, t.skeleton, t.itemNo),
  ],
)

/** Opinions that were handed in and are still to be compared, with the letters that wait for it. */
export const comparisons = pgTable('comparisons', {
  id: id(),
  officeId: office(),
  itemNo: integer('item_no').notNull(),
  channel: text('channel').notNull(),
  letters: jsonb('letters').$type<readonly unknown[]>().notNull(),
  tellsAuthor: boolean('tells_author').notNull(),
  tries: integer('tries').notNull(),
  wantedAt: moment('wanted_at').notNull().defaultNow(),
  /** Leased until then, by the database's clock. */
  notBefore: moment('not_before'),
})

/** Boards as they were posted: the arrows of the next one compare with them. */
export const boards = pgTable(
  'boards',
  {
    id: id(),
    officeId: office(),
    board: text('board').notNull(),
    periodFrom: date('period_from').notNull(),
    rows: jsonb('rows')
      .$type<readonly { readonly key: number; readonly place: number }[]>()
      .notNull(),
    publishedAt: moment('published_at').notNull(),
  },
  (t) => [index('boards_last').on(t.officeId, t.board, t.id)],
)

/** Days that differ from the national calendar (a local holiday, a shifted workday). */
export const dayOverrides = pgTable(
  'day_overrides',
  { officeId: office(), day: date('day').notNull(), isWorking: boolean('is_working').notNull() },
  (t) => [primaryKey({ columns: [t.officeId, t.day] })],
)
