import { and, eq, sql } from 'drizzle-orm'
import type { ChannelName } from '../channels/channel.ts'
import { groupKinds, isHandler } from '../domain/person.ts'
import type { RosterRow } from '../domain/roster.ts'
import type { Tx } from './open.ts'
import { bindings, departments, groupMembers, groups, people } from './tables/people.ts'

/** Writes one line of the roster: the person is found by mobile, else by name and unit (decisions 6). */
export const keepPerson = async (
  tx: Tx,
  officeId: number,
  row: RosterRow,
): Promise<{ readonly id: number; readonly isNew: boolean }> => {
  const departmentId =
    isHandler(row) && row.unit ? await keepDepartment(tx, officeId, row.unit, row.aliases) : null
  const { name, mobile, unit, sector, isKeyReporter, leftOn } = row
  const values = {
    officeId,
    name,
    identities: [...row.identities],
    departmentId,
    ...(mobile !== undefined && { mobile }),
    ...(unit !== undefined && { unit }),
    ...(sector !== undefined && { sector }),
    ...(isKeyReporter !== undefined && { isKeyReporter }),
    ...(leftOn !== undefined && { leftOn }),
  }
  const known = await findKnown(tx, officeId, row)
  const [kept] =
    known === undefined
      ? await tx.insert(people).values(values).returning({ id: people.id })
      : await tx.update(people).set(values).where(eq(people.id, known)).returning({ id: people.id })
  if (!kept) throw new Error('person not kept')
  await keepGroups(tx, officeId, kept.id, row)
  if (row.larkId)
    await keepBinding(tx, { channel: 'lark', officeId, personId: kept.id, platformId: row.larkId })
  return { id: kept.id, isNew: known === undefined }
}

const findKnown = async (tx: Tx, officeId: number, row: RosterRow): Promise<number | undefined> => {
  const byMobile = row.mobile
    ? await tx
        .select({ id: people.id })
        .from(people)
        .where(and(eq(people.officeId, officeId), eq(people.mobile, row.mobile)))
    : []
  if (byMobile[0]) return byMobile[0].id
  const byName = await tx
    .select({ id: people.id })
    .from(people)
    .where(
      and(
        eq(people.officeId, officeId),
        eq(people.name, row.name),
        row.unit === undefined ? undefined : sql`coalesce(${people.unit}, '') = ${row.unit ?? ''}`,
        row.mobile ? sql`${people.mobile} is null` : undefined,
      ),
    )
  return byName.length === 1 ? byName[0]?.id : undefined
}

const keepDepartment = async (
  tx: Tx,
  officeId: number,
  name: string,
  aliases: readonly string[],
): Promise<number> => {
  const [kept] = await tx
    .insert(departments)
    .values({ officeId, name, aliases: [...aliases] })
    .onConflictDoUpdate({
      target: [departments.officeId, departments.name],
      set: aliases.length > 0 ? { aliases: [...aliases] } : { name },
    })
    .returning({ id: departments.id })
  if (!kept) throw new Error('department not kept')
  return kept.id
}

const keepGroups = async (
  tx: Tx,
  officeId: number,
  personId: number,
  row: RosterRow,
): Promise<void> => {
  for (const kind of groupKinds) {
    const name = row.groups[kind]
    if (name === undefined) continue
    await tx.execute(sql`
      delete from group_members m using groups g
      where m.group_id = g.id and g.kind = ${kind} and m.person_id = ${personId}`)
    if (name === null) continue
    const [group] = await tx
      .insert(groups)
      .values({ officeId, kind, name })
      .onConflictDoUpdate({ target: [groups.officeId, groups.kind, groups.name], set: { name } })
      .returning({ id: groups.id })
    if (group)
      await tx.insert(groupMembers).values({ groupId: group.id, personId }).onConflictDoNothing()
  }
}

/** Says which platform id a person is; an older one on that channel gives way. */
export const keepBinding = async (
  tx: Tx,
  binding: {
    readonly channel: ChannelName
    readonly officeId: number
    readonly personId: number
    readonly platformId: string
  },
): Promise<void> => {
  const { channel, officeId, personId } = binding
  await tx
    .delete(bindings)
    .where(and(eq(bindings.channel, channel), eq(bindings.personId, personId)))
  await tx
    .insert(bindings)
    .values({ ...binding, boundAt: sql`now()` })
    .onConflictDoUpdate({
      target: [bindings.channel, bindings.platformId],
      set: { personId, officeId },
    })
}
