import type { Standing } from '../domain/board.ts'
import { standing } from './boards.ts'
import { type Fact, alsoSubmittedTo } from '../domain/act.ts'
import { type Calendar, workdaysBetween } from '../domain/calendar.ts'
import { type Day, dayOf, spoken } from '../domain/dates.ts'
import { type Item, label } from '../domain/item.ts'
import { type ScoringRules, tenths } from '../domain/scoring.ts'
import { cut } from '../domain/text.ts'
import { earlierTexts, versionOf } from '../domain/versions.ts'
import { viewOf } from '../domain/workflows/index.ts'
import { type Message, say } from './message.ts'
import { titleShown } from './quarantine.ts'
import { historyLine } from './steps.ts'
import { levelWords, signed } from './words.ts'

interface Merged {
  readonly no: number
  readonly kind: Item['kind']
  readonly author: string
}

export interface ItemView {
  readonly item: Item
  readonly facts: readonly Fact[]
  readonly names: ReadonlyMap<number, string>
  readonly department: string
  readonly isMine: boolean
  readonly photos: readonly string[]
  /** Those that were merged into it. */
  readonly merged: readonly Merged[]
  readonly today: Day
  readonly calendar: Calendar
  /** The rest goes to who asked. */
  readonly isToldPrivately?: true
}

/** 查 52: where it is, since when, what comes next and when; the text only for those it belongs to. */
export const itemView = (view: ItemView): Message => {
  const { item, isMine } = view
  return {
    lines: [
      `${label(item)}${isMine ? `《${item.title}》` : ''}:${stateLine(view)}`,
      ...(view.isToldPrivately ? ['详情已私信您。'] : []),
      ...(isMine
        ? [
            ...sourceLines(view),
            ...kinOf(view),
            ...(item.place ? [`地点:${item.place}`] : []),
            ...history(view),
          ]
        : []),
    ],
    ...(isMine && view.photos.length > 0 && { photos: view.photos.slice(0, 4) }),
  }
}

/** Whose word it is where somebody else brought it, and where else it was sent. */
const sourceLines = ({ item, facts, names }: ItemView): readonly string[] => {
  const elsewhere = alsoSubmittedTo(facts)
  const nameOf = (id: number) => names.get(id) ?? ''
  return [
    ...(item.enteredBy === null
      ? []
      : [`反映人:${nameOf(item.author)};代报人:${nameOf(item.enteredBy)}`]),
    ...(elsewhere.length > 0 ? [`另报:${elsewhere.join('、')}(成果只计一次)`] : []),
  ]
}

/** Which version this is, what the office made of it, and what it belongs together with. */
const kinOf = ({ item, facts, merged }: ItemView): readonly string[] => {
  const version = versionOf(facts)
  return [
    ...(item.derivedFrom === null ? [] : [`由社${item.derivedFrom}转来。`]),
    ...(item.mergedInto === null ? [] : [`已并入${label({ ...item, no: item.mergedInto })}。`]),
    ...(merged.length > 0
      ? [`共同反映:${merged.map((one) => `${one.author}(${label(one)})`).join('、')}`]
      : []),
    ...(version > 1
      ? [
          `原文现为第${version}版。`,
          ...earlierTexts(facts).map((text, index) => `第${index + 1}版:${cut(text, 60)}`),
        ]
      : []),
    ...(item.editedText === null ? [] : [`采编稿:${cut(item.editedText, 200)}`]),
  ]
}

const stateLine = ({ item, department, today, calendar }: ItemView): string => {
  const state = `${department && item.state !== 'declined' ? department : ''}${viewOf(item).title}(${spoken(dayOf(item.changedAt, calendar.zone))})`
  if (!item.dueOn) return `${state}。`
  const left = workdaysBetween(calendar, today, item.dueOn)
  const rest = left > 0 ? `还剩${left}个工作日` : left === 0 ? '今天到期' : `已超${-left}个工作日`
  return `${state},应办 ${spoken(item.dueOn)},${rest}。`
}

const history = ({ facts, names, calendar }: ItemView): readonly string[] =>
  facts
    .filter(({ verb }) => verb !== 'correct')
    .slice(-4)
    .map((fact) =>
      historyLine(fact, dayOf(fact.saidAt, calendar.zone), names.get(fact.byPerson) ?? ''),
    )

export const itemsFound = (words: string, items: readonly Item[]): Message =>
  items.length === 0
    ? say(`没有找到含"${words}"的事项。发"我的"看您报过的编号。`)
    : say(`含"${words}"的有:`, ...items.map(briefLine), '看一件:查 编号')

const briefLine = (item: Item): string =>
  `${label(item)} ${titleShown(item)}|${viewOf(item).title}${item.dueOn ? `,${spoken(item.dueOn)}前` : ''}`

export interface Mine {
  readonly name: string
  readonly year: string
  readonly points: number
  readonly standing: Standing | undefined
  readonly opinions: number
  readonly supervisions: number
  readonly open: readonly Item[]
  readonly lines: readonly {
    readonly points: number
    readonly reason: string
    readonly outcomeOn: Day
  }[]
}

export const mine = (own: Mine): Message => ({
  lines: [
    `${own.name} ${own.year}年:${own.points}分${own.standing ? `,${standing(own.standing)}` : ''}`,
    countsOf(own) || '今年还没有报送。',
    ...own.lines.slice(0, 3).map(pointLine),
    ...(own.open.length > 0 ? ['在办:', ...own.open.slice(0, 4).map(briefLine)] : []),
    ...(own.lines.length > 0 ? ['每一分的来处:发"为什么"'] : []),
  ],
})

const countsOf = ({ opinions, supervisions }: Mine): string =>
  [opinions > 0 && `社情民意${opinions}件`, supervisions > 0 && `随手拍${supervisions}件`]
    .filter(Boolean)
    .join(',')

const pointLine = (line: {
  readonly points: number
  readonly reason: string
  readonly outcomeOn: Day
}): string => `${signed(line.points)} ${line.reason}(${spoken(line.outcomeOn)})`

export const whyPoints = (name: string, own: Mine['lines'], total: number): Message =>
  own.length === 0
    ? say(`${name},还没有得分。政协办采编或交办后就会计分;规则发"规则"。`)
    : say(
        `${name},共${total}分,逐笔如下(新的在前):`,
        ...own.slice(0, mostLines).map(pointLine),
        ...(own.length > mostLines
          ? [`更早的还有${own.length - mostLines}笔,合计${restOf(own)}分;要全部清单请找政协办。`]
          : []),
        '排行按每周、每年的上限计,上限发"规则"看。',
      )

const mostLines = 30

const restOf = (own: Mine['lines']): number =>
  tenths(own.slice(mostLines).reduce((sum, { points }) => sum + points, 0))

export const whyDue = (view: ItemView, lines: Mine['lines']): Message =>
  say(
    `${label(view.item)} ${stateLine(view)}`,
    ...(view.item.dueOn
      ? [
          `期限从${spoken(dayOf(view.item.changedAt, view.calendar.zone))}的次日起数工作日(法定节假日不算,调休上班算),定下后不变。`,
        ]
      : []),
    ...(lines.length > 0 ? lines.map(pointLine) : ['还没有得分。']),
  )

export const rulesText = ({ points, forms, otherLeader, caps, version }: ScoringRules): Message => {
  const ladder = (of: 'opinion.adopt' | 'instruction') =>
    (['county', 'city', 'province', 'nation'] as const)
      .map((level) => `${levelWords[level]}${points[`${of}.${level}`]}`)
      .join('、')
  const limit = caps.map(
    ({ rules, week, year }) =>
      `${ruleNames[rules[0] ?? ''] ?? ''}每周${week ?? '不限'}、每年${year ?? '不限'}`,
  )
  return say(
    `计分规则(${version}):只有政协办确认过的才计分。`,
    `社情民意:有效${points['opinion.valid']};采用 ${ladder('opinion.adopt')}(只计最高一级,升级补差额)`,
    `综合采用×${forms.combined},转送×${forms.forwarded};批示 ${ladder('instruction')}(主要领导;分管×${otherLeader})`,
    `约稿:按时交稿且有效+${points['solicitation.done']},被县以上采用再+${points['solicitation.adopted']}`,
    `微监督:交办${points['supervision.valid']},委员评价后办结再+${points['supervision.closed']}(不满意也不扣分)`,
    `履职榜上限:${limit.join(';')}`,
  )
}

const ruleNames: Readonly<Record<string, string>> = {
  'opinion.valid': '有效社情民意',
  'supervision.valid': '微监督交办',
  'supervision.closed': '微监督办结',
}

/** Why a line of the ledger is there. */
export const lineReason = (item: Item, rule: string, points: number): string => {
  const level = levelWords[rule.split('.').at(-1) as keyof typeof levelWords]
  const what = rule.startsWith('opinion.adopt')
    ? `${level}采用`
    : rule.startsWith('instruction')
      ? `${level}领导批示`
      : rule === 'opinion.valid'
        ? '有效报送'
        : rule === 'solicitation.done'
          ? '约稿交稿'
          : rule === 'solicitation.adopted'
            ? '约稿采用'
            : rule === 'supervision.valid'
              ? '交办'
              : '办结'
  return `${label(item)} ${what}${points < 0 ? '(冲回)' : ''}`
}
