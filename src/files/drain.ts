import type { Channel, ChannelName } from '../channels/channel.ts'
import { clean } from './clean.ts'
import type { Files } from './keep.ts'
import { whenToTell } from '../domain/dates.ts'
import { photosFollow, pictureRefused } from '../messages/talk.ts'
import { put } from '../outbox/put.ts'
import { addressOf, departmentAddresses } from '../store/addresses.ts'
import { findConcerned, markPhotoMissing } from '../store/items.ts'
import type { Store, Tx } from '../store/open.ts'
import {
  type WantedPhoto,
  claimWanted,
  findPhotos,
  forgetUnwanted,
  isKept,
  listUnwanted,
  postponePhoto,
  settlePhoto,
} from '../store/photos.ts'

export interface PhotoDrainParts {
  readonly store: Store
  readonly channels: ReadonlyMap<ChannelName, Channel>
  readonly files: Files
  readonly zone: string
  readonly now: () => Date
  readonly random: () => number
  readonly newUuid: () => string
  readonly log: { readonly warn: (details: object, text: string) => void }
}

type Outcome =
  | { readonly state: 'kept'; readonly hash: string }
  | { readonly state: 'refused'; readonly why: 'format' | 'too-large' }
  | { readonly state: 'gone'; readonly why: 'gone' }

/** Fetches the photos that are wanted, cleans and keeps them, outside any transaction. True when there was one. */
export const createPhotoDrain = (parts: PhotoDrainParts) => async (): Promise<boolean> => {
  const claimed = await parts.store.transaction((tx) => claimWanted(tx, 4))
  await Promise.all(claimed.map((photo) => fetchOne(parts, photo)))
  const unwanted = await parts.store.transaction((tx) => listUnwanted(tx, 20))
  for (const hash of unwanted) await forget(parts, hash)
  return claimed.length + unwanted.length > 0
}

/** Deletes the bytes first: a crash in between comes here again. */
const forget = ({ store, files }: PhotoDrainParts, hash: string): Promise<void> =>
  store.transaction(async (tx) => {
    if (!(await isKept(tx, hash))) await files.forget(hash)
    await forgetUnwanted(tx, hash)
  })

const mostTries = 8

const fetchOne = async (parts: PhotoDrainParts, photo: WantedPhoto): Promise<void> => {
  const found = await obtain(parts, photo)
  if (found.type === 'outcome') return settle(parts, photo, found.outcome)
  parts.log.warn({ photo: photo.id, tries: photo.tries, why: found.why }, 'photo not fetched')
  if (photo.tries >= mostTries) return settle(parts, photo, { state: 'gone', why: 'gone' })
  const waitMs = 1000 * 2 ** photo.tries * (0.5 + parts.random() / 2)
  await parts.store.transaction((tx) => postponePhoto(tx, photo, waitMs))
}

type Obtained =
  | { readonly type: 'outcome'; readonly outcome: Outcome }
  | { readonly type: 'again'; readonly why: string }

/** A disk that is full or a channel that throws is tried again like a platform that does not answer. */
const obtain = async (parts: PhotoDrainParts, photo: WantedPhoto): Promise<Obtained> => {
  try {
    const found = await parts.channels.get(photo.channel)?.download(photo)
    if (found?.type === 'bytes')
      return { type: 'outcome', outcome: await cleanAndKeep(parts, found.bytes) }
    return found?.type === 'gone'
      ? { type: 'outcome', outcome: { state: 'gone', why: 'gone' } }
      : { type: 'again', why: found?.why ?? 'no such channel' }
  } catch (error) {
    return { type: 'again', why: String(error).slice(0, 200) }
  }
}

const cleanAndKeep = async ({ files }: PhotoDrainParts, bytes: Uint8Array): Promise<Outcome> => {
  const cleaned = await clean(bytes)
  return cleaned.type === 'clean'
    ? { state: 'kept', hash: await files.keep(cleaned.bytes) }
    : { state: 'refused', why: cleaned.why }
}

const settle = async (
  parts: PhotoDrainParts,
  photo: WantedPhoto,
  outcome: Outcome,
): Promise<void> =>
  parts.store.transaction(async (tx) => {
    const settled = await settlePhoto(tx, photo, outcome)
    if (!settled && outcome.state === 'kept' && !(await isKept(tx, outcome.hash)))
      await parts.files.forget(outcome.hash)
    if (!settled) return
    if (outcome.state === 'kept') return follow(tx, parts, { ...photo, itemNo: settled.itemNo })
    await tellAuthor(tx, parts, { ...photo, itemNo: settled.itemNo }, outcome.why)
  })

/** The last of a step's photos came after its notice: they follow to whom it concerns. */
const follow = async (tx: Tx, parts: PhotoDrainParts, photo: WantedPhoto): Promise<void> => {
  const { officeId, itemNo, channel } = photo
  const concerned = itemNo === null ? undefined : await findConcerned(tx, officeId, itemNo)
  if (itemNo === null || !concerned) return
  const found = await findPhotos(tx, officeId, itemNo)
  const { role, clockOffsetMs } = concerned
  const hashes = found[role]
  if (found.wanted > 0 || hashes.length === 0) return
  const now = new Date(parts.now().getTime() + clockOffsetMs)
  const to =
    role === 'after'
      ? [await addressOf(tx, channel, concerned.author)]
      : await departmentAddresses(tx, { channel, officeId, now }, concerned.departmentId)
  const message = photosFollow(concerned, hashes.slice(-4))
  const dueAt = whenToTell(now, parts.zone)
  const key = `photos:${itemNo}:${role}:${hashes.at(-1)}`
  await put(
    tx,
    to.flatMap((one) =>
      one
        ? [
            {
              officeId,
              channel,
              to: one,
              kind: 'notice',
              isPrivate: true,
              itemNo,
              message,
              dueAt,
              key: `${key}:${one.id}`,
            } as const,
          ]
        : [],
    ),
    { now: parts.now(), newUuid: parts.newUuid },
  )
}

/** A photo that cannot be had marks its matter 缺照片 and its sender is asked for another (decisions 27). */
const tellAuthor = async (
  tx: Tx,
  { now, newUuid }: PhotoDrainParts,
  photo: WantedPhoto,
  why: 'format' | 'too-large' | 'gone',
): Promise<void> => {
  const { officeId, itemNo, channel, personId } = photo
  if (itemNo !== null) {
    const { before, wanted } = await findPhotos(tx, officeId, itemNo)
    if (before.length + wanted === 0) await markPhotoMissing(tx, officeId, itemNo)
  }
  const to = await addressOf(tx, channel, personId)
  if (!to) return
  const message = pictureRefused(why, itemNo ?? undefined)
  await put(
    tx,
    [{ officeId, channel, to, kind: 'notice', isPrivate: true, message, key: `photo:${photo.id}` }],
    { now: now(), newUuid },
  )
}
