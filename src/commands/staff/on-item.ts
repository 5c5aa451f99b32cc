import type { Details, Verb } from '../../domain/act.ts'
import type { ActIntent, Intent } from '../../domain/intent.ts'
import { type Command, type Speaker, defineCommand } from '../command.ts'
import { type Numbered, takeNos, trimSeparators } from '../words.ts'

type Spoken = Pick<Command, 'name' | 'aliases' | 'summary' | 'examples'>

/** What the office says to a matter or to several: numbers, then words that become their details. */
export const onItem = (
  verb: Verb,
  spoken: Spoken,
  details: (rest: string, today: string) => Details | undefined,
  speakers: readonly Speaker[] = ['staff'],
): Command =>
  defineCommand({
    ...spoken,
    speakers,
    takesSeveral: true,
    read: ({ text, today }) => {
      const taken = takeNos(trimSeparators(text))
      const found = taken && details(taken.rest, today)
      return taken && found && actsOn(taken.value, verb, found)
    },
  })

/** One act for one number; several are a batch that is confirmed as a whole. */
const actsOn = (nos: readonly Numbered[], verb: Verb, details: Details): Intent => {
  const acts = nos.map((one): ActIntent => ({ type: 'act', verb, ...one, details }))
  const [only] = acts
  return acts.length === 1 && only ? only : { type: 'batch', acts }
}
