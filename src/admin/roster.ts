import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { SheetFaults } from './faults.ts'
import { type Sheet, columnOf, readSheet } from './sheet.ts'
import { isDay } from '../domain/dates.ts'
import {
  type GroupKind,
  type Identity,
  type IdentityWord,
  identityWords,
  isHandler,
} from '../domain/person.ts'
import type { RosterRow } from '../domain/roster.ts'
import type { Tx } from '../store/open.ts'
import { keepPerson } from '../store/roster.ts'
import { people } from '../store/tables/people.ts'

const groupColumns: Readonly<Record<string, GroupKind>> = {
  界别小组: 'sector',
  乡镇小组: 'township',
  专委会: 'committee',
  党派: 'party',
}
export const columns = [
  '姓名',
  '手机',
  '身份',
  ...Object.keys(groupColumns),
  '界别',
  '单位',
  '重点信息员',
  '部门别名',
  '离任日期',
  '飞书ID',
  '钉钉ID',
] as const

/** One transaction: a bad row is named by line and column, and nothing is written. Gives what to tell the operator. */
export const importRoster = async (
  tx: Tx,
  officeId: number,
  path: string,
): Promise<readonly string[]> => {
  const sheet = await readSheet(path)
  const { rows, faults } = readRoster(sheet)
  if (faults.length > 0) throw new SheetFaults('名册有误,没有写入', faults)
  const kept: number[] = []
  let added = 0
  for (const row of rows) {
    const { id, isNew } = await keepPerson(tx, officeId, row)
    kept.push(id)
    if (isNew) added += 1
  }
  const missing = await listMissing(tx, officeId, kept)
  const unknown = sheet.header.filter(
    (name) => name && !columns.some((column) => column === columnOf(name)),
  )
  return [
    `已导入 ${rows.length} 人(新增 ${added},更新 ${rows.length - added})。`,
    ...(unknown.length > 0 ? [`忽略了不认识的列:${unknown.join('、')}`] : []),
    ...(missing.length > 0
      ? [
          `名册里没有、系统里还有的 ${missing.length} 人(没有删除;离任请填"离任日期"):${missing.slice(0, 20).join('、')}`,
        ]
      : []),
  ]
}

/** Reads the rows; pure. Every fault says line, column and what would be right. */
const readRoster = ({
  header,
  rows,
}: Sheet): { readonly rows: readonly RosterRow[]; readonly faults: readonly string[] } => {
  const names = header.map(columnOf)
  const absent = ['姓名', '身份'].filter((name) => !names.includes(name))
  if (absent.length > 0) return { rows: [], faults: absent.map((name) => `第1行:缺少"${name}"列`) }
  const read = rows.map(({ line, cells }) =>
    readRow(line, {
      cell: (name) => cells[names.indexOf(name)] ?? '',
      has: (name) => names.includes(name),
    }),
  )
  const good = read.flatMap((one) => ('row' in one ? [one.row] : []))
  return {
    rows: good,
    faults: [...read.flatMap((one) => ('faults' in one ? one.faults : [])), ...doubles(read)],
  }
}

type Read =
  | { readonly line: number; readonly row: RosterRow }
  | { readonly line: number; readonly faults: readonly string[] }

const mobileShape = z.string().regex(/^1\d{10}$/)

interface Line {
  readonly cell: (column: string) => string
  readonly has: (column: string) => boolean
}

const readRow = (line: number, { cell, has }: Line): Read => {
  const faults: string[] = []
  const fault = (column: string, why: string) => faults.push(`第${line}行,"${column}":${why}`)
  // lists pad names of two signs with a wide space
  const name = cell('姓名').replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
  if (!name || name.length > 20) fault('姓名', '要写 1—20 字的姓名')
  const mobile = cell('手机').replace(/[\s-]|^\+?86/g, '')
  if (mobile && !mobileShape.safeParse(mobile).success) fault('手机', '要写 11 位手机号')
  const identities = readIdentities(cell('身份'), (why) => fault('身份', why))
  const leftOn = readDay(cell('离任日期'))
  if (leftOn === undefined) fault('离任日期', '要写成 2026-03-01')
  const unit = cell('单位')
  if (isHandler({ identities }) && !unit) fault('单位', '部门联络员和部门负责人要写所属单位')
  const key = cell('重点信息员')
  if (!['', '是', '否'].includes(key)) fault('重点信息员', '写"是"或"否"')
  if (faults.length > 0) return { line, faults }
  const groupsOf = Object.fromEntries(
    Object.entries(groupColumns).flatMap(([column, kind]) =>
      has(column) ? [[kind, cell(column) || null]] : [],
    ),
  )
  return {
    line,
    row: {
      name,
      identities,
      groups: groupsOf,
      aliases: cell('部门别名')
        .split(/[、,，;；]/)
        .map((one) => one.trim())
        .filter(Boolean),
      ...(has('重点信息员') && { isKeyReporter: key === '是' }),
      ...(has('手机') && { mobile: mobile || null }),
      ...(has('界别') && { sector: cell('界别') || null }),
      ...(has('单位') && { unit: unit || null }),
      ...(has('离任日期') && { leftOn: leftOn || null }),
      ...(cell('飞书ID') && { larkId: cell('飞书ID') }),
    },
  }
}

const readIdentities = (text: string, fault: (why: string) => void): readonly Identity[] => {
  const words = text.split(/[、,，;；\s]+/).filter(Boolean)
  const unknown = words.filter((word) => !(word in identityWords))
  if (words.length === 0) fault(`要写身份:${Object.keys(identityWords).join('/')}`)
  if (unknown.length > 0)
    fault(`不认识"${unknown.join('、')}",可写:${Object.keys(identityWords).join('/')}`)
  return words.flatMap((word) =>
    word in identityWords ? [identityWords[word as IdentityWord]] : [],
  )
}

/** '' when empty, undefined when it is no day. */
const readDay = (text: string): string | undefined => {
  if (!text) return ''
  const match = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(text)
  if (!match || !isDay(Number(match[1]), Number(match[2]), Number(match[3]))) return undefined
  return `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`
}

/** The same mobile or platform id twice would be one person twice. */
const doubles = (read: readonly Read[]): readonly string[] => {
  const seen = new Map<string, number>()
  return read.flatMap((one) => {
    if (!('row' in one)) return []
    const keys = [
      ['手机', one.row.mobile],
      ['飞书ID', one.row.larkId],
      ['姓名', one.row.mobile ? undefined : `${one.row.name} ${one.row.unit ?? ''}`],
    ] as const
    return keys.flatMap(([column, value]) => {
      if (!value) return []
      const first = seen.get(`${column} ${value}`)
      seen.set(`${column} ${value}`, first ?? one.line)
      return first === undefined
        ? []
        : [
            `第${one.line}行,"${column}":与第${first}行重复${column === '姓名' ? '(同名的请写手机或单位)' : ''}`,
          ]
    })
  })
}

const listMissing = async (
  tx: Tx,
  officeId: number,
  kept: readonly number[],
): Promise<readonly string[]> => {
  const found = await tx
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(and(eq(people.officeId, officeId), sql`${people.leftOn} is null`))
    .orderBy(people.id)
  const inFile = new Set(kept)
  return found.filter(({ id }) => !inFile.has(id)).map(({ name }) => name)
}
