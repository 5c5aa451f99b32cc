import type { Channel } from './channels/channel.ts'
import { bindFound, listUnbound } from './store/bindings.ts'
import { findOffice, officeCodeOf } from './store/offices.ts'
import type { Store, Tx } from './store/open.ts'
import { takeSlot } from './store/slots.ts'

export interface DirectoryParts {
  readonly store: Store
  readonly channel: Channel
  readonly now: Date
  readonly log: { readonly info: (details: object, text: string) => void }
}

/**
 * Once an hour, asks the platform for those on the roster who have a mobile number and no platform id.
 * Without the permission nothing happens but a line in the log: they bind themselves. Never throws.
 */
export const matchByMobile = async (parts: DirectoryParts): Promise<void> => {
  try {
    const bound = await match(parts)
    if (bound > 0) parts.log.info({ bound }, 'people matched by mobile number')
  } catch (error) {
    parts.log.info({ why: String(error).slice(0, 200) }, 'people not matched by mobile number')
  }
}

const match = async ({ store, channel, now }: DirectoryParts): Promise<number> => {
  const unbound = await store.transaction((tx) => listDue(tx, channel, now))
  if (!channel.findByMobile || unbound.length === 0) return 0
  const ids = await channel.findByMobile(unbound.map(({ mobile }) => mobile))
  const found = unbound.flatMap(({ mobile, ...person }) => {
    const platformId = ids.get(mobile)
    return platformId ? [{ ...person, channel: channel.name, platformId, boundAt: now }] : []
  })
  return store.transaction((tx) => bindFound(tx, found))
}

const listDue = async (tx: Tx, { name, findByMobile }: Channel, now: Date) => {
  const office = await findOffice(tx, officeCodeOf[name])
  if (!office || !findByMobile) return []
  const slot = {
    officeId: office.id,
    job: `directory:${name}`,
    slot: now.toISOString().slice(0, 13),
  }
  return (await takeSlot(tx, slot, now))
    ? listUnbound(tx, { officeId: office.id, channel: name, now })
    : []
}
