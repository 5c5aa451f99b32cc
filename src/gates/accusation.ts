import {
  accusers,
  calmAround,
  calmBefore,
  calmBetween,
  graveWords,
  lightWords,
} from '../data/accusations.ts'
import { type Named, findNamed } from './named-person.ts'

/** True when one person is named and accused in the same sentence of a folded text (domain §8.2, example E9). */
export const accusesSomebody = (text: string): boolean =>
  sentencesOf(text).some((sentence) => {
    const opening = accusers.exec(sentence)
    if (opening && findNamed(sentence).some(({ start }) => isRightBehind(sentence, opening, start)))
      return true
    const accusations = findAccusations(sentence)
    return (
      accusations.length > 0 &&
      findNamed(sentence).some((one) => isMeant(sentence, one, accusations))
    )
  })

/** 举报县医院外科医生赵敏…: whom it is about comes within the same clause. */
const isRightBehind = (sentence: string, { index, 0: word }: RegExpExecArray, start: number) => {
  const between = sentence.slice(index + word.length, start)
  return start >= index + word.length && between.length <= 16 && !/[,，]/.test(between)
}

/** True when somebody is named and nothing around it says why: asked back, as no list holds every reproach. */
export const namesSomebody = (text: string): boolean =>
  sentencesOf(text).some(
    (sentence) =>
      findNamed(sentence).length > 0 && !calmAround.some((word) => sentence.includes(word)),
  )

const sentencesOf = (text: string): readonly string[] => text.split(/[。!！?？;；\n]/)

interface Accusation {
  readonly start: number
  readonly end: number
  readonly isGrave: boolean
}

const findAccusations = (sentence: string): readonly Accusation[] =>
  [
    ...graveWords.map((word) => ({ word, isGrave: true })),
    ...lightWords.map((word) => ({ word, isGrave: false })),
  ]
    .flatMap(({ word, isGrave }) =>
      placesOf(sentence, word).map((start) => ({ start, end: start + word.length, isGrave })),
    )
    .filter(({ start }) => !calmBefore.some((word) => sentence.slice(0, start).endsWith(word)))

const placesOf = (sentence: string, word: string): readonly number[] => {
  const places: number[] = []
  for (let at = sentence.indexOf(word); at >= 0; at = sentence.indexOf(word, at + 1))
    places.push(at)
  return places
}

/** The words behind the name accuse it; words before it only when they lead right up to it (收钱的是梁所长). */
const isMeant = (sentence: string, named: Named, accusations: readonly Accusation[]): boolean =>
  accusations.some(({ start, end, isGrave }) => {
    if (start >= named.end) {
      const between = sentence.slice(named.end, start)
      return (
        between.length <= (isGrave ? 24 : 14) && !calmBetween.some((word) => between.includes(word))
      )
    }
    const between = sentence.slice(end, named.start)
    return end <= named.start && between.length <= 12 && /(?:的|是|者|叫)[^,，]{0,6}$/.test(between)
  })
