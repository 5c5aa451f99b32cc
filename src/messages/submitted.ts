import { authorsOf, type Item, label } from '../domain/item.ts'
import { cut } from '../domain/text.ts'
import { type Message, say } from './message.ts'
import type { Taken } from './taken.ts'
import { day } from './words.ts'

/** The office hears of a new matter with what it can do about it. */
export const submitted = ({ item, names, alsoSubmittedTo = [] }: Taken): Message => {
  const who = source(item, names)
  const body = cut(item.problem ?? item.text, 200)
  const advice = item.advice ? [`建议:${cut(item.advice, 200)}`] : []
  return item.kind === 'opinion'
    ? say(
        `新 ${label(item)}(${who}):${item.title}`,
        body,
        ...advice,
        ...(item.solicitationNo === null ? [] : [`交稿:约${item.solicitationNo}`]),
        ...(alsoSubmittedTo.length > 0 ? [`另报:${alsoSubmittedTo.join('、')}`] : []),
        `请${day(item.dueOn)}前:采编 ${item.no} / 退回 ${item.no} 理由 / 留存 ${item.no}`,
      )
    : say(
        `${item.isUrgent ? '⚠️ 较急 ' : ''}新 ${label(item)}(${who}):${[item.place, item.problem].filter(Boolean).join(' ') || item.title}`,
        `${item.category ? `类别:${item.category}。` : ''}${item.lacksPhoto ? '缺照片。' : ''}请${day(item.dueOn)}前:交办 ${item.no} 单位 [几天] / 退回 ${item.no} 理由 / 不受理 ${item.no} 理由`,
      )
}

/** 李一,吴办代报: whose word it is, and who brought it. */
const source = (item: Item, { people, enteredBy }: Taken['names']): string => {
  const signers = authorsOf(item).map((id) => people.get(id) ?? '')
  return `${signers.join('、')}${enteredBy ? `,${enteredBy}代报` : ''}`
}
