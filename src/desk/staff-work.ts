import { cut } from '../domain/text.ts'
import { apply, findOnePerson } from './act.ts'
import { type Letters, type Visit, answer, letterTo, todayOf } from './visit.ts'
import type { Act, Patch } from '../domain/act.ts'
import { decide } from '../domain/decide.ts'
import type { Intent } from '../domain/intent.ts'
import { label } from '../domain/item.ts'
import { noSuchItem, refusal } from '../messages/refusals.ts'
import {
  adjusted,
  adjustmentReason,
  withdrawalAsked,
  withdrawalRequested,
} from '../messages/talk.ts'
import { staffAddresses } from '../store/addresses.ts'
import { findDossier } from '../store/items.ts'
import { addAdjustment } from '../store/ledger.ts'

/** Puts a title, a category or an author right; the ledger follows the author. */
export const correct = async (
  visit: Visit,
  intent: Extract<Intent, { type: 'correct' }>,
): Promise<Letters> => {
  const { no, what, value } = intent
  const patch = await patchOf(visit, what, value)
  if (Array.isArray(patch)) return patch
  const dossier = await findDossier(visit.tx, visit.office.id, no)
  if (!dossier) return [answer(visit, noSuchItem(no))]
  const act: Act = {
    verb: 'correct',
    details: { what, value },
    by: visit.by,
    at: visit.at,
    patch: patch as Patch,
  }
  const decision = decide(visit.book, dossier, act)
  return decision.ok
    ? apply(visit, dossier, decision.change, act)
    : [answer(visit, refusal(decision.refusal))]
}

const patchOf = async (
  visit: Visit,
  what: 'title' | 'category' | 'author',
  value: string,
): Promise<Patch | Letters> => {
  if (what === 'title') return { title: cut(value, 60) }
  if (what === 'category') return { category: cut(value, 20) }
  const person = await findOnePerson(visit, value.trim())
  return 'id' in person ? { author: person.id } : person
}

/** 调整: a line of the ledger with a reason, by a clerk. */
export const adjust = async (
  visit: Visit,
  intent: Extract<Intent, { type: 'adjust' }>,
): Promise<Letters> => {
  const person = await findOnePerson(visit, intent.person)
  if (!('id' in person)) return person
  const today = todayOf(visit)
  await addAdjustment(
    visit.tx,
    {
      officeId: visit.office.id,
      personId: person.id,
      points: intent.points,
      reason: adjustmentReason(intent.reason),
      ruleVersion: visit.book.scoring.rulesOn(today).version,
      outcomeOn: today,
      enteredBy: visit.by.id,
    },
    visit.now,
  )
  return [answer(visit, adjusted(person.name, intent.points, intent.reason))]
}

/** The author can no longer take it back himself: the office is asked to. */
export const requestWithdrawal = async (visit: Visit, no: number): Promise<Letters> => {
  const { tx, channel, office, by } = visit
  const dossier = await findDossier(tx, office.id, no)
  if (!dossier || dossier.item.author !== by.id) return [answer(visit, noSuchItem(no))]
  const what = label(dossier.item)
  const staff = await staffAddresses(tx, { channel, officeId: office.id, now: visit.now })
  return [
    answer(visit, withdrawalRequested(what)),
    ...staff.map((to) => letterTo(visit, to, withdrawalAsked(what, no, by.name))),
  ]
}
