import { defineCommand } from '../command.ts'
import { fold, trimSeparators } from '../words.ts'

export const bind = defineCommand({
  name: '绑定',
  speakers: ['member', 'department', 'staff'],
  summary: '告诉我您是谁(私聊):姓名和登记手机的后四位',
  examples: ['绑定 李一 1234'],
  read: ({ text }) => {
    const match = /^([\p{Script=Han}·]{2,12})[\s,，]*(\d{4})$/u.exec(
      trimSeparators(text).normalize('NFKC'),
    )
    return match?.[1] && match[2]
      ? { type: 'bind', name: match[1], lastFour: fold(match[2]) }
      : undefined
  },
})
