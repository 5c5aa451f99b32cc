import { defineCommand } from '../command.ts'
import { readAnswering } from '../member/opinion.ts'
import { trimSeparators } from '../words.ts'

export const openFor = defineCommand({
  name: '代报',
  speakers: ['staff', 'groupLeader'],
  summary: '替来电来访的委员、信息员或联系点报;组长替本组、联络员替本党派的人报',
  examples: [
    '代报 李一 随手拍 人民路路口,路灯不亮',
    '代报 李一 社情民意 村口堵车,建议划停车位',
    '代报 联系点 城东社区 社情民意 老楼没有电梯,建议加装',
  ],
  read: ({ text }) => {
    const match =
      /^(联系点[\s,，:：]*)?([^\s,，:：]{2,30})[\s,，:：]+(社情民意|随手拍)[\s,，:：]*([\s\S]+)$/u.exec(
        trimSeparators(text),
      )
    if (!match?.[2] || !match[4]) return undefined
    const kind = match[3] === '随手拍' ? 'supervision' : 'opinion'
    return {
      type: 'open',
      kind,
      ...(kind === 'opinion' ? readAnswering(match[4].trim()) : { text: match[4].trim() }),
      onBehalfOf: match[2],
      ...(match[1] && { isContactPoint: true }),
    }
  },
})
