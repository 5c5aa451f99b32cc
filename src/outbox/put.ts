import { sql } from 'drizzle-orm'
import type { Address, ChannelName } from '../channels/channel.ts'
import type { Message } from '../messages/message.ts'
import { insertRows } from '../store/insert.ts'
import { insertLast } from '../store/last-writes.ts'
import type { Tx } from '../store/open.ts'
import { outbox } from '../store/tables/queues.ts'

/** A message addressed and due. */
export interface Letter {
  readonly officeId: number
  readonly channel: ChannelName
  readonly to: Address
  /** The message it answers, where the platform can show that. */
  readonly replyTo?: string
  readonly kind: 'receipt' | 'answer' | 'notice' | 'reminder' | 'board'
  /** The same key is put once per office. */
  readonly key?: string
  /** Its content is for one person's eyes: never told in a group instead, forgotten when delivered. */
  readonly isPrivate: boolean
  readonly itemNo?: number
  readonly message: Message
  /** Where to say it, with a mention, when the person cannot be reached. */
  readonly fallbackChat?: string
  /** For the office: the notice of a new opinion waits until that has been compared with others. */
  readonly isForOffice?: true
  /** Not before; absent means at once. */
  readonly dueAt?: Date
}

/** Stores letters for sending, in the caller's transaction. */
export const put = async (tx: Tx, letters: readonly Letter[], parts: PutParts): Promise<void> => {
  if (letters.length > 0)
    await tx.execute(sql`${insertRows(outbox, rowsOf(letters, parts))} ${onceByKey}`)
}

/** The same as the last thing a transaction writes. */
export const putLast = (tx: Tx, letters: readonly Letter[], parts: PutParts): void => {
  if (letters.length > 0)
    insertLast(tx, { table: outbox, rows: rowsOf(letters, parts), behind: onceByKey })
}

/** What a job has put before is not put again. */
const onceByKey = sql`on conflict do nothing`

interface PutParts {
  readonly now: Date
  readonly newUuid: () => string
}

const rowsOf = (letters: readonly Letter[], { now, newUuid }: PutParts) =>
  letters.map(({ to, ...letter }) => ({
    officeId: letter.officeId,
    channel: letter.channel,
    lane: laneTo(to),
    toType: to.type,
    toId: to.id,
    replyTo: letter.replyTo ?? null,
    uuid: newUuid(),
    kind: letter.kind,
    key: letter.key ?? null,
    isPrivate: letter.isPrivate,
    itemNo: letter.itemNo ?? null,
    message: wellFormed(letter.message),
    fallbackChat: letter.fallbackChat ?? null,
    dueAt: letter.dueAt ?? now,
    putAt: now,
    state: 'waiting' as const,
    tries: 0,
  }))

/** Half a sign would make the database refuse the letter, and with it the message that led to it. */
export const wellFormed = (message: Message): Message => ({
  ...message,
  lines: message.lines.map((line) => line.toWellFormed()),
})

const laneTo = ({ type, id }: Address): string => `${type}:${id}`
