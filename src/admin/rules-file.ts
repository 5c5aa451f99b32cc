import { z } from 'zod'
import { SheetFaults } from './faults.ts'
import { levels } from '../domain/act.ts'
import { isDayWritten } from '../domain/dates.ts'
import { type ScoringRules, scoringRuleIds, stackings } from '../domain/scoring-rules.ts'

/** A file of rules as text; every fault is named by line and place. */
export const readRules = (text: string): ScoringRules => {
  const clean = text.replace(/^\ufeff/, '')
  const { success, data, error } = shape.safeParse(parsed(clean))
  if (!success)
    throw new SheetFaults(
      notRead,
      error.issues.flatMap((issue) => faultsOf(clean, issue)),
    )
  return data
}

const notRead = '规则文件有误,没有装载'

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    const at = /position (\d+)/.exec(String(error))?.[1]
    const line = lineAt(text, at === undefined ? text.length : Number(at))
    throw new SheetFaults(notRead, [
      `第 ${line} 行附近不是合法的 JSON:请检查逗号、引号和括号(全角的也不行)`,
    ])
  }
}

const said = (text: string) => ({
  error: ({ input }: { readonly input?: unknown }) => (input === undefined ? '缺少这一项' : text),
})
const isInTenths = (value: number): boolean => Math.abs(value * 10 - Math.round(value * 10)) < 1e-9
const points = z
  .number(said('要写数字,例如 5'))
  .refine(isInTenths, '最多一位小数')
  .refine((value) => Math.abs(value) <= 1000, '太大了,最多 1000')
const share = z.number(said('要写 0 到 1 之间的数')).min(0, '不能小于 0').max(1, '不能大于 1')
const limit = points.refine((value) => value >= 0, '不能小于 0').exactOptional()
const isDeduction = (rule: string): boolean =>
  rule === 'opinion.plagiarised' || rule === 'opinion.untrue'

const shape = z.strictObject(
  {
    version: z
      .string(said('要写版本号,例如 "2025.1"'))
      .trim()
      .min(1, '不能空')
      .max(20, '最多 20 个字'),
    effectiveFrom: z
      .string(said('要写生效日,例如 "2025-01-01"'))
      .refine(isDayWritten, '要写成 "2025-01-01" 这样的日子'),
    stacking: z.enum(stackings, said('要写 "highest"(只计最高一级)或 "cumulative"(各级累计)')),
    points: z
      .record(z.enum(scoringRuleIds), points, said('要写成 {"opinion.valid": 1, …}'))
      .superRefine((all, check) => {
        for (const [rule, value] of Object.entries(all))
          if (isDeduction(rule) ? value > 0 : value < 0)
            check.addIssue({
              code: 'custom',
              path: [rule],
              message: isDeduction(rule) ? '是扣分,要写 0 或负数' : '不能是负数',
            })
        for (const ladder of ['opinion.adopt', 'instruction'] as const)
          for (const [n, level] of levels.entries()) {
            const lower = levels[n - 1]
            if (lower && all[`${ladder}.${level}`] < all[`${ladder}.${lower}`])
              check.addIssue({
                code: 'custom',
                path: [`${ladder}.${level}`],
                message: '不能比低一级的少',
              })
          }
      }),
    forms: z.strictObject(
      { single: share, combined: share, forwarded: share },
      said('要写 single、combined、forwarded 三项'),
    ),
    otherLeader: share,
    coAuthors: z.strictObject(
      { most: z.int(said('要写整数,例如 5')).min(1, '至少 1').max(20, '最多 20'), first: share },
      said('要写 most 和 first 两项'),
    ),
    caps: z.array(
      z.strictObject(
        {
          rules: z
            .array(z.enum(scoringRuleIds, said('不认识这条规则')), said('要写规则名的清单'))
            .min(1, '至少一条规则'),
          week: limit,
          year: limit,
        },
        said('要写成 {"rules": ["opinion.valid"], "week": 3, "year": 10}'),
      ),
      said('要写成一个清单;没有上限写 []'),
    ),
  },
  said('要写成一个 {…}'),
)

type Issue = z.core.$ZodIssue

const faultsOf = (text: string, issue: Issue): readonly string[] =>
  issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => placed(text, [...issue.path, key], '不认识这一项'))
    : [placed(text, issue.path, issue.message)]

const placed = (text: string, path: readonly PropertyKey[], message: string): string =>
  `第 ${lineOf(text, path)} 行 ${path.map((key) => (typeof key === 'number' ? `第 ${key + 1} 项` : String(key))).join(' → ') || '文件'}:${message}`

/** The line of the last part of a path that is there. */
const lineOf = (text: string, path: readonly PropertyKey[]): number => {
  let at = 0
  for (const key of path) {
    const found = typeof key === 'string' ? text.indexOf(JSON.stringify(key), at) : at
    if (found < 0) break
    at = found
  }
  return lineAt(text, at)
}

const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length
