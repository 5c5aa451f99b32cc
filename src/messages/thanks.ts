import type { Fact } from '../domain/act.ts'
import { type Day, dayOf, spokenInFull } from '../domain/dates.ts'
import { type Item, label } from '../domain/item.ts'
import { type Message, say } from './message.ts'
import { outcome } from './words.ts'

export interface Thanks {
  readonly item: Item
  readonly name: string
  readonly isMember: boolean
  readonly officeName: string
  /** What is thanked for: one adoption, or all that were recorded. */
  readonly adoptions: readonly Pick<Fact, 'details' | 'saidAt'>[]
  /** What the matter has brought him altogether. */
  readonly points: number
  readonly today: Day
  readonly zone: string
}

/** 采用通知: stands by itself, so that it can be passed on to an employer (domain §8.7). */
export const thanksLetter = (thanks: Thanks): Message => {
  const { item, name, isMember, officeName, adoptions, points, today, zone } = thanks
  const used = adoptions.map(({ details, saidAt }) =>
    outcome({ details: { ...details, on: details.on ?? dayOf(saidAt, zone) } }),
  )
  return say(
    '【采用通知】',
    `${name}${isMember ? '委员' : ''}:`,
    `您反映的社情民意《${item.title}》(${label(item)})已被采用:${used.join(';')}。`,
    ...(points > 0 ? [`本件计履职积分${points}分。`] : []),
    '感谢您关心民生、积极建言。',
    `${officeName}办公室`,
    spokenInFull(today),
  )
}

export const thanksFollow = (no: number): string =>
  `下一条是采用通知,可以转给您的单位;再要时发:感谢信 ${no}`

export const notYetAdopted = (item: Item): Message =>
  say(`${label(item)} 还没有采用记录;登记采用时,采用通知会自动发给作者。查进度:查 ${item.no}`)

export const thanksNotForYou = (no: number): Message =>
  say(`${no} 号的采用通知只发给作者本人和政协办。您报过的编号发"我的"可看。`)
