import type { Verb } from '../domain/act.ts'
import type { Item, Part } from '../domain/item.ts'
import { stepsOf } from '../domain/next-steps.ts'
import type { Step } from '../domain/workflow.ts'

/** What one part may say next to a matter, the likeliest first: 采编 137, 退回 137 理由. */
export const nextSteps = (item: Item, part: Part, most: number): readonly string[] => {
  const steps = stepsOf(item, part)
  return phrases
    .filter(({ verb, unless }) => steps.some((step) => step.verb === verb && !unless?.(step, item)))
    .slice(0, most)
    .map(({ says }) => says(item.no))
}

interface Phrase {
  readonly verb: Verb
  readonly says: (no: number) => string
  readonly unless?: (step: Step, item: Item) => boolean
}

const staysPut = ({ to }: Step, { state }: Item): boolean => to === undefined || to === state

/** How each step is said, in the order in which it is suggested. */
const phrases: readonly Phrase[] = [
  { verb: 'verify', says: (no) => `满意 ${no}` },
  { verb: 'reopen', says: (no) => `不满意 ${no} 原因` },
  { verb: 'edit', says: (no) => `采编 ${no}`, unless: staysPut },
  { verb: 'dispatch', says: (no) => `交办 ${no} 单位` },
  { verb: 'report', says: (no) => `编报 ${no} 市`, unless: staysPut },
  { verb: 'adopt', says: (no) => `采用 ${no} 市 单篇` },
  { verb: 'instruct', says: (no) => `批示 ${no} 市主要` },
  { verb: 'feedback', says: (no) => `反馈 ${no} 单位 内容` },
  { verb: 'release', says: (no) => `解除 ${no}` },
  { verb: 'delete', says: (no) => `删除 ${no}` },
  { verb: 'return', says: (no) => `退回 ${no} 理由` },
  { verb: 'archive', says: (no) => `留存 ${no}` },
  { verb: 'reject', says: (no) => `不受理 ${no} 理由` },
  { verb: 'merge', says: (no) => `合并 ${no} 到 编号` },
  { verb: 'convert', says: (no) => `转 ${no} 微监督` },
  { verb: 'close', says: (no) => `结案 ${no}` },
  { verb: 'escalate', says: (no) => `督办 ${no}` },
  { verb: 'accept', says: (no) => `接单 ${no}` },
  { verb: 'rectify', says: (no) => `整改 ${no} 怎么办的` },
  { verb: 'reply', says: (no) => `答复 ${no} 怎么办` },
  { verb: 'decline', says: (no) => `退单 ${no} 依据` },
  { verb: 'supplement', says: (no) => `补充 ${no} 内容` },
  { verb: 'withdraw', says: (no) => `撤回 ${no}` },
]
