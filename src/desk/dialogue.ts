import { withoutAdviceLabel } from '../commands/words.ts'
import { isSmallTalk } from '../commands/parse.ts'
import { readTopic } from '../commands/topic.ts'
import { ask, gatherPhotos, photoOrder, stitchMs } from './asking.ts'
import { complete } from './complete.ts'
import { open, openFromPhotos } from './open.ts'
import { keepWhole, showNext, splitUp } from './rework.ts'
import { type Letters, type Visit, answer, inGroup, todayOf } from './visit.ts'
import type { Answer, Intent } from '../domain/intent.ts'
import { type Item, type ItemNo, label } from '../domain/item.ts'
import { isHandler } from '../domain/person.ts'
import type { Question } from '../domain/question.ts'
import { longestBody } from '../domain/text.ts'
import { askForAdvice, askForPlace, draftUnchanged } from '../messages/opening.ts'
import { stillTooLong } from '../messages/rework.ts'
import { letBe, nothingAsked, photosTaken } from '../messages/talk.ts'
import { forget } from '../store/asked.ts'
import { listItems } from '../store/item-lists.ts'
import { findDossier } from '../store/items.ts'
import { wantPhotos } from '../store/photos.ts'

/** How the desk carries an intent out; given, so that a 是 can start any. */
export type CarryIntent = (visit: Visit, intent: Intent) => Promise<Letters>

/** 是, 否, 无建议, 无照片: answers the latest question that waits for such a word. */
export const takeAnswer = async (
  visit: Visit,
  said: Answer,
  carry: CarryIntent,
): Promise<Letters> => {
  const waiting = visit.asked.find(({ question }) => fits(question, said))
  if (!waiting) return [answer(visit, nothingAsked())]
  await forget(visit.tx, waiting.id)
  const { question } = waiting
  if (question.type === 'split')
    return said === 'split' || said === 'yes'
      ? splitUp(visit, question.no)
      : keepWhole(visit, question.no)
  if (said === 'no') return [answer(visit, letBe()), ...(await showNext(visit, nextOf(question)))]
  if (question.type === 'meant') return carry(visit, question.intent)
  if (question.type === 'missing' || question.type === 'submit-draft')
    return [
      ...(await complete(visit, question.no, {})),
      ...(await showNext(visit, nextOf(question))),
    ]
  return [answer(visit, nothingAsked())]
}

const nextOf = (question: Question): readonly ItemNo[] =>
  (question.type === 'submit-draft' && question.next) || []

const fits = (question: Question, said: Answer): boolean => {
  switch (said) {
    case 'yes':
    case 'no':
      return ['meant', 'submit-draft', 'split'].includes(question.type)
    case 'split':
    case 'keep-whole':
      return question.type === 'split'
    case 'no-advice':
      return question.type === 'missing' && question.what === 'advice'
    case 'no-photo':
      return question.type === 'missing' && question.what !== 'advice'
    case 'no-place':
      return question.type === 'missing' && question.what === 'place'
    case 'none':
      return question.type === 'missing'
  }
}

/** Words that are no command: they complete what we asked for, if we asked. Undefined when nothing was asked. */
export const takeWords = async (
  visit: Visit,
  said: string,
  carry: CarryIntent,
): Promise<Letters | undefined> => {
  const waiting = visit.asked.find(
    ({ question }) => question.type !== 'meant' && question.type !== 'split',
  )
  const text = said.trim()
  if (!waiting || !text || isSmallTalk(text)) return undefined
  const { question } = waiting
  // who was asked for a picture and talks to others in the group has not answered
  if (question.type === 'missing' && question.what === 'photo' && isAside(visit)) return undefined
  if (standsForAll.has(question.type) && [...text].length < 6)
    return [answer(visit, draftUnchanged())]
  await forget(visit.tx, waiting.id)
  switch (question.type) {
    case 'missing':
      return complete(visit, question.no, { text: withoutAdviceLabel(text) })
    case 'submit-draft':
      return [
        ...(await complete(visit, question.no, { text, isWhole: true })),
        ...(await showNext(visit, nextOf(question))),
      ]
    case 'shorten':
      return shorten(visit, question.no, text)
    case 'rewrite':
      return carry(visit, { type: 'act', verb: 'supplement', no: question.no, details: { text } })
    case 'photo-sentence':
      return openFromSentence(visit, text)
    case 'topic':
      return carry(visit, {
        type: 'solicit',
        topic: readTopic(text, todayOf(visit), question.topic),
        isAsked: true,
      })
    case 'reason':
      return carry(visit, withWords(question.intent, text))
    case 'meant':
    case 'split':
      return undefined
  }
}

/** What answers these is the whole text anew. */
const standsForAll: ReadonlySet<Question['type']> = new Set(['submit-draft', 'shorten', 'rewrite'])

const shorten = async (visit: Visit, no: ItemNo, text: string): Promise<Letters> => {
  if ([...text].length <= longestBody) return complete(visit, no, { text, isWhole: true })
  await ask(visit, { type: 'shorten', no }, no)
  const dossier = await findDossier(visit.tx, visit.office.id, no)
  return [answer(visit, dossier ? stillTooLong(dossier.item, text) : nothingAsked())]
}

const isAside = (visit: Visit): boolean => inGroup(visit) && !visit.heard.mentioned

const openFromSentence = (visit: Visit, text: string): Promise<Letters> =>
  open(visit, { type: 'open', kind: 'supervision', text })

/** Puts the sentence where the act needed one. */
const withWords = (intent: Intent, text: string): Intent => {
  if (intent.type !== 'act') return intent
  const needsReason = ['reopen', 'decline', 'return', 'reject', 'judge'].includes(intent.verb)
  return {
    ...intent,
    details: { ...intent.details, ...(needsReason ? { reason: text } : { text }) },
  }
}

/** Photos without words: to the draft that waits for one, to what was said in the last ten minutes, else they ask for a sentence. */
export const takePhotosAlone = async (visit: Visit): Promise<Letters> => {
  const drafts = visit.asked.flatMap(({ id, question }) =>
    question.type === 'missing' ? [{ id, ...question }] : [],
  )
  const waiting = drafts.find(({ what }) => what === 'photo') ?? drafts[0]
  if (waiting?.what === 'photo') {
    await forget(visit.tx, waiting.id)
    return complete(visit, waiting.no, {})
  }
  if (waiting) return photosForDraft(visit, waiting)
  const recent = await recentItem(visit)
  if (!recent) return openFromPhotos(visit)
  const role =
    isHandler(visit.by) && recent.departmentId === visit.by.departmentId ? 'after' : 'before'
  await wantPhotos(visit.tx, photoOrder(visit, role, recent.no), visit.heard.photos)
  return [answer(visit, photosTaken(label(recent), visit.heard.photos.length))]
}

/** A draft waits for words: the photos are its own, and the words are asked for again. */
const photosForDraft = async (
  visit: Visit,
  { what, no }: Extract<Question, { type: 'missing' }>,
): Promise<Letters> => {
  const dossier = await findDossier(visit.tx, visit.office.id, no)
  if (!dossier) return openFromPhotos(visit)
  await gatherPhotos(visit, 'before', no)
  const taken = photosTaken(label(dossier.item), visit.heard.photos.length)
  const again = what === 'place' ? askForPlace : askForAdvice
  await ask(visit, { type: 'missing', what, no }, no)
  const { lines } = again(dossier.item, inGroup(visit))
  return [answer(visit, { ...taken, lines: [...taken.lines, ...lines.slice(1)] })]
}

/** What this person said here in the last ten minutes: its photo belongs to it. */
const recentItem = async (visit: Visit): Promise<Item | undefined> => {
  const since = new Date(visit.at.getTime() - stitchMs)
  const { officeId, id, departmentId } = visit.by
  const own = await listItems(visit.tx, {
    officeId,
    author: id,
    states: ['draft', 'submitted'],
    changedSince: since,
    newestFirst: true,
    limit: 3,
  })
  const here = inGroup(visit) ? visit.heard.chat.id : ''
  const mine = own.find(({ chatId }) => chatId === here)
  if (mine || !isHandler(visit.by) || departmentId === undefined) return mine
  const [handled] = await listItems(visit.tx, {
    officeId,
    departmentId,
    states: ['rectified', 'replied'],
    changedSince: since,
    newestFirst: true,
    limit: 1,
  })
  return handled
}
