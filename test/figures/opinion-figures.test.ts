import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createCalendar } from '../../src/domain/calendar.ts'
import {
  adoptionsText,
  excludedText,
  levelsText,
  medianText,
  shareText,
} from '../../src/figures/figure-words.ts'
import { type Observed, opinionFigures } from '../../src/figures/opinion-figures.ts'
import type { OpinionRecord } from '../../src/figures/opinions.ts'

const june = { from: '2024-06-01', to: '2024-06-30' }
let numbers = 0
const opinion = (rest: Partial<OpinionRecord> = {}): OpinionRecord => ({
  no: (numbers += 1),
  title: '题',
  authors: [1],
  state: 'submitted',
  isTakenOver: false,
  isValid: false,
  submittedOn: '2024-06-03',
  reports: [],
  adoptions: [],
  instructions: [],
  answers: [],
  conversions: [],
  ...rest,
})
const edited = (rest: Partial<OpinionRecord> = {}) =>
  opinion({ state: 'edited', isValid: true, editedOn: '2024-06-05', ...rest })
const toCity = [{ on: '2024-06-06', levels: ['city'] as const }]
const reported = (rest: Partial<OpinionRecord> = {}) =>
  edited({ state: 'reported', reports: toCity, ...rest })
const adopted = (on: string, rest: Partial<OpinionRecord> = {}) =>
  reported({ adoptions: [{ on, level: 'city', form: 'single', outlet: 'cppcc' }], ...rest })

const figuresOf = (opinions: readonly OpinionRecord[], rest: Partial<Observed> = {}) =>
  opinionFigures({
    span: june,
    asOf: '2024-11-20',
    calendar: createCalendar('Asia/Shanghai'),
    limits: { answer: 15, tell: 3 },
    opinions,
    units: [],
    inOffice: [],
    tellings: [],
    ...rest,
  })

test('采编率 = edited ÷ decided: what waits is no decision, kept and converted ones are', () => {
  const { rates } = figuresOf([
    ...Array.from({ length: 5 }, () => edited()),
    opinion({ state: 'archived', isValid: true }),
    opinion({ state: 'archived' }),
    opinion({
      state: 'converted',
      conversions: [{ on: '2024-06-10', kind: 'supervision', no: 900 }],
    }),
    opinion(),
    opinion({ state: 'returned' }),
  ])
  expect(shareText(rates.edited)).toBe('62.5%(5/8)')
})

test('采用率 by batch: reported to a level, adopted there or above, the undecided in the base and named', () => {
  const { rates } = figuresOf([
    ...Array.from({ length: 5 }, () => adopted('2024-10-10')),
    reported({
      adoptions: [{ on: '2024-07-01', level: 'county', form: 'single', outlet: 'cppcc' }],
    }),
    reported({
      adoptions: [{ on: '2024-07-01', level: 'province', form: 'single', outlet: 'cppcc' }],
    }),
    reported({ state: 'closed' }),
    adopted('2024-10-10', { submittedOn: '2024-05-31' }),
  ])
  expect(levelsText(rates.adopted)).toBe('市 75.0%(6/8)待定1')
  expect(levelsText(rates.reported)).toBe('市 100.0%(8/8)')
})

test.each([
  ['withdrawn', '剔除 1 件(已撤回1)'],
  ['rejected', '剔除 1 件(不受理1)'],
  ['merged', '剔除 1 件(已合并1)'],
])('%s stays out of every base and is printed', (state, text) => {
  const figures = figuresOf([edited(), edited({ state, isValid: false })])
  expect(shareText(figures.rates.edited)).toBe('100.0%(1/1)样本不足')
  expect(excludedText(figures)).toBe(text)
})

test('without a base there is no rate; of fewer than five it is shown with a mark', () => {
  const { rates, told, takingPart } = figuresOf([])
  expect(
    [rates.edited, rates.instructed, rates.answered, told, takingPart.all].map(shareText),
  ).toEqual(['—', '—', '—', '—', '—'])
  expect(levelsText(rates.adopted)).toBe('—')
  expect(medianText(rates.untilAdopted)).toBe('—')
  expect(shareText({ part: 4, of: 4 })).toBe('100.0%(4/4)样本不足')
  expect(shareText({ part: 5, of: 5 })).toBe('100.0%(5/5)')
})

test('what was taken over counts in numbers and stands apart in rates', () => {
  const figures = figuresOf([
    adopted('2024-06-20'),
    adopted('2024-06-21', { isTakenOver: true }),
    edited({ isTakenOver: true, state: 'rejected' }),
  ])
  expect([figures.submitted, figures.takenOver]).toEqual([3, 2])
  expect(adoptionsText(figures.adoptions)).toBe('2 条次(市2):单篇2、综合0、转送0')
  expect(figures.rates.adopted.city).toEqual({ part: 1, of: 1, undecided: 0 })
  expect(figures.ratesTakenOver?.adopted.city).toEqual({ part: 1, of: 1, undecided: 0 })
  expect(excludedText(figures)).toBe('剔除 0 件')
})

test('采用数 by date: each opinion once at a level by its best form; December’s adopted in March is March’s', () => {
  const { adoptions } = figuresOf([
    reported({
      submittedOn: '2023-12-20',
      adoptions: [
        { on: '2024-06-01', level: 'city', form: 'combined', outlet: 'cppcc' },
        { on: '2024-06-30', level: 'city', form: 'single', outlet: 'cppcc' },
        { on: '2024-06-30', level: 'province', form: 'forwarded', outlet: 'cppcc' },
        { on: '2024-07-01', level: 'nation', form: 'single', outlet: 'cppcc' },
      ],
    }),
  ])
  expect(adoptionsText(adoptions)).toBe('2 条次(市1、省1):单篇1、综合0、转送1')
})

test.each([
  ['the fifteenth working day', '2024-06-25', 1],
  ['a day too late', '2024-06-26', 0],
  ['before the instruction', '2024-05-31', 0],
])('批示办理率: an answer on %s', (_name, on, part) => {
  const instructions = [{ on: '2024-06-03', level: 'city', isMainLeader: true }] as const
  const { rates } = figuresOf([adopted('2024-06-02', { instructions, answers: [on] })])
  // 10 June rests (端午)
  expect(rates.answered).toEqual({ part, of: 1 })
})

test('批示率 and 转化率 are shares of what was adopted in the span', () => {
  const instructions = [{ on: '2024-09-01', level: 'city', isMainLeader: true }] as const
  const { rates } = figuresOf([
    adopted('2024-06-02', {
      instructions,
      conversions: [{ on: '2024-06-10', kind: 'supervision', no: 900 }],
    }),
    adopted('2024-06-03'),
    adopted('2024-07-03', { instructions }),
    edited({ instructions }),
  ])
  expect(rates.instructed).toEqual({ part: 1, of: 2 })
  expect(rates.converted).toEqual({ part: 1, of: 2 })
})

test.each([
  ['on the third working day', '2024-06-13T09:00:00+08:00', 1],
  ['on the fourth', '2024-06-14T09:00:00+08:00', 0],
  ['never', undefined, 0],
])('反馈及时率: told %s', (_name, at, part) => {
  const knownAt = new Date('2024-06-07T17:00:00+08:00')
  const { told } = figuresOf([], { tellings: [{ knownAt, ...(at && { toldAt: new Date(at) }) }] })
  expect(told).toEqual({ part, of: 1 })
})

test('参与率: of members in office, twelve months back, by unit; small units are shown behind, not ranked', () => {
  const unit = (name: string, members: readonly number[]) =>
    ({ kind: 'sector', name, members }) as const
  const { takingPart } = figuresOf(
    [
      edited({ authors: [1, 2] }),
      edited({ authors: [6], submittedOn: '2023-07-01' }),
      edited({ authors: [7], submittedOn: '2023-06-30' }),
      edited({ authors: [10] }),
      opinion({ authors: [3] }),
    ],
    {
      units: [unit('甲组', [1, 2, 3, 4, 5, 99]), unit('乙组', [6, 7, 8, 9, 3]), unit('丙组', [10])],
      inOffice: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    },
  )
  expect(takingPart.all).toEqual({ part: 4, of: 10 })
  expect(takingPart.units.map(({ name, share, place }) => [name, shareText(share), place])).toEqual(
    [
      ['甲组', '40.0%(2/5)', 1],
      ['乙组', '20.0%(1/5)', 2],
      ['丙组', '100.0%(1/1)样本不足', undefined],
    ],
  )
})

test('every part lies in its base, and nobody is ranked before a better one', () => {
  const day = fc
    .integer({ min: 1, max: 200 })
    .map(
      (n) =>
        `2024-${String(1 + Math.floor(n / 28)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`,
    )
  const level = fc.constantFrom('county', 'city', 'province', 'nation')
  const record = fc.record({
    state: fc.constantFrom(
      'submitted',
      'edited',
      'reported',
      'closed',
      'archived',
      'withdrawn',
      'merged',
    ),
    isTakenOver: fc.boolean(),
    isValid: fc.boolean(),
    submittedOn: day,
    editedOn: day,
    reports: fc.array(fc.record({ on: day, levels: fc.array(level, { minLength: 1 }) }), {
      maxLength: 2,
    }),
    adoptions: fc.array(
      fc.record({
        on: day,
        level,
        form: fc.constantFrom('single', 'combined', 'forwarded'),
        outlet: fc.constant('cppcc'),
      }),
      { maxLength: 3 },
    ),
  })
  fc.assert(
    fc.property(fc.array(record, { maxLength: 20 }), (all) => {
      const { rates, adoptions } = figuresOf(all.map((one) => opinion(one)))
      const shares = [
        rates.edited,
        rates.instructed,
        rates.converted,
        rates.answered,
        ...Object.values(rates.reported),
        ...Object.values(rates.adopted),
      ]
      expect(shares.every(({ part, of }) => part >= 0 && part <= of)).toBe(true)
      expect(
        Object.values(rates.adopted).every(({ part, of, undecided }) => part + undecided <= of),
      ).toBe(true)
      const sum = (of: object) => Object.values(of).reduce((a: number, b: number) => a + b, 0)
      expect(sum(adoptions.byLevel)).toBe(sum(adoptions.byForm))
    }),
  )
})
