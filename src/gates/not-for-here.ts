import {
  copiedMarks,
  fillers,
  harmlessSecrets,
  internalWords,
  newsWords,
  personalMatters,
  petitions,
  salesWords,
  sharedWords,
  slogans,
} from '../data/gates.ts'
import { adviceOpeners } from '../data/words.ts'

// Each reads a folded text, errs now and then, and is only asked back about: its author has the last word.

export const mayBeInternal = (text: string): boolean => {
  const rest = harmlessSecrets.reduce((left, word) => left.replaceAll(word, ''), text)
  return internalWords.some((word) => rest.includes(word))
}

export const isPetition = (text: string): boolean => petitions.some((one) => one.test(text))

export const isPersonalMatter = (text: string): boolean =>
  personalMatters.some((one) => one.test(text)) && !sharedWords.some((word) => text.includes(word))

export const isPromotion = (text: string): boolean =>
  salesWords.filter((word) => text.includes(word)).length >= 2

export const isDailyNews = (text: string): boolean =>
  newsWords.filter((one) => one.test(text)).length >= 3 &&
  !adviceOpeners.some((word) => text.includes(word))

export const isCopied = (text: string): boolean => copiedMarks.some((one) => one.test(text))

export const isEmpty = (text: string): boolean => {
  const found = slogans.filter((word) => text.includes(word))
  const rest = found
    .toSorted((a, b) => b.length - a.length)
    .reduce((left, word) => left.replaceAll(word, ''), text)
    .replace(fillers, '')
  return found.length >= 2 ? rest.length <= 6 : found.length === 1 && rest.length <= 3
}
