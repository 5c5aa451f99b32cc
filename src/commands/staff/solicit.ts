import { defineCommand } from '../command.ts'
import { findDueDay } from '../due-day.ts'
import { readTopic } from '../topic.ts'
import { takeNo, trimSeparators } from '../words.ts'

export const solicit = defineCommand({
  name: '约稿',
  aliases: ['征稿'],
  speakers: ['staff'],
  summary: '发布选题:标题 | 截止 | 级别 | @谁或全体;缺的我问一次',
  examples: [
    '约稿 关于暑期防溺水的建议 | 6月20日 | 省 | 全体',
    '约稿 夜间经济 | 下周五 | 市 | @李一 @王二',
  ],
  read: ({ text, today }) => {
    const topic = readTopic(trimSeparators(text), today)
    return topic.title === undefined || [...topic.title].length < 2
      ? undefined
      : { type: 'solicit', topic }
  },
})

export const extend = defineCommand({
  name: '延期',
  speakers: ['staff'],
  summary: '把约稿的截止日往后放',
  examples: ['延期 3 6月30日'],
  read: ({ text, today }) => {
    const taken = takeNo(trimSeparators(text))
    const due = taken && findDueDay(taken.rest, today)
    return taken && due
      ? { type: 'act', verb: 'extend', ...taken.value, details: { due } }
      : undefined
  },
})
