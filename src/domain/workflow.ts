import type { Detail, Verb } from './act.ts'
import type { ItemKind, Part } from './item.ts'

/** The life of one kind of matter, as data: its states, and the steps that may be taken in them. */
export interface Workflow<State extends string = string> {
  readonly kind: ItemKind
  readonly title: string
  /** Where a matter begins that the office opens out of another. */
  readonly entry: NoInfer<State>
  readonly states: Readonly<Record<State, StateView>>
  readonly steps: readonly Step<NoInfer<State>>[]
}

export interface StateView {
  readonly title: string
  /** Working days it may rest here before whoever holds it is late; `fixBy` is the day frozen at dispatch. */
  readonly within?: number | 'fixBy'
  /** Who must move next; absent when nobody must. */
  readonly waitsFor?: Part
  /** Nothing more is expected to happen. */
  readonly isOver?: true
  /** Kept from everybody's eyes: not searched, exported, counted or named in lists. */
  readonly isHidden?: true
  /** Nothing leads out of it, not even an undo. */
  readonly isFinal?: true
}

export interface Step<State extends string = string> {
  readonly verb: Verb
  readonly from: readonly State[]
  /** Absent when the step adds a fact and the matter stays where it is. */
  readonly to?: State
  /** Back to the state in which it was before this one. */
  readonly resumes?: true
  /** `clockwork` is nobody: the step happens when its time has come. */
  readonly by: Part | 'clockwork'
  readonly needs?: readonly Detail[]
  /** Told what happened, besides the person who did it. */
  readonly tells: readonly Part[]
  /** Days after the matter came into its state during which the step may be taken. */
  readonly withinDays?: number
  /** Only while the state's own limit has not passed. */
  readonly beforeDue?: true
  /** A second time adds nothing: the same words, the same outcome, or by the same person. */
  readonly once?: 'text' | 'outcome' | 'person'
  /** Dated by its outcome: the day must be a real one, not to come, and not before the matter was submitted. */
  readonly isDated?: true
  /** Not once one of these stands: nobody's adoption is merged away. */
  readonly barredBy?: readonly Verb[]
  /** Acts that a clerk may do for a member who phoned. */
  readonly canBeDoneFor?: true
  /** What was said, shown and sent of the matter is deleted at once. */
  readonly erases?: true
}

/** The life of a kind, with what every kind has in common: it can be quarantined, released and erased (domain §4.1). */
export const defineWorkflow = <const State extends string>({
  states,
  steps,
  ...workflow
}: Workflow<State>): Workflow<State | Hidden> => ({
  ...workflow,
  states: { ...states, ...hiddenStates },
  steps: [...steps, ...hidingSteps(Object.keys(states) as State[], workflow.entry)],
})

type Hidden = 'quarantined' | 'erased'

const hiddenStates: Readonly<Record<Hidden, StateView>> = {
  quarantined: { title: '已隔离', within: 5, waitsFor: 'staff', isHidden: true },
  erased: { title: '已删除', isOver: true, isHidden: true, isFinal: true },
}

const hidingSteps = <State extends string>(
  anywhere: readonly State[],
  entry: State,
): readonly Step<State | Hidden>[] => {
  const tells = ['author', 'handler'] as const
  // prettier-ignore
  return [
    { verb: 'supplement', from: ['quarantined'],             to: entry,         by: 'author', needs: ['text'], tells: ['staff'] },
    { verb: 'quarantine', from: anywhere,                    to: 'quarantined', by: 'staff', tells },
    { verb: 'release',    from: ['quarantined'],             to: entry,         by: 'staff', tells, resumes: true },
    { verb: 'delete',     from: ['quarantined'],             to: 'erased',      by: 'staff', tells: ['author'], erases: true },
    { verb: 'classify',   from: [...anywhere, 'quarantined'], to: 'erased',     by: 'staff', tells, erases: true },
  ]
}
