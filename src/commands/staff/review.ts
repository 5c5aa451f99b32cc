import type { Details } from '../../domain/act.ts'
import { takeNo, trimSeparators } from '../words.ts'
import { onItem } from './on-item.ts'

const reason = (rest: string): Details => (rest ? { reason: rest } : {})

export const sendBack = onItem(
  'return',
  {
    name: '退回',
    aliases: ['打回'],
    summary: '退给作者补充,要写理由',
    examples: ['退回 137 请补充涉及的路段'],
  },
  reason,
)

export const reject = onItem(
  'reject',
  { name: '不受理', summary: '不受理,要写理由', examples: ['不受理 52 已在法院诉讼中'] },
  reason,
)

export const edit = onItem(
  'edit',
  {
    name: '采编',
    aliases: ['受理'],
    summary: '审核通过,进入采编;后面可写采编稿,原文另存',
    examples: ['采编 137', '采编 137 关于城东小学错峰放学的建议:……'],
  },
  (rest) => ([...rest].length >= 10 ? { text: rest } : reason(rest)),
)

export const merge = onItem(
  'merge',
  {
    name: '合并',
    aliases: ['并案'],
    summary: '同一件事并到另一号,作者列为共同反映人',
    examples: ['合并 140 到 137'],
  },
  (rest) => {
    const into = takeNo(rest.replace(/^(?:并?[到入至进]|并)\s*/, ''))
    return into && !into.rest ? { into: into.value.no } : undefined
  },
)

export const convert = onItem(
  'convert',
  {
    name: '转',
    aliases: ['转为', '转成'],
    summary: '转成微监督或提案线索,另编号,只计一次分',
    examples: ['转 137 微监督', '转 137 提案线索'],
  },
  (rest) => {
    if (/^(?:成|为|到)?(?:微监督|随手拍)$/.test(rest)) return { as: 'supervision' }
    return /^(?:成|为|到)?提案(?:线索)?$/.test(rest) ? { as: 'proposal' } : undefined
  },
)

export const close = onItem(
  'close',
  {
    name: '结案',
    aliases: ['归档'],
    summary: '不再等结果,办结归档;以后有采用仍可登记',
    examples: ['结案 137'],
  },
  reason,
)

export const escalate = onItem(
  'escalate',
  {
    name: '督办',
    aliases: ['催办'],
    summary: '领导督办:请优先办理,可加一句要求',
    examples: ['督办 137', '督办 137 请本周内报市政协'],
  },
  (rest) => (rest ? { text: rest } : {}),
  ['leader', 'staff'],
)

export const archive = onItem(
  'archive',
  {
    name: '留存',
    aliases: ['不采用'],
    summary: '留存备查(计有效);加"无效"则不计',
    examples: ['留存 137', '留存 137 无效 与去年重复'],
  },
  (rest) => {
    const isInvalid = rest.startsWith('无效')
    const why = isInvalid ? trimSeparators(rest.slice(2)) : rest
    return { ...(isInvalid && { isInvalid }), ...(why && { reason: why }) }
  },
)

export const dispatch = onItem(
  'dispatch',
  {
    name: '交办',
    aliases: ['派单', '转办', '重派'],
    summary: '交给部门办理,可写工作日数',
    examples: ['交办 52 住建局 5天', '交办 52 住建局'],
  },
  (rest) => {
    const match = /^(\S+?)[\s,，]*(?:(\d{1,3})\s*(?:个?工作日|天|日))?$/.exec(
      rest.normalize('NFKC'),
    )
    if (!match?.[1]) return undefined
    return { department: match[1], ...(match[2] && { workdays: Math.max(1, Number(match[2])) }) }
  },
)
