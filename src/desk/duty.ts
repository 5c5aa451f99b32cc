import { personNamed } from './prepare.ts'
import { type Letters, type Visit, answer, letterTo } from './visit.ts'
import type { Intent } from '../domain/intent.ts'
import type { Person } from '../domain/person.ts'
import * as says from '../messages/duty.ts'
import { addressOf } from '../store/addresses.ts'
import { keepSettings } from '../store/offices.ts'
import { namesOf } from '../store/people.ts'

/** 值班: who is told of what is urgent at any hour. */
export const setDuty = async (
  visit: Visit,
  { names }: Extract<Intent, { type: 'duty' }>,
): Promise<Letters> => {
  const { tx, office } = visit
  if (!names) {
    const known = await namesOf(tx, office.settings.duty ?? [])
    return [answer(visit, says.dutyShown([...known.values()]))]
  }
  const people: Person[] = []
  for (const name of names) {
    const found = await personNamed(visit, name)
    if ('message' in found) return [answer(visit, found.message)]
    people.push(found)
  }
  await keepSettings(tx, office.id, { ...office.settings, duty: people.map(({ id }) => id) })
  return tellThem(visit, people)
}

const tellThem = async (visit: Visit, people: readonly Person[]): Promise<Letters> => {
  const reached = await Promise.all(
    people.map(async (person) => ({
      person,
      to: await addressOf(visit.tx, visit.channel, person.id),
    })),
  )
  const names = people.map(({ name }) => name)
  const unreachable = reached.filter(({ to }) => !to).map(({ person }) => person.name)
  return [
    answer(visit, says.dutySet(names, unreachable)),
    ...reached.flatMap(({ person, to }) =>
      to && person.id !== visit.by.id ? [letterTo(visit, to, says.onDuty(visit.by.name))] : [],
    ),
  ]
}
