import { defineCommand } from '../command.ts'
import { readPage } from '../words.ts'

export const mine = defineCommand({
  name: '我的',
  aliases: ['我的履职', '积分', '档案', '我的积分'],
  speakers: ['member', 'department', 'staff'],
  summary: '我报了什么、得了多少分、还有什么等我办',
  examples: ['我的', '我的 2'],
  isFuzzy: true,
  read: ({ text }) => ({ type: 'ask', about: 'mine', page: readPage(text) }),
})
