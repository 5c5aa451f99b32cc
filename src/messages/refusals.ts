import type { Detail, Verb } from '../domain/act.ts'
import type { Refusal } from '../domain/decide.ts'
import { type Item, type ItemNo, type Part, label } from '../domain/item.ts'
import { viewOf, workflows } from '../domain/workflows/index.ts'
import { spokenInFull } from '../domain/dates.ts'
import { type Message, say } from './message.ts'
import { verbWords } from './words.ts'

/** Why it was not done, and how it would be. */
export const refusal = (why: Refusal): Message => {
  switch (why.why) {
    case 'no-such-step':
      return noSuchStep(why.verb, why.item)
    case 'not-your-part':
      return say(`${verbWords[why.verb]}由${partWords[why.part]}操作,这次没有改动。`)
    case 'missing-detail':
      return say(...askFor(why.verb, why.detail, why.item))
    case 'too-late':
      return tooLate(why.verb, why.item)
    case 'past-day':
      return say(`这一天已经过了,${label(why.item)} 没有改动。请写今天或以后的日子。`)
    case 'already':
      return say(
        ['adopt', 'instruct', 'feedback'].includes(why.verb)
          ? `${label(why.item)} 已有同样的${verbWords[why.verb]}记录,没有再记。如果是另一次,请写上期号或日期。`
          : `${label(why.item)} 已经${verbWords[why.verb]}过了,不用再记。查进度:查 ${why.item.no}`,
      )
    case 'no-such-day':
      return say(
        `"${why.on}"不是一个日子,没有登记。请写成 5月6日、5.6、0506 或 昨天;不写日期就按今天记。`,
      )
    case 'in-future':
      return say(
        `${spokenInFull(why.on)}还没有到,没有登记。请写结果出来的那一天;不写日期就按今天记。`,
      )
    case 'before-submission':
      return say(
        `${label(why.item)} 是${spokenInFull(why.submittedOn)}报送的,${spokenInFull(why.on)}还没有它,没有登记。请核对日期;不写日期就按今天记。`,
      )
    case 'barred':
      return say(
        `${label(why.item)} 已有${verbWords[why.by]}记录,不能${verbWords[why.verb]};先撤销那条记录才可以。`,
      )
    case 'no-such-target':
      return say(`没有找到要并入的 ${why.into} 号,没有合并。请核对编号:查 ${why.into}`)
    case 'into-itself':
      return say(`${label(why.item)} 不能并入它自己。请写:合并 ${why.item.no} 到 另一个编号`)
    case 'into-another-kind':
      return say(
        `${label(why.item)} 和 ${label(why.into)} 不是同一类事项,不能合并。要换成微监督请发:转 ${why.item.no} 微监督`,
      )
    case 'into-nothing':
      return say(
        `${label(why.into)} 现在是"${viewOf(why.into).title}",不能并入它${why.into.mergedInto === null ? '' : `;它已并入 ${why.into.mergedInto} 号`}。`,
      )
    case 'went-on':
      return say(
        `${label(why.item)} 在那之后已有新的进展(现在:${viewOf(why.item).title}),不能直接撤销。`,
        '请先撤销后面的操作,或用"退回""重派"等继续办理。',
      )
    case 'erased':
      return say(`${label(why.item)} 的内容已删除,不能恢复,也不能再撤销。`)
  }
}

const partWords: Readonly<Record<Part, string>> = {
  author: '报送的委员本人',
  handler: '承办单位',
  staff: '政协办',
  leader: '主席、秘书长',
  claimant: '受约的委员、信息员',
}

const noSuchStep = (verb: Verb, item: Item): Message => {
  const { states, steps } = workflows[item.kind]
  const from = [...new Set(steps.flatMap((step) => (step.verb === verb ? step.from : [])))]
  const now = `${label(item)} 现在是"${viewOf(item).title}"`
  return from.length === 0
    ? say(`${now},${workflows[item.kind].title}没有"${verbWords[verb]}"这一步。`)
    : say(
        `${now},不能${verbWords[verb]};只有${from.map((state) => `"${states[state]?.title ?? state}"`).join('、')}时可以。`,
        `查进度:查 ${item.no}`,
      )
}

const tooLate = (verb: Verb, item: Item): Message =>
  verb === 'claim'
    ? say(`${label(item)} 的截止日已过,不能再认领。发"选题"看正在约的。`)
    : verb === 'decline'
      ? say(
          `${label(item)} 的退单期限(交办后1个工作日)已过,不能再退单。`,
          `如确有困难,请用"答复 ${item.no} …"说明,由政协办协调。`,
        )
      : say(`${label(item)} 已超过30天,不能再评价。问题如果又出现,请重新"随手拍",我会接着办。`)

const askFor = (verb: Verb, detail: Detail, { no, departmentId }: Item): readonly string[] => {
  if (verb === 'reopen')
    return [
      `请说一句原因(例如"只填了沙子,车一压又陷了"),我马上退回${departmentId ? '承办单位' : ''}重新办理。`,
    ]
  if (verb === 'decline')
    return [`退单需要写明依据或应由哪个单位办理,例如"退单 ${no} 该路段由交通局养护"。`]
  if (verb === 'return') return [`退回要写理由,例如"退回 ${no} 请补充涉及的路段"。`]
  if (verb === 'reject') return [`不受理要写理由,例如"不受理 ${no} 已在法院诉讼中"。`]
  if (verb === 'judge') return [`认定抄袭或失实要写理由,例如"抄袭 ${no} 与某报的文章相同"。`]
  if (verb === 'supplement')
    return [`要补充什么?请写在编号后面,例如"补充 ${no} 高峰是下午四点半",或直接发照片。`]
  if (verb === 'extend') return [`延到哪一天?例如"延期 ${no} 6月30日"。`]
  if (verb === 'alsoSubmit') return [`另报给了哪里?请写在编号后面,例如"另报 ${no} 民盟市委"。`]
  if (verb === 'reply')
    return [`请写明怎么办、什么时候办好,例如"答复 ${no} 已联系厂家,周五前换新"。`]
  if (verb === 'rectify') return [`请写一句怎么整改的,最好附照片,例如"整改 ${no} 井盖已更换"。`]
  if (verb === 'edit') return [`社${no} 已经采编。要存采编稿,请发:采编 ${no} 稿子全文`]
  if (verb === 'feedback')
    return [`请写明谁怎么答复的,例如"反馈 ${no} 县教育局 已列入下学期方案"。`]
  return [`还差一项(${detail}),请发"帮助 ${verbWords[verb]}"看例子。`]
}

export const noSuchItem = (no: ItemNo): Message =>
  say(`没有找到 ${no} 号。发"我的"看您报过的编号,或"查 关键词"。`)

export const wrongKind = (item: Item, mayRead: boolean): Message =>
  say(
    `${item.no} 号是${label(item)}(${workflows[item.kind].title})${mayRead ? `:${item.title}` : ''}。如果就是它,请直接写编号 ${item.no}。`,
  )

export const whichOne = (items: readonly Item[], verb: Verb): Message =>
  items.length === 0
    ? say(`现在没有等您${verbWords[verb]}的事项。带上编号也可以,例如"${verbWords[verb]} 52"。`)
    : say(
        `有 ${items.length} 件在等您,请带上编号:`,
        ...items.slice(0, 5).map((item) => `${label(item)} ${item.title}`),
      )

export const noSuchDepartment = (typed: string, known: readonly string[]): Message =>
  say(`没有找到承办单位"${typed}"。`, `现有:${known.slice(0, 20).join('、') || '(还没有导入)'}`)

export const noSuchPerson = (name: string, found: number): Message =>
  say(
    found > 1
      ? `名册里有 ${found} 位"${name}",请先在名册里用不同的写法区分。`
      : `名册里没有"${name}"。请检查姓名。`,
  )

/** A member typed what only the office or a department may do. */
export const notForYou = (
  word: string,
  who: 'staff' | 'department' | 'member',
  isForwarded: boolean,
): Message =>
  say(
    who === 'staff'
      ? `登记${word}由政协办操作;${isForwarded ? '我已把您的消息转给他们。' : '请联系政协办。'}`
      : who === 'member'
        ? `"${word}"由委员、信息员操作。`
        : `${word}由承办单位操作。您可以发"查 编号"看办到哪一步。`,
  )
