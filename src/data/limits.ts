/** Working days in which something must have come, for it to count as in time (figures §4.4, domain §7.2). */
export const outcomeLimits = {
  /** From a leader's instruction to the department's answer. */
  answer: 15,
  /** From the day the office knew an outcome until its author was told. */
  tell: 3,
} as const
