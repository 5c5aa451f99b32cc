import { and, eq, inArray, isNull, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { ChannelName, Chat } from '../channels/channel.ts'
import type { Overrides } from '../domain/calendar.ts'
import type { Office } from '../domain/office.ts'
import type { Identity, Person } from '../domain/person.ts'
import type { LoadedRules } from '../domain/scoring-rules.ts'
import type { Question } from '../domain/question.ts'
import { anyPrivateChat } from './asked.ts'
import { type Tx, rows } from './open.ts'
import { together } from './together.ts'
import { type KeptRules, loadedRulesOf } from './rules.ts'
import { bindings, departments, people, strangers } from './tables/people.ts'

export type ChatKind = 'unknown' | 'members' | 'staff' | 'department'

/** Everything the desk needs to know of who speaks and where, in one question to the database. */
export interface Context {
  readonly office: Office
  /** Absent when nobody on the roster is bound to this platform id. */
  readonly person?: Person
  readonly chat?: { readonly kind: ChatKind; readonly name: string }
  /** The private chat we share with this person, as far as we know. */
  readonly privateChat?: string
  readonly overrides: Overrides
  /** The versions of the rules that the office has loaded. */
  readonly rules: readonly LoadedRules[]
  /** Photos of this person in this chat that belong to no matter yet. */
  readonly hasLoosePhotos: boolean
  /** Somebody has claimed a 约稿 that is still open. */
  readonly hasClaims: boolean
  /** What we asked this person in this chat and is still open, latest first. */
  readonly asked: readonly { readonly id: number; readonly question: Question }[]
}

/** 离任日期 is the last day: a day to come shuts nobody out. For `people p`, else the column. */
export const isInOffice = (now: Date | SQL, leftOn: SQLWrapper = sql.raw('p.left_on')) =>
  sql`(${leftOn} is null or ${leftOn} >= (${now instanceof Date ? sql`${now.toISOString()}::timestamptz` : now})::date)`

export interface Whence {
  readonly channel: ChannelName
  readonly chat: Chat
  readonly from: string
  readonly officeCode: string
  readonly now: Date
}

export const findContext: (tx: Tx, whence: Whence) => Promise<Context> = together(
  async (tx, whences: readonly Whence[]) => {
    const found = await listRaw(tx, whences)
    return whences.map((whence, at) => contextOf(found.get(at), whence))
  },
)

const listRaw = async (
  tx: Tx,
  whences: readonly Whence[],
): Promise<ReadonlyMap<number, RawContext>> => {
  const asked = whences.map(({ channel, chat, from, officeCode, now }, at) => ({
    at,
    channel,
    chat: chat.id,
    private: chat.type === 'private',
    from,
    office: officeCode,
    now,
  }))
  const found = await rows<RawContext & { readonly at: number }>(
    tx,
    sql`
      select w.at, to_json(o) as office, to_json(p) as person, b.private_chat as "privateChat",
        coalesce((select json_object_agg(d.day, d.is_working) from day_overrides d where d.office_id = o.id), '{}') as overrides,
        coalesce((select json_agg(json_build_object('rules', s.rules, 'knownSince', s.known_since) order by s.id)
          from scoring_rules s where s.office_id = o.id), '[]') as rules,
        (select json_build_object('kind', c.kind, 'name', c.name) from chats c
          where c.channel = w.channel and c.id = w.chat) as chat,
        exists (select 1 from photos f where f.person_id = p.id and f.channel = w.channel
          and f.chat_id = w.chat and f.item_no is null) as "hasLoosePhotos",
        exists (select 1 from items s where s.office_id = o.id and s.state = 'claimed') as "hasClaims",
        coalesce((select json_agg(json_build_object('id', a.id, 'question', a.question) order by a.id desc)
          from asked a where a.person_id = p.id and a.channel = w.channel
            and (a.chat_id = w.chat or a.chat_id = ${anyPrivateChat} and w.private)
            and a.expires_at > w.now + o.clock_offset_ms * interval '1 millisecond'), '[]') as asked
      from json_to_recordset(${JSON.stringify(asked)}::json)
        as w(at int, channel text, chat text, private boolean, "from" text, office text, now timestamptz)
      join offices o on o.code = w.office
      left join bindings b on b.channel = w.channel and b.platform_id = w."from" and b.office_id = o.id
      left join people p on p.id = b.person_id and ${isInOffice(sql.raw('w.now'))}`,
  )
  return new Map(found.map((one) => [one.at, one]))
}

const contextOf = (found: RawContext | undefined, { officeCode }: Whence): Context => {
  if (!found) throw new Error(`there is no office ${officeCode}`)
  return {
    office: officeOf(found.office),
    ...(found.person && { person: personOf(found.person) }),
    ...(found.chat && { chat: found.chat }),
    ...(found.privateChat && { privateChat: found.privateChat }),
    overrides: new Map(Object.entries(found.overrides)),
    rules: found.rules.map(loadedRulesOf),
    asked: found.asked,
    hasLoosePhotos: found.hasLoosePhotos,
    hasClaims: found.hasClaims,
  }
}

interface RawContext {
  readonly office: OfficeRow
  readonly person: PersonRow | null
  readonly hasLoosePhotos: boolean
  readonly hasClaims: boolean
  readonly privateChat: string | null
  readonly overrides: Readonly<Record<string, boolean>>
  readonly rules: readonly KeptRules[]
  readonly chat: { readonly kind: ChatKind; readonly name: string } | null
  readonly asked: readonly { readonly id: number; readonly question: Question }[]
}

interface OfficeRow {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly clock_offset_ms: number
  readonly settings: Office['settings']
  readonly created_at: string
}

const officeOf = (row: OfficeRow): Office => ({
  id: row.id,
  code: row.code,
  name: row.name,
  clockOffsetMs: row.clock_offset_ms,
  settings: row.settings,
  createdAt: new Date(row.created_at),
})

export interface PersonRow {
  readonly id: number
  readonly office_id: number
  readonly name: string
  readonly identities: readonly Identity[]
  readonly unit: string | null
  readonly department_id: number | null
  readonly is_key_reporter: boolean
}

export const personOf = (row: PersonRow): Person => ({
  id: row.id,
  officeId: row.office_id,
  name: row.name,
  identities: row.identities,
  ...(row.unit && { unit: row.unit }),
  ...(row.department_id && { departmentId: row.department_id }),
  isKeyReporter: row.is_key_reporter,
})

export const personRow = sql`p.id, p.office_id, p.name, p.identities, p.unit, p.department_id, p.is_key_reporter`

export const findPerson = async (tx: Tx, id: number): Promise<Person | undefined> => {
  const [found] = await rows<PersonRow>(
    tx,
    sql`select ${personRow} from people p where p.id = ${id}`,
  )
  return found && personOf(found)
}

/** Everybody in office of that name; several may share one. */
export const listNamed = async (
  tx: Tx,
  { officeId, name, now }: { readonly officeId: number; readonly name: string; readonly now: Date },
): Promise<readonly Person[]> => {
  const found = await rows<PersonRow>(
    tx,
    sql`select ${personRow} from people p
      where p.office_id = ${officeId} and p.name = ${name} and ${isInOffice(now)} order by p.id`,
  )
  return found.map(personOf)
}

export const namesOf = async (
  tx: Tx,
  ids: readonly number[],
): Promise<ReadonlyMap<number, string>> => {
  if (ids.length === 0) return new Map()
  const found = await tx
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, [...ids]))
  return new Map(found.map(({ id, name }) => [id, name]))
}

export interface Department {
  readonly id: number
  readonly name: string
}

/** By its name, an alias, or the only one whose name holds the words. */
export const findDepartment = async (
  tx: Tx,
  officeId: number,
  words: string,
): Promise<Department | undefined> => {
  const all = await tx.select().from(departments).where(eq(departments.officeId, officeId))
  const exact = all.find(({ name, aliases }) => name === words || aliases.includes(words))
  if (exact) return exact
  const holding = all.filter(({ name }) => name.includes(words))
  return holding.length === 1 ? holding[0] : undefined
}

export const listDepartments = (tx: Tx, officeId: number): Promise<readonly Department[]> =>
  tx.select().from(departments).where(eq(departments.officeId, officeId)).orderBy(departments.id)

/** True the first time in a day that somebody who is not on the roster wrote: only then he is told. */
export const meetStranger = async (
  tx: Tx,
  channel: ChannelName,
  platformId: string,
  now: Date,
): Promise<boolean> => {
  const told = await tx
    .insert(strangers)
    .values({ channel, platformId, toldAt: now })
    .onConflictDoUpdate({
      target: [strangers.channel, strangers.platformId],
      set: { toldAt: now },
      setWhere: sql`${strangers.toldAt} < ${new Date(now.getTime() - 86_400_000).toISOString()}::timestamptz`,
    })
    .returning()
  return told.length > 0
}

/** Remembers the private chat we share with a bound person. */
export const notePrivateChat = async (
  tx: Tx,
  channel: ChannelName,
  platformId: string,
  chatId: string,
): Promise<void> => {
  await tx
    .update(bindings)
    .set({ privateChat: chatId, unreachableAt: null })
    .where(
      and(
        eq(bindings.channel, channel),
        eq(bindings.platformId, platformId),
        isNull(bindings.privateChat),
      ),
    )
}
