import type { Day } from '../domain/dates.ts'
import type { Intent } from '../domain/intent.ts'

export type Speaker = 'member' | 'department' | 'staff' | 'leader' | 'groupLeader'

/** One thing a person can say to the bot: how it is written, and what it means. */
export interface Command {
  readonly name: string
  /** Understood when mentioned or in private, and only with a space, a colon or a number behind. */
  readonly aliases?: readonly string[]
  /** Everyday words that may mean it: asked back before anything happens. */
  readonly softAliases?: readonly string[]
  readonly speakers: readonly Speaker[]
  readonly summary: string
  /** Shown by 帮助 and whenever the command is misused; a test checks that every one of them parses. */
  readonly examples: readonly [string, ...string[]]
  /** Words may follow without any separator: 社情民意就是我们村里… */
  readonly runsOn?: true
  /** A misspelling is offered for a yes: member commands only. */
  readonly isFuzzy?: true
  /** Several numbers may stand in front: 采用 137 138 市. */
  readonly takesSeveral?: true
  /** Undefined when something needed is missing: the examples are shown. */
  readonly read: (rest: Rest) => Intent | undefined
}

export interface Rest {
  /** What followed the command word, as it was said. */
  readonly text: string
  /** True when no separator stood between the word and the text. */
  readonly ranOn: boolean
  readonly today: Day
}

export const defineCommand = (command: Command): Command => command
