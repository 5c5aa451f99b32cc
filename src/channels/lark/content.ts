import { z } from 'zod'
import type { Said } from '../channel.ts'

export interface Content {
  readonly text: string
  readonly imageKeys: readonly string[]
  readonly unreadable?: NonNullable<Said['unreadable']>
}

/** The words and pictures of a message's `content` (a JSON string; merge_forward is not even that). */
export const readContent = (type: string, content: string): Content => {
  const parsed = parseJson(content)
  switch (type) {
    case 'text':
      return { text: textShape.parse(parsed).text, imageKeys: [] }
    case 'post':
      return readPost(parsed)
    case 'image':
      return { text: '', imageKeys: keysOf(parsed) }
    case 'audio':
    case 'file':
    case 'location':
    case 'sticker':
      return { text: '', imageKeys: [], unreadable: type }
    case 'media':
      return { text: '', imageKeys: [], unreadable: 'video' }
    default:
      return { text: '', imageKeys: [], unreadable: 'other' }
  }
}

const textShape = z.object({ text: z.string().catch('') }).catch({ text: '' })
const imageShape = z.object({ image_key: z.string() })
const elementShape = z
  .object({
    tag: z.string().catch(''),
    text: z.string().optional().catch(undefined),
    user_id: z.string().optional().catch(undefined),
    image_key: z.string().optional().catch(undefined),
    emoji_type: z.string().optional().catch(undefined),
  })
  .catch({ tag: '' })
type Element = z.output<typeof elementShape>

const linesShape = z.array(z.array(elementShape).catch([])).catch([])
const postShape = z
  .object({ title: z.string().catch(''), content: linesShape, content_v2: linesShape })
  .catch({ title: '', content: [], content_v2: [] })

const keysOf = (parsed: unknown): readonly string[] => {
  const found = imageShape.safeParse(parsed)
  return found.success ? [found.data.image_key] : []
}

/** Received posts have no locale wrapper; some tools send one all the same. */
const readPost = (parsed: unknown): Content => {
  const wrapped = z.object({ zh_cn: z.unknown() }).safeParse(parsed)
  const { title, content, content_v2 } = postShape.parse(wrapped.data?.zh_cn ?? parsed)
  const lines = content.length > 0 ? content : content_v2
  const text = [title, ...lines.map((line) => line.map(wordsOf).join(''))]
    .filter(Boolean)
    .join('\n')
  return {
    text,
    imageKeys: lines
      .flat()
      .flatMap(({ tag, image_key }) => (tag === 'img' && image_key ? [image_key] : [])),
  }
}

const wordsOf = ({ tag, text, user_id }: Element): string =>
  tag === 'at' ? `${user_id === 'all' ? '@_all' : (user_id ?? '')} ` : (text ?? '')

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
