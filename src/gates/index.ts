import { fold } from '../commands/words.ts'
import type { GateName } from '../domain/gate.ts'
import type { ItemKind } from '../domain/item.ts'
import { holdsPersonal } from '../domain/privacy.ts'
import { accusesSomebody, namesSomebody } from './accusation.ts'
import {
  isCopied,
  isDailyNews,
  isEmpty,
  isPersonalMatter,
  isPetition,
  isPromotion,
  mayBeInternal,
} from './not-for-here.ts'
import { secretMarks } from '../data/gates.ts'

interface Gate {
  readonly name: GateName
  readonly kinds: readonly ItemKind[]
  /** Of a folded text. */
  readonly holds: (text: string) => boolean
}

const both = ['opinion', 'supervision'] as const
const opinions = ['opinion'] as const

/** What does not simply come in, the gravest first (domain §8.1, §8.2). */
const gates: readonly Gate[] = [
  { name: 'secret', kinds: both, holds: (text) => secretMarks.some((mark) => mark.test(text)) },
  { name: 'accusation', kinds: both, holds: accusesSomebody },
  { name: 'internal', kinds: both, holds: mayBeInternal },
  { name: 'personal-data', kinds: opinions, holds: holdsPersonal },
  { name: 'named', kinds: opinions, holds: namesSomebody },
  { name: 'petition', kinds: opinions, holds: isPetition },
  { name: 'personal-matter', kinds: opinions, holds: isPersonalMatter },
  { name: 'promotion', kinds: opinions, holds: isPromotion },
  { name: 'daily-news', kinds: opinions, holds: isDailyNews },
  { name: 'copied', kinds: opinions, holds: isCopied },
  { name: 'empty', kinds: opinions, holds: isEmpty },
]

/** The first gate that a text of this kind stops at. */
export const gateFor = (said: string, kind: ItemKind): GateName | undefined => {
  const text = fold(said)
  return gates.find(({ kinds, holds }) => kinds.includes(kind) && holds(text))?.name
}

/** What is kept nowhere, to whatever it was said. */
export const gravestIn = (said: string): 'secret' | 'accusation' | undefined => {
  const name = gateFor(said, 'supervision')
  return name === 'secret' || name === 'accusation' ? name : undefined
}
