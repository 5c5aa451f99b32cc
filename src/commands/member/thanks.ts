import { defineCommand } from '../command.ts'
import { takeNo, trimSeparators } from '../words.ts'

export const thanks = defineCommand({
  name: '感谢信',
  aliases: ['采用通知'],
  speakers: ['member', 'staff'],
  summary: '被采用的社情民意的采用通知,可以转给单位',
  examples: ['感谢信 137'],
  read: ({ text }) => {
    const taken = takeNo(trimSeparators(text))
    return taken && { type: 'ask', about: 'thanks', ...taken.value }
  },
})
