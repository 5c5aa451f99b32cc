import { defineCommand } from '../command.ts'
import { wordsOnItem } from './words-on-item.ts'

export const supplement = defineCommand({
  name: '补充',
  aliases: ['补', '追加', '修改'],
  speakers: ['member', 'staff'],
  summary: '给自己报的事项补充内容或照片',
  examples: ['补充 137 高峰时段是下午四点半到五点'],
  isFuzzy: true,
  read: wordsOnItem('supplement'),
})
