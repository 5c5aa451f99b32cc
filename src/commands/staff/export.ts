import { defineCommand } from '../command.ts'
import { readSpan } from '../spans.ts'
import { takeNo, trimSeparators } from '../words.ts'

/** 导出 137 is its author's too; whether this person may is asked at the desk. */
export const exportPapers = defineCommand({
  name: '导出',
  aliases: ['下载'],
  speakers: ['member', 'staff', 'leader'],
  summary: '一条社情民意的公文稿(Word);报表(Excel)由政协办和领导导出',
  examples: ['导出 137', '导出 6月', '导出 2026年6月', '导出 上半年'],
  read: ({ text, today }) => {
    const rest = trimSeparators(text)
    const span = readSpan(rest, today)
    if (span) return { type: 'ask', about: 'tables', span }
    const taken = takeNo(rest)
    return taken && taken.rest === '' ? { type: 'ask', about: 'form', ...taken.value } : undefined
  },
})
