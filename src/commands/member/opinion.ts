import { defineCommand } from '../command.ts'
import type { OpenIntent } from '../../domain/intent.ts'
import { fold, originalAfter, trimSeparators } from '../words.ts'

export const opinion = defineCommand({
  name: '社情民意',
  aliases: [
    '社情民意信息',
    '报社情民意',
    '报信息',
    '信息',
    '反映',
    '建言',
    '建议',
    '民意',
    '社情',
    'sqmy',
  ],
  speakers: ['member', 'staff'],
  summary: '反映一条社情民意,一句话就行',
  examples: ['社情民意 城东小学门口放学堵得厉害,建议错峰放学'],
  runsOn: true,
  isFuzzy: true,
  read: ({ text, ranOn }) => {
    const body = trimSeparators(text)
    return body.length < 2
      ? undefined
      : {
          type: 'open',
          kind: 'opinion',
          ...readAnswering(body),
          ...(isDictated(body, ranOn) && { reconstructed: true }),
        }
  },
})

/** 约3 村口…: delivers 约3. 约3万人, 约30 户 are amounts. */
export const readAnswering = (body: string): Pick<OpenIntent, 'text' | 'answering'> => {
  const match =
    /^约稿?\s*#?(\d{1,7})号?[\s:：,，、]+(?!(?:多|余|几)?(?:[万千百亿户人名个家条件公里米吨亩元年月天%次]|分钟|小时))(?=\S)/.exec(
      fold(body),
    )
  return match?.[1]
    ? { text: body, answering: { no: Number(match[1]), text: originalAfter(body, match[0]) } }
    : { text: body }
}

/** Run on from the command word and without a single mark: taken apart by us, so shown first. */
const isDictated = (body: string, ranOn: boolean): boolean =>
  ranOn && body.length > 12 && !/[\s,，.。;；:：!！?？、]/.test(body)
