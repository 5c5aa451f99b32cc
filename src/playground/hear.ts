import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Heard } from '../channels/channel.ts'
import { mask } from '../domain/privacy.ts'
import { findOffice, officeCodeOf } from '../store/offices.ts'
import { addLine } from '../store/playground.ts'
import { listSpeakers } from '../store/speakers.ts'
import { privateChatOf } from './channel.ts'
import type { PlaygroundParts } from './routes.ts'

interface Form {
  readonly person: number
  readonly chat: 'members' | 'staff' | 'private'
  readonly text: string
  readonly photos: readonly Uint8Array[]
}

const longestText = 10_000

const sayShape = z.object({
  person: z.coerce.number().int().positive(),
  chat: z.enum(['members', 'staff', 'private']),
  text: z.string().catch(''),
})

export const readForm = async (request: FastifyRequest): Promise<Form | 'too-long' | undefined> => {
  const fields: Record<string, unknown> = {}
  const photos: Uint8Array[] = []
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      if (part.valueTruncated || String(part.value).length > longestText) return 'too-long'
      fields[part.fieldname] = part.value
    } else {
      const bytes = await part.toBuffer()
      if (bytes.length > 0) photos.push(bytes)
    }
  }
  const found = sayShape.safeParse(fields)
  return found.success ? { ...found.data, photos } : undefined
}

export const hearForm = (
  parts: PlaygroundParts,
  { person, chat, text, photos }: Form,
): Promise<Heard | undefined> =>
  parts.store.transaction(async (tx) => {
    const office = await findOffice(tx, officeCodeOf.playground)
    const speaker =
      office && (await listSpeakers(tx, office.id, 'playground')).find(({ id }) => id === person)
    if (!office || !speaker) return undefined
    const saidAt = new Date(parts.now().getTime() + office.clockOffsetMs)
    const messageId = parts.newUuid()
    const keys = photos.map((bytes, index) => {
      const photo = { messageId, key: `photo-${index}` }
      parts.channel.attach(photo, bytes)
      return photo
    })
    const chatId = chat === 'private' ? privateChatOf(speaker.platformId) : chat
    const lines = [...(text.trim() ? [mask(text.trim())] : []), ...keys.map(() => '[照片]')]
    if (lines.length > 0)
      await addLine(tx, { chat: chatId, personId: person, said: { lines }, saidAt })
    return {
      type: 'said',
      eventId: messageId,
      messageId,
      from: speaker.platformId,
      chat: { type: chat === 'private' ? 'private' : 'group', id: chatId },
      text: text
        .replaceAll('\u0000', '')
        .toWellFormed()
        .replace(/^@(?:机器人|bot)\s*/, '')
        .trim(),
      mentions: [],
      mentioned: true,
      photos: keys,
      saidAt: saidAt.toISOString(),
    }
  })
