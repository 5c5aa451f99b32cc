import { sampleOfficeName, sampleRoster } from '../data/sample.ts'
import type { Office } from '../domain/office.ts'
import { noteChat, setChatKind } from '../store/chats.ts'
import { ensureOffice, officeCodeOf } from '../store/offices.ts'
import { keepBinding, keepPerson } from '../store/roster.ts'
import type { Tx } from '../store/open.ts'

export const sampleChats = [
  { id: 'members', name: '委员群', kind: 'members' },
  { id: 'staff', name: '工作群', kind: 'staff' },
] as const

/** The sample office with its people and two groups, made once. */
export const setUpSample = async (tx: Tx, now: Date): Promise<Office> => {
  const office = await ensureOffice(
    tx,
    { code: officeCodeOf.playground, name: sampleOfficeName },
    now,
  )
  for (const row of sampleRoster) {
    const { id } = await keepPerson(tx, office.id, row)
    await keepBinding(tx, {
      channel: 'playground',
      officeId: office.id,
      personId: id,
      platformId: `p${id}`,
    })
  }
  for (const { id, name, kind } of sampleChats) {
    await noteChat(tx, { channel: 'playground', id, officeId: office.id, name }, now)
    await setChatKind(tx, id, kind, null)
  }
  return office
}
