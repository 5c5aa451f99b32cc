import { type Calendar, workdaysBetween } from './calendar.ts'
import { type Day, addDays } from './dates.ts'
import type { Item, ItemNo, PersonId } from './item.ts'
import { type Person, isSource, isStaff } from './person.ts'

/** A 约稿 with who claimed it and what was delivered in time. */
export interface Solicited {
  readonly item: Item
  readonly claims: readonly Claim[]
  readonly deliveries: readonly Delivery[]
}

export interface Claim {
  readonly personId: PersonId
  readonly name: string
  readonly claimedAt: Date
}

export interface Delivery {
  readonly no: ItemNo
  readonly kind: Item['kind']
  readonly author: PersonId
}

/** While it can be claimed and delivered. */
export const openStates = ['issued', 'claimed'] as const

export const isOpen = ({ kind, state }: Pick<Item, 'kind' | 'state'>): boolean =>
  kind === 'solicitation' && openStates.some((open) => open === state)

/** An opinion in one of these no longer delivers what it was written for. */
export const undelivered = ['withdrawn', 'rejected', 'quarantined', 'erased'] as const

export const deliveryOf = (
  { deliveries }: Pick<Solicited, 'deliveries'>,
  person: PersonId,
): Delivery | undefined => deliveries.find(({ author }) => author === person)

/** Who claimed it and has not delivered. */
export const owing = ({ claims, deliveries }: Solicited): readonly Claim[] =>
  claims.filter(({ personId }) => !deliveryOf({ deliveries }, personId))

/** Those who are asked may take it up: everybody who reports, or the people named. */
export const isInvited = (person: Person, { audience }: Pick<Item, 'audience'>): boolean =>
  isSource(person) && (audience === null || audience.includes(person.id))

/** Who was not asked need not know; the office and the leaders do. */
export const maySee = (person: Person, item: Pick<Item, 'audience'>): boolean =>
  item.audience === null ||
  isInvited(person, item) ||
  isStaff(person) ||
  person.identities.some((one) => one === 'chair' || one === 'secretary')

/** Reminders go out on the third and on the last working morning before the day (domain §4.4). */
const reminders = [1, 3] as const

/**
 * The reminder that is due on a morning, as working days before the deadline. One that could not be sent on its
 * morning is made up for, unless the claim is so fresh that it needs none.
 */
export const reminderFor = (
  calendar: Calendar,
  { due, claimedOn, today }: { readonly due: Day; readonly claimedOn: Day; readonly today: Day },
): (typeof reminders)[number] | undefined => {
  if (today >= due || claimedOn >= today) return undefined
  const before = workdaysBetween(calendar, today, addDays(due, -1)) + 1
  const found = reminders.find((one) => before <= one)
  const isFresh = workdaysBetween(calendar, claimedOn, today) < 2
  return found === before || !isFresh ? found : undefined
}
