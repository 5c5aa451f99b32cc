import { patchOfWhole, splitSnapshot, titleOf } from '../commands/split.ts'
import { apply } from './act.ts'
import { gatherPhotos } from './asking.ts'
import { offerDelivery } from './deliver.ts'
import { type Letters, type Visit, answer } from './visit.ts'
import type { Act, Patch } from '../domain/act.ts'
import { type Dossier, decide } from '../domain/decide.ts'
import type { Item } from '../domain/item.ts'
import { completed } from '../messages/opening.ts'
import { refusal } from '../messages/refusals.ts'
import { nothingAsked } from '../messages/talk.ts'
import { findDossier } from '../store/items.ts'
import { findPhotos } from '../store/photos.ts'

interface Supplied {
  readonly text?: string
  /** The text stands in place of the draft's own. */
  readonly isWhole?: true
}

/** Completes a draft with what was said (or without it) and submits it. */
export const complete = async (
  visit: Visit,
  no: number,
  { text, isWhole }: Supplied,
): Promise<Letters> => {
  const dossier = await findDossier(visit.tx, visit.office.id, no)
  if (!dossier || dossier.item.state !== 'draft') return [answer(visit, nothingAsked())]
  const { item } = dossier
  const act: Act = {
    verb: text ? 'supplement' : 'submit',
    details: text ? { text } : {},
    by: visit.by,
    at: visit.at,
    patch: {
      ...(text && patchOf(item, text, isWhole)),
      ...(item.kind === 'supervision' && { lacksPhoto: !(await hasPhoto(visit, no)) }),
    },
  }
  return submit(visit, dossier, act)
}

const hasPhoto = async (visit: Visit, no: number): Promise<boolean> => {
  await gatherPhotos(visit, 'before', no)
  const { before, wanted } = await findPhotos(visit.tx, visit.office.id, no)
  return before.length + wanted > 0
}

const submit = async (visit: Visit, dossier: Dossier, act: Act): Promise<Letters> => {
  const decision = decide(visit.book, dossier, act)
  if (!decision.ok) return [answer(visit, refusal(decision.refusal))]
  const asSubmitted: Act = { ...act, verb: 'submit' }
  const [first, ...others] = await apply(visit, dossier, decision.change, asSubmitted)
  if (!first) return []
  const message = completed(decision.change.item, others.length > 0)
  return [
    { ...first, kind: message.receipt ? 'receipt' : 'answer', message },
    ...others,
    ...(await offerDelivery(visit, decision.change.item)),
  ]
}

const patchOf = (item: Item, text: string, isWhole?: true): Patch => {
  if (isWhole) return patchOfWhole(item.kind, text)
  const whole = `${item.text}\n${text}`
  if (item.kind === 'opinion')
    return item.advice === null ? { advice: text, text: whole } : { problem: text, text: whole }
  const parts = splitSnapshot(
    item.place === null
      ? `${text} ${item.problem ?? ''}`
      : `${item.place} ${item.problem ?? ''} ${text}`,
  )
  const place = item.place ?? parts.place ?? text
  return { text: whole, place, title: titleOf(`${place} ${item.problem ?? ''}`.trim()) }
}
