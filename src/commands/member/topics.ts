import { defineCommand } from '../command.ts'
import { takeNo, trimSeparators } from '../words.ts'

export const topics = defineCommand({
  name: '选题',
  aliases: ['选题参考', '约稿清单'],
  speakers: ['member', 'department', 'staff'],
  summary: '正在约稿的选题:截止日、谁认领了',
  examples: ['选题'],
  isFuzzy: true,
  read: ({ text }) => (trimSeparators(text) ? undefined : { type: 'ask', about: 'topics' }),
})

export const claim = defineCommand({
  name: '接',
  aliases: ['认领'],
  speakers: ['member'],
  summary: '认领一个约稿的选题,可以几个人认领',
  examples: ['接 3'],
  read: ({ text }) => {
    const taken = takeNo(trimSeparators(text))
    return taken && !taken.rest
      ? { type: 'act', verb: 'claim', ...taken.value, details: {} }
      : undefined
  },
})

export const deliver = defineCommand({
  name: '交稿',
  speakers: ['member', 'staff'],
  summary: '说明已经报的一条是交哪个约稿的',
  examples: ['交稿 137 约3'],
  isFuzzy: true,
  read: ({ text }) => {
    const taken = takeNo(trimSeparators(text).replace(/^社(?=\D)/, ''))
    const to = taken && takeNo(taken.rest.replace(/^(?:到|给|约稿)\s*/, ''))
    return taken && to && !to.rest
      ? { type: 'deliver', no: taken.value.no, solicitation: to.value.no }
      : undefined
  },
})
