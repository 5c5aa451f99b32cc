import type { Decision, MergeFault } from './decide.ts'
import type { Item } from './item.ts'

/** A matter is merged into another of its kind that is alive or was put to use. */
export const faultOfMerge = (
  item: Item,
  into: Item,
): Extract<Decision, { ok: false }> | undefined => {
  const why = whyNot(item, into)
  return why && { ok: false, refusal: { why, item, into } }
}

const whyNot = (item: Item, into: Item): MergeFault | undefined => {
  if (item.no === into.no) return 'into-itself'
  if (item.kind !== into.kind) return 'into-another-kind'
  return nothing.has(into.state) ? 'into-nothing' : undefined
}

const nothing = new Set([
  'draft',
  'rejected',
  'withdrawn',
  'merged',
  'converted',
  'quarantined',
  'erased',
])
