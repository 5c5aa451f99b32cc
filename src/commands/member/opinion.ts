import { defineCommand } from '../command.ts'
import { trimSeparators } from '../words.ts'

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
          text: body,
          ...(isDictated(body, ranOn) && { reconstructed: true }),
        }
  },
})

/** Run on from the command word and without a single mark: taken apart by us, so shown first. */
const isDictated = (body: string, ranOn: boolean): boolean =>
  ranOn && body.length > 12 && !/[\s,，.。;；:：!！?？、]/.test(body)
