import { createHash } from 'node:crypto'
import type { Item } from '../domain/item.ts'
import type { Wording } from '../store/wordings.ts'
import { charactersOf, gistOf } from './likeness.ts'

/** What is kept of an opinion so that it can be found again; asked for several times in one comparison. */
export const wordingOf = (item: Item): Wording => {
  const wording = known.get(item) ?? makeWording(item)
  known.set(item, wording)
  return wording
}
const known = new WeakMap<Item, Wording>()

const makeWording = (item: Item): Wording => {
  const gist = gistOf(item)
  return {
    officeId: item.officeId,
    itemNo: item.no,
    characters: [...charactersOf(gist)].slice(0, mostCharacters).join(' '),
    skeleton: createHash('sha256')
      .update(gist.replace(/\p{N}/gu, ''))
      .digest('base64url')
      .slice(0, 22),
  }
}

/** A long report says in its first sentences what it is about; the index is the slower the more it must hold. */
const mostCharacters = 60
