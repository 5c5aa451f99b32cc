import type { InHand } from './claim.ts'
import type { Letter } from './put.ts'

/** A neutral step that could not be told privately is told in the group, by mention (decisions 19). */
export const fallbackOf = (letter: InHand): readonly Letter[] => {
  const { officeId, channel, fallbackChat, isPrivate, message, toId, toType, uuid } = letter
  if (isPrivate || fallbackChat === null || toType !== 'person') return []
  return [
    {
      officeId,
      channel,
      to: { type: 'chat', id: fallbackChat },
      kind: 'notice',
      key: `fallback:${uuid}`,
      isPrivate: false,
      message: { ...message, mention: [toId] },
    },
  ]
}
