import type { GateName } from '../domain/gate.ts'
import { type Item, label } from '../domain/item.ts'
import { type Message, say } from './message.ts'

/** Whoever is turned back learns where it does belong; 是 lets it in where the machine may be wrong. */
export const gateAnswer = (gate: GateName): Message => {
  switch (gate) {
    case 'secret':
      return say(
        '⚠️ 请立即撤回该消息。涉密和内部文件不能发在群里,也不能发给我。',
        '本条未保存。请联系政协办当面反映。',
      )
    case 'accusation':
      return say(
        '这类指名反映个人的内容不适合作为社情民意,也请不要发在群里。建议通过纪检监察举报渠道(12388)反映。',
        '本条未登记。若反映的是一个部门或一类现象,请去掉人名再发一次。',
      )
    case 'internal':
      return asked(
        '您这条像是提到了内部文件。涉密和内部文件的内容、照片不能发到这里;如果发了,请马上撤回,并联系政协办当面反映。',
        '如果只是提到,没有文件内容和照片,回"是"我就登记(照片请另发);否则不用回,本条不保存。',
      )
    case 'named':
      return asked(
        '这条写到了具体的人。反映某个人的问题,请走纪检监察举报(12388),这里不登记,也请不要发在群里。',
        '不是反映他的问题(比如表扬、受害人),回"是"我就登记;也可以去掉人名再发一次。',
      )
    case 'petition':
      return asked(
        '正在信访、诉讼或仲裁的个案,请走信访局(也可拨12345)或法院、仲裁机构的程序,那里有答复期限;社情民意不能代替。',
        `${common}${letIn}`,
      )
    case 'personal-matter':
      return asked(
        '这像是一家一户的事,走社区、信访局或12345办得更快,有单位直接答复。',
        `${common}${letIn}`,
      )
    case 'promotion':
      return asked(
        '推介产品和企业请走招商、采购或工商联的渠道,社情民意不受理。',
        `如果反映的是行业共同的困难,请改写后再发。${letIn}`,
      )
    case 'daily-news':
      return asked(
        '这像是一条工作动态。动态请发给政协办宣传信息邮箱或本单位网站;社情民意要写一个问题和一条建议。',
        `请补上"问题是什么、建议怎么办"再发。${letIn}`,
      )
    case 'copied':
      return asked(
        '这像是从网上或报刊转来的文字。社情民意要您自己了解到的情况,请用自己的话写本地的事。',
        letIn,
      )
    case 'empty':
      return asked(
        '还看不出是哪一件事。请写清在哪里、什么问题、建议怎么改,例如"城东小学门口放学堵,建议错峰放学"。',
        `要写成提案也可以找政协办提案委。${letIn}`,
      )
    case 'personal-data':
      return say(
        '个人诉求建议走信访或社区,我已隐去证件和电话,没有提交。',
        '若您想反映"低保复核"这类共性问题,请改写成不涉及个人的一条。',
      )
  }
}

const common = '如果很多人都遇到、需要县里研究,请写成共性问题再发。'
const letIn = '确实要报,就回"是",我照您的原话交政协办审核。'

const asked = (...lines: readonly string[]): Message => ({ ...say(...lines), answers: ['是'] })

/** Kept with its numbers hidden; the next message may stand in its place. */
export const rewriteAsked = (item: Item): Message => {
  const { lines } = gateAnswer('personal-data')
  return say(
    ...lines,
    `直接回复改好的全文就行(编号${label(item)}不变),或发:补充 ${item.no} 改好的全文。`,
    '原消息里有证件或电话的,请撤回。',
  )
}

export const stillPersonal = (item: Item): Message =>
  say(`改好的这条里还有证件号或电话,我已隐去,${label(item)} 仍未提交。请去掉这些再发一次全文。`)

/** What the office hears: that it was, and nothing of what was said. */
export const accusationNoted = (): Message =>
  say('1 条指名举报已提示(走12388),内容没有登记,也没有保存。')

export const secretNoted = (item: Item, who: string): Message =>
  say(
    `⚠️ ${label(item)}:${who} 发的内容带密级标志,没有保存,只留时间和报送人。`,
    '请提醒本人立即撤回原消息,并按保密规定处置。',
  )

export const personalNoted = (item: Item, who: string): Message =>
  say(
    `${label(item)}(${who})含个人信息,已隐去、没有提交,等本人改写。`,
    `看内容:查 ${item.no};照收:解除 ${item.no};不留:删除 ${item.no}`,
  )
