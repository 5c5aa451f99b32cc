import { label } from '../domain/item.ts'
import { cut } from '../domain/text.ts'
import { type Message, say } from './message.ts'
import type { Taken } from './taken.ts'

export const noSource = (name: string): Message =>
  say(`${name}不是委员、信息员或联系点,不能作为反映人。这条没有登记。`)

export const notYourGroup = (name: string): Message =>
  say(
    `您只能替本小组、专委会(联络员:本党派)的人代报,${name}不在其中。这条没有登记。`,
    '请本人直接发给我,或请政协办代报。',
  )

export const noSuchContactPoint = (name: string, known: readonly string[]): Message =>
  say(
    `没有找到联系点"${name}",这条没有登记。${known.length > 0 ? `现有:${known.slice(0, 20).join('、')}` : ''}`,
    '新的联系点请先写进名册:姓名写联系点名称,身份写"联系点"。',
  )

export const named = (message: Message, { names }: Taken): Message => ({
  ...message,
  lines: [...message.lines, `反映人:${names.author};代报人:${names.enteredBy ?? ''}`],
})

/** To whom it is said for whom it was reported. */
export const reportedForYou = ({ item, names }: Taken): Message =>
  say(
    `${names.enteredBy}替您报了 ${label(item)}《${item.title}》,后面的进展会告诉您。`,
    cut(item.text, 200),
    `查进度:查 ${item.no};要补充:补充 ${item.no} …;不是您的意思:撤回 ${item.no}`,
  )
