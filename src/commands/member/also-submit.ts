import { defineCommand } from '../command.ts'
import { wordsOnItem } from './words-on-item.ts'

export const alsoSubmit = defineCommand({
  name: '另报',
  speakers: ['member', 'staff'],
  summary: '同一稿还报给了哪里(一稿多投);成果只计一次',
  examples: ['另报 137 民盟市委'],
  isFuzzy: true,
  read: wordsOnItem('alsoSubmit'),
})
