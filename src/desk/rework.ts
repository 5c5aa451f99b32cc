import { splitOpinion } from '../commands/split.ts'
import { topicsOf } from '../commands/topics.ts'
import { apply } from './act.ts'
import { ask } from './asking.ts'
import { blank, openedBy } from './blank.ts'
import { type Letters, type Visit, answer, inGroup } from './visit.ts'
import type { Act } from '../domain/act.ts'
import { decide } from '../domain/decide.ts'
import type { Item, ItemNo } from '../domain/item.ts'
import { showDraft } from '../messages/opening.ts'
import { refusal } from '../messages/refusals.ts'
import * as says from '../messages/rework.ts'
import { nothingAsked } from '../messages/talk.ts'
import { findDossier, openItem } from '../store/items.ts'
import { nextNo } from '../store/offices.ts'

/** 不拆: it stays as it is. */
export const keepWhole = async (visit: Visit, no: ItemNo): Promise<Letters> => {
  const dossier = await findDossier(visit.tx, visit.office.id, no)
  return [answer(visit, dossier ? says.keptWhole(dossier.item) : nothingAsked())]
}

/** 拆: one draft for each topic, shown one after the other; the whole stays where it was said (example E8). */
export const splitUp = async (visit: Visit, no: ItemNo): Promise<Letters> => {
  const { tx, office, by, at, book } = visit
  const dossier = await findDossier(tx, office.id, no)
  if (!dossier || dossier.item.author !== by.id) return [answer(visit, nothingAsked())]
  const drafts: Item[] = []
  for (const part of topicsOf(dossier.item.text))
    drafts.push(draftOf(visit, dossier.item, part, await nextNo(tx, office.id)))
  const act: Act = { verb: 'split', details: { text: says.splitHistory(drafts) }, by, at }
  const decision = decide(book, dossier, act)
  if (!decision.ok) return [answer(visit, refusal(decision.refusal))]
  const [first, ...others] = await apply(visit, dossier, decision.change, act)
  for (const draft of drafts) openItem(tx, draft, openedBy(visit, draft), visit.now)
  if (!first) return []
  return [
    { ...first, message: says.splitDone(dossier.item, drafts) },
    ...others,
    ...(await showNext(
      visit,
      drafts.map((draft) => draft.no),
      drafts[0],
    )),
  ]
}

const draftOf = (visit: Visit, whole: Item, text: string, no: ItemNo): Item => {
  const { headings: _, ...parts } = splitOpinion(text)
  return {
    ...blank(visit, { kind: 'opinion', text }, whole.author, no),
    ...parts,
    state: 'draft',
    derivedFrom: whole.no,
    chatId: whole.chatId,
    messageId: null,
  }
}

/** Shows the next of several drafts and asks for its yes. */
export const showNext = async (
  visit: Visit,
  [no, ...next]: readonly ItemNo[],
  known?: Item,
): Promise<Letters> => {
  if (no === undefined) return []
  const item = known ?? (await findDossier(visit.tx, visit.office.id, no))?.item
  if (item?.state !== 'draft') return showNext(visit, next)
  await ask(visit, { type: 'submit-draft', no, next }, no)
  return [answer(visit, showDraft(item, inGroup(visit)))]
}
