import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readBoards } from '../../src/boards/read.ts'
import { createCalendar } from '../../src/domain/calendar.ts'
import { spanOf } from '../../src/domain/periods.ts'
import type { Cap } from '../../src/domain/scoring-rules.ts'
import { readOpinionFigures } from '../../src/papers/indicators.ts'
import { monthlyTables } from '../../src/papers/monthly.ts'
import { type Tx, rows } from '../../src/store/open.ts'
import { openHouse, type House } from '../house.ts'
import { plainBoard, plainCounts, plainMonth, plainWorth } from '../year/plain.ts'
import { planYear } from '../year/plan.ts'
import { playYear } from '../year/play.ts'

const year = spanOf('year', '2024-01-01')
const today = '2025-05-12'
let house: House
const read = <T>(work: (tx: Tx) => Promise<T>) => house.store.transaction(work)
const office = () => ({ id: house.officeId(), name: '云溪县政协' })

beforeAll(async () => {
  house = await openHouse()
  const plan = planYear(2024)
  const started = performance.now()
  await playYear(house, plan)
  house.at(`${today}T10:00:00+08:00`)
  const seconds = ((performance.now() - started) / 1000).toFixed(0)
  console.log(`一年 ${plan.length} 句话,${seconds} 秒`)
}, 600_000)
afterAll(() => house.close())

test('every figure of the seed county’s year is what plain SQL says of the same facts', async () => {
  const counts = await read((tx) => plainCounts(tx, year.from, year.to))
  expect(counts).toMatchObject({
    submitted: 177,
    toCity: 141,
    byCity: 110,
    withdrawn: 6,
    merged: 5,
  })
  const figures = await read((tx) =>
    readOpinionFigures(
      { tx, office: office(), calendar: createCalendar('Asia/Shanghai'), today },
      year,
    ),
  )
  const { rates } = figures
  const share = (part = '', of = '') => ({ part: counts[part], of: counts[of] })
  expect([figures.submitted, figures.valid]).toEqual([counts['submitted'], counts['valid']])
  expect(rates.edited).toEqual(share('edited', 'decided'))
  expect(rates.reported).toMatchObject({
    city: share('toCity', 'accepted'),
    province: share('toProvince', 'accepted'),
  })
  expect(rates.adopted).toMatchObject({
    city: { ...share('byCity', 'toCity'), undecided: counts['undecidedByCity'] },
    province: share('byProvince', 'toProvince'),
  })
  expect(rates.instructed).toEqual(share('takenInstructed', 'taken'))
  expect(rates.converted).toEqual(share('takenConverted', 'taken'))
  expect(rates.answered).toEqual(share('answered', 'instructed'))
  expect(rates.untilAdopted).toEqual({
    days: counts['median'],
    isOpen: false,
    of: counts['toCity'],
  })
  expect(figures.told.of).toBe(counts['outcomes'])
  expect(figures.takingPart.all.part).toBe(counts['active'])
  expect(figures.takingPart.all.of).toBe(63)
  expect(Object.fromEntries(figures.excluded)).toEqual({
    withdrawn: counts['withdrawn'],
    rejected: counts['rejected'],
    merged: counts['merged'],
  })
  expect(figures.adoptions.byLevel.city).toBe(counts['cityAdoptions'])
  expect(figures.takingPart.units.find(({ name }) => name === '侨联组')?.place).toBeUndefined()
})

test('the seed county’s three instructions by main leaders of the city are in the book, dated by their days', async () => {
  const found = await read((tx) =>
    rows(
      tx,
      sql`select 1 from facts where verb = 'instruct' and undone_by is null and details->>'level' = 'city' and details->>'isMainLeader' = 'true'`,
    ),
  )
  expect(found).toHaveLength(3)
})

test('统计 2024年 says it', async () => {
  const told = await house.ask('吴办', '统计 2024年')
  console.log(told)
  expect(told).toContain('采用率(同批):市 78.0%(110/141)待定21')
})

test.each(Array.from({ length: 12 }, (_, n) => n + 1))(
  'the table of month %i is what plain SQL says, unit by unit',
  async (month) => {
    const span = spanOf('month', `2024-${String(month).padStart(2, '0')}-01`)
    const { byUnit } = await read((tx) =>
      monthlyTables({ tx, office: office(), zone: 'Asia/Shanghai', today }, span),
    )
    const at = (name: string) => byUnit.columns.findIndex((column) => column.endsWith(name))
    const table = byUnit.rows.map((row) => ({
      name: row[at('单位')],
      submitted: row[at('月报送')],
      edited: row[at('采编')],
      reported: row[at('向上报送')],
      county: row[at('县采用')],
      city: row[at('市采用')],
      province: row[at('省采用')],
      leaders: row[byUnit.columns.findIndex((column) => column.startsWith('批示'))],
      points: row[at('月得分')],
      total: row[at('累计得分')],
    }))
    const plain = await read((tx) => plainMonth(tx, span.from, span.to))
    const byName = (a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)
    expect(table.toSorted(byName)).toEqual(
      plain
        .map(({ countyLeaders, cityLeaders, ...row }) => ({
          ...row,
          leaders: `${countyLeaders}/${cityLeaders}/0/0`,
        }))
        .toSorted(byName),
    )
  },
)

test('the ledger holds what the final facts are worth, whoever took back what and however late', async () => {
  const ledger = await read((tx) =>
    rows<{ name: string; points: number }>(
      tx,
      sql`select p.name, sum(l.points)::float8 as points from ledger l join people p on p.id = l.person_id
        group by p.name having sum(l.points) <> 0 order by p.name`,
    ),
  )
  const worth = await read(plainWorth)
  expect(rounded(ledger)).toEqual(rounded(worth))
})

const caps: readonly Cap[] = [{ rules: ['opinion.valid'], week: 3, year: 10 }]
const rounded = (all: readonly { readonly name: string; readonly points: number }[]) =>
  Object.fromEntries(all.map(({ name, points }) => [name, Math.round(points * 10) / 10]))

test('both boards of members, groups and parties: 信息榜 without limits, 履职榜 with them', async () => {
  const plain = await read((tx) => plainBoard(tx, year.from, year.to))
  const boards = await read(async (tx) => {
    const found = await readBoards(tx, office().id, year, { caps })
    return {
      member: await found.of('member'),
      group: await found.of('group'),
      party: await found.of('party'),
    }
  })
  expect(rounded(boards.member.filter(({ points }) => points !== 0))).toEqual(rounded(plain))
  const units = await read((tx) =>
    rows<{ kind: string; name: string; members: readonly string[] }>(
      tx,
      sql`select g.kind, g.name, json_agg(p.name) as members from groups g join group_members m on m.group_id = g.id join people p on p.id = m.person_id group by g.id`,
    ),
  )
  const points = rounded(plain)
  for (const [kind, board] of [
    ['sector', boards.group],
    ['party', boards.party],
  ] as const)
    expect(rounded(board)).toEqual(
      rounded(
        units
          .filter((unit) => unit.kind === kind)
          .map(({ name, members }) => ({
            name,
            points: members.reduce((sum, one) => sum + (points[one] ?? 0), 0),
          })),
      ),
    )
  // the seed county's most active brought more than the week's limit lets count
  const uncapped = await read((tx) => plainMonth(tx, year.from, year.to))
  const sum = (of: readonly number[]) => of.reduce((a, b) => a + b, 0)
  const inSectors = uncapped.filter(({ name }) => boards.group.some((one) => one.name === name))
  expect(sum(inSectors.map(({ points: all }) => Number(all)))).toBeGreaterThanOrEqual(
    sum(boards.group.map(({ points: all }) => all)),
  )
})
