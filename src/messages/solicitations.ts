import type { Verb } from '../domain/act.ts'
import { type Calendar, workdaysBetween } from '../domain/calendar.ts'
import type { Day } from '../domain/dates.ts'
import { type Item, type ItemNo, label } from '../domain/item.ts'
import type { Topic } from '../domain/intent.ts'
import { type Solicited, deliveryOf, isOpen, owing } from '../domain/solicitation.ts'
import { viewOf } from '../domain/workflows/index.ts'
import { type Message, say } from './message.ts'
import type { Taken } from './taken.ts'
import { day, levelWords } from './words.ts'

const missingWords = {
  due: '截止日(例如"6月20日")',
  level: '级别(县、市、省、全国)',
  audience: '约谁(@姓名,或"全体")',
} as const
export type MissingPart = keyof typeof missingWords

const example = '约稿 关于暑期防溺水的建议 | 6月20日 | 省 | 全体'

export const askForParts = (
  { title = '' }: Topic,
  missing: readonly MissingPart[],
  inGroup: boolean,
): Message =>
  say(
    `约稿《${title}》还差:${missing.map((part) => missingWords[part]).join('、')}。`,
    `请一次回齐,例如:6月20日 | 省 | 全体。${inGroup ? '(请@我回复,或私聊我)' : ''}`,
  )

export const needsDue = (): Message => say('没有听出截止日,这次没有发布。请这样写:', example)

export const dueIsPast = (due: Day): Message =>
  say(`截止日${day(due)}已经过了,这次没有发布。请写今天或以后的日子,例如:`, example)

export interface Issued {
  readonly item: Item
  /** Names of who is asked; absent when everybody is. */
  readonly audience?: readonly string[]
  /** Asked, but not to be reached here. */
  readonly unreached: readonly string[]
  readonly isInGroup: boolean
}

export const issued = ({ item, audience, unreached, isInGroup }: Issued): Message =>
  say(
    `✅ 已发布 ${headOf(item)},${audience ? `约 ${audience.join('、')}` : '面向全体'}。`,
    audience
      ? `已私信${unreached.length > 0 ? `;还没绑定、没能私信的:${unreached.join('、')}` : '各人'}。`
      : isInGroup
        ? '已发到委员群。'
        : '还没有设好的委员群,委员发"选题"能看到。',
    `有人认领会告诉您。延期:延期 ${item.no} 日期;结束:结案 ${item.no};写错了:撤销 ${item.no}`,
  )

export const invitation = (item: Item, isForAll: boolean): Message =>
  say(
    `${isForAll ? '【约稿】' : '政协办约您写一条社情民意:'}${headOf(item)}`,
    `认领:接 ${item.no};交稿:社情民意 约${item.no} …(一句话也行)`,
  )

/** 约3《…》(省,6月20日前). */
const headOf = (item: Item): string =>
  `${label(item)}《${item.title}》(${[item.level && `${levelWords[item.level]}级`, item.fixBy && `${day(item.fixBy)}前`].filter(Boolean).join(',')})`

export const topics = (open: readonly Solicited[], own: number): Message =>
  open.length === 0
    ? say('现在没有正在约稿的选题。想到什么,直接发"社情民意 …"就行。')
    : say(
        '正在约稿:',
        ...open.slice(0, 10).map((one) => `${headOf(one.item)} ${claimsLine(one, own)}`),
        ...(open.length > 10 ? [`还有 ${open.length - 10} 个。`] : []),
        `认领:接 编号;交稿:社情民意 约编号 …`,
      )

const claimsLine = (one: Solicited, own: number): string =>
  one.claims.length === 0
    ? '还没有人认领'
    : `${one.claims.map((claim) => claimant(one, claim, own)).join('、')}认领`

const claimant = (
  one: Solicited,
  { personId, name }: Solicited['claims'][number],
  own: number,
): string => `${personId === own ? '您' : name}${deliveryOf(one, personId) ? '(已交)' : ''}`

export interface SolicitedView extends Solicited {
  readonly today: Day
  readonly calendar: Calendar
}

/** 查 3: the day, who claimed, who delivered what. */
export const solicitedView = (view: SolicitedView): Message => {
  const { item, claims, today, calendar } = view
  const left = item.dueOn ? workdaysBetween(calendar, today, item.dueOn) : 0
  return say(
    `${headOf(item)}:${viewOf(item).title}${isOpen(item) ? `,还剩${left}个工作日` : ''}。`,
    ...(claims.length === 0
      ? ['还没有人认领。']
      : claims.map((claim) => `${claim.name}:${standing(view, claim.personId)}`)),
    ...(isOpen(item) ? [`认领:接 ${item.no};交稿:社情民意 约${item.no} …`] : []),
  )
}

const standing = (view: SolicitedView, person: number): string => {
  const delivery = deliveryOf(view, person)
  if (delivery) return `已交 ${label(delivery)}`
  return isOpen(view.item) ? '已认领,未交' : '未交'
}

/** Why an opinion does not count as delivered; it is taken all the same. */
export type NotDelivered = 'unknown' | 'over' | 'too-late' | 'not-invited' | 'twice'

export const whyNotDelivered = (why: NotDelivered, no: ItemNo, item?: Item): string => {
  const what = item ? label(item) : `${no} 号约稿`
  switch (why) {
    case 'unknown':
      return `没有 ${no} 号约稿(发"选题"看正在约的)`
    case 'over':
      return `${what} 现在是"${item ? viewOf(item).title : ''}",不再收稿`
    case 'too-late':
      return `${what} 已于${day(item?.fixBy ?? null)}截止`
    case 'not-invited':
      return `${what} 没有约反映人`
    case 'twice':
      return `${what} 反映人已经交过一条`
  }
}

export const takenWithout = (why: string): string => `${why},这条按一般社情民意收下,不计约稿。`
export const takenAsDelivery = (item: Item): string =>
  `算作 ${label(item)}《${item.title}》的交稿,按时。`

export const notDelivered = (why: string): Message => say(`${why},没有改动。`)
export const alreadyDelivery = (opinion: Item, no: ItemNo): Message =>
  say(`${label(opinion)} 已经算作约${no}的交稿,没有改动。`)

/** What only some were asked is not named to a group. */
export const isItThis = (opinion: Item, item: Item, inGroup: boolean): Message => ({
  ...say(
    `${label(opinion)} 是不是交 ${label(item)}${inGroup && item.audience !== null ? '' : `《${item.title}》`}的稿?是就回"是"。${inGroup ? '(请@我回复,或私聊我)' : ''}`,
  ),
  answers: ['是'],
})

export const remindClaimant = (item: Item, before: number): Message =>
  say(
    `提醒:您认领的 ${headOf(item)}${before === 1 ? '快到截止日了' : '还有3个工作日左右'},还没有收到稿。`,
    `交稿:社情民意 约${item.no} …(一句话也行)。写不了也不要紧,不扣分。`,
  )

/** The day after the last: the office notes who delivered and who did not. */
export const drawn = (one: Solicited): Message => {
  const { item, claims } = one
  const delivered = claims.flatMap(({ personId, name }) => {
    const delivery = deliveryOf(one, personId)
    return delivery ? [`${name}(${label(delivery)})`] : []
  })
  const missed = owing(one).map(({ name }) => name)
  return say(
    `${label(item)}《${item.title}》到期:${claims.length === 0 ? '无人认领' : delivered.length > 0 ? `已交 ${delivered.join('、')}` : '没有收到稿'}。`,
    ...(missed.length > 0 ? [`未交:${missed.join('、')}。只作记录,不扣分。`] : []),
    `还要收稿:延期 ${item.no} 日期`,
  )
}

/** What the person reads who did something to a 约稿. */
export const doneTo = (taken: Taken): Message => {
  const { item, act } = taken
  const what = `${label(item)}《${item.title}》`
  const said: Partial<Record<Verb, readonly string[]>> = {
    claim: [
      `✅ 已认领 ${headOf(item)}。`,
      `交稿:社情民意 约${item.no} …(一句话也行)。不写了:撤销 ${item.no}`,
    ],
    extend: [`${what} 已延到${day(item.fixBy)}。认领的人已通知。`],
    close: [`${what} 已结束,不再收稿。已交的照常计分。`],
    withdraw: [`${what} 已撤回。`],
  }
  return say(...(said[act.verb] ?? [`${what}:${viewOf(item).title}。`]))
}

/** What the office hears of a claim, and whoever has claimed of what the office does. */
export const toldOf = ({ item, act, names }: Taken): Message | undefined => {
  const what = `${label(item)}《${item.title}》`
  const said: Partial<Record<Verb, string>> = {
    claim: `${what}:${names.actor}认领。`,
    extend: `您认领的 ${what} 延到${day(item.fixBy)}。交稿:社情民意 约${item.no} …`,
    close: `您认领的 ${what} 已结束,不再收稿。谢谢您。`,
    withdraw: `您认领的 ${what} 已撤回,不用写了。`,
    undo: `${what} 刚才的一步已撤销。现在:${viewOf(item).title}。`,
  }
  const line = said[act.verb]
  return line === undefined ? undefined : say(line)
}
