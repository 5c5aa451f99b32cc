import { type Act, type Detail, type Fact, living } from './act.ts'
import type { Item } from './item.ts'
import type { Step } from './workflow.ts'
import { workflows } from './workflows/index.ts'

/** What adds nothing a second time has been done already: in the same words, with the same outcome, or by the same person. */
export const isRepeat = (
  { once }: Step,
  facts: readonly Fact[],
  { verb, details, by }: Act,
): boolean =>
  once !== undefined &&
  living(facts).some(
    (fact) =>
      fact.verb === verb &&
      (once === 'person'
        ? fact.byPerson === by.id
        : telling[once].every((one) => fact.details[one] === details[one])),
  )

/** What makes one act another: two adoptions of a level differ by issue or day. */
const telling = {
  text: ['text'],
  outcome: ['text', 'body', 'level', 'outlet', 'form', 'issueNo', 'isMainLeader', 'on'],
} as const satisfies Record<string, readonly Detail[]>

/**
 * Where a matter stands without one of the acts that several people do each for themselves (接): what is left of its
 * history leads there, whoever came first. Undefined where such acts are unknown, or what is left is not possible.
 */
export const standsWithout = ({ kind }: Item, left: readonly Fact[]): string | undefined => {
  const { steps, entry } = workflows[kind]
  if (!steps.some(({ once }) => once === 'person')) return undefined
  return left
    .filter(({ fromState }) => fromState !== null)
    .reduce<string | undefined>((at, { verb }) => {
      const step = steps.find((each) => each.verb === verb && at && each.from.includes(at))
      return step && (step.to ?? at)
    }, entry)
}
