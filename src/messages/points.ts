import { authorsOf, type Item, label } from '../domain/item.ts'
import { type Entry, gainsOf } from '../domain/scoring.ts'
import type { ScoringRules } from '../domain/scoring-rules.ts'
import { type Message, say } from './message.ts'
import { levelWords, signed } from './words.ts'

/** 规则: what earns how much, and which board counts what. */
export const rulesText = (rules: ScoringRules): Message => {
  const { points, forms, otherLeader, caps, coAuthors, stacking, version } = rules
  const ladder = (of: 'opinion.adopt' | 'instruction') =>
    (['county', 'city', 'province', 'nation'] as const)
      .map((level) => `${levelWords[level]}${points[`${of}.${level}`]}`)
      .join('、')
  const limits = caps.map(
    ({ rules: [rule = ''], week, year }) =>
      `${ruleNames[rule] ?? ''}${[week !== undefined && `每周${week}`, year !== undefined && `每年${year}`].filter(Boolean).join('、')}`,
  )
  const stacked = stacking === 'highest' ? '只计最高一级,升级补差额' : '各级累计,同级只计最高'
  return say(
    `计分规则(${version}):只有政协办确认过的才计分,算在成果那一天。`,
    `社情民意:有效${points['opinion.valid']};采用 ${ladder('opinion.adopt')}(${stacked})`,
    `综合采用×${forms.combined},转送×${forms.forwarded};批示 ${ladder('instruction')}(主要领导;分管×${otherLeader})`,
    `联名:第一作者${percent(coAuthors.first)},其余平分,最多${coAuthors.most}人;重复${points['opinion.duplicate']},抄袭收回并${points['opinion.plagiarised']},失实收回并${points['opinion.untrue']}`,
    `约稿:按时交稿且有效+${points['solicitation.done']},被县以上采用再+${points['solicitation.adopted']}`,
    `微监督:交办${points['supervision.valid']},委员评价后办结再+${points['supervision.closed']}(不满意也不扣分)`,
    `履职榜("排行")计全部得分,上限:${limits.join(';') || '无'}`,
    '信息榜("排行 信息")只计社情民意、批示和约稿,不设上限',
  )
}

const percent = (part: number): string => `${Math.round(part * 1000) / 10}%`

const ruleNames: Readonly<Record<string, string>> = {
  'opinion.valid': '有效社情民意',
  'supervision.valid': '微监督交办',
  'supervision.closed': '微监督办结',
}

/** Why a line of the ledger is there. */
export const lineReason = (item: Item, { rule, to, points }: Entry): string => {
  const isDeduction = rule === 'opinion.plagiarised' || rule === 'opinion.untrue'
  return `${label(item)} ${reasonOf(rule)}${shareOf(item, to)}${points < 0 !== isDeduction ? '(冲回)' : ''}`
}

const reasonOf = (rule: string): string => {
  const level = levelWords[rule.split('.').at(-1) as keyof typeof levelWords]
  if (rule.startsWith('opinion.adopt')) return `${level}采用`
  if (rule.startsWith('instruction')) return `${level}领导批示`
  return reasons[rule] ?? rule
}

const reasons: Readonly<Record<string, string>> = {
  'opinion.valid': '有效报送',
  'solicitation.done': '约稿交稿',
  'solicitation.adopted': '约稿采用',
  'opinion.plagiarised': '认定抄袭',
  'opinion.untrue': '认定失实',
  'supervision.valid': '交办',
  'supervision.closed': '办结',
}

const shareOf = (item: Item, to: number): string =>
  authorsOf(item).length === 1 ? '' : to === item.author ? ',第一作者' : ',联名'

/** 李一 +5.4、王二 +3.6: what an act gives to whom; empty when nobody's points change. */
export const gainsText = (
  entries: readonly Pick<Entry, 'to' | 'points'>[],
  names: ReadonlyMap<number, string>,
): string =>
  [...gainsOf(entries)].map(([to, points]) => `${names.get(to) ?? ''} ${signed(points)}`).join('、')
