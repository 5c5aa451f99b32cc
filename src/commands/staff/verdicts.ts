import { onItem } from './on-item.ts'

export const plagiarised = onItem(
  'judge',
  {
    name: '抄袭',
    summary: '认定抄袭,收回得分并扣分,要写理由',
    examples: ['抄袭 137 与某报2023年5月的文章相同'],
  },
  (reason) => ({ verdict: 'plagiarised', ...(reason && { reason }) }),
)

export const untrue = onItem(
  'judge',
  {
    name: '失实',
    summary: '认定严重失实,收回得分并扣分,要写理由',
    examples: ['失实 137 经核实该路段没有积水'],
  },
  (reason) => ({ verdict: 'untrue', ...(reason && { reason }) }),
)
