import { and, desc, eq, isNotNull, isNull, ne, or } from 'drizzle-orm'
import type { ChannelName } from '../channels/channel.ts'
import type { Fact } from '../domain/act.ts'
import type { Change, Dossier } from '../domain/decide.ts'
import type { Item, ItemNo, PersonId } from '../domain/item.ts'
import type { Entry } from '../domain/scoring.ts'
import type { RuleId } from '../domain/scoring-rules.ts'
import { eraseTraces } from './erase.ts'
import { postEntries } from './post.ts'
import { insertLast } from './last-writes.ts'
import type { Tx } from './open.ts'
import { facts, items, ledger } from './tables/book.ts'
import { offices } from './tables/people.ts'

/** Writes a new matter and the first line of its history, behind all else the transaction does. */
export const openItem = (tx: Tx, item: Item, fact: Change['fact'], now: Date): void => {
  insertLast(tx, { table: items, rows: [item] })
  insertLast(tx, { table: facts, rows: [rowOf(item, fact, now)] })
}

/** A matter with its history and what it has earned; the matter is locked until the transaction ends. */
export const findDossier = async (
  tx: Tx,
  officeId: number,
  no: ItemNo,
): Promise<Dossier | undefined> => {
  const [item] = await tx
    .select()
    .from(items)
    .where(and(eq(items.officeId, officeId), eq(items.no, no)))
    .for('update')
  return item && { item, ...(await historyOf(tx, officeId, no)) }
}

const historyOf = async (tx: Tx, officeId: number, no: ItemNo): Promise<Omit<Dossier, 'item'>> => {
  const history = await tx
    .select()
    .from(facts)
    .where(and(eq(facts.officeId, officeId), eq(facts.itemNo, no)))
    .orderBy(facts.id)
  const posted = await tx
    .select()
    .from(ledger)
    .where(and(eq(ledger.officeId, officeId), eq(ledger.itemNo, no)))
    .orderBy(ledger.id)
  return {
    facts: history.map((row) => ({ ...row, before: row.before ? revived(row.before) : null })),
    posted: posted.map((line) => ({
      to: line.personId,
      rule: line.rule as RuleId,
      ruleVersion: line.ruleVersion,
      points: line.points,
      outcomeOn: line.outcomeOn,
    })),
  }
}

/** A matter kept as JSON has its moments as text. */
const revived = (item: Item): Item => ({
  ...item,
  // not known when it was kept
  coAuthors: item.coAuthors ?? [],
  openedAt: new Date(item.openedAt),
  changedAt: new Date(item.changedAt),
  remindedAt: item.remindedAt && new Date(item.remindedAt),
})

/** Writes a change: the matter, its fact, what it earned. All of it or nothing: the caller's transaction. */
export const record = async (
  tx: Tx,
  change: Change,
  reason: (item: Item, entry: Entry) => string,
  now: Date,
): Promise<number> => {
  const { item, fact, undoes, entries } = change
  if (change.erases) await eraseTraces(tx, change.erases)
  const { officeId, no, ...values } = item
  await tx
    .update(items)
    .set(values)
    .where(and(eq(items.officeId, officeId), eq(items.no, no)))
  const [written] = await tx
    .insert(facts)
    .values(rowOf(item, fact, now))
    .returning({ id: facts.id })
  const factId = written?.id ?? 0
  if (undoes !== undefined)
    await tx.update(facts).set({ undoneBy: factId }).where(eq(facts.id, undoes))
  const cause = { factId, enteredBy: fact.byPerson }
  await postEntries(tx, item, entries, { ...cause, reason, now })
  return factId
}

const rowOf = (item: Item, fact: Change['fact'], now: Date) => ({
  ...fact,
  officeId: item.officeId,
  itemNo: item.no,
  recordedAt: now,
})

export interface LastAct {
  readonly no: ItemNo
  readonly fact: Fact
  readonly recordedAt: Date
}

/** The last act of a person that still counts, on one matter or on any. */
export const findLastAct = async (
  tx: Tx,
  officeId: number,
  person: PersonId,
  no?: ItemNo,
): Promise<LastAct | undefined> => {
  const [found] = await tx
    .select()
    .from(facts)
    .where(
      and(
        eq(facts.officeId, officeId),
        eq(facts.byPerson, person),
        isNull(facts.undoneBy),
        ne(facts.verb, 'undo'),
        // 代报 is an act of the clerk; opening one's own matter is not one to be taken back here
        or(ne(facts.verb, 'open'), isNotNull(facts.onBehalfOf)),
        no === undefined ? undefined : eq(facts.itemNo, no),
      ),
    )
    .orderBy(desc(facts.id))
    .limit(1)
  return found && lastActOf(found)
}

const lastActOf = (row: typeof facts.$inferSelect): LastAct => ({
  no: row.itemNo,
  fact: { ...row, before: row.before && revived(row.before) },
  recordedAt: row.recordedAt,
})

/** What the same person did with the same word to other matters, and still counts: this act among them. */
export const listTurn = async (
  tx: Tx,
  officeId: number,
  { fact, recordedAt }: LastAct,
): Promise<readonly LastAct[]> => {
  const found = await tx
    .select()
    .from(facts)
    .where(
      and(
        eq(facts.officeId, officeId),
        eq(facts.byPerson, fact.byPerson),
        eq(facts.verb, fact.verb),
        eq(facts.saidAt, fact.saidAt),
        eq(facts.recordedAt, recordedAt),
        isNull(facts.undoneBy),
      ),
    )
    .orderBy(facts.itemNo)
  return found.map(lastActOf)
}

/** The matter a message opened, if any. */
export const findOpenedBy = async (
  tx: Tx,
  channel: ChannelName,
  messageId: string,
): Promise<{ readonly officeId: number; readonly no: ItemNo } | undefined> => {
  const [found] = await tx
    .select({ officeId: items.officeId, no: items.no })
    .from(items)
    .where(and(eq(items.channel, channel), eq(items.messageId, messageId)))
  return found
}

export const noteReminded = async (
  tx: Tx,
  officeId: number,
  no: ItemNo,
  now: Date,
): Promise<void> => {
  await tx
    .update(items)
    .set({ remindedAt: now })
    .where(and(eq(items.officeId, officeId), eq(items.no, no)))
}

/** 缺照片: its photo could not be had. */
export const markPhotoMissing = async (tx: Tx, officeId: number, no: ItemNo): Promise<void> => {
  await tx
    .update(items)
    .set({ lacksPhoto: true })
    .where(and(eq(items.officeId, officeId), eq(items.no, no)))
}

export interface Concerned {
  readonly no: ItemNo
  readonly kind: Item['kind']
  readonly author: PersonId
  readonly departmentId: number
  readonly clockOffsetMs: number
  /** Which photos somebody waits for now: the department those of the damage, the author those of the repair. */
  readonly role: 'before' | 'after'
}

/** Whom a photo concerns that comes now; undefined when nobody waits for it. */
export const findConcerned = async (
  tx: Tx,
  officeId: number,
  no: ItemNo,
): Promise<Concerned | undefined> => {
  const [found] = await tx
    .select({
      no: items.no,
      kind: items.kind,
      state: items.state,
      author: items.author,
      departmentId: items.departmentId,
      clockOffsetMs: offices.clockOffsetMs,
    })
    .from(items)
    .innerJoin(offices, eq(offices.id, items.officeId))
    .where(and(eq(items.officeId, officeId), eq(items.no, no)))
  if (!found || found.departmentId === null) return undefined
  const { state, departmentId, ...rest } = found
  if (state === 'rectified') return { ...rest, departmentId, role: 'after' }
  const isUnderWay = state === 'dispatched' || state === 'accepted' || state === 'replied'
  return isUnderWay ? { ...rest, departmentId, role: 'before' } : undefined
}
