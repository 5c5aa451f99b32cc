import { carryOut } from './act.ts'
import { notify } from './notify.ts'
import { takenOf } from './taken.ts'
import { type Letters, type Visit, answer } from './visit.ts'
import { type Act, type Fact, living } from '../domain/act.ts'
import { type Change, type Decision, type Dossier, decide, decideUndo } from '../domain/decide.ts'
import type { Intent } from '../domain/intent.ts'
import { type ItemNo, label } from '../domain/item.ts'
import { viewOf, workflows } from '../domain/workflows/index.ts'
import { lineReason } from '../messages/points.ts'
import { earned, type Taken } from '../messages/taken.ts'
import type { Message } from '../messages/message.ts'
import { refusal } from '../messages/refusals.ts'
import {
  adjustmentUndone,
  nothingToUndo,
  notUndone,
  reversedReason,
  type Undone,
  undone,
} from '../messages/talk.ts'
import { verbWords } from '../messages/words.ts'
import { forgetItem } from '../store/asked.ts'
import { type LastAct, findDossier, findLastAct, listTurn, record } from '../store/items.ts'
import { type LastAdjustment, addAdjustment, findLastAdjustment } from '../store/ledger.ts'

/** Takes back one's own last act, on the matters named or on any: what was done to several at once, for all of them. */
export const undo = async (
  visit: Visit,
  { nos }: Extract<Intent, { type: 'undo' }>,
): Promise<Letters> => {
  const { tx, office, by } = visit
  if (nos.length > 0) return undoOn(visit, nos)
  const last = await findLastAct(tx, office.id, by.id)
  const adjustment = await findLastAdjustment(tx, office.id, by.id)
  if (adjustment && (!last || adjustment.recordedAt > last.recordedAt))
    return reverseAdjustment(visit, adjustment)
  return last
    ? undoAll(visit, await listTurn(tx, office.id, last))
    : [answer(visit, nothingToUndo())]
}

const undoOn = async (visit: Visit, nos: readonly ItemNo[]): Promise<Letters> => {
  const found: LastAct[] = []
  for (const no of nos) {
    const last = await findLastAct(visit.tx, visit.office.id, visit.by.id, no)
    if (!last) return [answer(visit, nothingToUndo(no))]
    found.push(last)
  }
  return undoAll(visit, found)
}

/** All of it or nothing. */
const undoAll = async (visit: Visit, acts: readonly LastAct[]): Promise<Letters> => {
  const [only] = acts
  if (acts.length === 1 && (only?.fact.verb === 'open' || only?.fact.verb === 'issue'))
    return carryOut(visit, { type: 'act', verb: 'withdraw', no: only.no, details: {} })
  const undoings: Undoing[] = []
  for (const act of acts.toSorted((a, b) => a.no - b.no)) {
    const prepared = await prepare(visit, act)
    if ('lines' in prepared) return [answer(visit, notUndone(prepared, acts.length))]
    undoings.push(prepared)
  }
  const notices: Letters[] = []
  const words: Undone[] = []
  for (const one of undoings) {
    const taken = await write(visit, one)
    words.push(wordsOf(one, taken))
    notices.push(await tellUndone(visit, taken, one.fact))
  }
  return [answer(visit, undone(words)), ...notices.flat()]
}

interface Undoing {
  readonly dossier: Dossier
  readonly fact: Fact
  readonly change: Change
  /** What came out of a conversion goes with it. */
  readonly derived?: Change
}

const wordsOf = ({ fact, change }: Undoing, taken: Taken): Undone => ({
  what: label(change.item),
  verb: verbWords[fact.verb],
  gains: earned(taken),
  state: viewOf(change.item).title,
})

/** Read again under the lock: somebody may just have taken it back. */
const prepare = async (visit: Visit, { no, fact }: LastAct): Promise<Undoing | Message> => {
  const dossier = await findDossier(visit.tx, visit.office.id, no)
  const isThere = dossier?.facts.some(({ id, undoneBy }) => id === fact.id && undoneBy === null)
  if (!dossier || !isThere) return nothingToUndo(no)
  const decision = decideUndo(visit.book, dossier, fact, actOf(visit, 'undo'))
  if (!decision.ok) return refusal(decision.refusal)
  const derived = await withdrawDerived(visit, fact)
  if (derived && !derived.ok) return refusal(derived.refusal)
  return { dossier, fact, change: decision.change, ...(derived && { derived: derived.change }) }
}

const actOf = ({ by, at }: Visit, verb: 'undo' | 'withdraw'): Act => ({ verb, details: {}, by, at })

/** Nobody's work is pulled away: only what nobody has touched since it came out of the other. */
const withdrawDerived = async (
  visit: Visit,
  { verb, details }: Fact,
): Promise<Decision | undefined> => {
  if (verb !== 'convert' || details.into === undefined) return undefined
  const derived = await findDossier(visit.tx, visit.office.id, details.into)
  if (!derived || derived.item.state === 'withdrawn') return undefined
  const isTouched = living(derived.facts).some(({ verb: later }) => later !== 'open')
  return isTouched
    ? { ok: false, refusal: { why: 'went-on', item: derived.item } }
    : decide(visit.book, derived, actOf(visit, 'withdraw'))
}

const write = async (visit: Visit, { dossier, change, derived }: Undoing): Promise<Taken> => {
  for (const one of derived ? [change, derived] : [change]) {
    const { officeId, no } = one.item
    await record(visit.tx, one, lineReason, visit.now)
    await forgetItem(visit.tx, officeId, no)
  }
  return takenOf(visit, dossier, { ...change, item: dossier.item }, actOf(visit, 'undo'))
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
const tellUndone = (
  { tx, channel, now, book }: Visit,
  taken: Taken,
  fact: Fact,
): Promise<Letters> => {
  const step = workflows[taken.item.kind].steps.find(
    ({ verb, from }) => verb === fact.verb && from.includes(fact.fromState ?? ''),
  )
  const parts = (step?.tells ?? []).filter((part) => part !== 'staff')
  return notify({ tx, channel, now, zone: book.calendar.zone }, taken, parts)
}
