import { defineCommand } from '../command.ts'
import { trimSeparators } from '../words.ts'

export const snapshot = defineCommand({
  name: '随手拍',
  aliases: ['微监督', '监督', '随手', '随拍', '拍', 'ssp', '曝光'],
  speakers: ['member', 'staff'],
  summary: '看到哪里坏了,一句话加照片',
  examples: ['随手拍 人民路与文昌路口,井盖破了一半'],
  runsOn: true,
  isFuzzy: true,
  read: ({ text }) => ({
    type: 'open',
    kind: 'supervision',
    text: trimSeparators(trimSeparators(text).replace(/^一下/, '')),
  }),
})
