import { expect, test } from 'vitest'
import type { Details, Verb } from '../../src/domain/act.ts'
import { decide, decideUndo } from '../../src/domain/decide.ts'
import { book, opened, people, start, taken } from './dossier.ts'

type Step = readonly [Verb, Details] | 'undo'

/** What each rule is worth in the end, the opinion having been written for 约7 or not. */
const worth = (steps: readonly Step[], solicitationNo: number | null = 7) => {
  let dossier = opened('opinion')
  dossier = { ...dossier, item: { ...dossier.item, state: 'submitted', solicitationNo } }
  for (const step of steps) {
    const act = { by: people[2]!, at: start }
    const last = dossier.facts.findLast(
      ({ verb, undoneBy }) => verb !== 'undo' && undoneBy === null,
    )
    const decision =
      step === 'undo'
        ? decideUndo(book, dossier, last!, { ...act, verb: 'undo', details: {} })
        : decide(book, dossier, { ...act, verb: step[0], details: step[1] })
    if (!decision.ok) throw new Error(decision.refusal.why)
    dossier = taken(dossier, decision.change)
  }
  const sums = new Map<string, number>()
  for (const { rule, points } of dossier.posted) sums.set(rule, (sums.get(rule) ?? 0) + points)
  return Object.fromEntries(
    [...sums].filter(([rule, points]) => rule.startsWith('solicitation') && points !== 0),
  )
}

const done = { 'solicitation.done': 2 }
const adopted = { ...done, 'solicitation.adopted': 2 }

test.each<[string, readonly Step[], Record<string, number>]>([
  ['not yet valid', [], {}],
  ['valid', [['edit', {}]], done],
  ['kept for reference counts as valid', [['archive', {}]], done],
  ['kept as invalid does not', [['archive', { isInvalid: true }]], {}],
  [
    'adopted by the county only',
    [
      ['edit', {}],
      ['adopt', { level: 'county' }],
    ],
    done,
  ],
  [
    'adopted by the city',
    [
      ['edit', {}],
      ['adopt', { level: 'city' }],
    ],
    adopted,
  ],
  [
    'by the city and the province: once',
    [
      ['edit', {}],
      ['adopt', { level: 'city' }],
      ['adopt', { level: 'province', form: 'forwarded' }],
    ],
    adopted,
  ],
  ['an adoption taken back', [['edit', {}], ['adopt', { level: 'city' }], 'undo'], done],
  ['采编 taken back', [['edit', {}], 'undo'], {}],
  [
    'withdrawn by the office',
    [
      ['edit', {}],
      ['adopt', { level: 'city' }],
      ['withdraw', {}],
    ],
    {},
  ],
  [
    'found invalid later',
    [
      ['edit', {}],
      ['archive', { isInvalid: true }],
    ],
    {},
  ],
  [
    'an instruction adds nothing here',
    [
      ['edit', {}],
      ['instruct', { level: 'city' }],
    ],
    done,
  ],
  [
    'said to be one after 采编',
    [
      ['edit', {}],
      ['deliver', { solicitation: 7 }],
    ],
    done,
  ],
])('约稿, %s', (_name, steps, points) => {
  expect(worth(steps)).toEqual(points)
})

test('an opinion that was written for no 约稿 earns nothing of it', () => {
  expect(
    worth(
      [
        ['edit', {}],
        ['adopt', { level: 'city' }],
      ],
      null,
    ),
  ).toEqual({})
})
