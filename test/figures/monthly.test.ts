import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unitQuotas } from '../../src/data/quotas.ts'
import { type Verb, levels } from '../../src/domain/act.ts'
import { adoptedList } from '../../src/figures/adopted.ts'
import { type Monthly, byUnit } from '../../src/figures/by-unit.ts'
import { type OpinionRecord, recordOf } from '../../src/figures/opinions.ts'
import { rateOf, textOf } from '../../src/figures/table.ts'
import { adoptionOf, tallyOf } from '../../src/figures/tally.ts'

const june = { from: '2024-06-01', to: '2024-06-30' }
const opinion = (no: number, rest: Partial<OpinionRecord> = {}): OpinionRecord => ({
  no,
  title: `第${no}条`,
  authors: [1],
  state: 'reported',
  isTakenOver: false,
  isValid: true,
  submittedOn: '2024-06-03',
  reports: [],
  adoptions: [],
  instructions: [],
  conversions: [],
  answers: [],
  ...rest,
})
const monthly = (rest: Partial<Monthly> = {}): Monthly => ({
  officeName: '云溪县政协',
  span: june,
  cutOff: june.to,
  units: [
    { id: 1, kind: 'party', name: '民盟支部', members: [1, 2], size: 2 },
    { id: 2, kind: 'party', name: '工商联', members: [3], size: 1 },
    { id: 3, kind: 'party', name: '民建支部', members: [], size: 0 },
  ],
  opinions: [],
  points: { inSpan: new Map(), inYear: new Map() },
  delivered: new Set(),
  quotas: unitQuotas,
  ...rest,
})
const cell = (table: ReturnType<typeof byUnit>, unit: string, column: string) =>
  table.rows.find((row) => row[2] === unit)?.[table.columns.indexOf(column)]

test.each([
  ['the first day', '2024-06-01', 1],
  ['the last day', '2024-06-30', 1],
  ['the day before', '2024-05-31', 0],
  ['the day after', '2024-07-01', 0],
])('a month holds %s or not', (_name, on, count) => {
  const { adopted } = tallyOf(
    [opinion(1, { adoptions: [{ on, level: 'city', outlet: 'cppcc', form: 'single' }] })],
    june,
  )
  expect(adopted.city).toBe(count)
})

test('one opinion counts once at a level, and at each level; twice reported is reported once', () => {
  const { adopted, reported } = tallyOf(
    [
      opinion(1, {
        reports: [
          { on: '2024-06-04', levels: ['city'] },
          { on: '2024-06-05', levels: ['province'] },
        ],
        adoptions: (['city', 'city', 'province'] as const).map((level) => ({
          on: '2024-06-10',
          level,
          outlet: 'cppcc' as const,
          form: 'single' as const,
        })),
      }),
    ],
    june,
  )
  expect([reported, adopted]).toEqual([1, { county: 0, city: 1, province: 1, nation: 0 }])
})

test('采用率: reported to the city and adopted there or above; by the county alone is not enough; undecided ones stay in the base', () => {
  const reports = [{ on: '2024-06-04', levels: ['city'] as const }]
  const adopted = (level: (typeof levels)[number], on = '2024-06-20') =>
    opinion(1, { reports, adoptions: [{ on, level, outlet: 'cppcc', form: 'single' }] })
  expect(
    adoptionOf(
      [
        adopted('city'),
        adopted('nation'),
        adopted('county'),
        adopted('city', '2024-07-01'),
        opinion(5, { reports }),
        opinion(6, {
          adoptions: [{ on: '2024-06-20', level: 'city', outlet: 'cppcc', form: 'single' }],
        }),
      ],
      june,
    ),
  ).toEqual({ part: 2, of: 5 })
})

test('the seed county: 141 reported, 110 adopted by the city is 78.0 %, printed with its base', () => {
  const all = Array.from({ length: 141 }, (_, at) =>
    opinion(at + 1, {
      reports: [{ on: '2024-06-04', levels: ['city'] }],
      adoptions:
        at < 110 ? [{ on: '2024-06-20', level: 'city', outlet: 'cppcc', form: 'single' }] : [],
    }),
  )
  const table = byUnit(monthly({ opinions: all }))
  expect(textOf(cell(table, '民盟支部', '采用率') ?? '')).toBe('78.0%(110/141)')
})

test('zero rows are kept, an empty base is —, and ties share a rank', () => {
  const table = byUnit(monthly())
  expect(table.rows.map((row) => row[2])).toEqual(['民盟支部', '工商联', '民建支部'])
  expect(cell(table, '工商联', '采用率')).toBe('—')
  expect(cell(table, '民建支部', '人均')).toBe('—')
  expect(['民盟支部', '工商联', '民建支部'].map((unit) => cell(table, unit, '累计名次'))).toEqual([
    1, 1, 1,
  ])
})

test('what a member brought counts for his unit, once however many of its members wrote it', () => {
  const table = byUnit(
    monthly({
      opinions: [opinion(1, { authors: [1, 2] }), opinion(2, { authors: [2, 3] })],
      delivered: new Set([1]),
      points: {
        inSpan: new Map([[1, 0.6]]),
        inYear: new Map([
          [1, 0.6],
          [2, 0.4],
          [3, 4],
        ]),
      },
    }),
  )
  expect(['民盟支部', '工商联'].map((unit) => cell(table, unit, '本月报送'))).toEqual([2, 1])
  expect(['民盟支部', '工商联'].map((unit) => cell(table, unit, '约稿完成'))).toEqual([1, 0])
  expect(cell(table, '民盟支部', '累计得分')).toBe(1)
  expect(cell(table, '民盟支部', '人均')).toBe(0.5)
  expect(cell(table, '民盟支部', '完成率')).toEqual({ part: 2, of: 12 })
  expect(cell(table, '工商联', '累计名次')).toBe(1)
})

test('11.4 has one row for an adoption, by its day; an instruction alone has one too', () => {
  const { rows } = adoptedList(
    monthly({
      opinions: [
        opinion(7, { instructions: [{ on: '2024-06-09', level: 'county', isMainLeader: false }] }),
        opinion(8, {
          adoptions: [
            { on: '2024-06-20', level: 'province', outlet: 'cppcc', form: 'combined' },
            {
              on: '2024-06-02',
              level: 'city',
              outlet: 'cppcc',
              form: 'single',
              issueNo: '2024第31期',
            },
            { on: '2024-05-02', level: 'county', outlet: 'cppcc', form: 'single' },
          ],
        }),
      ],
    }),
    (id) => `委员${id}`,
  )
  expect(rows.map(([, no, , , level, form, issue, by]) => [no, level, form, issue, by])).toEqual([
    ['社8', '市政协', '单篇', '2024第31期 6月2日', '—'],
    ['社7', '—', '—', '—', '县分管领导(6月9日)'],
    ['社8', '省政协', '综合', '6月20日', '—'],
  ])
})

test('a record: the outcome’s own day, else the day it was said in the office’s time zone; drafts are not submitted', () => {
  const fact = (verb: Verb, toState: string, at: string, on?: string) => ({
    verb,
    toState,
    saidAt: new Date(at),
    details: { ...(on && { on }), level: 'city' as const },
  })
  const item = { no: 1, title: '', author: 1, coAuthors: [], state: 'submitted' }
  expect(
    recordOf(
      item,
      [
        fact('open', 'draft', '2024-05-30T10:00:00+08:00'),
        fact('supplement', 'submitted', '2024-06-01T00:30:00+08:00'),
        fact('adopt', 'edited', '2024-07-02T10:00:00+08:00', '2024-06-28'),
      ],
      'Asia/Shanghai',
    ),
  ).toMatchObject({ submittedOn: '2024-06-01', adoptions: [{ on: '2024-06-28' }] })
  expect(
    recordOf(item, [fact('open', 'draft', '2024-06-01T10:00:00+08:00')], 'Asia/Shanghai'),
  ).not.toHaveProperty('submittedOn')
})

test('months add up to the year where each opinion comes to each outcome once', () => {
  const day = fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([month, date]) => `2024-${`${month}`.padStart(2, '0')}-${`${date}`.padStart(2, '0')}`)
  const year = Array.from({ length: 12 }, (_, at) => {
    const month = `2024-${`${at + 1}`.padStart(2, '0')}`
    return { from: `${month}-01`, to: `${month}-31` }
  })
  fc.assert(
    fc.property(fc.array(fc.tuple(day, fc.constantFrom(...levels))), (outcomes) => {
      const all = outcomes.map(([on, level], at) =>
        opinion(at, {
          submittedOn: on,
          adoptions: [{ on, level, outlet: 'cppcc', form: 'single' }],
        }),
      )
      const sums = year.map((month) => tallyOf(all, month))
      const whole = tallyOf(all, { from: '2024-01-01', to: '2024-12-31' })
      expect(sums.reduce((sum, one) => sum + one.submitted, 0)).toBe(whole.submitted)
      for (const level of levels)
        expect(sums.reduce((sum, one) => sum + one.adopted[level], 0)).toBe(whole.adopted[level])
    }),
  )
})

test('nothing is ever divided by nothing', () => {
  expect([rateOf(0, 0), textOf(rateOf(1, 3))]).toEqual(['—', '33.3%(1/3)'])
})
