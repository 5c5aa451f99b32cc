import type { Message } from './message.ts'

interface Entry {
  readonly name: string
  readonly summary: string
  readonly examples: readonly [string, ...string[]]
}

/** What this person may do here, with an example each. */
export const helpText = (entries: readonly Entry[], inGroup: boolean): Message => ({
  lines: [
    inGroup ? '@我并写(或私聊我):' : '可以这样写:',
    ...entries.map(({ examples, summary }) => `${examples[0]} — ${summary}`),
  ],
})

export const helpOn = ({ name, summary, examples }: Entry): Message => ({
  lines: [`${name}:${summary}`, ...examples],
})
