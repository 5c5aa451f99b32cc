import { defineCommand } from '../command.ts'
import { fold, takeNo, trimSeparators } from '../words.ts'

export const find = defineCommand({
  name: '查',
  aliases: ['查询', '进度', '查一下', '怎么样了'],
  speakers: ['member', 'department', 'staff'],
  summary: '查一件事项到哪一步,也可以按字查',
  examples: ['查 137', '查 137 全文', '查 井盖'],
  isFuzzy: true,
  read: ({ text }) => {
    const rest = trimSeparators(text)
    const taken = takeNo(rest)
    if (taken)
      return {
        type: 'ask',
        about: 'item',
        ...taken.value,
        ...(/^(?:全文|原文|正文)$/.test(fold(taken.rest)) && { isWhole: true }),
      }
    return rest ? { type: 'ask', about: 'words', words: rest } : undefined
  },
})

/** 我那个井盖的怎么样了: a question in everyday words, with what it is about. */
export const readEverydayQuestion = (text: string): string | undefined => {
  const match =
    /^(.*?)(?:现在)?(?:怎么样了|怎样了|到哪一?步了?|有没有(?:结果|消息|进展)|办好了?[吗没]|处理好了?[吗没])[??吗呢啊]*$/u.exec(
      text,
    )
  return match?.[1]
    ?.replace(/^(?:请问|我想问|问一下)/, '')
    .replace(/(?:我|的|那个|这个|那件|这件|事情?|上次|报)/g, '')
    .trim()
}
