import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  serial,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { OfficeSettings } from '../../domain/office.ts'
import type { GroupKind } from '../../domain/person.ts'
import { moment, number, office } from '../columns.ts'

/** An office is a county CPPCC. The playground has one of its own, with a clock that can be moved. */
export const offices = pgTable('offices', {
  id: serial('id').primaryKey(),
  code: text('code').notNull().unique(),
  name: text('name').notNull(),
  clockOffsetMs: number('clock_offset_ms').notNull().default(0),
  settings: jsonb('settings').$type<OfficeSettings>().notNull().default({}),
  createdAt: moment('created_at').notNull(),
})

export const departments = pgTable(
  'departments',
  {
    id: serial('id').primaryKey(),
    officeId: office(),
    name: text('name').notNull(),
    aliases: text('aliases').array().notNull().default([]),
  },
  (t) => [uniqueIndex('departments_name').on(t.officeId, t.name)],
)

export const people = pgTable(
  'people',
  {
    id: serial('id').primaryKey(),
    officeId: office(),
    name: text('name').notNull(),
    mobile: text('mobile'),
    /** Words of domain/person.ts identityWords, in code. */
    identities: text('identities').array().notNull(),
    unit: text('unit'),
    sector: text('sector'),
    isKeyReporter: boolean('is_key_reporter').notNull().default(false),
    departmentId: integer('department_id'),
    leftOn: date('left_on'),
  },
  (t) => [
    index('people_name').on(t.officeId, t.name),
    uniqueIndex('people_mobile').on(t.officeId, t.mobile),
  ],
)

export const groups = pgTable(
  'groups',
  {
    id: serial('id').primaryKey(),
    officeId: office(),
    kind: text('kind').$type<GroupKind>().notNull(),
    name: text('name').notNull(),
  },
  (t) => [uniqueIndex('groups_name').on(t.officeId, t.kind, t.name)],
)

export const groupMembers = pgTable(
  'group_members',
  { groupId: integer('group_id').notNull(), personId: integer('person_id').notNull() },
  (t) => [
    primaryKey({ columns: [t.groupId, t.personId] }),
    index('group_members_person').on(t.personId),
  ],
)

/** Which platform id is which person, and the private chat they share with the bot. */
export const bindings = pgTable(
  'bindings',
  {
    channel: text('channel').notNull(),
    platformId: text('platform_id').notNull(),
    officeId: office(),
    personId: integer('person_id').notNull(),
    privateChat: text('private_chat'),
    boundAt: moment('bound_at').notNull(),
    unreachableAt: moment('unreachable_at'),
  },
  (t) => [
    primaryKey({ columns: [t.channel, t.platformId] }),
    uniqueIndex('bindings_person').on(t.channel, t.personId),
  ],
)

/** Wrong tries of 绑定: three lock for an hour. */
export const bindAttempts = pgTable(
  'bind_attempts',
  {
    channel: text('channel').notNull(),
    platformId: text('platform_id').notNull(),
    wrong: integer('wrong').notNull(),
    lockedUntil: moment('locked_until'),
  },
  (t) => [primaryKey({ columns: [t.channel, t.platformId] })],
)

/** That somebody who is not on the roster wrote: the fact, and never what. */
export const strangers = pgTable(
  'strangers',
  {
    channel: text('channel').notNull(),
    platformId: text('platform_id').notNull(),
    toldAt: moment('told_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.channel, t.platformId] })],
)

export const chats = pgTable(
  'chats',
  {
    channel: text('channel').notNull(),
    id: text('id').notNull(),
    officeId: office(),
    kind: text('kind').$type<'unknown' | 'members' | 'staff' | 'department'>().notNull(),
    departmentId: integer('department_id'),
    name: text('name').notNull(),
    isAlive: boolean('is_alive').notNull().default(true),
    addedAt: moment('added_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.channel, t.id] })],
)
