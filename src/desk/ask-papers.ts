import {
  type Letters,
  type Visit,
  answer,
  answerPrivately,
  inGroup,
  letterTo,
  todayOf,
} from './visit.ts'
import type { ItemKind, ItemNo } from '../domain/item.ts'
import { label } from '../domain/item.ts'
import type { Span } from '../domain/periods.ts'
import { isLeader, isStaff, mayRead } from '../domain/person.ts'
import { cut } from '../domain/text.ts'
import { viewOf } from '../domain/workflows/index.ts'
import { spanTitle } from '../figures/spans.ts'
import { figuresTold } from '../figures/told.ts'
import * as says from '../messages/exports.ts'
import type { Message } from '../messages/message.ts'
import { noSuchItem, wrongKind } from '../messages/refusals.ts'
import { saidPrivately } from '../messages/talk.ts'
import { indicatorSheets, readOpinionFigures } from '../papers/indicators.ts'
import { monthlyTables } from '../papers/monthly.ts'
import { hasCauses, opinionDocument } from '../papers/opinion.ts'
import { workbookOf } from '../papers/workbook.ts'
import { listAuthors } from '../store/figures.ts'
import { findDossier } from '../store/items.ts'

/** 导出 137: the official form, for the office, the leaders and the author. */
export const askForm = async (
  visit: Visit,
  { no, kind }: { readonly no: ItemNo; readonly kind?: ItemKind },
): Promise<Letters> => {
  const { tx, office, by, book } = visit
  const dossier = await findDossier(tx, office.id, no)
  if (!dossier) return [answer(visit, noSuchItem(no))]
  const { item } = dossier
  if (!mayRead(by, item)) return [answer(visit, says.notYours(no))]
  if (kind && kind !== item.kind) return [answer(visit, wrongKind(item, false))]
  if (item.kind !== 'opinion') return [answer(visit, says.onlyOpinions(item))]
  if (viewOf(item).isHidden) return [answer(visit, says.hidden(item))]
  const authors = await listAuthors(tx, [item.author])
  const paper = {
    dossier,
    authors: [...authors.values()],
    officeName: office.name,
    zone: book.calendar.zone,
  }
  return handOver(visit, says.formReady(item, hasCauses(paper)), {
    bytes: await opinionDocument(paper),
    name: `${fileName(`${label(item)} ${item.title}`)}.docx`,
    again: `${no}`,
    itemNo: no,
  })
}

/** 导出 6月: the tables of a span, for the office and the leaders. */
export const askTables = async (visit: Visit, span: Span): Promise<Letters> => {
  const { tx, office, by, book } = visit
  if (!isStaff(by) && !isLeader(by)) return [answer(visit, says.tablesForOffice())]
  const today = todayOf(visit)
  if (span.from > today) return [answer(visit, says.notYetBegun(spanTitle(span)))]
  const { byUnit, adopted } = await monthlyTables(
    { tx, office, zone: book.calendar.zone, today },
    span,
  )
  const where = { tx, office, calendar: book.calendar, today }
  const indicators = await indicatorSheets(where, span)
  return handOver(visit, says.tablesReady(byUnit.title ?? '', byUnit.about ?? []), {
    bytes: await workbookOf([byUnit, adopted, ...indicators]),
    name: `${fileName(byUnit.title ?? '')}.xlsx`,
    again: spanTitle(span),
  })
}

/** 统计 6月: the figures of a span, for the office and the leaders. */
export const askFigures = async (visit: Visit, span: Span): Promise<Letters> => {
  const { tx, office, by, book } = visit
  if (!isStaff(by) && !isLeader(by)) return [answer(visit, says.figuresForOffice())]
  const today = todayOf(visit)
  if (span.from > today) return [answer(visit, says.notYetBegun(spanTitle(span)))]
  const where = { tx, office, calendar: book.calendar, today }
  const figures = await readOpinionFigures(where, span)
  return answerPrivately(visit, figuresTold(figures), saidPrivately())
}

interface Paper {
  readonly bytes: Uint8Array
  readonly name: string
  /** What to say after 导出 to have it again. */
  readonly again: string
  readonly itemNo?: ItemNo
}

/** The paper goes to who asked for it, behind a word on what it is; texts that are not public stay out of groups. */
const handOver = async (
  visit: Visit,
  message: Message,
  { bytes, name, again, itemNo }: Paper,
): Promise<Letters> => {
  const file = says.paper({ hash: await visit.exports.keep(bytes), name }, again)
  const to = inGroup(visit)
    ? ({ type: 'person', id: visit.heard.from } as const)
    : ({ type: 'chat', id: visit.heard.chat.id } as const)
  return [
    ...answerPrivately(visit, message, saidPrivately()),
    {
      ...letterTo(visit, to, file, 'answer'),
      isPrivate: true,
      ...(itemNo !== undefined && { itemNo }),
    },
  ]
}

/** Without what Windows takes in no name. */
const fileName = (text: string): string =>
  // oxlint-disable-next-line no-control-regex -- no file system takes them
  cut(text.replace(/[\\/:*?"<>|\u0000-\u001f]/g, ' ').trim(), 60)
