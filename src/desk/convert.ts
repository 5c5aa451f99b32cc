import { splitSnapshot } from '../commands/split.ts'
import type { Prepared } from './prepare.ts'
import type { Visit } from './visit.ts'
import { dueOnOf } from '../domain/deadlines.ts'
import type { Change } from '../domain/decide.ts'
import type { Item, ItemKind, ItemNo } from '../domain/item.ts'
import { workflows } from '../domain/workflows/index.ts'
import { openItem } from '../store/items.ts'
import { nextNo } from '../store/offices.ts'
import { findPhotos } from '../store/photos.ts'

/** Opens the matter into which this one is converted. Only one of the two earns: the first, while it goes on itself. */
export const convert = async (visit: Visit, prepared: Prepared): Promise<Prepared> => {
  const { tx, office, by, at, now } = visit
  const { item } = prepared.change
  const no = await nextNo(tx, office.id)
  const { before, wanted } = await findPhotos(tx, office.id, item.no)
  const as = prepared.act.details.as ?? item.kind
  const derived = deriveFrom(visit, { ...item, lacksPhoto: before.length + wanted === 0 }, as, no)
  const goesOn = item.state !== 'converted'
  const opened: Change['fact'] = {
    verb: 'open',
    byPerson: by.id,
    // what the clerk did is the conversion: it is that which he takes back
    onBehalfOf: null,
    details: goesOn ? { isScoredElsewhere: true } : {},
    fromState: null,
    toState: derived.state,
    before: null,
    saidAt: at,
  }
  openItem(tx, derived, opened, now)
  const details = { ...prepared.act.details, into: no }
  return {
    ...prepared,
    act: { ...prepared.act, details },
    change: { ...prepared.change, fact: { ...prepared.change.fact, details } },
  }
}

const deriveFrom = (visit: Visit, item: Item, kind: ItemKind, no: ItemNo): Item => {
  const { isEmergency: _, ...parts } = splitSnapshot(item.text)
  const state = workflows[kind].entry
  const derived: Item = {
    ...item,
    ...(kind === 'supervision' && { ...parts, title: item.title }),
    no,
    kind,
    state,
    version: 1,
    text: item.editedText ?? item.text,
    editedText: null,
    isEscalated: false,
    mergedInto: null,
    derivedFrom: item.no,
    dueOn: null,
    fixBy: null,
    messageId: null,
    openedAt: visit.at,
    changedAt: visit.at,
    remindedAt: null,
  }
  return { ...derived, dueOn: dueOnOf(visit.book.calendar, derived, visit.at) }
}
