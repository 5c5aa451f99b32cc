import type { ItemKind } from '../item.ts'
import type { StateView, Workflow } from '../workflow.ts'
import { opinion } from './opinion.ts'
import { proposal } from './proposal.ts'
import { solicitation } from './solicitation.ts'
import { supervision } from './supervision.ts'

/** Every kind of matter there is. */
export const workflows: Readonly<Record<ItemKind, Workflow>> = {
  opinion,
  supervision,
  proposal,
  solicitation,
}

/** How a state is named to people, and who must move next. */
export const viewOf = (item: { readonly kind: ItemKind; readonly state: string }): StateView =>
  workflows[item.kind].states[item.state] ?? { title: item.state }

/** States of which nobody but the office sees more than that they are there. */
export const hiddenStates: readonly string[] = [
  ...new Set(
    Object.values(workflows).flatMap(({ states }) =>
      Object.entries(states).flatMap(([name, view]) => (view.isHidden ? [name] : [])),
    ),
  ),
]

/** The states in which one part must move next, over all kinds. */
export const statesWaitingFor = (part: StateView['waitsFor']): readonly string[] => [
  ...new Set(
    Object.values(workflows).flatMap(({ states }) =>
      Object.entries(states).flatMap(([name, view]) => (view.waitsFor === part ? [name] : [])),
    ),
  ),
]
