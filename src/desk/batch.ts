import { perform } from './act.ts'
import { ask } from './asking.ts'
import { type Prepared, prepare } from './prepare.ts'
import { type Letters, type Visit, answer } from './visit.ts'
import type { BatchIntent } from '../domain/intent.ts'
import type { Message } from '../messages/message.ts'
import { askForConfirmation, batchDone, batchImpossible, tooMany } from '../messages/batch.ts'
import { namesOf } from '../store/people.ts'

/** The same act on several matters: shown first with what each will earn, then written all of it or nothing. */
export const carryOutAll = async (visit: Visit, intent: BatchIntent): Promise<Letters> => {
  if (intent.acts.length > most) return [answer(visit, tooMany(most))]
  const { ready, why } = await prepareAll(visit, intent)
  if (why.length > 0) return [answer(visit, batchImpossible(why))]
  const lines = await linesOf(visit, ready)
  if (!intent.isConfirmed) {
    await ask(visit, { type: 'meant', intent: { ...intent, isConfirmed: true } })
    return [answer(visit, askForConfirmation(lines))]
  }
  const notices: Letters[] = []
  for (const one of ready) notices.push((await perform(visit, one)).slice(1))
  return [answer(visit, batchDone(lines)), ...notices.flat()]
}

const most = 20

/** In the order of their numbers, so that two clerks never wait for each other's. */
const prepareAll = async (
  visit: Visit,
  { acts }: BatchIntent,
): Promise<{ readonly ready: readonly Prepared[]; readonly why: readonly Message[] }> => {
  const ready: Prepared[] = []
  const why: Message[] = []
  for (const act of acts.toSorted((a, b) => (a.no ?? 0) - (b.no ?? 0))) {
    const prepared = await prepare(visit, act)
    if ('message' in prepared) why.push(prepared.message)
    else ready.push(prepared)
  }
  return { ready, why }
}

const linesOf = async (visit: Visit, ready: readonly Prepared[]) => {
  const people = ready.flatMap(({ change }) => change.entries.map(({ to }) => to))
  const names = await namesOf(visit.tx, [...new Set(people)])
  return ready.map(({ act, change: { item, entries } }) => ({ act, item, entries, names }))
}
