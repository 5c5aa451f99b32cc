import { addDays, type Day } from '../../src/domain/dates.ts'

/** Somebody says something on a day. Acts speak of a matter by its key; its number comes when it is opened. */
export interface Said {
  readonly day: Day
  readonly who: string
  /** The matter that is opened by it. */
  readonly opens?: number
  readonly text: (noOf: (key: number) => number) => string
}

/** Several clerks share the work: each has his matters. */
export const clerks = ['周办', '郑办', '冯办', '陈办'] as const
const sectors = ['工商', '教卫', '农业', '文体', '科技', '社法', '城建', '侨联'] as const
const parties = ['民盟支部', '民建支部', '九三学社', '工商联'] as const

export interface Member {
  readonly name: string
  readonly sector: string
  readonly party?: string
}

/** Seven groups of eight and one of four; half of the members belong to a party. */
export const members: readonly Member[] = Array.from({ length: 60 }, (_, n) => ({
  name: `委员${[...'甲乙丙丁戊己庚辛壬癸'][n % 10] ?? ''}${[...'一二三四五六'][Math.floor(n / 10)] ?? ''}`,
  sector: `${sectors[n < 56 ? n % 7 : 7] ?? ''}组`,
  ...(n % 2 === 0 && { party: parties[(n / 2) % 4] ?? '' }),
}))

const fates = {
  adopted: 110,
  waitingForCity: 21,
  closed: 10,
  kept: 18,
  invalid: 4,
  rejected: 6,
  withdrawn: 6,
  merged: 5,
  converted: 3,
  waiting: 5,
} as const
type Fate = keyof typeof fates

/** The seed county's year: 141 reported to the city, 110 adopted there, 3 instructed by its main leaders. */
export const planYear = (seed: number): readonly Said[] => {
  const random = randomOf(seed)
  const all = shuffled(
    (Object.keys(fates) as Fate[]).flatMap((fate) =>
      Array.from({ length: fates[fate] }, () => fate),
    ),
    random,
  )
  const first = all.indexOf('adopted')
  const nth = new Map<Fate, number>()
  return all
    .flatMap((fate, key) => {
      const rank = nth.get(fate) ?? 0
      nth.set(fate, rank + 1)
      return lifeOf({ fate, key, rank, into: first, random })
    })
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

const clerkOf = (key: number): string => clerks[key % clerks.length] ?? ''

interface Life {
  readonly fate: Fate
  readonly key: number
  /** Which of its fate it is. */
  readonly rank: number
  /** The matter into which others are merged. */
  readonly into: number
  readonly random: () => number
}

const lifeOf = (life: Life): readonly Said[] => {
  const { fate, key, rank, into, random } = life
  const within = (from: number, to: number) => from + Math.floor(random() * (to - from + 1))
  // a few bring much, most a little; whoever others are merged into comes first
  const author = members[Math.floor(random() ** 2 * members.length)]?.name ?? ''
  const opened = key === into ? '2024-01-05' : addDays('2024-01-06', within(0, 339))
  const said: Said[] = [
    {
      day: opened,
      who: author,
      opens: key,
      text: () => `社情民意 第${key + 1}村的水渠年久失修,建议列入明年的计划`,
    },
  ]
  let day = opened
  const later = (
    days: number,
    text: (no: number, noOf: (of: number) => number) => string,
    who = clerkOf(key),
  ) => {
    day = addDays(day, days)
    said.push({ day, who, text: (noOf) => text(noOf(key), noOf) })
  }
  const act = (days: number, word: string) => later(days, (no) => word.replace('#', `${no}`))
  if (fate === 'adopted' && rank % 8 === 0) {
    act(1, '退回 # 请补充涉及的村组')
    later(2, (no) => `补充 ${no} 涉及三个村组`, author)
  }
  switch (fate) {
    case 'waiting':
      break
    case 'withdrawn':
      later(1, (no) => `撤回 ${no}`, author)
      break
    case 'rejected':
      act(2, '不受理 # 已在法院诉讼中')
      break
    case 'converted':
      act(2, '转 # 提案线索')
      break
    case 'merged':
      later(3, (no, noOf) => `合并 ${no} 到 ${noOf(into)}`)
      break
    case 'kept':
      act(2, '留存 #')
      if (rank % 6 === 0) for (const word of ['撤销 #', '留存 #']) act(0, word)
      break
    case 'invalid':
      act(2, '留存 # 无效 与去年重复')
      break
    case 'adopted':
    case 'waitingForCity':
    case 'closed':
      act(within(1, 4), '采编 #')
      act(within(1, 4), rank % 6 === 0 ? '编报 # 市 省' : '编报 # 市')
      if (fate === 'closed') act(within(30, 90), '结案 #')
      if (fate === 'adopted') outcomesOf(rank, act, { today: () => day, within })
  }
  return said
}

const outcomesOf = (
  rank: number,
  act: (days: number, word: string) => void,
  {
    today,
    within,
  }: { readonly today: () => Day; readonly within: (from: number, to: number) => number },
): void => {
  const form = () => ['单篇', '单篇', '单篇', '综合', '转送'][within(0, 4)] ?? ''
  // an outcome is known some days after it was
  const on = (days: number) => {
    const [year, month, date] = addDays(today(), days).split('-').map(Number)
    return `${year}年${month}月${date}日`
  }
  const outcome = (from: number, to: number, word: (day: string) => string) => {
    const days = within(from, to)
    act(days, word(on(within(0, days))))
  }
  if (rank % 4 === 0) outcome(5, 15, (day) => `采用 # 县 ${form()} 第${rank}期 ${day}`)
  if (rank % 18 === 0) for (const word of ['采用 # 省 单篇', '撤销 #']) act(0, word)
  outcome(10, 90, (day) => `采用 # 市 ${form()} 第${rank}期 ${day}`)
  if (rank % 9 === 0) outcome(5, 20, (day) => `采用 # 省 ${form()} 第${rank}期 ${day}`)
  if (rank < 3) outcome(2, 10, (day) => `批示 # 市主要 ${day}`)
  if (rank > 105) outcome(2, 10, (day) => `批示 # 县分管 ${day}`)
  if (rank === 0 || rank === 107) act(10, '反馈 # 县水利局 已列入计划')
  if (rank === 1) act(45, '反馈 # 县水利局 已列入计划')
  if (rank % 50 === 7) act(3, '转 # 微监督')
}

/** mulberry32: the same year for the same seed. */
const randomOf = (seed: number) => {
  let state = seed
  return (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const shuffled = <T>(all: readonly T[], random: () => number): readonly T[] =>
  all
    .map((one) => ({ one, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one)
