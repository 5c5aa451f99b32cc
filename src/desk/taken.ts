import type { Visit } from './visit.ts'
import { type Act, type Verb, alsoSubmittedTo, living } from '../domain/act.ts'
import type { Change, Dossier } from '../domain/decide.ts'
import { authorsOf } from '../domain/item.ts'
import { versionOf } from '../domain/versions.ts'
import type { Taken } from '../messages/taken.ts'
import { unknownDepartment } from '../messages/talk.ts'
import { listDepartments, namesOf } from '../store/people.ts'

/** A step that was taken, with everything the sentences about it may need. */
export const takenOf = async (
  visit: Visit,
  dossier: Dossier,
  change: Pick<Change, 'item' | 'entries'>,
  act: Act,
): Promise<Taken> => {
  const { author, enteredBy } = change.item
  const people = await namesOfConcerned(visit, change)
  const departments =
    change.item.departmentId === null ? [] : await listDepartments(visit.tx, visit.office.id)
  const count = (verb: Verb) =>
    living(dossier.facts).filter((fact) => fact.verb === verb).length + (act.verb === verb ? 1 : 0)
  return {
    item: change.item,
    act,
    entries: change.entries,
    names: {
      department:
        departments.find(({ id }) => id === change.item.departmentId)?.name ?? unknownDepartment,
      author: people.get(author) ?? '',
      actor: act.by.name,
      people,
      ...(enteredBy !== null && { enteredBy: people.get(enteredBy) ?? '' }),
    },
    reopened: count('reopen'),
    declined: count('decline'),
    alsoSubmittedTo: alsoSubmittedTo(dossier.facts),
    version:
      versionOf(dossier.facts) +
      (act.verb === 'supplement' && dossier.item.state !== 'draft' ? 1 : 0),
  }
}

/** Most often the only one concerned is who speaks: then nothing is looked up. */
const namesOfConcerned = async (
  { tx, by }: Visit,
  { item, entries }: Pick<Change, 'item' | 'entries'>,
): Promise<ReadonlyMap<number, string>> => {
  const ids = [
    ...new Set([...authorsOf(item), item.enteredBy ?? by.id, ...entries.map(({ to }) => to)]),
  ]
  const others = ids.filter((id) => id !== by.id)
  return new Map([...(await namesOf(tx, others)), [by.id, by.name]])
}
