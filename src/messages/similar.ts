import { levels } from '../domain/act.ts'
import { type Day, dayOf, spoken } from '../domain/dates.ts'
import { type Item, label } from '../domain/item.ts'
import type { Similar } from '../domain/similar.ts'
import { viewOf } from '../domain/workflows/index.ts'
import { type Message, say } from './message.ts'
import { leader, levelWords } from './words.ts'

interface Seen {
  readonly today: Day
  readonly zone: string
}

/** For the office: the nearest with their fate, beneath the notice or 查. Nothing when there are none. */
export const similarLines = (found: readonly Similar[], seen: Seen): readonly string[] =>
  found.length === 0
    ? []
    : [
        '相近的(仅供参考,是否合并由您定):',
        ...found.map((one) => `${label(one.item)}《${one.item.title}》(${fateOf(one, seen)})`),
      ]

/** For the author of a new one. What another member's is called is not his to know. */
export const nearlySame = (item: Item, nearest: Similar, seen: Seen): Message => {
  const isOwn = nearest.item.author === item.author
  const other = isOwn
    ? `您报过的${label(nearest.item)}《${nearest.item.title}》`
    : label(nearest.item)
  return say(
    `您的${label(item)}与${other}很接近(${fateOf(nearest, seen)})。`,
    `如有新情况可以补充,直接发"补充 ${item.no} …";不补充也不影响本条,政协办照常审核。`,
  )
}

/** 市采用,5月6日;获市主要领导批示 or, without an outcome, where it is. */
const fateOf = ({ item, outcomes }: Similar, { today, zone }: Seen): string => {
  const on = (of: Similar['outcomes'][number]) =>
    when(of.details.on ?? dayOf(of.saidAt, zone), today)
  const adopted = outcomes
    .filter(({ verb }) => verb === 'adopt')
    .toSorted((a, b) => rankOf(b) - rankOf(a))[0]
  const instructed = outcomes.filter(({ verb }) => verb === 'instruct')
  const said = [
    ...(adopted ? [`${levelWords[adopted.details.level ?? 'county']}采用,${on(adopted)}`] : []),
    ...instructed.map((one) => `获${leader(one)}批示`),
  ]
  return said.length > 0
    ? said.join(';')
    : `${viewOf(item).title},${when(dayOf(item.changedAt, zone), today)}`
}

const rankOf = ({ details }: Similar['outcomes'][number]): number =>
  levels.indexOf(details.level ?? 'county')

/** 5月6日; of another year with the year. */
const when = (day: Day, today: Day): string =>
  day.slice(0, 4) === today.slice(0, 4) ? spoken(day) : `${day.slice(0, 4)}年${spoken(day)}`
