import { type Message, say } from './message.ts'

export const stranger = (officeName: string, inGroup: boolean): Message =>
  say(
    `您好,我是${officeName}的履职助手,名册里还没有找到您,所以这条没有登记。${inGroup ? '请私聊我' : '请'}发"绑定 姓名 手机后四位",例如"绑定 李一 1234"。`,
  )

export const bound = (name: string): Message =>
  say(`✅ ${name},您好!已认出您。发"帮助"看我能做什么;直接发"社情民意 …"或"随手拍 …"就可以开始。`)

export const alreadyBound = (name: string): Message =>
  say(`您已经绑定为${name}。不是您?请联系政协办。`)

/** One sentence for every kind of mismatch, so that nobody learns who is on the roster. */
export const wrongBinding = (left: number): Message =>
  say(
    left > 0
      ? `姓名和手机后四位对不上,请核对后再试(还可试${left}次)。多次不行请联系政协办。`
      : '连续三次对不上,请一小时后再试,或联系政协办。',
  )

export const bindLocked = (): Message => say('尝试次数过多,请一小时后再试,或联系政协办。')
export const bindPrivately = (): Message =>
  say('为保护您的手机号,请私聊我发"绑定 姓名 手机后四位"。')

/** Said to somebody we don't know who opens the private chat. */
export const welcome = (officeName: string): Message =>
  say(
    `您好,我是${officeName}的履职助手。名册里还没有找到您,请先发"绑定 姓名 手机后四位",例如"绑定 李一 1234"。`,
  )

export const addedToGroup = (officeName: string, chatId: string): Message =>
  say(
    `大家好,我是${officeName}的履职助手。@我并写"社情民意 …"或"随手拍 …"就能登记,每件都有编号和下一步。`,
    `(管理员:本群尚未设置类型,请运行 admin chat set ${chatId} 委员群|工作群|部门群 单位名)`,
  )
