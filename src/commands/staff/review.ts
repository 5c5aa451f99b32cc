import type { Details, Verb } from '../../domain/act.ts'
import { type Command, defineCommand } from '../command.ts'
import { startsWithNo, takeNo, trimSeparators } from '../words.ts'

type Spoken = Pick<Command, 'name' | 'aliases' | 'summary' | 'examples'>

/** What the office says to a matter: a number, then words that become its details. */
export const onItem = (
  verb: Verb,
  spoken: Spoken,
  details: (rest: string, today: string) => Details | undefined,
): Command =>
  defineCommand({
    ...spoken,
    speakers: ['staff'],
    read: ({ text, today }) => {
      const taken = takeNo(trimSeparators(text))
      const found = taken && !startsWithNo(taken.rest) && details(taken.rest, today)
      return taken && found ? { type: 'act', verb, ...taken.value, details: found } : undefined
    },
  })

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
  { name: '采编', aliases: ['受理'], summary: '审核通过,进入采编', examples: ['采编 137'] },
  () => ({}),
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
