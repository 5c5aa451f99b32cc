import { expect, test } from 'vitest'
import type { Details, Verb } from '../../src/domain/act.ts'
import { decide } from '../../src/domain/decide.ts'
import { book, opened, people, start, taken } from './dossier.ts'

const worth = (acts: readonly (readonly [Verb, Details])[]) => {
  let dossier = opened('opinion')
  dossier = { ...dossier, item: { ...dossier.item, state: 'submitted' } }
  for (const [verb, given] of acts) {
    const decision = decide(book, dossier, { verb, details: given, by: people[2]!, at: start })
    if (!decision.ok) throw new Error(decision.refusal.why)
    dossier = taken(dossier, decision.change)
  }
  return dossier.posted.map(({ points }) => points)
}

test.each<[string, readonly (readonly [Verb, Details])[], readonly number[]]>([
  [
    'valid, then the city: the difference',
    [
      ['edit', {}],
      ['adopt', { level: 'city', form: 'single' }],
    ],
    [1, 9],
  ],
  [
    'county then city',
    [
      ['edit', {}],
      ['adopt', { level: 'county' }],
      ['adopt', { level: 'city' }],
    ],
    [1, 4, 5],
  ],
  [
    'a forwarded one at the city is less than what is held',
    [
      ['edit', {}],
      ['adopt', { level: 'county' }],
      ['adopt', { level: 'city', form: 'forwarded' }],
    ],
    [1, 4],
  ],
  [
    'combined at the province',
    [
      ['edit', {}],
      ['adopt', { level: 'province', form: 'combined' }],
    ],
    [1, 11],
  ],
  [
    'an instruction comes on top',
    [
      ['edit', {}],
      ['instruct', { level: 'city', isMainLeader: true }],
    ],
    [1, 10],
  ],
  [
    'another leader of the county',
    [
      ['edit', {}],
      ['instruct', { level: 'county', isMainLeader: false }],
    ],
    [1, 3],
  ],
  ['kept as invalid earns nothing', [['archive', { isInvalid: true }]], []],
  ['kept for reference counts as valid', [['archive', {}]], [1]],
  [
    'withdrawn by the office: taken back',
    [
      ['edit', {}],
      ['withdraw', {}],
    ],
    [1, -1],
  ],
])('%s', (_name, acts, points) => {
  expect(worth(acts)).toEqual(points)
})
