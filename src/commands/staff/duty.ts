import { defineCommand } from '../command.ts'
import { fold, trimSeparators } from '../words.ts'

export const duty = defineCommand({
  name: '值班',
  speakers: ['staff'],
  summary: '看或设谁值班:紧急事项随时通知他;"值班 无"取消',
  examples: ['值班', '值班 吴一', '值班 吴一 郑二', '值班 无'],
  read: ({ text }) => {
    const names = trimSeparators(text)
      .split(/[\s,，、]+/)
      .filter(Boolean)
    if (names.length === 0) return { type: 'duty' }
    if (/^(?:无|取消|没有)$/.test(fold(names.join('')))) return { type: 'duty', names: [] }
    return names.every((name) => /^[\p{Script=Han}·]{2,20}$/u.test(name))
      ? { type: 'duty', names }
      : undefined
  },
})
