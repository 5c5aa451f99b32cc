import { sectionWords } from '../data/words.ts'
import { trimSeparators, trimSeparatorsBehind } from './words.ts'

/** The separate matters of a text, each with what it says under its own heading; none when it is one matter (一事一报). */
export const topicsOf = (text: string): readonly string[] => {
  for (const style of headingStyles) {
    const parts = cutAt(text, style)
    if (isList(text, parts[0])) return []
    if (parts.length >= 2 && parts.every(isWhole) && !areSections(parts)) return parts
  }
  return []
}

/** 一、 (一) 第一, 1. at the beginning of a line or a sentence, in their order. */
const numerals = '一二三四五六七八九十'
const headingStyles: readonly ((n: number) => string)[] = [
  (n) => `${numerals[n]}\\s*[、.．]`,
  (n) => `[(（]${numerals[n]}[)）]`,
  (n) => `第${numerals[n]}(?:件|个|条)?(?:事|问题)?\\s*[,，、:：]`,
  (n) => `${n + 1}\\s*[、.．](?!\\d)`,
]

const cutAt = (text: string, style: (n: number) => string): readonly string[] => {
  const starts: { readonly at: number; readonly body: number }[] = []
  for (let n = 0; n < numerals.length; n += 1) {
    const from = starts.at(-1)?.body ?? 0
    const match = RegExp(`(?:^|[\\n。;；!！?？:： ])\\s*(${style(n)})`).exec(text.slice(from))
    if (!match) break
    const at = from + match.index
    starts.push({ at, body: at + match[0].length })
  }
  return starts.map(({ body }, index) =>
    trimSeparatorsBehind(trimSeparators(text.slice(body, starts[index + 1]?.at))),
  )
}

/** A numbered line of advice is no matter of its own. */
const shortestTopic = 80
const isWhole = (part: string): boolean => [...part].length >= shortestTopic

/** 建议如下:1. … 2. … are one matter's advice. */
const isList = (text: string, first: string | undefined): boolean =>
  first !== undefined &&
  /(?:(?:建议|对策|措施|原因|问题|方面)\s*[:：]|如下\s*[:：]?)\s*\S{1,6}$/.test(
    text.slice(0, text.indexOf(first)).trim(),
  )

/** 一、存在问题 二、原因分析 三、建议: the sections of one matter. */
const areSections = (parts: readonly string[]): boolean =>
  parts.filter((part) => isSection(part.split(/[\n,，。;；:： ]/)[0] ?? '')).length * 2 >=
  parts.length

const isSection = (heading: string): boolean => {
  const rest = sectionWords
    .reduce((left, word) => left.replaceAll(word, ''), heading)
    .replace(/存在的?|主要|基本|几点|具体|下一步|的|及|与|和/g, '')
  return rest !== heading && [...rest].length <= 1
}
