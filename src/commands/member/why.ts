import { defineCommand } from '../command.ts'
import { takeNo, trimSeparators } from '../words.ts'

export const why = defineCommand({
  name: '为什么',
  aliases: ['为什么这个分', '明细', '积分明细'],
  speakers: ['member', 'staff', 'leader'],
  summary: '我的每一分从哪里来;带编号就讲那一件的期限和得分',
  examples: ['为什么', '为什么 137'],
  isFuzzy: true,
  read: ({ text }) => {
    const taken = takeNo(trimSeparators(text))
    return { type: 'ask', about: 'why', ...(taken && { no: taken.value.no }) }
  },
})
