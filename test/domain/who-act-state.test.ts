import { expect, test } from 'vitest'
import { type Dossier, decide } from '../../src/domain/decide.ts'
import type { Person } from '../../src/domain/person.ts'
import { book, opened, people, start, taken } from './dossier.ts'
import { type ActName, acts, paths, rows, type State, type Who } from './opinion-table.ts'

const [author, other, clerk, , department] = people
const leader = people.find(({ identities }) => identities.includes('chair'))
const clock = people.find(({ id }) => id === 0)
const persons: Readonly<Record<Who, Person>> = {
  作者: author!,
  别的委员: other!,
  政协办: clerk!,
  领导: leader!,
  承办单位: department!,
  时钟: clock!,
}

const attempt = (dossier: Dossier, person: Who, act: ActName) =>
  decide(book, dossier, { ...acts[act], by: persons[person], at: start })

const inState = (state: State): Dossier =>
  paths[state].reduce((dossier, [person, act]) => {
    const decision = attempt(dossier, person, act)
    if (!decision.ok) throw new Error(`${person} ${act}: ${decision.refusal.why}`)
    return taken(dossier, decision.change)
  }, opened('opinion'))

test('the table has a row for every person, act and state there is', () => {
  expect(rows).toHaveLength(6 * 32 * 14)
})

test.each(rows)('$person $act in $state: $leadsTo', ({ person, act, state, leadsTo }) => {
  const dossier = inState(state)
  const decision = attempt(dossier, person, act)
  expect(decision.ok ? decision.change.item.state : undefined).toBe(
    leadsTo === 'former' ? (state === 'closed' ? 'reported' : 'submitted') : leadsTo,
  )
})

test('what was closed before it was reported goes back to where it was', () => {
  const path = [
    ['作者', '提交'],
    ['政协办', '采编'],
    ['政协办', '结案'],
    ['政协办', '采用'],
  ] as const
  const end = path.reduce((dossier, [person, act]) => {
    const decision = attempt(dossier, person, act)
    if (!decision.ok) throw new Error(decision.refusal.why)
    return taken(dossier, decision.change)
  }, opened('opinion'))
  expect(end.item.state).toBe('edited')
})
