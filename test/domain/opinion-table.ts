import type { Details, Verb } from '../../src/domain/act.ts'

/**
 * Who may do what to an opinion in which state, and where that leads: written by hand from the office's rules
 * (domain §4.1, decisions 2, 3 and 5), not from the workflow. `.` is refused, `=` stays where it is, `回` goes back to
 * where it was before it was closed or quarantined, else the sign of the state it comes into. What is not written is refused.
 */
const table = `
                      草 线 审 补 编 报 结 并 转 存 拒 撤 隔 删
作者   提交           审 .  .  .  .  .  .  .  .  .  .  .  .  .
作者   补充           审 =  =  审 =  =  .  .  .  .  .  .  审 .
作者   撤回           撤 撤 撤 撤 .  .  .  .  .  .  .  .  .  .
作者   另报           =  =  =  =  =  =  =  .  .  =  .  .  .  .
政协办 另报           =  =  =  =  =  =  =  .  .  =  .  .  .  .
政协办 撤回           撤 撤 撤 撤 撤 撤 .  .  .  撤 .  .  .  .
政协办 退回           .  补 补 .  .  .  .  .  .  .  .  .  .  .
政协办 不受理         .  拒 拒 拒 .  .  .  .  .  .  .  .  .  .
政协办 留存           .  存 存 存 存 .  .  .  .  .  .  .  .  .
政协办 留存无效       .  存 存 存 存 .  .  .  .  .  .  .  .  .
政协办 采编           .  编 编 .  .  .  .  .  .  编 .  .  .  .
政协办 采编稿         .  编 编 .  =  =  .  .  .  编 .  .  .  .
政协办 编报           .  .  .  .  报 报 报 .  .  .  .  .  .  .
政协办 采用           .  .  .  .  =  =  回 .  .  .  .  .  .  .
政协办 批示           .  .  .  .  =  =  回 .  .  .  .  .  .  .
政协办 反馈           .  .  .  .  =  =  回 .  .  .  .  .  .  .
政协办 合并           .  并 并 并 并 .  .  .  .  并 .  .  .  .
政协办 转微监督       .  转 转 转 =  =  =  .  .  转 .  .  .  .
政协办 转提案线索     .  转 转 转 =  =  =  .  .  转 .  .  .  .
政协办 结案           .  .  .  .  结 结 .  .  .  .  .  .  .  .
政协办 督办           .  =  =  =  =  =  .  .  .  .  .  .  .  .
政协办 更正           =  =  =  =  =  =  =  .  .  =  .  .  .  .
政协办 隔离           隔 隔 隔 隔 隔 隔 隔 隔 隔 隔 隔 隔 .  .
政协办 解除           .  .  .  .  .  .  .  .  .  .  .  .  回 .
政协办 删除           .  .  .  .  .  .  .  .  .  .  .  .  删 .
政协办 涉密           删 删 删 删 删 删 删 删 删 删 删 删 删 .
领导   督办           .  =  =  =  =  =  .  .  .  .  .  .  .  .
时钟   到期           线 .  .  .  .  结 .  .  .  .  .  .  .  .
`

const signs = {
  草: 'draft',
  线: 'lead',
  审: 'submitted',
  补: 'returned',
  编: 'edited',
  报: 'reported',
  结: 'closed',
  并: 'merged',
  转: 'converted',
  存: 'archived',
  拒: 'rejected',
  撤: 'withdrawn',
  隔: 'quarantined',
  删: 'erased',
} as const
export type State = (typeof signs)[keyof typeof signs]

/** Every person who could try. */
const who = ['作者', '别的委员', '政协办', '领导', '承办单位', '时钟'] as const
export type Who = (typeof who)[number]

/** Every act there is, with all that it needs; those of other kinds are never possible here. */
export const acts = {
  提交: { verb: 'submit', details: {} },
  补充: { verb: 'supplement', details: { text: '高峰是四点半' } },
  撤回: { verb: 'withdraw', details: {}, says: '撤回 N' },
  另报: { verb: 'alsoSubmit', details: { text: '民盟市委' }, says: '另报 N 民盟市委' },
  退回: { verb: 'return', details: { reason: '请写明路段' }, says: '退回 N 请写明路段' },
  不受理: { verb: 'reject', details: { reason: '在诉讼中' }, says: '不受理 N 在诉讼中' },
  留存: { verb: 'archive', details: {}, says: '留存 N' },
  留存无效: { verb: 'archive', details: { isInvalid: true }, says: '留存 N 无效 重复' },
  采编: { verb: 'edit', details: {}, says: '采编 N' },
  采编稿: {
    verb: 'edit',
    details: { text: '关于错峰放学的建议全文' },
    says: '采编 N 关于错峰放学的建议全文',
  },
  编报: { verb: 'report', details: { levels: ['city'] }, says: '编报 N 市' },
  采用: { verb: 'adopt', details: { level: 'city' }, says: '采用 N 市 单篇' },
  批示: { verb: 'instruct', details: { level: 'city' }, says: '批示 N 市主要' },
  反馈: { verb: 'feedback', details: { text: '已列入方案' }, says: '反馈 N 县教育局 已列入方案' },
  合并: { verb: 'merge', details: { into: 2 }, says: '合并 N 到 1' },
  转微监督: { verb: 'convert', details: { as: 'supervision' }, says: '转 N 微监督' },
  转提案线索: { verb: 'convert', details: { as: 'proposal' }, says: '转 N 提案线索' },
  结案: { verb: 'close', details: {}, says: '结案 N' },
  督办: { verb: 'escalate', details: {}, says: '督办 N' },
  更正: { verb: 'correct', details: { what: 'title', value: '新标题' }, says: '标题 N 新标题' },
  隔离: { verb: 'quarantine', details: {}, says: '隔离 N' },
  解除: { verb: 'release', details: {}, says: '解除 N' },
  删除: { verb: 'delete', details: {}, says: '删除 N' },
  涉密: { verb: 'classify', details: {}, says: '涉密 N' },
  到期: { verb: 'lapse', details: {} },
  交办: { verb: 'dispatch', details: { departmentId: 9 }, says: '交办 N 住建局' },
  接单: { verb: 'accept', details: {}, says: '接单 N' },
  退单: { verb: 'decline', details: { reason: '不归我们' }, says: '退单 N 不归我们' },
  答复: { verb: 'reply', details: { text: '周五前办好' }, says: '答复 N 周五前办好' },
  整改: { verb: 'rectify', details: { text: '已换新' }, says: '整改 N 已换新' },
  评价: { verb: 'verify', details: { rating: 'satisfied' }, says: '满意 N' },
  不满意: { verb: 'reopen', details: { reason: '没修好' }, says: '不满意 N 没修好' },
} as const satisfies Record<string, { verb: Verb; details: Details; says?: string }>
export type ActName = keyof typeof acts

export const states = Object.values(signs)

const written = new Map(
  table
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [person = '', act = '', ...cells] = line.trim().split(/\s+/)
      return [`${person} ${act}`, cells] as const
    }),
)

/** The state it leads to, `former` for where it was before it was closed, undefined for a refusal. */
const expected = (person: Who, act: ActName, state: State): State | 'former' | undefined => {
  const cell = written.get(`${person} ${act}`)?.[states.indexOf(state)] ?? '.'
  if (cell === '.') return undefined
  if (cell === '=') return state
  return cell === '回' ? 'former' : signs[cell as keyof typeof signs]
}

/** Every combination, one row each. */
export const rows = who.flatMap((person) =>
  (Object.keys(acts) as ActName[]).flatMap((act) =>
    states.map((state) => ({ person, act, state, leadsTo: expected(person, act, state) })),
  ),
)

/** How a matter comes into a state: what is done to it, one after the other, from the draft. */
export const paths: Readonly<Record<State, readonly (readonly [Who, ActName])[]>> = {
  draft: [],
  lead: [['时钟', '到期']],
  submitted: [['作者', '提交']],
  returned: [
    ['作者', '提交'],
    ['政协办', '退回'],
  ],
  edited: [
    ['作者', '提交'],
    ['政协办', '采编'],
  ],
  reported: [
    ['作者', '提交'],
    ['政协办', '采编'],
    ['政协办', '编报'],
  ],
  closed: [
    ['作者', '提交'],
    ['政协办', '采编'],
    ['政协办', '编报'],
    ['政协办', '结案'],
  ],
  merged: [
    ['作者', '提交'],
    ['政协办', '合并'],
  ],
  converted: [
    ['作者', '提交'],
    ['政协办', '转提案线索'],
  ],
  archived: [
    ['作者', '提交'],
    ['政协办', '留存'],
  ],
  rejected: [
    ['作者', '提交'],
    ['政协办', '不受理'],
  ],
  withdrawn: [
    ['作者', '提交'],
    ['作者', '撤回'],
  ],
  quarantined: [
    ['作者', '提交'],
    ['政协办', '隔离'],
  ],
  erased: [
    ['作者', '提交'],
    ['政协办', '涉密'],
  ],
}
