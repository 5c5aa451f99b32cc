import { defineCommand } from '../command.ts'
import { takeNo, takeOnBehalf, trimSeparators } from '../words.ts'

export const dissatisfied = defineCommand({
  name: '不满意',
  aliases: ['没解决', '没有解决', '不行', '复发'],
  speakers: ['member', 'staff'],
  summary: '没解决,说一句原因,退回重新办理',
  examples: ['不满意 52 只填了沙子,车一压又陷了'],
  isFuzzy: true,
  read: ({ text }) => {
    const { rest, onBehalfOf } = takeOnBehalf(trimSeparators(text))
    const taken = takeNo(rest)
    const reason = taken ? taken.rest : rest
    return {
      type: 'act',
      verb: 'reopen',
      ...taken?.value,
      details: reason ? { reason } : {},
      ...(onBehalfOf && { onBehalfOf }),
    }
  },
})
