import { spoken } from '../domain/dates.ts'
import { type Item, type Part, label } from '../domain/item.ts'

import { viewOf } from '../domain/workflows/index.ts'
import { type Message, say } from './message.ts'
import { closedByClock, opinionDone, opinionTold } from './opinion-steps.ts'
import { hidingDone, hidingTold } from './quarantine.ts'
import { judged, signedBy, signersTold } from './signers.ts'
import { doneTo, toldOf } from './solicitations.ts'
import { splitTold } from './rework.ts'
import { submitted } from './submitted.ts'
import { earned, ownPoints, type Taken } from './taken.ts'
import { day, ratingWords, verdictOf } from './words.ts'

/** What the person who did it reads. */
export const done = (taken: Taken): Message => {
  const { item, act, names } = taken
  if (item.kind === 'solicitation') return doneTo(taken)
  const what = `${label(item)}《${item.title}》`
  const { details } = act
  switch (act.verb) {
    case 'return':
      return say(`已退回 ${what},理由已私信${names.author},10个工作日内补充${until(item)}。`)
    case 'reject':
      return say(`${what} 已记为不受理,理由已告知${names.author}。`)
    case 'archive':
      return say(`${what} 已留存备查${details.isInvalid ? '(不计有效)' : earned(taken)}。`)
    case 'edit':
    case 'report':
    case 'adopt':
    case 'instruct':
    case 'feedback':
    case 'merge':
    case 'convert':
    case 'close':
    case 'escalate':
      return opinionDone(taken, act.verb)
    case 'dispatch':
      return say(
        `已交办 ${what} → ${names.department},整改期限${day(item.fixBy)}${earned(taken)}。`,
        `${names.department}须在${day(item.dueOn)}前接单。`,
      )
    case 'accept':
      return say(
        `已接单 ${what},请于${day(item.fixBy)}前办结。`,
        `办好后发:整改 ${item.no} 怎么办的(附照片)`,
      )
    case 'decline':
      return say(
        `${label(item)} 已退回政协办${taken.declined > 1 ? ',由政协办裁定' : ''}。期限从交办起算,不因退单停止。`,
      )
    case 'reply':
      return say(`答复已转告委员。整改期限${day(item.fixBy)},办好后发:整改 ${item.no} …(附照片)`)
    case 'rectify':
      return say(`${label(item)} 已记为整改完成,已请委员核实;7个工作日内没有评价就按未评价办结。`)
    case 'verify':
      return say(
        `✅ ${label(item)} 已办结,您的评价:${ratingWords[details.rating ?? 'satisfied']}。谢谢您推动解决!`,
      )
    case 'reopen':
      return say(
        `已退回${names.department},${day(item.fixBy)}前(${item.fixBy ? '3—5个工作日内' : ''})重新整改。这是第${taken.reopened}次退回。`,
      )
    case 'withdraw':
      return say(`${what} 已撤回。`)
    case 'supplement':
      return say(
        `已补充到 ${what}${taken.version > 1 ? `(第${taken.version}版)` : ''}${item.state === 'submitted' ? `,政协办${day(item.dueOn)}前答复` : ''}。`,
      )
    case 'deliver':
      return say(`已记:${what} 是约${details.solicitation}的交稿${earned(taken)}。`)
    case 'alsoSubmit':
      return say(`已记:${what} 另报${details.text ?? ''}。成果只计一次。`)
    case 'coauthor':
      return signedBy(taken)
    case 'judge':
      return say(`${what} 已${verdictOf(act)},得分收回并扣分${earned(taken)}。`, `写错了发"撤销"。`)
    case 'correct':
      return say(`${label(item)} 已更正:${corrected(taken)}。`)
    case 'quarantine':
    case 'release':
    case 'classify':
    case 'delete':
      return hidingDone(act.verb, item)
    case 'open':
    case 'submit':
    case 'split':
    case 'undo':
    case 'lapse':
    case 'issue':
    case 'claim':
    case 'extend':
      return say(`${what}:${viewOf(item).title}。`)
  }
}

/** What somebody else who is concerned reads; undefined when he need not hear of it. */
export const told = (part: Part, taken: Taken): Message | undefined => {
  const { item, act, names } = taken
  if (item.kind === 'solicitation') return toldOf(taken)
  const { details } = act
  const head = label(item)
  switch (act.verb) {
    case 'return':
      return say(
        `${head}《${item.title}》被退回补充。理由:${details.reason ?? ''}`,
        `请${day(item.dueOn)}前补充:直接发"补充 ${item.no} …",编号不变。`,
      )
    case 'reject':
      return say(
        `${head}《${item.title}》未受理。理由:${details.reason ?? ''}`,
        '如有不同意见,请联系政协办。',
      )
    case 'archive':
      return say(
        `${head}《${item.title}》已留存备查${details.reason ? `:${details.reason}` : ''}。谢谢您反映。`,
      )
    case 'edit':
    case 'report':
    case 'adopt':
    case 'instruct':
    case 'feedback':
    case 'merge':
    case 'convert':
    case 'close':
    case 'escalate':
      return opinionTold(part, taken, act.verb)
    case 'dispatch':
      return dispatched(part, taken)
    case 'accept':
      return say(`${head} ${names.department}已接单,应办${day(item.fixBy)}。`)
    case 'decline':
      return say(
        `${head} 被${names.department}退单(第${taken.declined}次):${details.reason ?? ''}`,
        `${taken.declined > 1 ? '请裁定' : '请重派'}:交办 ${item.no} 单位 [几天]。期限从首次交办起算。`,
      )
    case 'reply':
      return say(
        `${head} ${names.department}答复:${details.text ?? ''}`,
        `整改期限${day(item.fixBy)},办好后再请您核实。已经解决可回:满意 ${item.no}`,
      )
    case 'rectify':
      return part === 'author'
        ? {
            ...say(
              `${head} ${names.department}说已整改:${details.text ?? ''}`,
              `请您看一看,回:满意 ${item.no} / 基本满意 ${item.no} / 不满意 ${item.no} 原因`,
            ),
            answers: [`满意 ${item.no}`, `基本满意 ${item.no}`, `不满意 ${item.no}`],
          }
        : say(`${head} ${names.department}已整改,等${names.author}核实。`)
    case 'verify':
      return say(`${head} 已办结,委员评价:${ratingWords[details.rating ?? 'satisfied']}。`)
    case 'reopen':
      return say(
        `${head} 委员不满意(第${taken.reopened}次):${details.reason ?? ''}`,
        part === 'handler'
          ? `请${day(item.fixBy)}前重新整改:整改 ${item.no} …(附照片)`
          : `已退回${names.department},${day(item.fixBy)}前重新整改。`,
      )
    case 'withdraw':
      return say(`${head}《${item.title}》已撤回${details.reason ? `:${details.reason}` : ''}。`)
    case 'supplement':
      return act.by.id === 0
        ? undefined
        : say(
            `${head} 有补充${taken.version > 1 ? `(第${taken.version}版)` : ''}:${details.text ?? ''}`,
          )
    case 'deliver':
      return say(`${head}《${item.title}》是约${details.solicitation}的交稿${ownPoints(taken)}。`)
    case 'alsoSubmit':
      return say(`${head}《${item.title}》另报了${details.text ?? ''}。成果只计一次。`)
    case 'lapse':
      return lapsed(part, item)
    case 'submit':
    case 'open':
      return submitted(taken)
    case 'undo':
      return say(`${head}《${item.title}》刚才的一步已撤销,请以最新通知为准。查进度:查 ${item.no}`)
    case 'quarantine':
    case 'release':
    case 'classify':
    case 'delete':
      return hidingTold(act.verb, part, item, details.reason)
    case 'coauthor':
      return signersTold(taken)
    case 'judge':
      return judged(taken)
    case 'split':
      return splitTold(item, details.text ?? '')
    case 'correct':
    case 'issue':
    case 'claim':
    case 'extend':
      return undefined
  }
}

/** What the department reads that had it before. */
export const movedOn = (item: Item, department: string): Message =>
  say(`${label(item)} 已改交${department}办理,您这边不用再办。`)

const dispatched = (part: Part, { item, names }: Taken): Message =>
  part === 'handler'
    ? say(
        `${label(item)} 交办${names.department}:${[item.place, item.problem ?? item.title].filter(Boolean).join(' ')}(${names.author}反映${item.isUrgent ? ',较急' : ''})。`,
        `请${day(item.dueOn)}前接单:接单 ${item.no};${day(item.fixBy)}前办结:整改 ${item.no} …(附照片)`,
        `不归本单位办,1个工作日内:退单 ${item.no} 依据或应由谁办`,
      )
    : say(
        `${label(item)} 已交办${names.department},${day(item.fixBy)}前整改。`,
        `办好后会请您核实。查进度:查 ${item.no}`,
      )

const lapsed = (part: Part, item: Item): Message =>
  item.state === 'closed'
    ? closedByClock(item)
    : item.state === 'unverified'
      ? say(
          `${label(item)} 7个工作日没有评价,已按未评价办结。30天内仍可回:满意 ${item.no} 或 不满意 ${item.no} 原因`,
        )
      : part === 'staff'
        ? say(
            `草稿 ${label(item)} 7天没有补齐,转为线索:${item.title}`,
            `请${day(item.dueOn)}前:${item.kind === 'opinion' ? `采编 ${item.no} / 退回 ${item.no} 理由` : `交办 ${item.no} 单位 / 退回 ${item.no} 理由`}`,
          )
        : say(`您的草稿 ${label(item)}《${item.title}》7天没有补齐,我已作为线索转给政协办。`)

const corrected = ({ act, item, names }: Taken): string => {
  const { what } = act.details
  if (what === 'author') return `作者 ${names.author}`
  return what === 'category' ? `类别 ${item.category ?? ''}` : `标题《${item.title}》`
}

const until = ({ dueOn }: Item): string => (dueOn ? `(${spoken(dueOn)}前)` : '')
