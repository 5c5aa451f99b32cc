import { defineCommand } from '../command.ts'
import { trimSeparators } from '../words.ts'

export const help = defineCommand({
  name: '帮助',
  aliases: ['help', '?', '怎么用', '说明', '菜单'],
  speakers: ['member', 'department', 'staff'],
  summary: '我能做什么,每样一个例子',
  examples: ['帮助', '帮助 随手拍'],
  isFuzzy: true,
  read: ({ text }) => {
    const topic = trimSeparators(text)
    return { type: 'ask', about: 'help', ...(topic && { topic }) }
  },
})

export const rules = defineCommand({
  name: '规则',
  aliases: ['积分规则', '计分规则'],
  speakers: ['member', 'staff', 'leader'],
  summary: '什么得多少分',
  examples: ['规则'],
  isFuzzy: true,
  read: () => ({ type: 'ask', about: 'rules' }),
})
