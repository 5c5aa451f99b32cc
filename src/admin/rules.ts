import { readFile, writeFile } from 'node:fs/promises'
import { type AdminCommand, fileOf, inOffice } from './command.ts'
import { readRules } from './rules-file.ts'
import { builtInRules } from '../data/rules.ts'
import { dayOf } from '../domain/dates.ts'
import { settle, tenths } from '../domain/scoring.ts'
import { type ScoringRules, scorebookOf } from '../domain/scoring-rules.ts'
import { lineReason } from '../messages/points.ts'
import { findDossier } from '../store/items.ts'
import type { Tx } from '../store/open.ts'
import { postEntries } from '../store/post.ts'
import {
  countLinesSince,
  forgetWhenKnown,
  keepRules,
  listRules,
  listTouchedSince,
} from '../store/rules.ts'

interface Where {
  readonly officeId: number
  readonly now: Date
  readonly zone: string
}

/** Says whether a file could be loaded, and what would be different from then on. */
const check = async (tx: Tx, where: Where, path: string): Promise<readonly string[]> => {
  const rules = readRules(await readFile(path, 'utf8'))
  await refuseKnown(tx, where, rules)
  return [
    `规则 ${rules.version} 没有错误,自 ${rules.effectiveFrom} 起。还没有装载:admin rules load 文件`,
    ...(await differences(tx, where, rules)),
    ...(await warning(tx, where, rules)),
  ]
}

const load = async (tx: Tx, where: Where, path: string): Promise<readonly string[]> => {
  const rules = readRules(await readFile(path, 'utf8'))
  await refuseKnown(tx, where, rules)
  const changes = await differences(tx, where, rules)
  await keepRules(tx, where.officeId, rules, where.now)
  return [
    `已装载规则 ${rules.version},自 ${rules.effectiveFrom} 起的成果按它计分;以前的仍按当时的规则。`,
    ...changes,
    ...(await warning(tx, where, rules)),
  ]
}

/** A version is loaded once and never changed: an old event keeps its old rule. */
const refuseKnown = async (tx: Tx, { officeId }: Where, rules: ScoringRules): Promise<void> => {
  const known = [builtInRules, ...(await listRules(tx, officeId)).map((one) => one.rules)]
  const same = known.find(({ version }) => version === rules.version)
  if (!same) return
  throw new Error(
    changesBetween(same, rules).length === 0
      ? `规则 ${rules.version} 已经在用,内容一样,没有再装载。`
      : `版本号 ${rules.version} 已经用过,内容不同。版本装载后不能改,请换一个版本号(例如 ${rules.version}.1)。`,
  )
}

const differences = async (
  tx: Tx,
  { officeId, zone }: Where,
  rules: ScoringRules,
): Promise<readonly string[]> => {
  const loaded = await listRules(tx, officeId)
  const before = scorebookOf(builtInRules, loaded, zone).rulesOn(rules.effectiveFrom)
  const changes = changesBetween(before, rules)
  return [
    changes.length === 0
      ? `与 ${before.version} 内容一样。`
      : `与 ${before.version} 不同的有 ${changes.length} 处:`,
    ...changes,
  ]
}

const changesBetween = (before: ScoringRules, after: ScoringRules): readonly string[] => {
  const [old, fresh] = [new Map(figuresOf(before)), new Map(figuresOf(after))]
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((key) =>
    old.get(key) === fresh.get(key)
      ? []
      : [`  ${key}:${old.get(key) ?? '(无)'} → ${fresh.get(key) ?? '(无)'}`],
  )
}

const figuresOf = (rules: ScoringRules) =>
  flat(rules, '').filter(([path]) => path !== 'version' && path !== 'effectiveFrom')

/** Every figure under the path by which the file names it, in whatever order the file has them. */
const flat = (value: unknown, path: string): readonly (readonly [string, string])[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, one]) => flat(one, path ? `${path} → ${key}` : key))
    : [[path, String(value)]]

/** Outcomes that are in the book already keep their rules until the office says otherwise. */
const warning = async (
  tx: Tx,
  { officeId }: Where,
  { version, effectiveFrom }: ScoringRules,
): Promise<readonly string[]> => {
  const lines = await countLinesSince(tx, officeId, effectiveFrom)
  return lines === 0
    ? []
    : [
        `注意:${effectiveFrom} 以来已有 ${lines} 笔得分,装载后一笔也不变,仍按当时的规则。`,
        `要让它们也按 ${version} 重算(记相反的账,不改旧账):admin rules resettle ${version}`,
      ]
}

/** Settles every matter since a version's day by that version; the old lines stay, opposite ones follow. */
const resettle = async (tx: Tx, where: Where, version: string): Promise<readonly string[]> => {
  const { officeId, zone, now } = where
  const found = (await listRules(tx, officeId)).find(({ rules }) => rules.version === version)
  if (!found) throw new Error(`没有装载过版本 ${version}。发 admin rules list 看有哪些。`)
  await forgetWhenKnown(tx, officeId, version)
  const book = scorebookOf(builtInRules, await listRules(tx, officeId), zone)
  const day = found.rules.effectiveFrom
  let [matters, lines, sum] = [0, 0, 0]
  for (const no of await listTouchedSince(tx, { officeId, day, zone })) {
    const dossier = await findDossier(tx, officeId, no)
    const entries = dossier ? settle(book, dossier.item, dossier.facts, dossier.posted) : []
    if (!dossier || entries.length === 0) continue
    await postEntries(tx, dossier.item, entries, { enteredBy: 0, reason: lineReason, now })
    matters += 1
    lines += entries.length
    sum += entries.reduce((all, { points }) => all + points, 0)
  }
  return [
    `已按 ${version} 重算:${matters} 件有变化,新记 ${lines} 笔,合计 ${tenths(sum)} 分;旧账没有改动。`,
  ]
}

const list = async (tx: Tx, { officeId, now, zone }: Where): Promise<readonly string[]> => {
  const loaded = await listRules(tx, officeId)
  const current = scorebookOf(builtInRules, loaded, zone).rulesOn(dayOf(now, zone))
  const mark = ({ version }: ScoringRules) => (version === current.version ? '  ← 今天用' : '')
  return [
    ...loaded
      .toReversed()
      .map(
        ({ rules, loadedAt, knownSince }) =>
          `${rules.version}  自 ${rules.effectiveFrom}  ${dayOf(loadedAt, zone)}装载${knownSince ? '' : ',已重算'}${mark(rules)}`,
      ),
    `${builtInRules.version}  内置,其余日子用${mark(builtInRules)}`,
  ]
}

/** The built-in version under next year's name: a beginning for an office's own. */
const example = ({ now, zone }: Pick<Where, 'now' | 'zone'>): string => {
  const year = Number(dayOf(now, zone).slice(0, 4)) + 1
  const own = { ...builtInRules, version: `${year}.1`, effectiveFrom: `${year}-01-01` }
  return JSON.stringify(own, null, 2)
}

export const ruleCommands: readonly AdminCommand[] = [
  {
    words: ['rules', 'check'],
    needs: 1,
    usage: 'admin rules check 文件.json',
    run: (parts, rest) =>
      inOffice(parts, (tx, officeId) =>
        check(tx, { officeId, now: parts.now(), zone: parts.zone }, fileOf(parts, rest)),
      ),
  },
  {
    words: ['rules', 'load'],
    needs: 1,
    usage: 'admin rules load 文件.json',
    run: (parts, rest) =>
      inOffice(parts, (tx, officeId) =>
        load(tx, { officeId, now: parts.now(), zone: parts.zone }, fileOf(parts, rest)),
      ),
  },
  {
    words: ['rules', 'list'],
    needs: 0,
    usage: 'admin rules list',
    run: (parts) =>
      inOffice(parts, (tx, officeId) => list(tx, { officeId, now: parts.now(), zone: parts.zone })),
  },
  {
    words: ['rules', 'resettle'],
    needs: 1,
    usage: 'admin rules resettle 版本号',
    run: (parts, [version = '']) =>
      inOffice(parts, (tx, officeId) =>
        resettle(tx, { officeId, now: parts.now(), zone: parts.zone }, version),
      ),
  },
  {
    words: ['rules', 'example'],
    needs: 0,
    usage: 'admin rules example [文件.json]',
    run: async (parts, rest) => {
      const text = example({ now: parts.now(), zone: parts.zone })
      if (rest.length === 0) return text.split('\n')
      await writeFile(fileOf(parts, rest), `${text}\n`)
      return ['已写出一份样例(内置规则,改好后):admin rules check 文件,再 admin rules load 文件']
    },
  },
]
