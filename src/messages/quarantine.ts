import { type Item, type Part, label } from '../domain/item.ts'
import { viewOf } from '../domain/workflows/index.ts'
import { type Message, say } from './message.ts'

export type HidingVerb = 'quarantine' | 'release' | 'classify' | 'delete'

/** What a list says of a matter: nothing of its content while it is kept from everybody's eyes. */
export const titleShown = (item: Item): string =>
  viewOf(item).isHidden ? '(内容不显示)' : item.title

/** What the clerk reads who did it; nothing of what was in it. */
export const hidingDone = (verb: HidingVerb, item: Item): Message => {
  const head = label(item)
  switch (verb) {
    case 'quarantine':
      return say(
        `${head} 已隔离:不检索、不导出、不上榜,已请报送人撤回原消息。`,
        `没有问题就发:解除 ${item.no};确认不能留就发:删除 ${item.no}(涉密的发:涉密 ${item.no})`,
      )
    case 'release':
      return say(`${head} 已解除隔离,现在:${viewOf(item).title}。看内容:查 ${item.no}`)
    case 'classify':
    case 'delete':
      return say(
        `${head} 的文字、照片和相关消息已删除,不能恢复,只留时间和报送人。`,
        verb === 'classify' ? '请提醒报送人撤回原消息,并按保密规定处置。' : '报送人已收到通知。',
      )
  }
}

/** What the author and the department read; undefined when it is no news. */
export const hidingTold = (
  verb: HidingVerb,
  part: Part,
  item: Item,
  reason: string | undefined,
): Message => {
  const head = label(item)
  if (part === 'handler')
    return verb === 'release'
      ? say(`${head} 已恢复办理。看内容:查 ${item.no}`)
      : say(`${head} 已撤下,请先不要办理,也请不要转发;已存的内容和照片请删除。`)
  switch (verb) {
    case 'quarantine':
      return say(
        `您的 ${head} 已由政协办隔离${reason ? `:${reason}` : ',其中有不宜在这里流转的内容'}。请撤回原消息(长按消息选"撤回")。`,
        `可以改写后再报:补充 ${item.no} 改写后的全文(不写个人信息和不宜公开的内容)。`,
      )
    case 'release':
      return say(`您的 ${head}《${item.title}》已恢复,现在:${viewOf(item).title}。`)
    case 'classify':
      return say(
        '⚠️ 请立即撤回该消息。涉密和内部文件不能发在群里。',
        `${head} 的内容已从我这里删除,只留时间和报送人。请联系政协办当面反映。`,
      )
    case 'delete':
      return say(
        `您的 ${head} 含不宜在这里流转的内容,已由政协办删除。请撤回原消息;有事请联系政协办当面反映。`,
      )
  }
}
