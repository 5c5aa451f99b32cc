import { calmWords, emergencyWords, graveUrgentWords, urgentWords } from '../data/urgency.ts'
import { fold } from './words.ts'

export interface Urgency {
  /** It cannot wait its turn: whoever is on duty is told at any hour. */
  readonly isUrgent: boolean
  /** Life is in danger: the emergency numbers come first. */
  readonly isEmergency: boolean
}

/** Of a photo's sentence: what somebody stands before now. */
export const urgencyOfSnapshot = (text: string): Urgency => {
  const whole = fold(text)
  const isEmergency = emergencyWords.some((word) => whole.includes(word))
  return { isEmergency, isUrgent: isEmergency || urgentWords.some((word) => whole.includes(word)) }
}

/** Of an opinion: it may speak of dangers in general, of the past or of how to prevent them. */
export const urgencyOfOpinion = (text: string): Urgency => {
  const clauses = fold(text)
    .split(/[,，。;；!！?？\n]/)
    .filter((clause) => !calmWords.some((calm) => calm.test(clause)))
  const holds = (words: readonly string[]) =>
    clauses.some((clause) => words.some((word) => clause.includes(word)))
  const isEmergency = holds(emergencyWords)
  return { isEmergency, isUrgent: isEmergency || holds(graveUrgentWords) }
}
