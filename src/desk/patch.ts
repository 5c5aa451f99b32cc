import { patchOfWhole, splitOpinion, titleOf } from '../commands/split.ts'
import type { Act, Patch } from '../domain/act.ts'
import type { Item } from '../domain/item.ts'
import { photoOnly, supplemented } from '../messages/talk.ts'

/** What the words of an act do to the matter itself. */
export const patchOf = (act: Act, item: Item, hasPhotos: boolean): Act => {
  const { verb, details } = act
  const { text, into, due } = details
  if (verb === 'supplement') return supplement(act, item, hasPhotos)
  if (verb === 'extend' && due) return { ...act, patch: { fixBy: due } }
  if (verb === 'edit' && text) return { ...act, patch: { editedText: text } }
  if (verb === 'merge' && into !== undefined) return { ...act, patch: { mergedInto: into } }
  return verb === 'escalate' ? { ...act, patch: { isEscalated: true } } : act
}

const supplement = (act: Act, item: Item, hasPhotos: boolean): Act => {
  const text = act.details.text ?? ''
  return {
    ...act,
    details: text || !hasPhotos ? act.details : { ...act.details, text: photoOnly },
    patch: {
      ...(text && (rewritten(item, text) ?? added(item, text))),
      ...(hasPhotos && { lacksPhoto: false }),
    },
  }
}

/** Sent back and written anew under its headings: it stands in place of the earlier version, which the history keeps. */
const rewritten = (item: Item, text: string): Patch | undefined => {
  if (item.state === 'quarantined') return patchOfWhole(item.kind, text)
  if (item.kind !== 'opinion' || item.state !== 'returned') return undefined
  const { headings, ...parts } = splitOpinion(text)
  return headings < 2 ? undefined : { ...parts, text }
}

const added = (item: Item, text: string): Patch => ({
  text: supplemented(item.text, text),
  ...(item.kind === 'opinion' &&
    item.advice === null &&
    item.state === 'draft' && { advice: text }),
  ...(item.problem === null && { problem: text, title: titleOf(text) }),
})
