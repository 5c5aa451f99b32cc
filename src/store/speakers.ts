import { and, eq } from 'drizzle-orm'
import type { ChannelName } from '../channels/channel.ts'
import { type Identity, isHandler, isStaff } from '../domain/person.ts'
import type { Tx } from './open.ts'
import { bindings, people } from './tables/people.ts'

export interface Speaker {
  readonly id: number
  readonly name: string
  readonly role: string
  readonly platformId: string
}

/** Everybody who can speak on a channel, with what he is. */
export const listSpeakers = async (
  tx: Tx,
  officeId: number,
  channel: ChannelName,
): Promise<readonly Speaker[]> => {
  const found = await tx
    .select({
      id: people.id,
      name: people.name,
      identities: people.identities,
      unit: people.unit,
      platformId: bindings.platformId,
    })
    .from(people)
    .innerJoin(bindings, and(eq(bindings.personId, people.id), eq(bindings.channel, channel)))
    .where(eq(people.officeId, officeId))
    .orderBy(people.id)
  return found.map(({ identities, unit, ...one }) => ({
    ...one,
    role: roleOf(identities as Identity[], unit),
  }))
}

const roleOf = (identities: readonly Identity[], unit: string | null): string =>
  isStaff({ identities })
    ? '政协办'
    : isHandler({ identities })
      ? (unit ?? '部门')
      : (other.find(([identity]) => identities.includes(identity))?.[1] ?? '委员')

const other: readonly (readonly [Identity, string])[] = [
  ['contactPoint', '联系点'],
  ['reporter', '信息员'],
  ['groupLeader', '组长'],
  ['liaison', '联络员'],
]
