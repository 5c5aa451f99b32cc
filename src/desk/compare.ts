import type { Letters, Visit } from './visit.ts'
import type { Change } from '../domain/decide.ts'
import { compareLater } from '../similar/later.ts'

/** Letters that go now. Those that tell the office of an opinion just handed in wait until it has been compared. */
export const goingNow = (
  { tx, channel, by }: Visit,
  { item, fact }: Pick<Change, 'item' | 'fact'>,
  letters: Letters,
): Letters => {
  const isHandedIn = fact.toState === 'submitted' && fact.fromState !== 'submitted'
  if (item.kind !== 'opinion' || !isHandedIn) return letters
  const waiting = letters.filter(({ isForOffice }) => isForOffice)
  compareLater(tx, { item, channel, letters: waiting, tellsAuthor: item.author === by.id })
  return letters.filter((letter) => !waiting.includes(letter))
}
