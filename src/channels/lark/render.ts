import type { Message } from '../../messages/message.ts'

export interface LarkMessage {
  readonly msg_type: 'text' | 'post' | 'file'
  /** Always a JSON string. */
  readonly content: string
}

/** As text, or as a post when pictures go with it. A member's `<at …>` must not ping anybody. */
export const render = (message: Message, imageKeys: readonly string[]): LarkMessage => {
  const { lines, mention = [] } = message
  if (imageKeys.length === 0) {
    const at = mention.map((id) => `<at user_id="${id.replace(/[^\w-]/g, '')}"></at>`).join('')
    return {
      msg_type: 'text',
      content: JSON.stringify({
        text: cut([at, lines.map(escape).join('\n')].filter(Boolean).join(' ')),
      }),
    }
  }
  const content = [
    ...(mention.length > 0 ? [mention.map((id) => ({ tag: 'at', user_id: id }))] : []),
    ...lines.map((line) => [{ tag: 'text', text: line }]),
    ...imageKeys.map((image_key) => [{ tag: 'img', image_key }]),
  ]
  return { msg_type: 'post', content: JSON.stringify({ zh_cn: { title: '', content } }) }
}

/** A paper is a message of its own, without words. */
export const renderFile = (file_key: string): LarkMessage => ({
  msg_type: 'file',
  content: JSON.stringify({ file_key }),
})

/** Text takes markup: `<` would open a tag, `](` a link whose words hide where it leads. */
const escape = (line: string): string => line.replaceAll('<', '&lt;').replaceAll('](', '] (')

/** 150 KB is the platform's limit for text; what we say stays far below. */
const cut = (text: string): string => (text.length > 20_000 ? `${text.slice(0, 20_000)}…` : text)
