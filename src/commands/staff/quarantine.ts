import { trimSeparators } from '../words.ts'
import { onItem } from './on-item.ts'

const reason = (rest: string) => (trimSeparators(rest) ? { reason: trimSeparators(rest) } : {})

export const quarantine = onItem(
  'quarantine',
  {
    name: '隔离',
    summary: '先收起来:不检索、不导出、不上榜',
    examples: ['隔离 137', '隔离 137 含个人信息'],
  },
  reason,
)

export const release = onItem(
  'release',
  { name: '解除', aliases: ['解除隔离'], summary: '解除隔离,恢复办理', examples: ['解除 137'] },
  () => ({}),
)

export const remove = onItem(
  'delete',
  { name: '删除', summary: '删除已隔离的内容,不能恢复', examples: ['删除 137'] },
  () => ({}),
)

/** Unlike 删除 it needs no 隔离 before: what may be secret is gone at once (decisions 11). */
export const classify = onItem(
  'classify',
  { name: '涉密', summary: '立即删除文字、照片和消息,不能恢复', examples: ['涉密 140'] },
  () => ({}),
)
