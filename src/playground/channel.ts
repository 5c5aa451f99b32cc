import type { Channel, Parcel, PhotoKey } from '../channels/channel.ts'
import { addLine } from '../store/playground.ts'
import type { Store } from '../store/open.ts'

/** A platform of our own: what the bot says is kept as a line of a chat, what people attach waits here until it is fetched. */
export interface PlaygroundChannel extends Channel {
  readonly attach: (photo: PhotoKey, bytes: Uint8Array) => void
  readonly onChange: (listener: () => void) => () => void
  readonly changed: () => void
}

interface PlaygroundParts {
  readonly store: Store
  readonly now: () => Promise<Date>
}

const mostAttached = 40

export const createPlayground = ({ store, now }: PlaygroundParts): PlaygroundChannel => {
  const attached = new Map<string, Uint8Array>()
  const listeners = new Set<() => void>()
  const changed = () => {
    for (const listener of listeners) listener()
  }
  return {
    name: 'playground',
    send: async (parcel) => {
      const saidAt = await now()
      await store.transaction((tx) =>
        addLine(tx, { chat: chatOf(parcel), said: parcel.message, uuid: parcel.uuid, saidAt }),
      )
      changed()
      return { type: 'delivered', receipt: parcel.uuid }
    },
    download: async (photo) => {
      const bytes = attached.get(nameOf(photo))
      attached.delete(nameOf(photo))
      return bytes ? { type: 'bytes', bytes } : { type: 'gone', why: 'no longer here' }
    },
    attach: (photo, bytes) => {
      attached.set(nameOf(photo), bytes)
      for (const oldest of attached.keys()) {
        if (attached.size <= mostAttached) break
        attached.delete(oldest)
      }
    },
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    changed,
  }
}

const nameOf = ({ messageId, key }: PhotoKey): string => `${messageId} ${key}`

/** A letter to a person lies in his private chat. */
const chatOf = ({ to }: Parcel): string => (to.type === 'person' ? privateChatOf(to.id) : to.id)

export const privateChatOf = (platformId: string): string => `private-${platformId}`
