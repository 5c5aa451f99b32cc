import { eq, inArray } from 'drizzle-orm'
import { groupKinds, identityWords } from '../domain/person.ts'
import type { Tx } from '../store/open.ts'
import { bindings, departments, groupMembers, groups, people } from '../store/tables/people.ts'
import { columns } from './roster.ts'
import { writeSheet } from './sheet.ts'

/** The roster as a file that can be imported again. */
export const exportRoster = async (
  tx: Tx,
  officeId: number,
  path: string,
): Promise<readonly string[]> => {
  const found = await tx
    .select()
    .from(people)
    .where(eq(people.officeId, officeId))
    .orderBy(people.id)
  const around = await readAround(
    tx,
    officeId,
    found.map(({ id }) => id),
  )
  const rows = found.map((one) => [
    one.name,
    one.mobile ?? '',
    one.identities.map(wordOf).join('、'),
    // the columns stand in the order of groupKinds
    ...groupKinds.map((kind) => around.groupOf(one.id, kind)),
    one.sector ?? '',
    one.unit ?? '',
    one.isKeyReporter ? '是' : '否',
    (around.aliases.get(one.departmentId ?? -1) ?? []).join('、'),
    one.leftOn ?? '',
    around.bound.get(one.id) ?? '',
    '',
  ])
  return [`已导出 ${await writeSheet(path, columns, rows)} 人到 ${path}`]
}

const readAround = async (tx: Tx, officeId: number, ids: number[]) => {
  const memberships =
    ids.length === 0
      ? []
      : await tx
          .select({ personId: groupMembers.personId, kind: groups.kind, name: groups.name })
          .from(groupMembers)
          .innerJoin(groups, eq(groups.id, groupMembers.groupId))
          .where(inArray(groupMembers.personId, ids))
  const units = await tx.select().from(departments).where(eq(departments.officeId, officeId))
  const lark = await tx.select().from(bindings).where(eq(bindings.channel, 'lark'))
  return {
    groupOf: (id: number, kind: string) =>
      memberships.find((one) => one.personId === id && one.kind === kind)?.name ?? '',
    aliases: new Map(units.map((one) => [one.id, one.aliases])),
    bound: new Map(lark.map((one) => [one.personId, one.platformId])),
  }
}

const wordOf = (identity: string): string =>
  Object.entries(identityWords).find(([, value]) => value === identity)?.[0] ?? ''
