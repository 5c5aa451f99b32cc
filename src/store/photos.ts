import { and, eq, gte, isNull, sql } from 'drizzle-orm'
import type { ChannelName, PhotoKey } from '../channels/channel.ts'
import { type Tx, rows } from './open.ts'
import { photos } from './tables/book.ts'

export interface PhotoOrder {
  readonly officeId: number
  readonly personId: number
  readonly channel: ChannelName
  readonly chatId: string
  readonly role: 'before' | 'after'
  readonly itemNo?: number
  readonly saidAt: Date
}

/** Photos to be fetched; without a matter they wait for their sentence. */
export const wantPhotos = async (
  tx: Tx,
  order: PhotoOrder,
  keys: readonly PhotoKey[],
): Promise<void> => {
  if (keys.length === 0) return
  const { itemNo, ...rest } = order
  await tx
    .insert(photos)
    .values(
      keys.map((one) => ({ ...rest, ...one, itemNo: itemNo ?? null, state: 'wanted' as const })),
    )
    .onConflictDoNothing()
}

/** Gives a person's photos of the last minutes in this chat to a matter; how many there were. */
export const claimLoosePhotos = async (
  tx: Tx,
  order: PhotoOrder & { readonly itemNo: number },
  since: Date,
): Promise<number> => {
  const claimed = await tx
    .update(photos)
    .set({ itemNo: order.itemNo, role: order.role })
    .where(
      and(
        eq(photos.personId, order.personId),
        eq(photos.channel, order.channel),
        eq(photos.chatId, order.chatId),
        isNull(photos.itemNo),
        gte(photos.saidAt, since),
        sql`${photos.state} in ('wanted', 'kept')`,
      ),
    )
    .returning({ id: photos.id })
  return claimed.length
}

/** Photos of a recalled message that belong to no matter are wanted no more. */
export const dropLoosePhotos = async (
  tx: Tx,
  channel: ChannelName,
  messageId: string,
): Promise<void> => {
  await tx
    .update(photos)
    .set({ state: 'gone', hash: null })
    .where(and(eq(photos.channel, channel), eq(photos.messageId, messageId), isNull(photos.itemNo)))
}

export interface KeptPhotos {
  readonly before: readonly string[]
  readonly after: readonly string[]
  /** How many are still on their way. */
  readonly wanted: number
}

/** The photos of a matter, and of the one it came out of. */
export const findPhotos = async (tx: Tx, officeId: number, itemNo: number): Promise<KeptPhotos> => {
  const found = await tx
    .select({ role: photos.role, state: photos.state, hash: photos.hash })
    .from(photos)
    .where(
      and(
        eq(photos.officeId, officeId),
        sql`${photos.itemNo} in (${itemNo}, (select derived_from from items where office_id = ${officeId} and no = ${itemNo}))`,
      ),
    )
    .orderBy(photos.id)
  const hashes = (role: string) =>
    found.flatMap((one) =>
      one.role === role && one.state === 'kept' && one.hash ? [one.hash] : [],
    )
  return {
    before: hashes('before'),
    after: hashes('after'),
    wanted: found.filter(({ state }) => state === 'wanted').length,
  }
}

export interface WantedPhoto extends PhotoKey {
  readonly id: number
  readonly officeId: number
  readonly personId: number
  readonly itemNo: number | null
  readonly channel: ChannelName
  readonly chatId: string
  readonly tries: number
}

/** Leases photos to fetch for a minute, by the database's clock. */
export const claimWanted = (tx: Tx, limit: number): Promise<readonly WantedPhoto[]> =>
  rows<WantedPhoto>(
    tx,
    sql`
      update photos p set tries = p.tries + 1, not_before = now() + interval '60 seconds'
      from (select id from photos where state = 'wanted' and (not_before is null or not_before <= now())
        order by id limit ${limit} for update skip locked) w
      where p.id = w.id
      returning p.id::float8 as id, p.office_id as "officeId", p.person_id as "personId", p.item_no as "itemNo",
        p.channel, p.chat_id as "chatId", p.message_id as "messageId", p.key, p.tries`,
  )

/** Writes what became of a photo; undefined when somebody else has settled it. Gives the matter it belongs to by now. */
export const settlePhoto = async (
  tx: Tx,
  photo: WantedPhoto,
  outcome:
    { readonly state: 'kept'; readonly hash: string } | { readonly state: 'refused' | 'gone' },
): Promise<{ readonly itemNo: number | null } | undefined> => {
  const [settled] = await tx
    .update(photos)
    .set({ state: outcome.state, hash: 'hash' in outcome ? outcome.hash : null, notBefore: null })
    .where(and(eq(photos.id, photo.id), eq(photos.tries, photo.tries), eq(photos.state, 'wanted')))
    .returning({ itemNo: photos.itemNo })
  return settled
}

/** The hashes of photos that must go: their bytes are deleted, then `forgetUnwanted` says so. */
export const listUnwanted = async (tx: Tx, limit: number): Promise<readonly string[]> => {
  const found = await rows<{ hash: string }>(
    tx,
    sql`select distinct hash from (
      select hash from photos where state = 'unwanted' order by id limit ${limit}) u where hash is not null`,
  )
  return found.map(({ hash }) => hash)
}

export const forgetUnwanted = async (tx: Tx, hash: string): Promise<void> => {
  await tx.execute(
    sql`update photos set state = 'gone', hash = null where state = 'unwanted' and hash = ${hash}`,
  )
}

/** The same picture may have been sent for another matter. */
export const isKept = async (tx: Tx, hash: string): Promise<boolean> => {
  const found = await rows(
    tx,
    sql`select 1 from photos where state = 'kept' and hash = ${hash} limit 1`,
  )
  return found.length > 0
}

/** Shuts the eyes on photos of a message that must not be kept: they are neither fetched nor held. */
export const dropPhotosHeard = async (
  tx: Tx,
  by: { readonly channel: string; readonly chatId: string; readonly personId: number },
): Promise<void> => {
  await tx.execute(sql`
    update photos set state = case when hash is null then 'gone' else 'unwanted' end
    where channel = ${by.channel} and chat_id = ${by.chatId} and person_id = ${by.personId} and item_no is null`)
}

export const postponePhoto = async (tx: Tx, photo: WantedPhoto, waitMs: number): Promise<void> => {
  await tx.execute(sql`
    update photos set not_before = now() + ${Math.ceil(waitMs)}::float8 * interval '1 millisecond'
    where id = ${photo.id} and tries = ${photo.tries} and state = 'wanted'`)
}

/** For a database with one process (PGlite): leases of a killed process need not run out. */
export const clearPhotoLeases = async (tx: Tx): Promise<void> => {
  await tx.execute(
    sql`update photos set not_before = null where state = 'wanted' and not_before is not null`,
  )
}
