import {
  doubleSurnames,
  everydaySurnames,
  placesBehindNames,
  surnames,
  titles,
  wordsBeforeTitles,
  wordsLikeNames,
} from '../data/names.ts'

/** Where somebody is named in a folded text: by name, by a name half hidden, by an office that one person holds. */
export interface Named {
  readonly start: number
  readonly end: number
}

/** Finds whom a folded text names. A word list, no understanding: `test/gates` says how often it is right. */
export const findNamed = (text: string): readonly Named[] =>
  [
    ...found(text, halfHidden),
    ...found(text, surnameAndTitle).filter(({ start }) => !isTail(text, start)),
    ...found(text, titleAndUnit),
    ...found(text, surnameOnly),
    ...fullNames(text),
  ].toSorted((a, b) => a.start - b.start)

const one = `[${surnames}]`
const double = doubleSurnames.join('|')
const longestFirst = (words: readonly string[]): string =>
  words.toSorted((a, b) => b.length - a.length).join('|')
const title = longestFirst(titles)

/** 张××, 李某某, 陈x; 方某些 is no name. */
const halfHidden = RegExp(
  `(?:老${one}(?:头|汉)|${one}工(?=[收吃拿索要贪])|(?:${one}|${double})(?:[×*○〇□x_]{1,3}|某{1,2}(?![些种个处地项年月日类段条镇乡村县市局路街])))`,
  'g',
)

/** 张局长, 老王书记, 邓老三's 老 is not meant: a surname right before what somebody is. */
const surnameAndTitle = RegExp(
  `(?:${one}|${double})(?:副|总|老|工(?=[收吃拿索要贪]))?(?:${title})`,
  'g',
)

/** 白鹤村村主任, 青山镇党委书记, 养老院院长: one person holds it. */
const titleAndUnit =
  /[\p{Script=Han}]{1,6}(?:镇|乡|村|局|所|院|校|社区|公司|水厂|站)(?:党委|党支部|支部|总支)?(?:书记|镇长|乡长|村长|村主任|村支书|支书|局长|所长|院长|校长|站长|厂长|董事长|负责人|主任|会计)/gu

const surnameOnly = RegExp(`姓${one}的`, 'g')

const found = (text: string, pattern: RegExp): readonly Named[] =>
  [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }))

/** 由于主任…, 公安局长…: the surname ends another word. */
const isTail = (text: string, start: number): boolean =>
  wordsBeforeTitles.some((word) => text.slice(0, start + 1).endsWith(word))

const segmenter = new Intl.Segmenter('zh-Hans', { granularity: 'word' })

/** A surname that stands alone by the dictionary of word borders, with one or two signs behind it that are no place. */
const fullNames = (text: string): readonly Named[] => {
  const words = [...segmenter.segment(text)]
  return words.flatMap(({ segment, index }) => {
    const surname = surnameOf(segment)
    if (!surname || !opensName(text, index, surname, segment)) return []
    const start = index + surname.length
    return isGivenName(text.slice(start, start + 4)) && !isWord(text.slice(index))
      ? [{ start: index, end: start + 1 }]
      : []
  })
}

const surnameOf = (segment: string): string | undefined =>
  doubleSurnames.find((name) => segment.startsWith(name)) ??
  (segment.length <= 2 && (surnames + everydaySurnames).includes(segment.slice(0, 1))
    ? segment.slice(0, 1)
    : undefined)

/** Names stand at the beginning of a clause or behind whom or where they belong to. */
const opensName = (text: string, at: number, surname: string, segment: string): boolean => {
  const ahead = text.slice(Math.max(0, at - 6), at)
  if (RegExp(`(?:${title}|举报|检举|控告|反映|名叫|叫做)$`).test(ahead)) return true
  // 舒畅, 卓越: a word of the dictionary is a name only right behind what somebody is
  if (everydaySurnames.includes(surname) || (segment.length === 2 && surname.length === 1))
    return false
  return (
    ahead === '' ||
    /(?:[\s,，。:：;；、()（）"“”!！?？]|[员长事手师商主官警医]|贩子|头子)$/.test(ahead) ||
    /(?:叫|名叫|举报|检举|控告|反映|的|和|与|是|由|给|向|跟|把|将|被|村|镇|乡|局|所|院|校|队|组|办|站|社区|公司|中心|街道|村民|居民|党员|邻居|同事|领导|人员|自己|亲戚|负责)$/.test(
      ahead,
    )
  )
}

/** 家湾村, 山路, 村小学 behind a surname name a place. */
const isGivenName = (behind: string): boolean =>
  /^\p{Script=Han}/u.test(behind) && !isPlace.test(behind)

const isPlace = RegExp(
  `^(?:.?${placesBehindNames}(?!虚)|..[村镇乡路街巷桥河湖]|..?(?:小区|社区|水库|广场|花园|大厦|公园|小学|中学|医院|大道))`,
)

const isWord = (tail: string): boolean => wordsLikeNames.some((word) => tail.startsWith(word))
