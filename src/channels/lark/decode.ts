import { z } from 'zod'
import type { Heard, PhotoKey, Said } from '../channel.ts'
import { type Content, readContent } from './content.ts'
import type { Envelope } from './verify.ts'

/** What an event says to us, or why it says nothing. Pure; unknown fields, types and tags are passed over. */
export const decode = ({ header, event }: Envelope, bot: Bot): Heard | string => {
  const read = readers[header.event_type]
  return read
    ? read(header.event_id, new Date(header.create_time), event, bot)
    : `event ${header.event_type}`
}

/** Who we are: until the platform has told us, whoever is mentioned as a bot counts (decisions 21). */
export interface Bot {
  readonly openId?: string
}

type Reader = (eventId: string, at: Date, event: unknown, bot: Bot) => Heard | string

const ids = z.object({ open_id: z.string().nullish() })
const mentionShape = z.object({
  key: z.string(),
  id: ids.nullish(),
  name: z.string().nullish(),
  mentioned_type: z.string().nullish(),
})
type Mention = z.output<typeof mentionShape>

const messageShape = z.object({
  sender: z.object({ sender_id: ids, sender_type: z.string().nullish() }),
  message: z.object({
    message_id: z.string().min(1).max(200),
    create_time: z.coerce.number().optional(),
    chat_id: z.string().min(1).max(200),
    chat_type: z.string(),
    message_type: z.string(),
    content: z.string().nullish(),
    mentions: z.array(mentionShape).nullish().catch(null),
  }),
})

const readMessage: Reader = (eventId, at, event, bot) => {
  const found = messageShape.safeParse(event)
  if (!found.success) return 'message of an unknown shape'
  const { sender, message } = found.data
  const from = sender.sender_id.open_id
  if (!from || sender.sender_type !== 'user') return 'not from a person'
  const mentions = message.mentions ?? []
  const isPrivate = message.chat_type === 'p2p'
  const content = readContent(message.message_type, message.content ?? '')
  const said: Said = {
    type: 'said',
    eventId,
    messageId: message.message_id,
    from,
    chat: { type: isPrivate ? 'private' : 'group', id: message.chat_id },
    text: withNames(content.text, mentions, bot),
    mentions: mentions.flatMap((one) =>
      one.id?.open_id && !isBot(one, bot) ? [{ id: one.id.open_id, name: one.name ?? '' }] : [],
    ),
    mentioned: isPrivate || mentions.some((one) => isBot(one, bot)),
    photos: photosOf(message.message_id, content),
    saidAt: new Date(message.create_time ?? at.getTime()).toISOString(),
    ...(content.unreadable && { unreadable: content.unreadable }),
  }
  return said
}

const photosOf = (messageId: string, { imageKeys }: Content): readonly PhotoKey[] =>
  imageKeys.slice(0, 9).map((key) => ({ messageId, key }))

const isBot = ({ id, mentioned_type }: Mention, { openId }: Bot): boolean =>
  openId ? id?.open_id === openId : mentioned_type === 'bot'

/** `@_user_10` before `@_user_1`: the SDK's own way breaks the longer one. */
const withNames = (text: string, mentions: readonly Mention[], bot: Bot): string =>
  mentions
    .toSorted((a, b) => b.key.length - a.key.length)
    .reduce(
      (said, one) => said.replaceAll(one.key, isBot(one, bot) ? ' ' : `@${one.name ?? ''} `),
      text,
    )
    .replaceAll('@_all', '@所有人 ')
    .replaceAll('\u0000', '')
    .toWellFormed()
    .trim()

const recalledShape = z.object({ message_id: z.string().min(1), chat_id: z.string().min(1) })
const readRecall: Reader = (eventId, at, event) => {
  const found = recalledShape.safeParse(event)
  if (!found.success) return 'recall of an unknown shape'
  const { message_id, chat_id } = found.data
  return {
    type: 'recalled',
    eventId,
    messageId: message_id,
    chat: { type: 'group', id: chat_id },
    saidAt: at.toISOString(),
  }
}

const chatShape = z.object({ chat_id: z.string().min(1), name: z.string().nullish() })
const readChat =
  (type: 'bot-added' | 'bot-removed' | 'disbanded'): Reader =>
  (eventId, at, event) => {
    const found = chatShape.safeParse(event)
    if (!found.success) return 'chat event of an unknown shape'
    const { chat_id, name } = found.data
    return {
      type,
      eventId,
      chat: { type: 'group', id: chat_id },
      name: (name ?? '').toWellFormed(),
      saidAt: at.toISOString(),
    }
  }

const enteredShape = z.object({ chat_id: z.string().min(1), operator_id: ids })
const readEntered: Reader = (eventId, at, event) => {
  const found = enteredShape.safeParse(event)
  const from = found.data?.operator_id.open_id
  if (!found.success || !from) return 'entering of an unknown shape'
  return {
    type: 'entered',
    eventId,
    from,
    chat: { type: 'private', id: found.data.chat_id },
    saidAt: at.toISOString(),
  }
}

const readers: Readonly<Record<string, Reader>> = {
  'im.message.receive_v1': readMessage,
  'im.message.recalled_v1': readRecall,
  'im.chat.member.bot.added_v1': readChat('bot-added'),
  'im.chat.member.bot.deleted_v1': readChat('bot-removed'),
  'im.chat.disbanded_v1': readChat('disbanded'),
  'im.chat.access_event.bot_p2p_chat_entered_v1': readEntered,
}
