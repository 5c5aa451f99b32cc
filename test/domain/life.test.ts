import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Act,
  type Details,
  forms,
  levels,
  living,
  type Verb,
  verbs,
} from '../../src/domain/act.ts'
import { type Dossier, decide, decideUndo } from '../../src/domain/decide.ts'
import { type ItemKind, itemKinds } from '../../src/domain/item.ts'
import { settle, tenths } from '../../src/domain/scoring.ts'
import { workflows } from '../../src/domain/workflows/index.ts'
import { book, opened, people, start, taken } from './dossier.ts'

const details = fc.record<Details>(
  {
    reason: fc.constant('理由'),
    text: fc.constant('内容'),
    departmentId: fc.constantFrom(8, 9),
    workdays: fc.integer({ min: 1, max: 30 }),
    levels: fc.constant(['city'] as const),
    level: fc.constantFrom(...levels),
    form: fc.constantFrom(...forms),
    isMainLeader: fc.boolean(),
    rating: fc.constantFrom('satisfied', 'basicallySatisfied'),
    isInvalid: fc.boolean(),
    what: fc.constant('title'),
    due: fc.constant('2024-07-01'),
    solicitation: fc.constant(7),
    value: fc.constant('新'),
    into: fc.constant(2),
    as: fc.constantFrom('supervision', 'proposal'),
  },
  { requiredKeys: [] },
)
const moves = fc.array(
  fc.record({
    verb: fc.constantFrom<Verb>(...verbs),
    who: fc.constantFrom(...people),
    details,
    days: fc.integer({ min: 0, max: 4 }),
    undo: fc.boolean(),
  }),
  { minLength: 1, maxLength: 40 },
)

/** Where the acts that still count lead, one after the other; undefined when one of them was not possible. */
const replayed = (kind: ItemKind, { facts }: Dossier): string | undefined =>
  living(facts).reduce<readonly (string | undefined)[]>(
    (states, { verb }) => {
      const [state, former] = states
      const step = workflows[kind].steps.find(
        (each) => each.verb === verb && state !== undefined && each.from.includes(state),
      )
      const next = step && (step.resumes ? former : (step.to ?? state))
      return next === state ? states : [next, ...states]
    },
    [opened(kind).item.state],
  )[0]

test.each(itemKinds)(
  '%s: whatever people try, only legal steps are recorded and the ledger sums to what the history is worth',
  (kind) => {
    fc.assert(
      fc.property(moves, (tries) => {
        let dossier = opened(kind)
        let at = start.getTime()
        for (const one of tries) {
          at += one.days * 86_400_000 + 1
          const act: Act = { verb: one.verb, details: one.details, by: one.who, at: new Date(at) }
          const last = dossier.facts.findLast(
            (fact) =>
              fact.byPerson === one.who.id && fact.undoneBy === null && fact.verb !== 'undo',
          )
          const decision =
            one.undo && last
              ? decideUndo(book, dossier, last, { ...act, verb: 'undo' })
              : decide(book, dossier, act)
          if (!decision.ok) continue
          const { change } = decision
          if (change.undoes === undefined) {
            const step = workflows[kind].steps.find(
              (each) =>
                each.verb === act.verb &&
                each.from.includes(dossier.item.state) &&
                (each.resumes || (each.to ?? dossier.item.state) === change.item.state),
            )
            expect(step).toBeDefined()
          }
          dossier = taken(dossier, change)
          expect(settle(book.scoring, dossier.item, dossier.facts, dossier.posted)).toEqual([])
          expect(Object.keys(workflows[kind].states)).toContain(dossier.item.state)
          expect(replayed(kind, dossier)).toBe(dossier.item.state)
        }
        const sum = tenths(dossier.posted.reduce((all, { points }) => all + points, 0))
        expect(sum).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 600 },
    )
  },
)

test.each(itemKinds)(
  '%s: every state can be reached, and every step starts and ends in a state there is',
  (kind) => {
    const { states, steps, entry } = workflows[kind]
    const reached = new Set([
      opened(kind).item.state,
      entry,
      ...steps.flatMap(({ to }) => to ?? []),
    ])
    expect(Object.keys(states).filter((state) => !reached.has(state))).toEqual([])
    for (const step of steps)
      for (const state of [...step.from, ...(step.to ? [step.to] : [])])
        expect(states).toHaveProperty(state)
  },
)

test('what a colleague has built on is not pulled away: 采编 stays while an adoption rests on it', () => {
  const [author, , clerk, colleague] = people
  let dossier = opened('opinion')
  const acts = [
    ['submit', author, {}],
    ['edit', clerk, {}],
    ['adopt', colleague, { level: 'city' }],
  ] as const
  for (const [verb, by, given] of acts) {
    const decision = decide(book, dossier, { verb, details: given, by: by!, at: start })
    if (!decision.ok) throw new Error(decision.refusal.why)
    dossier = taken(dossier, decision.change)
  }
  const edited = dossier.facts.find(({ verb }) => verb === 'edit')
  const undo: Act = { verb: 'undo', details: {}, by: clerk!, at: start }
  expect(decideUndo(book, dossier, edited!, undo)).toMatchObject({
    ok: false,
    refusal: { why: 'went-on' },
  })
})

test('a dispatch out of 待补充 is not taken back once the author has supplemented: his words would have ended the wait', () => {
  const [author, , clerk] = people
  let dossier = opened('supervision')
  const acts = [
    ['submit', author, {}],
    ['return', clerk, { reason: '缺照片' }],
    ['dispatch', clerk, { departmentId: 9 }],
    ['supplement', author, { text: '路口东侧' }],
  ] as const
  for (const [verb, by, given] of acts) {
    const decision = decide(book, dossier, { verb, details: given, by: by!, at: start })
    if (!decision.ok) throw new Error(decision.refusal.why)
    dossier = taken(dossier, decision.change)
  }
  const dispatched = dossier.facts.find(({ verb }) => verb === 'dispatch')
  const undo: Act = { verb: 'undo', details: {}, by: clerk!, at: start }
  expect(decideUndo(book, dossier, dispatched!, undo)).toMatchObject({
    ok: false,
    refusal: { why: 'went-on' },
  })
})

test('two claim, the office withdraws, all take back what they did: it is as it was issued', () => {
  const [one, another, clerk] = people
  let dossier = opened('solicitation')
  for (const [verb, by] of [
    ['claim', one],
    ['claim', another],
    ['withdraw', clerk],
  ] as const) {
    const decision = decide(book, dossier, { verb, details: {}, by: by!, at: start })
    if (!decision.ok) throw new Error(decision.refusal.why)
    dossier = taken(dossier, decision.change)
  }
  for (const by of [one, another, clerk]) {
    const last = dossier.facts.findLast(({ byPerson }) => byPerson === by!.id)
    const act: Act = { verb: 'undo', details: {}, by: by!, at: start }
    const decision = decideUndo(book, dossier, last!, act)
    if (!decision.ok) throw new Error(decision.refusal.why)
    dossier = taken(dossier, decision.change)
  }
  expect(dossier.item.state).toBe('issued')
})
