import { spanOf } from '../../domain/periods.ts'
import { defineCommand } from '../command.ts'
import { readSpan } from '../spans.ts'
import { trimSeparators } from '../words.ts'

export const figures = defineCommand({
  name: '统计',
  aliases: ['指标'],
  speakers: ['staff', 'leader'],
  summary: '一段时间的社情民意指标:采编率、上报率、采用率、批示率、参与率等,都带分子分母',
  examples: ['统计', '统计 6月', '统计 上半年', '统计 2026年'],
  read: ({ text, today }) => {
    const rest = trimSeparators(text)
    const span = rest ? readSpan(rest, today) : spanOf('year', today)
    return span && { type: 'ask', about: 'figures', span }
  },
})
