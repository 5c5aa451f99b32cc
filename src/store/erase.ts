import { and, eq, sql } from 'drizzle-orm'
import type { Item } from '../domain/item.ts'
import type { Tx } from './open.ts'
import { comparisons, wordings } from './tables/book.ts'

/** Deletes what was said, shown and sent of a matter: only that it was there, when and by whom stays. */
export const eraseTraces = async (tx: Tx, before: Item): Promise<void> => {
  const { officeId, no, channel, author, messageId } = before
  await tx.execute(sql`
    update facts set before = null, details = coalesce((
      select jsonb_object_agg(key, value) from jsonb_each(details) where key = any(${harmless}::text[])), '{}')
    where office_id = ${officeId} and item_no = ${no}`)
  await tx.execute(sql`
    update photos set state = case when hash is null then 'gone' else 'unwanted' end
    where office_id = ${officeId} and item_no = ${no}`)
  await tx.execute(sql`
    delete from asked where office_id = ${officeId} and (item_no = ${no}
      or person_id = ${author} and question->'intent'->>'type' = 'open')`)
  await tx.execute(sql`
    update inbox set heard = null
    where channel = ${channel} and message_id = ${messageId} and state <> 'waiting'`)
  for (const table of [wordings, comparisons])
    await tx.delete(table).where(and(eq(table.officeId, officeId), eq(table.itemNo, no)))
  await eraseLetters(tx, before)
}

/** Details that say nothing of the content. */
const harmless =
  '{departmentId,workdays,levels,level,form,isMainLeader,issueNo,on,rating,isInvalid,undoes}'

/** Letters about it, and lists that name it: what waits is not sent, what was sent is forgotten. */
const eraseLetters = async (tx: Tx, { officeId, no, title }: Item): Promise<void> => {
  const named = title.length >= 4 ? title : null
  await tx.execute(sql`
    with erased as (
      update outbox set message = null, state = case when state = 'waiting' then 'dropped' else state end
      where office_id = ${officeId} and message is not null
        and (item_no = ${no} or position(${named}::text in message::text) > 0)
      returning id)
    update outbox o set carrier_id = null from erased
    where o.carrier_id = erased.id and o.state = 'waiting' and o.item_no is distinct from ${no}`)
}
