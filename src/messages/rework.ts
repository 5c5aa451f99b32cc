import { type Item, label } from '../domain/item.ts'
import { type Message, say } from './message.ts'

/** 约2600字: to the nearest ten. */
export const sizeWords = (text: string): string =>
  `约${Math.max(10, Math.round([...text].length / 10) * 10)}字`

/** Too long to be passed on, or several matters in one: taken, and said once (example E8). */
export const remarksOn = (item: Item, topics: number): readonly string[] => {
  const remarks = [
    ...([...item.text].length > 1500 ? ['一般不超过1500字'] : []),
    ...(topics > 1
      ? [`看起来有${topics}件事,"一事一报"更容易被采用,需要我拆成${topics}条吗?回"拆"或"不拆"。`]
      : []),
  ]
  if (remarks.length === 0) return []
  return remarks.length === 1
    ? [`提醒:${remarks[0]}`]
    : [`两点提醒:${remarks.map((one, at) => `${'①②'[at]} ${one}`).join(';')}`]
}

/** Over the limit: kept whole as a draft, and three ways on. */
export const askForShorter = (item: Item, topics: number): Message => ({
  ...say(
    `${label(item)} 先存为草稿,还没有提交:${sizeWords(item.text)},超过3000字。原文一字不少都在。`,
    '请任选一种:',
    ...(topics > 1 ? [`· 回"拆",我按${topics}件事拆成${topics}条,逐条给您确认;`] : []),
    '· 直接回一份3000字以内的(最好1500字以内);',
    '· 把全文做成Word文件交给政协办。',
    '7天内没有回复,我把原文作为线索转给政协办。',
  ),
  ...(topics > 1 && { answers: ['拆'] }),
})

export const stillTooLong = (item: Item, text: string): Message =>
  say(
    `还是太长(${sizeWords(text)}),${label(item)} 没有改,原文还在。请回一份3000字以内的;实在压不下来,把全文做成Word文件交给政协办。`,
  )

export const supplementTooLong = (text: string): Message =>
  say(
    `这段补充太长(${sizeWords(text)}),没有加上。一次最多3000字:请分几次补充,或把全文做成Word文件交给政协办。`,
  )

export const splitDone = (whole: Item, drafts: readonly Item[]): Message =>
  say(
    `${label(whole)} 已拆成 ${drafts.length} 条草稿,原文仍在 ${label(whole)} 里:`,
    ...drafts.slice(0, 5).map((item) => `${label(item)} ${item.title}`),
    ...(drafts.length > 5 ? [`……共 ${drafts.length} 条`] : []),
    '下面逐条给您看,每条回"是"才提交。',
  )

export const keptWhole = (item: Item): Message =>
  say(`好的,${label(item)} 不拆。查进度:查 ${item.no}`)

export const splitHistory = (drafts: readonly Item[]): string => drafts.map(label).join('、')

/** The office had heard of the whole. */
export const splitTold = (item: Item, into: string): Message =>
  say(`${label(item)}《${item.title}》由作者拆成 ${into},确认一条报一条;原来这条不用再审。`)
