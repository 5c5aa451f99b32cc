import type { Fact } from '../domain/act.ts'
import type { Standing } from '../domain/board.ts'
import { spoken } from '../domain/dates.ts'
import { type Item, type ItemNo, label } from '../domain/item.ts'
import { tenths } from '../domain/scoring.ts'
import { cut } from '../domain/text.ts'
import { viewOf } from '../domain/workflows/index.ts'
import { standing } from './boards.ts'
import { fateOf } from './fate.ts'
import { type Message, say } from './message.ts'
import { nextSteps } from './next-steps.ts'

/** A person's own record of a year. */
export interface Mine {
  readonly name: string
  readonly year: string
  /** As the board counts them. */
  readonly points: number
  readonly standing: Standing | undefined
  readonly opinions: number
  readonly supervisions: number
  /** How many opinions are expected of him in the year. */
  readonly quota?: number
  /** Of this year, before any limit. */
  readonly byRule: readonly { readonly rule: string; readonly points: number }[]
  readonly matters: Matters
  /** What waits for him, the longest waiting first. */
  readonly waiting: { readonly items: readonly Item[]; readonly count: number }
  /** 约稿 he claimed and has not delivered. */
  readonly owed: readonly Item[]
}

export interface Matters {
  readonly items: readonly Item[]
  readonly outcomes: readonly (Pick<Fact, 'verb' | 'details'> & { readonly no: ItemNo })[]
  readonly count: number
  readonly page: number
}

/** Few on the first page, beneath the rest; more on the others. */
export const mattersOn = (page: number): { readonly offset: number; readonly limit: number } =>
  page === 1 ? { offset: 0, limit: 5 } : { offset: 5 + (page - 2) * 10, limit: 10 }

/** 我的: points, place, duty, why, the latest matters and what waits for whoever asks. */
export const mine = (own: Mine): Message =>
  say(
    `${own.name} ${own.year}年:${own.points}分${own.standing ? `,${standing(own.standing)}` : ''}`,
    countsOf(own),
    ...reasons(own),
    ...waitingLines(own),
    ...own.owed.map(
      ({ no, title, fixBy }) =>
        `约${no} ${cut(title, 14)}${fixBy ? `,${spoken(fixBy)}前交稿` : ''} → 社情民意 约${no} 内容`,
    ),
    ...(own.matters.items.length > 0 ? ['最近报的:', ...matterLines(own.matters)] : []),
    ...(own.byRule.length > 0 ? ['每一分的来处:发"为什么"'] : []),
  )

/** 我的 2: the matters before those, with their fate. */
export const moreOfMine = (matters: Matters): Message =>
  matters.items.length === 0
    ? say(`没有第${matters.page}页了。从头看发"我的"。`)
    : say('以前报的:', ...matterLines(matters))

const matterLines = ({ items, outcomes, count, page }: Matters): readonly string[] => {
  const left = count - mattersOn(page).offset - items.length
  return [
    ...items.map(
      (item) =>
        `${label(item)} ${cut(item.title, 14)}:${fateOf(
          item,
          outcomes.filter(({ no }) => no === item.no),
        )}`,
    ),
    ...(left > 0 ? [`还有 ${left} 件,发:我的 ${page + 1}`] : []),
  ]
}

const countsOf = ({ opinions, supervisions, quota }: Mine): string => {
  const seen = supervisions > 0 ? `,随手拍${supervisions}件` : ''
  if (quota === undefined && opinions + supervisions === 0) return '今年还没有报送。'
  const duty =
    quota === undefined
      ? ''
      : `(今年任务 ${opinions}/${quota}${opinions >= quota ? ',已完成' : ''})`
  return `社情民意${opinions}件${duty}${seen}`
}

/** 得分:有效报送3、采用18; what is beyond a limit is said, so that the sum can be understood. */
const reasons = ({ byRule, points }: Mine): readonly string[] => {
  const said = reasonWords.flatMap(([prefix, word]) => {
    const total = tenths(sumOf(byRule.filter(({ rule }) => rule.startsWith(prefix))))
    return total === 0 ? [] : [`${word}${total}`]
  })
  if (said.length === 0) return []
  const isCapped = tenths(sumOf(byRule)) > points
  return [`得分:${said.join('、')}${isCapped ? '(超过上限的不计入排行)' : ''}`]
}

const sumOf = (lines: Mine['byRule']): number => lines.reduce((sum, { points }) => sum + points, 0)

const reasonWords: readonly (readonly [string, string])[] = [
  ['opinion.valid', '有效报送'],
  ['opinion.adopt', '采用'],
  ['instruction', '批示'],
  ['solicitation', '约稿'],
  ['supervision', '微监督'],
  ['opinion.plagiarised', '抄袭'],
  ['opinion.untrue', '失实'],
  ['adjust', '调整'],
]

const waitingLines = ({ waiting: { items, count } }: Mine): readonly string[] =>
  items.length === 0
    ? []
    : [
        `等您的 ${count} 件:`,
        ...items.map((item) => {
          const steps = nextSteps(item, 'author', 2)
          return `${label(item)} ${whatIsMissing(item)}${item.dueOn ? `,${spoken(item.dueOn)}前` : ''}${steps.length > 0 ? ` → ${steps.join(' / ')}` : ''}`
        }),
      ]

/** What we asked him for and have not got. */
const whatIsMissing = (item: Item): string => {
  if (item.state !== 'draft') return viewOf(item).title
  if (item.kind === 'opinion' && item.advice === null) return '还差"建议"'
  if (item.kind === 'supervision' && item.place === null) return '还差地点'
  return item.lacksPhoto ? '还差照片' : '等您提交'
}
