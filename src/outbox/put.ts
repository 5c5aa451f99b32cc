import { sql } from 'drizzle-orm'
import type { Address, ChannelName } from '../channels/channel.ts'
import type { Message } from '../messages/message.ts'
import type { Tx } from '../store/open.ts'

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
  /** Not before; absent means at once. */
  readonly dueAt?: Date
}

/** Stores letters for sending, in the caller's transaction. */
export const put = async (
  tx: Tx,
  letters: readonly Letter[],
  { now, newUuid }: { readonly now: Date; readonly newUuid: () => string },
): Promise<void> => {
  if (letters.length === 0) return
  const letterRows = letters.map(({ to, dueAt, ...letter }) => ({
    ...letter,
    message: wellFormed(letter.message),
    lane: laneTo(to),
    toType: to.type,
    toId: to.id,
    uuid: newUuid(),
    dueAt: dueAt ?? now,
    putAt: now,
  }))
  await tx.execute(sql`
    insert into outbox (office_id, channel, lane, to_type, to_id, reply_to, uuid, kind, key, is_private,
      item_no, message, fallback_chat, due_at, put_at)
    select "officeId", channel, lane, "toType", "toId", "replyTo", uuid, kind, key, "isPrivate",
      "itemNo", message, "fallbackChat", "dueAt", "putAt"
    from jsonb_to_recordset(${JSON.stringify(letterRows)}::jsonb) as l(
      "officeId" int, channel text, lane text, "toType" text, "toId" text, "replyTo" text, uuid text,
      kind text, key text, "isPrivate" boolean, "itemNo" int, message jsonb, "fallbackChat" text,
      "dueAt" timestamptz, "putAt" timestamptz)
    on conflict do nothing`)
}

/** Half a sign would make the database refuse the letter, and with it the message that led to it. */
const wellFormed = (message: Message): Message => ({
  ...message,
  lines: message.lines.map((line) => line.toWellFormed()),
})

const laneTo = ({ type, id }: Address): string => `${type}:${id}`
