import { and, eq, sql } from 'drizzle-orm'
import type { ChannelName } from '../channels/channel.ts'
import type { Office, OfficeSettings } from '../domain/office.ts'
import { type Tx, rows } from './open.ts'
import { together } from './together.ts'
import { dayOverrides } from './tables/book.ts'
import { offices } from './tables/people.ts'

/** Every channel speaks for one office; the playground has one of its own, apart from every real figure. */
export const officeCodeOf: Readonly<Record<ChannelName, string>> = {
  lark: 'main',
  playground: 'sample',
}

/** The office with its running number, made when it is not there yet; the name follows the configuration. */
export const ensureOffice = async (
  tx: Tx,
  { code, name }: { readonly code: string; readonly name: string },
  now: Date,
): Promise<Office> => {
  const [office] = await tx
    .insert(offices)
    .values({ code, name, createdAt: now })
    .onConflictDoUpdate({ target: offices.code, set: { name } })
    .returning()
  if (!office) throw new Error(`office ${code} could not be made`)
  await tx.execute(sql`create sequence if not exists ${sequenceOf(office.id)}`)
  return office
}

export const listOffices = (tx: Tx): Promise<readonly Office[]> =>
  tx.select().from(offices).orderBy(offices.id)

export const findOffice = async (tx: Tx, code: string): Promise<Office | undefined> => {
  const [office] = await tx.select().from(offices).where(eq(offices.code, code))
  return office
}

/** The next running number of an office. Gaps are fine, repeats are not. */
export const nextNo: (tx: Tx, officeId: number) => Promise<number> = together(
  async (tx, officeIds: readonly number[]) => {
    const names = JSON.stringify(officeIds.map(sequenceNameOf))
    const found = await rows<{ no: number }>(
      tx,
      sql`select nextval(name::regclass)::int as no from json_array_elements_text(${names}::json) with ordinality as n(name, at) order by at`,
    )
    return found.map(({ no }) => no)
  },
)

/** Numbers go on behind the highest that is in the book (after a restore). */
export const continueNumbers = async (tx: Tx, officeId: number): Promise<void> => {
  await tx.execute(sql`create sequence if not exists ${sequenceOf(officeId)}`)
  await tx.execute(sql`
    select setval(${sequenceNameOf(officeId)}::regclass, greatest(1, coalesce(max(no), 0)), coalesce(max(no), 0) > 0)
    from items where office_id = ${officeId}`)
}

export const moveClock = async (tx: Tx, officeId: number, byMs: number): Promise<void> => {
  await tx
    .update(offices)
    .set({ clockOffsetMs: sql`${offices.clockOffsetMs} + ${byMs}` })
    .where(and(eq(offices.id, officeId), eq(offices.code, 'sample')))
}

/** Where the office's days differ from the nation's. */
export const findOverrides = async (
  tx: Tx,
  officeId: number,
): Promise<ReadonlyMap<string, boolean>> => {
  const found = await tx.select().from(dayOverrides).where(eq(dayOverrides.officeId, officeId))
  return new Map(found.map(({ day, isWorking }) => [day, isWorking]))
}

const sequenceNameOf = (officeId: number): string => `item_no_${officeId}`
const sequenceOf = (officeId: number) => sql.identifier(sequenceNameOf(officeId))

export const keepSettings = async (
  tx: Tx,
  officeId: number,
  settings: OfficeSettings,
): Promise<void> => {
  await tx.update(offices).set({ settings }).where(eq(offices.id, officeId))
}

/** A day that is otherwise than the calendar says; undefined takes that back. */
export const keepOverride = async (
  tx: Tx,
  officeId: number,
  day: string,
  isWorking: boolean | undefined,
): Promise<void> => {
  await tx
    .delete(dayOverrides)
    .where(and(eq(dayOverrides.officeId, officeId), eq(dayOverrides.day, day)))
  if (isWorking !== undefined) await tx.insert(dayOverrides).values({ officeId, day, isWorking })
}
