import { defineCommand } from '../command.ts'
import { startsWithNo, takeNo, takeOnBehalf, trimSeparators } from '../words.ts'

export const withdraw = defineCommand({
  name: '撤回',
  aliases: ['取消', '收回'],
  speakers: ['member', 'staff'],
  summary: '撤回还没有审核的事项',
  examples: ['撤回 137'],
  isFuzzy: true,
  read: ({ text }) => {
    const { rest, onBehalfOf } = takeOnBehalf(trimSeparators(text))
    const taken = takeNo(rest)
    return taken && !startsWithNo(taken.rest)
      ? {
          type: 'act',
          verb: 'withdraw',
          ...taken.value,
          details: taken.rest ? { reason: taken.rest } : {},
          ...(onBehalfOf && { onBehalfOf }),
        }
      : undefined
  },
})
