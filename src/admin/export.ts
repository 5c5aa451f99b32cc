import { asc, eq, and } from 'drizzle-orm'
import { dayOf } from '../domain/dates.ts'
import { type ItemKind, label } from '../domain/item.ts'
import { viewOf } from '../domain/workflows/index.ts'
import type { Tx } from '../store/open.ts'
import { items, ledger } from '../store/tables/book.ts'
import { departments, people } from '../store/tables/people.ts'
import { writeSheet } from './sheet.ts'

/** 社情民意, 微监督, 积分: what can be exported. */
export const kindsOfExport = ['opinion', 'supervision', 'ledger'] as const

interface Where {
  readonly officeId: number
  readonly zone: string
}

/** Writes every matter of a kind, or every line of the ledger, to a file for Excel. */
export const exportKind = async (
  tx: Tx,
  where: Where,
  kind: string,
  path: string,
): Promise<readonly string[]> => {
  const names = new Map(
    (await tx.select({ id: people.id, name: people.name }).from(people)).map(({ id, name }) => [
      id,
      name,
    ]),
  )
  const count =
    kind === 'ledger'
      ? await exportLedger(tx, where, names, path)
      : kind === 'opinion' || kind === 'supervision'
        ? await exportItems(tx, where, { kind, names, path })
        : undefined
  if (count === undefined) throw new Error(`可导出:${kindsOfExport.join('、')}(写的是"${kind}")`)
  return [`已导出 ${count} 行到 ${path}`]
}

const itemHeader = [
  '编号',
  '标题',
  '作者',
  '状态',
  '地点',
  '问题',
  '建议',
  '类别',
  '承办单位',
  '提交日',
  '期限',
  '整改期限',
]

const exportItems = async (
  tx: Tx,
  { officeId, zone }: Where,
  {
    kind,
    names,
    path,
  }: {
    readonly kind: ItemKind
    readonly names: ReadonlyMap<number, string>
    readonly path: string
  },
): Promise<number> => {
  const found = await tx
    .select()
    .from(items)
    .where(and(eq(items.officeId, officeId), eq(items.kind, kind)))
    .orderBy(asc(items.no))
  const units = new Map(
    (await tx.select().from(departments).where(eq(departments.officeId, officeId))).map(
      ({ id, name }) => [id, name],
    ),
  )
  return writeSheet(
    path,
    itemHeader,
    found.map((item) => [
      label(item),
      item.title,
      names.get(item.author) ?? '',
      viewOf(item).title,
      item.place ?? '',
      item.problem ?? item.text,
      item.advice ?? '',
      item.category ?? '',
      units.get(item.departmentId ?? -1) ?? '',
      dayOf(item.openedAt, zone),
      item.dueOn ?? '',
      item.fixBy ?? '',
    ]),
  )
}

const exportLedger = async (
  tx: Tx,
  { officeId }: Where,
  names: ReadonlyMap<number, string>,
  path: string,
): Promise<number> => {
  const found = await tx
    .select()
    .from(ledger)
    .where(eq(ledger.officeId, officeId))
    .orderBy(asc(ledger.id))
  return writeSheet(
    path,
    ['序号', '姓名', '事项', '规则', '规则版本', '分数', '理由', '成果日期'],
    found.map((line) => [
      line.id,
      names.get(line.personId) ?? '',
      line.itemNo ?? '',
      line.rule,
      line.ruleVersion,
      line.points,
      line.reason,
      line.outcomeOn,
    ]),
  )
}
