import { type Rest, defineCommand } from '../command.ts'
import { fold, takeNo, takeOnBehalf, trimSeparators } from '../words.ts'
import type { Rating } from '../../domain/act.ts'
import type { Intent } from '../../domain/intent.ts'

export const satisfied = defineCommand({
  name: '满意',
  softAliases: ['好', '可以'],
  speakers: ['member', 'staff'],
  summary: '确认真的解决了',
  examples: ['满意 52'],
  isFuzzy: true,
  read: (rest) => readVerdict('satisfied', rest),
})

export const basicallySatisfied = defineCommand({
  name: '基本满意',
  softAliases: ['一般'],
  speakers: ['member', 'staff'],
  summary: '大体解决了',
  examples: ['基本满意 52'],
  isFuzzy: true,
  read: (rest) => readVerdict('basicallySatisfied', rest),
})

const readVerdict = (rating: Rating, { text }: Rest): Intent | undefined => {
  const { rest, onBehalfOf } = takeOnBehalf(trimSeparators(text))
  const taken = takeNo(rest)
  const more = fold(taken ? taken.rest : rest)
  if (!taken && more.length > 12) return undefined
  return {
    type: 'act',
    verb: 'verify',
    ...taken?.value,
    details: { rating },
    ...(onBehalfOf && { onBehalfOf }),
    ...(!isCourtesy.test(more) && { isDoubtful: true }),
  }
}

/** What may stand behind a verdict and change nothing: 满意,谢谢. Anything else (满意?根本没修) is asked back. */
const isCourtesy = /^(?:[\s,，。.!！~、了的]|谢谢|感谢|非常|很|辛苦|您|你们|👍|🙏|🌹)*$/u
