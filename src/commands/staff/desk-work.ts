import { defineCommand } from '../command.ts'
import { readPage, takeNo, takeNos, trimSeparators } from '../words.ts'

export const undo = defineCommand({
  name: '撤销',
  aliases: ['回退'],
  speakers: ['staff', 'department', 'leader'],
  takesSeveral: true,
  summary: '撤销自己上一步操作(一批就整批),有反向记录',
  examples: ['撤销', '撤销 137', '撤销 137 138'],
  read: ({ text }) => {
    const taken = takeNos(trimSeparators(text))
    return { type: 'undo', nos: taken?.value.map(({ no }) => no) ?? [] }
  },
})

export const todo = defineCommand({
  name: '待办',
  speakers: ['staff', 'department'],
  summary: '等我办的事:超期的在前,每件附一句怎么办',
  examples: ['待办', '待办 2'],
  read: ({ text }) => ({ type: 'ask', about: 'todo', page: readPage(text) }),
})

export const retitle = defineCommand({
  name: '标题',
  speakers: ['staff'],
  summary: '改标题',
  examples: ['标题 137 关于学校周边错峰放学的建议'],
  read: ({ text }) => {
    const taken = takeNo(trimSeparators(text))
    return taken?.rest
      ? { type: 'correct', no: taken.value.no, what: 'title', value: taken.rest }
      : undefined
  },
})

export const recategorise = defineCommand({
  name: '设为',
  speakers: ['staff'],
  summary: '改类别',
  examples: ['设为 52 井盖破损'],
  read: ({ text }) => {
    const taken = takeNo(trimSeparators(text))
    return taken?.rest
      ? { type: 'correct', no: taken.value.no, what: 'category', value: taken.rest }
      : undefined
  },
})

export const reauthor = defineCommand({
  name: '作者',
  speakers: ['staff'],
  summary: '改作者',
  examples: ['作者 137 李一'],
  read: ({ text }) => {
    const taken = takeNo(trimSeparators(text))
    return taken?.rest
      ? { type: 'correct', no: taken.value.no, what: 'author', value: taken.rest }
      : undefined
  },
})

export const adjust = defineCommand({
  name: '调整',
  speakers: ['staff'],
  summary: '给委员加一笔或减一笔分,要写理由',
  examples: ['调整 李一 +2 协助接待视察', '调整 李一 -1 重复计分'],
  read: ({ text }) => {
    const match =
      /^([\p{Script=Han}·]{2,20})[\s,，]*([+-]?\d{1,3}(?:\.\d)?)分?[\s,，:：]+(\S[\s\S]*)$/u.exec(
        trimSeparators(text).normalize('NFKC'),
      )
    if (!match?.[1] || !match[3] || Number(match[2]) === 0) return undefined
    return { type: 'adjust', person: match[1], points: Number(match[2]), reason: match[3].trim() }
  },
})
