import type { Question } from '../domain/question.ts'
import { keepAsking } from '../store/asked.ts'
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

/** Keeps a question open for a day, a missing piece of a draft for a week. */
export const ask = (visit: Visit, question: Question, itemNo?: number): Promise<void> =>
  keepAsking(visit.tx, {
    officeId: visit.office.id,
    personId: visit.by.id,
    channel: visit.channel,
    chatId: visit.heard.chat.id,
    ...(itemNo !== undefined && { itemNo }),
    question,
    now: visit.now,
    forMs: (question.type === 'missing' || question.type === 'submit-draft' ? 7 : 1) * 86_400_000,
  })
