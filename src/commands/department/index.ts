import type { Verb } from '../../domain/act.ts'
import { type Command, defineCommand } from '../command.ts'
import { takeNo, trimSeparators } from '../words.ts'

type Detail = 'text' | 'reason'

/** What a department says to a matter: a number, and mostly a sentence. What is missing, the rules ask for. */
const onItem = (verb: Verb, detail: Detail, spoken: Omit<Command, 'read' | 'speakers'>): Command =>
  defineCommand({
    ...spoken,
    speakers: ['department'],
    read: ({ text }) => {
      const body = trimSeparators(text)
      const taken = takeNo(body)
      const said = taken ? taken.rest : body
      return { type: 'act', verb, ...taken?.value, details: said ? { [detail]: said } : {} }
    },
  })

export const departmentCommands: readonly Command[] = [
  onItem('accept', 'text', {
    name: '接单',
    aliases: ['签收'],
    softAliases: ['收到'],
    summary: '签收交办的事项',
    examples: ['接单 52'],
  }),
  onItem('decline', 'reason', {
    name: '退单',
    aliases: ['不属于'],
    summary: '不归本单位办:写明依据或应由谁办,只能退一次',
    examples: ['退单 52 该路段由交通局养护'],
  }),
  onItem('reply', 'text', {
    name: '答复',
    aliases: ['回复'],
    summary: '告诉委员准备怎么办、什么时候办好',
    examples: ['答复 52 已联系厂家,周五前换新'],
  }),
  onItem('rectify', 'text', {
    name: '整改',
    aliases: ['已整改', '办结', '修好了'],
    summary: '办好了,一句话加照片,请委员核实',
    examples: ['整改 52 井盖已更换'],
  }),
]
