import { type GroupKind, type Person, isMember } from '../domain/person.ts'

/** 任务数 of a unit for a whole year (defaults of domain §7.1). They give progress, never a penalty. */
export const unitQuotas: Readonly<Record<GroupKind, number>> = {
  sector: 4,
  township: 4,
  committee: 24,
  party: 12,
}

/** 任务数 of a person for a whole year; who need not report has none. */
export const quotaOf = ({
  identities,
  isKeyReporter,
}: Pick<Person, 'identities' | 'isKeyReporter'>): number | undefined => {
  if (isKeyReporter || identities.includes('reporter')) return 12
  if (identities.includes('standing')) return 4
  return isMember({ identities }) ? 2 : undefined
}
