import type { Act, Verb } from '../domain/act.ts'
import { spoken } from '../domain/dates.ts'
import { type Item, type Part, label } from '../domain/item.ts'
import { viewOf } from '../domain/workflows/index.ts'
import { type Message, say } from './message.ts'
import { thanksFollow } from './thanks.ts'
import { earned, ownPoints, type Taken, yours } from './taken.ts'
import { leader, levelsList, outcome, outcomeWords } from './words.ts'

/** What the office does with an opinion once it has been read. */
type OfficeVerb = Extract<
  Verb,
  'edit' | 'report' | 'adopt' | 'instruct' | 'feedback' | 'merge' | 'convert' | 'close' | 'escalate'
>

const undoHint = '写错了发"撤销"。'

/** What the clerk reads. */
export const opinionDone = (taken: Taken, verb: OfficeVerb): Message => {
  const { item, act, names } = taken
  const { details } = act
  const no = label(item)
  const what = `${no}《${item.title}》`
  switch (verb) {
    case 'edit':
      return act.details.text === undefined
        ? say(`${what} 已采编${earned(taken)}。下一步:编报 ${item.no} 市`)
        : say(`${what} 采编稿已存${earned(taken)},原文另存。下一步:编报 ${item.no} 市`)
    case 'report':
      return say(
        `${what} 已记为报${levelsList(details.levels ?? [])}${details.approvedBy ? `,${details.approvedBy}签发` : ''}。有结果后发:采用 ${item.no} 市 单篇`,
      )
    case 'adopt':
      return say(`已登记:${no} → ${outcome(act)}${earned(taken)}。`, undoHint)
    case 'instruct':
      return say(`已登记:${no} → 获${leader(act)}批示${earned(taken)}。批示内容不保存。`, undoHint)
    case 'feedback':
      return say(`${what} 的反馈已登记,并告诉${names.author}。`, undoHint)
    case 'merge':
      return say(
        `${what} 已并入 ${target(taken)}${earned(taken)},${names.author}列为共同反映人。`,
        undoHint,
      )
    case 'convert':
      return say(
        `${what} 已转为 ${target(taken)}${earned(taken)},已告诉${names.author}。`,
        details.as === 'supervision' ? `下一步:交办 ${details.into} 单位` : undoHint,
      )
    case 'close':
      return say(`${what} 已办结归档。以后有采用、批示仍可登记。`)
    case 'escalate':
      return say(`已督办 ${what}(${viewOf(item).title}),政协办已收到。`)
  }
}

/** What its author reads, and who else is concerned. */
export const opinionTold = (part: Part, taken: Taken, verb: OfficeVerb): Message => {
  const { item, act, names } = taken
  const { details } = act
  const head = `${label(item)}《${item.title}》`
  switch (verb) {
    case 'edit':
      return say(`${head}已由政协办采编。下一步:编报上级,报出后告诉您。`)
    case 'report':
      return say(`${head}已报${levelsList(details.levels ?? [])}。有采用或批示会马上告诉您。`)
    case 'adopt':
      return say(
        `✅ 好消息:${yours(taken)}${head}被${outcome(act)}采用${ownPoints(taken)}。感谢您!`,
        thanksFollow(item.no),
      )
    case 'instruct':
      return say(`✅ 好消息:${yours(taken)}${head}获${leader(act)}批示${ownPoints(taken)}。感谢您!`)
    case 'feedback':
      return say(
        `${yours(taken)}${head}有了反馈${details.on ? `(${spoken(details.on)})` : ''}:${details.body ? `${details.body}:` : ''}${details.text ?? ''}`,
      )
    case 'merge':
      return say(
        `${yours(taken)}${head}与${target(taken)}反映的是同一件事,已并入一起办理,您列为共同反映人。`,
        `有结果会一并告诉您。查进度:查 ${details.into}`,
      )
    case 'convert':
      return say(
        `${yours(taken)}${head}已转为${details.as === 'supervision' ? `微监督 ${target(taken)},交办后告诉您承办单位和期限` : `提案线索 ${target(taken)},征集提案时会与您联系`}。不用重新报。`,
        `查进度:查 ${details.into}`,
      )
    case 'close':
      return say(
        `${yours(taken)}${head}已办结归档${details.reason ? `:${details.reason}` : ''}。谢谢您反映。`,
      )
    case 'escalate':
      return say(
        `⚠️ ${names.actor}督办 ${head}(${viewOf(item).title}${item.dueOn ? `,${spoken(item.dueOn)}前` : ''})${details.text ? `:${details.text}` : ''}。请优先办理。`,
        ...(part === 'staff' ? [`查 ${item.no}`] : []),
      )
  }
}

/** Twelve months after it was reported nothing more is awaited. */
export const closedByClock = (item: Item): Message =>
  say(
    `您的${label(item)}《${item.title}》上报已满12个月,办结归档。以后如有采用或批示,仍会登记并告诉您。谢谢您反映。`,
  )

/** 社137: where it was merged to, or what came out of it. */
const target = ({ item, act: { details } }: Taken): string =>
  label({ kind: details.as ?? item.kind, no: details.into ?? 0 })

/** Somebody whose matter was merged into this one hears what becomes of it; the points are its author's. */
export const toldCoReporter = ({ item, act }: Taken, own: Pick<Item, 'kind' | 'no'>): Message =>
  say(`您反映的${label(own)}(已并入${label(item)})有进展:${progress(act)}。`)

const progress = (act: Act): string => {
  const { body, text } = act.details
  if (act.verb === 'feedback') return `${body ? `${body}:` : ''}${text ?? ''}`
  if (act.verb === 'adopt') return `被${outcome(act)}采用`
  return outcomeWords(act) ?? '已办结归档'
}
