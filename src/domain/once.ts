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

/** What each does for himself (认领) is taken back beside the others': they lead to the same state without it. */
export const isOneOfSeveral = (
  item: Item,
  { verb, fromState }: Fact,
  later: readonly Fact[],
): boolean => {
  const { steps } = workflows[item.kind]
  const isEachOnes = steps.some((step) => step.verb === verb && step.once === 'person')
  const state = later.reduce((at: string | null | undefined, one) => {
    const step = steps.find((each) => each.verb === one.verb && at && each.from.includes(at))
    return step && (step.to ?? at)
  }, fromState)
  return isEachOnes && state === item.state
}
