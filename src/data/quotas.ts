import type { GroupKind } from '../domain/person.ts'

/** 任务数 of a unit for a whole year (defaults of domain §7.1). They give progress, never a penalty. */
export const unitQuotas: Readonly<Record<GroupKind, number>> = {
  sector: 4,
  township: 4,
  committee: 24,
  party: 12,
}
