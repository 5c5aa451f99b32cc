import { type Message, say } from './message.ts'

export const dutyShown = (names: readonly string[]): Message =>
  names.length > 0
    ? say(`现在值班:${names.join('、')}。紧急事项随时通知。`, '换人发:值班 姓名;取消发:值班 无')
    : say('没有设值班:紧急事项通知全体工作人员。', '要设就发:值班 姓名')

export const dutySet = (names: readonly string[], unreachable: readonly string[]): Message =>
  names.length === 0
    ? say('已取消值班,紧急事项通知全体工作人员。')
    : say(
        `已设值班:${names.join('、')}。紧急事项不分时段通知,已告诉本人。`,
        ...(unreachable.length > 0
          ? [
              `${unreachable.join('、')}还没有绑定,收不到通知,请先让本人私聊我发"绑定 姓名 手机后四位"。`,
            ]
          : []),
      )

export const onDuty = (by: string): Message =>
  say(`${by}请您值班:有紧急的社情民意、随手拍,我会随时私信您(夜间、节假日也会)。`)
