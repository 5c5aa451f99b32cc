import { readNames } from '../coauthors.ts'
import { defineCommand } from '../command.ts'
import { takeNo, trimSeparators } from '../words.ts'

export const sign = defineCommand({
  name: '联名',
  speakers: ['member', 'staff'],
  summary: '写明和我一起反映的委员,最多5人;审核前可改,写"无"就取消',
  examples: ['联名 137 张三 李四', '联名 137 无'],
  read: ({ text }) => {
    const taken = takeNo(trimSeparators(text))
    const names = readNames(taken?.rest ?? '')
    return taken && names.length > 0
      ? {
          type: 'coauthor',
          ...taken.value,
          names: names.every((one) => one === '无') ? [] : names,
        }
      : undefined
  },
})
