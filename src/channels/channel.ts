import type { Message } from '../messages/message.ts'

/**
 * A platform where people talk to us. Whatever platforms do differently (signatures, envelopes,
 * mentions, quotas) ends behind these functions.
 */
export interface Channel {
  readonly name: ChannelName

  /** Reads one webhook request. Opens no connection: verifying and decoding are pure, so every case is a fixture. */
  readonly receive?: (request: WebhookRequest) => Received

  /** Keeps a connection open instead of waiting for webhooks, where the platform offers one; ends with the signal. */
  readonly listen?: (hear: (heard: Heard) => Promise<void>, until: AbortSignal) => Promise<void>

  /** Delivers one parcel. Never throws for what the platform answers; the outbox decides what to do about it. */
  readonly send: (parcel: Parcel) => Promise<Sent>

  /** The bytes of a photo somebody sent, at most 30 MB; a value says why not. */
  readonly download: (photo: PhotoKey) => Promise<Downloaded>

  /** Platform ids by mobile number, where the app has that permission; absent numbers were not found. */
  readonly findByMobile?: (mobiles: readonly string[]) => Promise<ReadonlyMap<string, string>>
}

const channelNames = ['lark', 'playground'] as const
export type ChannelName = (typeof channelNames)[number]

export interface WebhookRequest {
  readonly header: (name: string) => string | undefined
  readonly body: Uint8Array
  readonly at: Date
}

export type Received =
  | { readonly type: 'heard'; readonly heard: Heard; readonly ack: unknown }
  | { readonly type: 'handshake'; readonly reply: unknown }
  | { readonly type: 'ignored'; readonly why: string }
  | { readonly type: 'refused'; readonly status: 400 | 401; readonly why: string }

/** What happened on a platform and concerns us. `eventId` is unique per channel; times are ISO strings. */
export type Heard = Said | Recalled | ChatChanged | Entered

/** Somebody said something, in words or pictures. */
export interface Said {
  readonly type: 'said'
  readonly eventId: string
  readonly messageId: string
  readonly from: PlatformId
  readonly chat: Chat
  /** Mentions written as `@name`, the bot's own removed; NUL stripped, lone surrogates as U+FFFD. */
  readonly text: string
  readonly mentions: readonly { readonly id: PlatformId; readonly name: string }[]
  /** True when the bot itself was mentioned (always true in a private chat). */
  readonly mentioned: boolean
  readonly photos: readonly PhotoKey[]
  /** Set when it was something we cannot read: the sentence back says what to do instead. */
  readonly unreadable?: 'audio' | 'video' | 'file' | 'location' | 'sticker' | 'other'
  readonly saidAt: string
}

export interface Recalled {
  readonly type: 'recalled'
  readonly eventId: string
  readonly messageId: string
  readonly chat: Chat
  readonly saidAt: string
}

/** The bot was put into a chat, taken out of it, or the chat was dissolved. */
export interface ChatChanged {
  readonly type: 'bot-added' | 'bot-removed' | 'disbanded'
  readonly eventId: string
  readonly chat: Chat
  readonly name: string
  readonly saidAt: string
}

/** Somebody opened the private chat with the bot. */
interface Entered {
  readonly type: 'entered'
  readonly eventId: string
  readonly from: PlatformId
  readonly chat: Chat
  readonly saidAt: string
}

export interface Chat {
  readonly type: 'group' | 'private'
  readonly id: PlatformId
}

type PlatformId = string

/** What the platform needs to give a photo back: it is reached through the message that carried it. */
export interface PhotoKey {
  readonly messageId: string
  readonly key: string
}

/** A message to a chat or to a person, as an answer to `replyTo` where the platform can. */
export interface Parcel {
  readonly to: Address
  readonly replyTo?: string
  readonly message: Message
  /** The same on every try: the platform says it once per hour. */
  readonly uuid: string
}

export interface Address {
  readonly type: 'chat' | 'person'
  readonly id: PlatformId
}

export type Sent =
  | { readonly type: 'delivered'; readonly receipt: string }
  | TryLater
  | {
      readonly type: 'give-up'
      readonly why: string
      /** What is no longer there; the outbox drops everything else that waits for it. */
      readonly gone?: 'chat' | 'person'
      /** An operator must mend something (permission missing, app stopped). */
      readonly alarm?: boolean
    }

interface TryLater {
  readonly type: 'try-later'
  readonly why: string
  readonly afterSeconds?: number
  /** True when the platform surely did not say it, so a retry after the uuid hour cannot repeat it. */
  readonly surelyNotDelivered: boolean
  /** How much must pause: this letter, its chat, or everything of this channel. */
  readonly pause: 'letter' | 'chat' | 'channel'
  readonly alarm?: boolean
}

export type Downloaded =
  | { readonly type: 'bytes'; readonly bytes: Uint8Array }
  | { readonly type: 'try-later'; readonly why: string }
  | { readonly type: 'gone'; readonly why: string }
