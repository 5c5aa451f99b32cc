import type { Act } from '../domain/act.ts'
import { type Item, type PersonId, label } from '../domain/item.ts'
import { type Entry, gainsOf } from '../domain/scoring.ts'
import { type Message, say } from './message.ts'
import { outcomeWords, signed, verbWords } from './words.ts'

/** One of several matters to which the same is done. */
export interface BatchLine {
  readonly act: Act
  readonly item: Item
  readonly entries: readonly Entry[]
  readonly names: ReadonlyMap<number, string>
}

/** 请确认:社137、社138 → 市政协,单篇,2024年第31期。回"确认"入账(社137 +9、社138 +9)。 */
export const askForConfirmation = (lines: readonly BatchLine[]): Message => ({
  ...say(`请确认:${whatOf(lines)}。`, `回"确认"就${ending(lines)};不办回"否"。`),
  answers: ['确认', '否'],
})

const ending = (lines: readonly BatchLine[]): string => {
  const points = pointsOf(lines)
  return points ? `入账(${points})` : '办理,不影响分数'
}

export const batchDone = (lines: readonly BatchLine[]): Message => {
  const points = pointsOf(lines)
  return say(
    `已登记 ${lines.length} 件:${whatOf(lines)}${points ? `(${points})` : ''}。`,
    '写错了发"撤销"(整批),或"撤销"加编号。',
  )
}

/** Nothing at all has been written: every number that stands in the way is named. */
export const batchImpossible = (why: readonly Message[]): Message =>
  say('这次一件也没有登记:', ...why.slice(0, 6).flatMap(({ lines }) => lines.slice(0, 1)))

export const tooMany = (most: number): Message =>
  say(`一次最多 ${most} 件,这次一件也没有登记。请分几次发。`)

const whatOf = (lines: readonly BatchLine[]): string => {
  const [first] = lines
  return `${lines.map(({ item }) => label(item)).join('、')} → ${first ? wordOf(first) : ''}`
}

const wordOf = ({ act, item }: BatchLine): string => {
  const { into, reason, text } = act.details
  if (act.verb === 'merge') return `并入 ${label({ kind: item.kind, no: into ?? 0 })}`
  return outcomeWords(act) ?? [verbWords[act.verb], reason ?? text].filter(Boolean).join(':')
}

const pointsOf = (lines: readonly BatchLine[]): string =>
  lines
    .map(({ item, entries, names }) => gainsIn(label(item), [...gainsOf(entries)], names))
    .filter(Boolean)
    .join('、')

/** One who gains: his points; several: each by name. */
const gainsIn = (
  what: string,
  gains: readonly (readonly [PersonId, number])[],
  names: ReadonlyMap<PersonId, string>,
): string => {
  const [only] = gains
  if (!only) return ''
  if (gains.length === 1) return `${what} ${signed(only[1])}`
  return `${what} ${gains.map(([id, points]) => `${names.get(id) ?? ''}${signed(points)}`).join('/')}`
}
