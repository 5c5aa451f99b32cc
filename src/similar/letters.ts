import type { Address } from '../channels/channel.ts'
import { similarFrom } from '../data/similar.ts'
import { dayOf } from '../domain/dates.ts'
import type { Item } from '../domain/item.ts'
import type { Similar } from '../domain/similar.ts'
import { hiddenStates } from '../domain/workflows/index.ts'
import { nearlySame, similarLines } from '../messages/similar.ts'
import type { Letter } from '../outbox/put.ts'
import { addressesOf } from '../store/addresses.ts'
import type { Claimed } from '../store/comparisons.ts'
import type { Tx } from '../store/open.ts'
import { heldIn } from './later.ts'

/** A comparison that is done. */
export interface Compared {
  readonly claimed: Claimed
  /** Absent when the matter is no longer there. */
  readonly item: Item | undefined
  readonly similar: readonly Similar[]
}

/** The office's notice that waited, with the similar ones beneath; nothing goes of what must not circulate. */
export const noticeOf = ({ claimed, item, similar }: Compared, zone: string): readonly Letter[] => {
  if (!item || hiddenStates.includes(item.state)) return []
  const lines = similarLines(similar, seenWith(item, zone))
  return heldIn(claimed).map((letter) => ({
    ...letter,
    message: { ...letter.message, lines: [...letter.message.lines, ...lines] },
  }))
}

/** For authors, privately. The same hint is given to the same person once, however often he says the same. */
export const hintsOf = async (
  tx: Tx,
  all: readonly Compared[],
  zone: string,
): Promise<readonly Letter[]> => {
  const near = all.flatMap(({ claimed, item, similar: [nearest] }) =>
    item && nearest && claimed.tellsAuthor && nearest.likeness >= similarFrom.member
      ? [{ claimed, item, nearest }]
      : [],
  )
  const hints: Letter[] = []
  for (const channel of new Set(near.map(({ claimed }) => claimed.channel))) {
    const here = near.filter(({ claimed }) => claimed.channel === channel)
    const authors = await addressesOf(tx, channel, [
      ...new Set(here.map(({ item }) => item.author)),
    ])
    hints.push(...here.flatMap((one) => hintTo(authors.get(one.item.author), one, zone)))
  }
  return hints
}

const hintTo = (
  to: Address | undefined,
  { claimed, item, nearest }: Pick<Compared, 'claimed'> & { item: Item; nearest: Similar },
  zone: string,
): readonly Letter[] =>
  to
    ? [
        {
          officeId: claimed.officeId,
          channel: claimed.channel,
          to,
          kind: 'notice',
          key: `similar:${item.author}:${nearest.item.no}`,
          isPrivate: true,
          itemNo: item.no,
          message: nearlySame(item, nearest, seenWith(item, zone)),
        },
      ]
    : []

/** Days are told as seen from the day the matter was handed in. */
const seenWith = ({ changedAt }: Item, zone: string) => ({ today: dayOf(changedAt, zone), zone })
