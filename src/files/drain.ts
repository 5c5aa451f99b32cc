import type { Channel, ChannelName } from '../channels/channel.ts'
import { clean } from './clean.ts'
import type { Files } from './keep.ts'
import { pictureRefused } from '../messages/talk.ts'
import { put } from '../outbox/put.ts'
import { addressOf } from '../store/addresses.ts'
import { markPhotoMissing } from '../store/items.ts'
import type { Store, Tx } from '../store/open.ts'
import {
  type WantedPhoto,
  claimWanted,
  findPhotos,
  postponePhoto,
  settlePhoto,
} from '../store/photos.ts'

export interface PhotoDrainParts {
  readonly store: Store
  readonly channels: ReadonlyMap<ChannelName, Channel>
  readonly files: Files
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
  return claimed.length > 0
}

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
    if (!settled || outcome.state === 'kept') return
    await tellAuthor(tx, parts, { ...photo, itemNo: settled.itemNo }, outcome.why)
  })

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
