import type { Sent } from '../channel.ts'

export interface LarkAnswer {
  readonly httpStatus: number
  readonly code: number
  readonly why: string
  /** Seconds, from x-ogw-ratelimit-reset. */
  readonly resetSeconds?: number
}

const gone: Readonly<Record<number, 'chat' | 'person'>> = {
  230002: 'chat',
  232009: 'chat',
  99992356: 'chat',
  230013: 'person',
  230029: 'person',
  230053: 'person',
  99992351: 'person',
}

/** An operator must mend the app; until then everything waits. */
const stopped = new Set([
  230006, 230036, 99991401, 99991403, 99991662, 99991673, 10003, 10014, 10015,
])
/** An operator should hear of it; the letter is lost. */
const alarming = new Set([230027, 99991672, 99991640, 99991676, 230018])
const stillSaying = new Set([230049, 18121])
const chatTooFast = new Set([230020, 11232, 11233, 11247])
const internal = new Set([1500, 2200, 5000])

/** What a refusal of the platform means for a letter (Lark, platforms page §5.4). */
export const sentOf = ({ httpStatus, code, why, resetSeconds }: LarkAnswer): Sent => {
  const reason = `${code || `HTTP ${httpStatus}`} ${why}`.slice(0, 200)
  const later = { type: 'try-later', why: reason } as const
  if (code === 99991400 || (httpStatus === 429 && !chatTooFast.has(code)))
    return { ...later, afterSeconds: resetSeconds ?? 1, surelyNotDelivered: true, pause: 'channel' }
  if (chatTooFast.has(code)) return { ...later, surelyNotDelivered: true, pause: 'chat' }
  if (stillSaying.has(code))
    return { ...later, surelyNotDelivered: false, pause: 'letter', afterSeconds: 2 }
  if (stopped.has(code))
    return { ...later, surelyNotDelivered: true, pause: 'channel', afterSeconds: 600, alarm: true }
  if (isTokenTrouble(code)) return { ...later, surelyNotDelivered: true, pause: 'letter' }
  if (internal.has(code) || httpStatus >= 500 || httpStatus === 0)
    return { ...later, surelyNotDelivered: false, pause: 'letter' }
  const lost = gone[code]
  return {
    type: 'give-up',
    why: reason,
    ...(lost && { gone: lost }),
    ...(alarming.has(code) && { alarm: true }),
  }
}

/** The token is to be fetched anew and the call tried once more. */
export const isTokenTrouble = (code: number): boolean =>
  [99991663, 99991664, 99991665].includes(code)
