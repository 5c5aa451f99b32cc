import { isTheSame, takenOf } from './act.ts'
import { notify } from './notify.ts'
import { type Letters, type Visit, answer } from './visit.ts'
import type { Act, Fact } from '../domain/act.ts'
import { type Change, type Dossier, decideUndo } from '../domain/decide.ts'
import type { Intent } from '../domain/intent.ts'
import { label } from '../domain/item.ts'
import { viewOf, workflows } from '../domain/workflows/index.ts'
import { lineReason } from '../messages/lists.ts'
import { refusal } from '../messages/refusals.ts'
import { nothingToUndo, undone } from '../messages/talk.ts'
import { verbWords } from '../messages/words.ts'
import { forgetItem } from '../store/asked.ts'
import { findDossier, findLastAct, record } from '../store/items.ts'

/** Takes back one's own last act, on one matter or on any. */
export const undo = async (
  visit: Visit,
  { no }: Extract<Intent, { type: 'undo' }>,
): Promise<Letters> => {
  const last = await findLastAct(visit.tx, visit.office.id, visit.by.id, no)
  if (!last) return [answer(visit, nothingToUndo())]
  const dossier = await findDossier(visit.tx, visit.office.id, last.no)
  if (!dossier) return [answer(visit, nothingToUndo())]
  const act: Act = { verb: 'undo', details: {}, by: visit.by, at: visit.at }
  const decision = decideUndo(visit.book, dossier, last.fact, act)
  if (!decision.ok) return [answer(visit, refusal(decision.refusal))]
  const { change } = decision
  await record(visit.tx, change, (rule, points) => lineReason(change.item, rule, points), visit.now)
  await forgetItem(visit.tx, visit.office.id, last.no)
  return [
    answer(
      visit,
      undone(
        label(change.item),
        verbWords[last.fact.verb],
        change.entries.map(({ points }) => points),
        viewOf(change.item).title,
      ),
    ),
    ...(await tellUndone(visit, dossier, last.fact, change)),
  ]
}

/** Who heard of the step hears that it was taken back. */
const tellUndone = async (
  visit: Visit,
  dossier: Dossier,
  fact: Fact,
  change: Change,
): Promise<Letters> => {
  const step = workflows[change.item.kind].steps.find(
    ({ verb, from }) => verb === fact.verb && from.includes(fact.fromState ?? ''),
  )
  const parts = (step?.tells ?? []).filter(
    (part) => part !== 'staff' && !isTheSame(part, visit, change.item),
  )
  const { tx, channel, now, book } = visit
  const taken = await takenOf(
    visit,
    dossier,
    { ...change, item: dossier.item },
    { verb: 'undo', details: {}, by: visit.by, at: visit.at },
  )
  return notify({ tx, channel, now, zone: book.calendar.zone }, taken, parts)
}
