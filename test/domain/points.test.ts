import fc from 'fast-check'
import { expect, test } from 'vitest'
import { builtInRules } from '../../src/data/rules.ts'
import { type Act, type Details, forms, levels, living, verdicts } from '../../src/domain/act.ts'
import { type Dossier, type Rulebook, decide, decideUndo } from '../../src/domain/decide.ts'
import type { Item } from '../../src/domain/item.ts'
import { type ScoringRules, scorebookOf, stackings } from '../../src/domain/scoring-rules.ts'
import { plainShares, plainWorth } from './plain.ts'
import { book, opened, people, start, taken } from './dossier.ts'

const clerk = people[2]!
const rules = (of: Partial<ScoringRules>): ScoringRules => ({ ...builtInRules, ...of })
const bookOf = (...versions: readonly ScoringRules[]): Rulebook => ({
  ...book,
  scoring: scorebookOf(
    builtInRules,
    versions.map((one) => ({ rules: one })),
    'Asia/Shanghai',
  ),
})

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2024-05-${String(n).padStart(2, '0')}`)
const adoption = fc.record({
  level: fc.constantFrom(...levels),
  form: fc.constantFrom(...forms),
  on: day,
})
const instruction = fc.record({
  level: fc.constantFrom(...levels),
  isMainLeader: fc.boolean(),
  on: day,
})
const act = (verb: Act['verb'], details: fc.Arbitrary<Details>, weight: number) => ({
  weight,
  arbitrary: details.map((one) => ({ verb, details: one })),
})
const move = fc.oneof(
  act('adopt', adoption, 6),
  act('instruct', instruction, 4),
  act(
    'coauthor',
    fc.record({ coAuthors: fc.uniqueArray(fc.integer({ min: 11, max: 16 }), { maxLength: 5 }) }),
    3,
  ),
  act(
    'correct',
    fc.constantFrom(1, 12, 20).map((id) => ({ what: 'author', value: `${id}` })),
    2,
  ),
  act(
    'undo',
    fc.nat({ max: 30 }).map((undoes) => ({ undoes })),
    6,
  ),
  act('edit', fc.constant({}), 3),
  act(
    'archive',
    fc.boolean().map((isInvalid) => ({ isInvalid })),
    1,
  ),
  act('withdraw', fc.constant({}), 1),
  act(
    'judge',
    fc.constantFrom(...verdicts).map((verdict) => ({ verdict, reason: '理由' })),
    1,
  ),
)

const openedAt = new Date('2024-05-01T02:00:00Z')

/** What happens to a matter that waits for the office; what is not possible is left out. */
const played = (at: Rulebook, moves: readonly Pick<Act, 'verb' | 'details'>[]): Dossier => {
  let dossier = opened('opinion')
  dossier = { ...dossier, item: { ...dossier.item, state: 'submitted', openedAt } }
  for (const { verb, details } of moves) {
    const one: Act = { verb, details, by: clerk, at: start, ...patchOf(verb, details) }
    const now = living(dossier.facts)
    const last = now[(details.undoes ?? 0) % now.length]
    if (verb === 'undo' && !last) continue
    const decision =
      verb === 'undo' && last ? decideUndo(at, dossier, last, one) : decide(at, dossier, one)
    if (decision.ok) dossier = taken(dossier, decision.change)
  }
  return dossier
}

const patchOf = (verb: Act['verb'], { coAuthors, value }: Details): Pick<Act, 'patch'> =>
  verb === 'coauthor'
    ? { patch: { coAuthors: coAuthors ?? [] } }
    : verb === 'correct'
      ? { patch: { author: Number(value) } }
      : {}

const signersOf = ({ author, coAuthors }: Item) => [
  author,
  ...coAuthors.filter((one) => one !== author),
]
const inTenths = (points: number) => Math.round(points * 10)

test.each(stackings)(
  '%s: in whatever order things come and go, the ledger holds what the final facts are worth, to each his share',
  (stacking) => {
    const version = rules({ stacking, version: stacking, effectiveFrom: '2024-01-01' })
    fc.assert(
      fc.property(fc.array(move, { minLength: 1, maxLength: 30 }), (moves) => {
        const dossier = played(bookOf(version), [{ verb: 'edit', details: {} }, ...moves])
        const signers = signersOf(dossier.item)
        const due = plainWorth(dossier, version).map((total) => plainShares(total, signers.length))
        const everybody = new Set([...signers, ...dossier.posted.map(({ to }) => to)])
        for (const person of everybody) {
          const n = signers.indexOf(person)
          const expected = due.reduce((all, shares) => all + (shares[n] ?? 0), 0)
          const held = dossier.posted.filter(({ to }) => to === person)
          expect(held.reduce((all, { points }) => all + inTenths(points), 0)).toBe(expected)
        }
      }),
      { numRuns: 400 },
    )
  },
)

const netOf = (posted: Dossier['posted']) => {
  const net = new Map<string, number>()
  for (const { to, rule, outcomeOn, points } of posted) {
    const key = `${outcomeOn} ${rule} ${to}`
    net.set(key, (net.get(key) ?? 0) + inTenths(points))
  }
  return [...net]
    .filter(([, points]) => points !== 0)
    .map(String)
    .toSorted((a, b) => (a < b ? -1 : 1))
}

test('the order in which outcomes are learnt of changes no month: only their own days count', () => {
  const outcomes = fc.uniqueArray(
    fc.oneof(
      adoption.map((details) => ({ verb: 'adopt' as const, details })),
      instruction.map((details) => ({ verb: 'instruct' as const, details })),
    ),
    { selector: ({ details }) => details.on, minLength: 1, maxLength: 8 },
  )
  const twice = outcomes.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  )
  fc.assert(
    fc.property(twice, fc.constantFrom(...stackings), ([list, shuffled], stacking) => {
      const at = bookOf(rules({ stacking }))
      const edit = { verb: 'edit', details: {} } as const
      expect(netOf(played(at, [edit, ...shuffled]).posted)).toEqual(
        netOf(played(at, [edit, ...list]).posted),
      )
    }),
    { numRuns: 200 },
  )
})

test('an outcome keeps the rules of its day, whatever holds by now', () => {
  const newer = rules({
    version: '新',
    effectiveFrom: '2024-05-15',
    points: { ...builtInRules.points, 'opinion.adopt.city': 16, 'opinion.adopt.county': 8 },
  })
  const ofDay = (on: string) => (on < '2024-05-15' ? builtInRules : newer)
  fc.assert(
    fc.property(fc.array(adoption, { minLength: 1, maxLength: 8 }), (list) => {
      const { posted } = played(bookOf(newer), [
        { verb: 'edit', details: {} },
        ...list.map((details) => ({ verb: 'adopt' as const, details })),
      ])
      const worth = list.map(({ level, form, on }) =>
        Math.round(ofDay(on).points[`opinion.adopt.${level}`] * builtInRules.forms[form] * 10),
      )
      const sum = posted.reduce((all, { points }) => all + inTenths(points), 0)
      expect(sum).toBe(Math.max(10, ...worth))
      for (const { outcomeOn, ruleVersion } of posted)
        expect(ruleVersion).toBe(ofDay(outcomeOn).version)
    }),
    { numRuns: 200 },
  )
})

test('a version that was loaded later leaves what had been recorded before as it was', () => {
  const loadedAt = new Date('2024-06-10T00:00:00Z')
  const newer = rules({ version: '新', effectiveFrom: '2024-05-01', stacking: 'cumulative' })
  const { rulesOn } = scorebookOf(
    builtInRules,
    [{ rules: newer, knownSince: loadedAt }],
    'Asia/Shanghai',
  )
  expect(rulesOn('2024-05-06', new Date('2024-06-09T00:00:00Z')).version).toBe('2024.1')
  expect(rulesOn('2024-05-06', new Date('2024-06-11T00:00:00Z')).version).toBe('新')
  expect(rulesOn('2024-05-06').version).toBe('新')
  expect(rulesOn('2024-04-30').version).toBe('2024.1')
})
