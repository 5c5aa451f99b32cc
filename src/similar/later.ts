import type { ChannelName } from '../channels/channel.ts'
import type { Item } from '../domain/item.ts'
import { type Letter, wellFormed } from '../outbox/put.ts'
import { type Claimed, wantComparison } from '../store/comparisons.ts'
import type { Tx } from '../store/open.ts'

interface HandedIn {
  readonly item: Item
  readonly channel: ChannelName
  /** The office's notice: it goes when the comparison is done. */
  readonly letters: readonly Letter[]
  /** He who handed it in is its author, and hears what is nearly the same. */
  readonly tellsAuthor: boolean
}

/** An opinion that was handed in is compared afterwards: nobody waits for it. */
export const compareLater = (tx: Tx, { item, letters, ...rest }: HandedIn): void =>
  wantComparison(tx, {
    officeId: item.officeId,
    itemNo: item.no,
    letters: letters.map((letter) => ({ ...letter, message: wellFormed(letter.message) })),
    ...rest,
  })

/** The letters that wait, with their moments as moments again. */
export const heldIn = ({ letters }: Claimed): readonly Letter[] =>
  (letters as readonly Letter[]).map(({ dueAt, ...letter }) => ({
    ...letter,
    ...(dueAt && { dueAt: new Date(dueAt) }),
  }))
