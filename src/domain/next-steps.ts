import type { Item, Part } from './item.ts'
import type { Step } from './workflow.ts'
import { workflows } from './workflows/index.ts'

/** The steps that a part may take on a matter where it stands now. */
export const stepsOf = (
  { kind, state }: Pick<Item, 'kind' | 'state'>,
  part: Part,
): readonly Step[] =>
  workflows[kind].steps.filter(({ by, from }) => by === part && from.includes(state))
