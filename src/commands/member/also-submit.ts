import { defineCommand } from '../command.ts'
import { takeNo, takeOnBehalf, trimSeparators } from '../words.ts'

export const alsoSubmit = defineCommand({
  name: '另报',
  speakers: ['member', 'staff'],
  summary: '同一稿还报给了哪里(一稿多投);成果只计一次',
  examples: ['另报 137 民盟市委'],
  isFuzzy: true,
  read: ({ text }) => {
    const { rest, onBehalfOf } = takeOnBehalf(trimSeparators(text))
    const taken = takeNo(rest)
    return taken
      ? {
          type: 'act',
          verb: 'alsoSubmit',
          ...taken.value,
          details: { text: taken.rest },
          ...(onBehalfOf && { onBehalfOf }),
        }
      : undefined
  },
})
