import type { Question } from '../domain/question.ts'
import { anyPrivateChat, forget, keepAsking } from '../store/asked.ts'
import { claimLoosePhotos, wantPhotos } from '../store/photos.ts'
import type { Visit } from './visit.ts'

/** A photo and its sentence belong together when ten minutes or less lie between them. */
export const stitchMs = 10 * 60_000

export const photoOrder = (visit: Visit, role: 'before' | 'after', itemNo: number) => ({
  officeId: visit.office.id,
  personId: visit.by.id,
  channel: visit.channel,
  chatId: visit.heard.chat.id,
  role,
  itemNo,
  saidAt: visit.at,
})

/** Photos that came with words that are not yet a matter: they wait for it. */
export const holdPhotos = (visit: Visit): Promise<void> => {
  const { itemNo: _, ...order } = photoOrder(visit, 'before', 0)
  return wantPhotos(visit.tx, order, visit.heard.photos)
}

/** Gives a matter the photos of this message and those of the last ten minutes; how many there were. */
export const gatherPhotos = async (
  visit: Visit,
  role: 'before' | 'after',
  itemNo: number,
): Promise<number> => {
  const order = photoOrder(visit, role, itemNo)
  await wantPhotos(visit.tx, order, visit.heard.photos)
  const since = new Date(visit.at.getTime() - stitchMs)
  const loose = visit.hasLoosePhotos ? await claimLoosePhotos(visit.tx, order, since) : 0
  if (loose > 0)
    for (const { id, question } of visit.asked)
      if (question.type === 'photo-sentence') await forget(visit.tx, id)
  return loose + visit.heard.photos.length
}

/** Keeps a question open for a day, a missing piece of a draft for a week, a photo's sentence while it can be stitched. */
export const ask = (
  visit: Visit,
  question: Question,
  itemNo?: number,
  isAside?: boolean,
): Promise<void> =>
  keepAsking(visit.tx, {
    officeId: visit.office.id,
    personId: visit.by.id,
    channel: visit.channel,
    chatId: isAside ? anyPrivateChat : visit.heard.chat.id,
    ...(itemNo !== undefined && { itemNo }),
    question,
    now: visit.now,
    forMs: lifetimes[question.type],
  })

const dayMs = 86_400_000
const lifetimes: Readonly<Record<Question['type'], number>> = {
  missing: 7 * dayMs,
  'submit-draft': 7 * dayMs,
  rewrite: 7 * dayMs,
  shorten: 7 * dayMs,
  split: 7 * dayMs,
  'photo-sentence': stitchMs,
  topic: dayMs,
  meant: dayMs,
  reason: dayMs,
}
