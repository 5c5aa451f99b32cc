import { extname } from 'node:path'
import { readSpan } from '../commands/spans.ts'
import { createCalendar } from '../domain/calendar.ts'
import { dayOf } from '../domain/dates.ts'
import { label } from '../domain/item.ts'
import { viewOf } from '../domain/workflows/index.ts'
import { spanTitle } from '../figures/spans.ts'
import { indicatorSheets } from '../papers/indicators.ts'
import { monthlyTables } from '../papers/monthly.ts'
import { opinionDocument } from '../papers/opinion.ts'
import { listAuthors } from '../store/figures.ts'
import { findDossier } from '../store/items.ts'
import { findOffice, findOverrides, officeCodeOf } from '../store/offices.ts'
import type { Tx } from '../store/open.ts'
import { writeTables, writeWhole } from './sheet.ts'

interface When {
  readonly now: Date
  readonly zone: string
}

/** 社情民意表 2026-06 FILE: by unit and adopted as two sheets, or by unit as csv; 采用清单 is the second alone. */
export const exportTables = async (
  tx: Tx,
  { now, zone }: When,
  kind: '社情民意表' | '采用清单',
  { words, path }: { readonly words: string; readonly path: string },
): Promise<readonly string[]> => {
  mustEnd(path, ['.xlsx', '.csv'])
  const office = await ourOffice(tx)
  const today = dayOf(now, zone)
  const span = readSpan(words, today)
  if (!span)
    throw new Error(`哪一段时间?例如 2026-06、上月、2026年上半年、2026年(写的是"${words}")`)
  if (span.from > today) throw new Error(`${spanTitle(span)}还没有开始`)
  const { byUnit, adopted } = await monthlyTables({ tx, office, zone, today }, span)
  const calendar = createCalendar(zone, await findOverrides(tx, office.id))
  const indicators = await indicatorSheets({ tx, office, calendar, today }, span)
  await writeTables(path, kind === '采用清单' ? [adopted] : [byUnit, adopted, ...indicators])
  const { rows } = kind === '采用清单' ? adopted : byUnit
  return [`已导出 ${spanTitle(span)} ${kind} ${rows.length} 行到 ${path}`]
}

/** 137 FILE.docx: the official form of one opinion. */
export const exportForm = async (
  tx: Tx,
  zone: string,
  no: number,
  path: string,
): Promise<readonly string[]> => {
  mustEnd(path, ['.docx'])
  const office = await ourOffice(tx)
  const dossier = await findDossier(tx, office.id, no)
  if (dossier?.item.kind !== 'opinion') throw new Error(`没有编号 ${no} 的社情民意`)
  if (viewOf(dossier.item).isHidden)
    throw new Error(`${label(dossier.item)} ${viewOf(dossier.item).title},不能导出`)
  const authors = [...(await listAuthors(tx, [dossier.item.author])).values()]
  await writeWhole(path, await opinionDocument({ dossier, authors, officeName: office.name, zone }))
  return [`已导出 ${label(dossier.item)} 的公文稿到 ${path}`]
}

const ourOffice = async (tx: Tx) => {
  const office = await findOffice(tx, officeCodeOf.lark)
  if (!office) throw new Error('还没有机构:请先启动一次 npm start')
  return office
}

const mustEnd = (path: string, endings: readonly string[]): void => {
  if (!endings.includes(extname(path).toLowerCase()))
    throw new Error(`文件名要以 ${endings.join(' 或 ')} 结尾(写的是"${path}")`)
}
