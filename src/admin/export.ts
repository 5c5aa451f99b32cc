import { and, asc, eq, notInArray } from 'drizzle-orm'
import { dayOf } from '../domain/dates.ts'
import { type ItemKind, label } from '../domain/item.ts'
import { hiddenStates, viewOf } from '../domain/workflows/index.ts'
import type { Tx } from '../store/open.ts'
import { items, ledger } from '../store/tables/book.ts'
import { departments, people } from '../store/tables/people.ts'
import { writeSheet } from './sheet.ts'

const kinds = {
  社情民意: 'opinion',
  微监督: 'supervision',
  约稿: 'solicitation',
  提案线索: 'proposal',
  积分: 'ledger',
} as const
/** What can be exported, as the operator writes it; the code's own words are understood too. */
export const kindsOfExport = Object.keys(kinds)

interface Where {
  readonly officeId: number
  readonly zone: string
}

/** Writes every matter of a kind, or every line of the ledger, to a file for Excel. */
export const exportKind = async (
  tx: Tx,
  where: Where,
  word: string,
  path: string,
): Promise<readonly string[]> => {
  const kind = Object.entries(kinds).find((pair) => pair.includes(word as never))?.[1]
  if (!kind)
    throw new Error(
      `可导出:${kindsOfExport.join('、')}、社情民意表、采用清单,或一个编号(写的是"${word}")`,
    )
  const names = new Map(
    (await tx.select({ id: people.id, name: people.name }).from(people)).map(({ id, name }) => [
      id,
      name,
    ]),
  )
  const count =
    kind === 'ledger'
      ? await exportLedger(tx, where, names, path)
      : await exportItems(tx, where, { kind, names, path })
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
    .where(
      and(
        eq(items.officeId, officeId),
        eq(items.kind, kind),
        notInArray(items.state, [...hiddenStates]),
      ),
    )
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
    ['序号', '姓名', '事项', '分数', '理由', '成果日期', '规则版本', '规则代码'],
    found.map((line) => [
      line.id,
      names.get(line.personId) ?? '',
      line.itemNo ?? '',
      line.points,
      line.reason,
      line.outcomeOn,
      line.ruleVersion,
      line.rule,
    ]),
  )
}
