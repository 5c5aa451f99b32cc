import { askSolicited } from './ask-topics.ts'
import { type Letters, type Visit, answer, answerPrivately, inGroup, todayOf } from './visit.ts'
import type { AskIntent } from '../domain/intent.ts'
import { readerOf } from '../domain/reader.ts'
import { itemScreen, wholeText } from '../messages/item-screen.ts'
import { type ItemView, outsideView, shortView, toldPrivately } from '../messages/item-view.ts'
import { noSuchItem, wrongKind } from '../messages/refusals.ts'
import { findSimilar } from '../similar/find.ts'
import { listMerged } from '../store/item-lists.ts'
import { findDossier } from '../store/items.ts'
import { listLinesOf } from '../store/ledger.ts'
import { listDepartments, namesOf } from '../store/people.ts'
import { findPhotos } from '../store/photos.ts'

/** 查 137 and 查 137 全文. What was not said in a group is not told in it. */
export const askItem = async (
  visit: Visit,
  { no, kind, isWhole }: Extract<AskIntent, { about: 'item' }>,
): Promise<Letters> => {
  const view = await viewItem(visit, no)
  if (!view) return [answer(visit, noSuchItem(no))]
  const { item, reader } = view
  if (item.kind === 'solicitation') return askSolicited(visit, item)
  if (kind && kind !== item.kind) return [answer(visit, wrongKind(item, reader !== 'outsider'))]
  if (reader === 'outsider') return [answer(visit, outsideView(view))]
  const said = isWhole ? wholeText(view) : itemScreen(view)
  if (!inGroup(visit) || visit.chatKind === 'staff') return [answer(visit, said)]
  const isSaidHere = item.author === visit.by.id && item.chatId === visit.heard.chat.id
  return isSaidHere && !isWhole
    ? [answer(visit, shortView(view))]
    : answerPrivately(visit, said, toldPrivately(view))
}

/** A matter with everything that may be said of it; undefined when there is none of that number. */
export const viewItem = async (visit: Visit, no: number): Promise<ItemView | undefined> => {
  const { tx, office, by, book } = visit
  const dossier = await findDossier(tx, office.id, no)
  if (!dossier) return undefined
  const { item, facts } = dossier
  const lines = await listLinesOf(tx, office.id, no)
  const departments = await listDepartments(tx, office.id)
  const photos = await findPhotos(tx, office.id, no)
  const merged = await listMerged(tx, office.id, no)
  const reader = readerOf(by, item)
  const isInside = reader === 'staff' || reader === 'leader'
  const concerned = [
    item.author,
    item.enteredBy ?? item.author,
    ...facts.map(({ byPerson }) => byPerson),
    ...lines.map(({ personId }) => personId),
  ]
  return {
    item,
    facts,
    lines,
    names: await namesOf(tx, [...new Set(concerned)]),
    department: departments.find(({ id }) => id === item.departmentId)?.name ?? '',
    reader,
    similar: isInside && item.kind === 'opinion' ? await findSimilar(tx, item) : [],
    by: by.id,
    photos: [...photos.before, ...photos.after],
    merged: merged.map(({ name, ...one }) => ({ ...one, author: name })),
    today: todayOf(visit),
    calendar: book.calendar,
  }
}
