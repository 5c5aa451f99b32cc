import { carryOut, isTheSame, takenOf } from './act.ts'
import { notify } from './notify.ts'
import { type Letters, type Visit, answer } from './visit.ts'
import type { Act, Fact } from '../domain/act.ts'
import { type Change, type Dossier, decideUndo } from '../domain/decide.ts'
import type { Intent } from '../domain/intent.ts'
import { label } from '../domain/item.ts'
import { viewOf, workflows } from '../domain/workflows/index.ts'
import { lineReason } from '../messages/lists.ts'
import { refusal } from '../messages/refusals.ts'
import { adjustmentUndone, nothingToUndo, reversedReason, undone } from '../messages/talk.ts'
import { verbWords } from '../messages/words.ts'
import { forgetItem } from '../store/asked.ts'
import { findDossier, findLastAct, record } from '../store/items.ts'
import { type LastAdjustment, addAdjustment, findLastAdjustment } from '../store/ledger.ts'

/** Takes back one's own last act, on one matter or on any. */
export const undo = async (
  visit: Visit,
  { no }: Extract<Intent, { type: 'undo' }>,
): Promise<Letters> => {
  const { tx, office, by } = visit
  const last = await findLastAct(tx, office.id, by.id, no)
  const adjustment = no === undefined ? await findLastAdjustment(tx, office.id, by.id) : undefined
  if (adjustment && (!last || adjustment.recordedAt > last.recordedAt))
    return reverseAdjustment(visit, adjustment)
  if (last?.fact.verb === 'open')
    return carryOut(visit, { type: 'act', verb: 'withdraw', no: last.no, details: {} })
  if (!last) return [answer(visit, nothingToUndo())]
  const dossier = await findDossier(visit.tx, visit.office.id, last.no)
  // read again under the lock: somebody may just have taken it back
  const isThere = dossier?.facts.some(
    ({ id, undoneBy }) => id === last.fact.id && undoneBy === null,
  )
  if (!dossier || !isThere) return [answer(visit, nothingToUndo())]
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

const reverseAdjustment = async (visit: Visit, line: LastAdjustment): Promise<Letters> => {
  const { id, personId, points, reason } = line
  await addAdjustment(
    visit.tx,
    {
      officeId: visit.office.id,
      personId,
      points: -points,
      reason: reversedReason(reason),
      ruleVersion: line.ruleVersion,
      outcomeOn: line.outcomeOn,
      enteredBy: visit.by.id,
      reverses: id,
    },
    visit.now,
  )
  return [answer(visit, adjustmentUndone(line.name, points, reason))]
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
