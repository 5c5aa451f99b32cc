import { bigint, bigserial, integer, timestamp } from 'drizzle-orm/pg-core'

/** A moment with milliseconds, as Date on both databases. */
export const moment = (name: string) =>
  timestamp(name, { precision: 3, withTimezone: true, mode: 'date' })

export const id = () => bigserial('id', { mode: 'number' }).primaryKey()
export const office = () => integer('office_id').notNull()
export const number = (name: string) => bigint(name, { mode: 'number' })
