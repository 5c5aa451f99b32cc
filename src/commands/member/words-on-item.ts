import type { Verb } from '../../domain/act.ts'
import type { Command } from '../command.ts'
import { takeNo, takeOnBehalf, trimSeparators } from '../words.ts'

/** 补充 137 words, 另报 137 words: a number and what is said to it, for oneself or for who phoned. */
export const wordsOnItem =
  (verb: Verb): Command['read'] =>
  ({ text }) => {
    const { rest, onBehalfOf } = takeOnBehalf(trimSeparators(text))
    const taken = takeNo(rest)
    return (
      taken && {
        type: 'act',
        verb,
        ...taken.value,
        details: { text: taken.rest },
        ...(onBehalfOf && { onBehalfOf }),
      }
    )
  }
