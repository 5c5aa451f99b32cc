import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runAdmin, type AdminResult } from '../../src/admin/run.ts'
import { readSheet, writeSheet } from '../../src/admin/sheet.ts'
import { openHouse, type House } from '../house.ts'

let house: House
let folder: string
beforeAll(async () => {
  house = await openHouse()
  folder = mkdtempSync(join(tmpdir(), 'cppcc-old-'))
})
afterAll(async () => {
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})

const admin = (...args: readonly string[]): Promise<AdminResult> =>
  runAdmin(
    { store: house.store, dataDir: folder, cwd: folder, now: house.now, zone: 'Asia/Shanghai' },
    args,
  )
const csv = (name: string, ...lines: readonly string[]) =>
  writeFileSync(join(folder, name), `\uFEFF${lines.join('\n')}\n`)
const head =
  '编号(旧),题目,内容,作者,报送日期,状态,编报级别,采用级别,采用形式,期号,采用日期,批示级别,主要领导(是/否),批示日期,得分,备注'

test('the office’s own list of this year is taken over: marked, with its points, told to nobody', async () => {
  const before = house.lark.sent.length
  csv(
    'year.csv',
    head,
    '1,学校周边错峰放学,城东小学门口放学堵车。建议错峰放学,李一,2024-02-05,已采用,市、省,县、市,综合、单篇,第3期、2024年第9期,2024-02-20、5月6日,市主要,,2024.5.20,20,存档',
    '2,老旧小区加装电梯,,王二,2024/3/4,已编报,市,,,,,,,,1,',
    '3,村口路灯,,王二,20240311,留存,,,,,,,,,1,',
    '4,河道保洁,,李一,3月12日,未采用,市,,,,,,,,1,',
    '5,个人纠纷,,李一,3月13日,不受理,,,,,,,,,0,',
    '6,公交刷卡机字太小,,赵三,2024-05-30,,,,,,,,,,,',
    '1,,,,,,,省,单篇,第12期,2024-05-30,,,,,',
  )
  const { code, lines } = await admin('import', 'opinions', 'year.csv')
  expect(lines).toEqual([
    '已迁入 6 条(社1—社6),采用 3 次,批示 1 次,按规则计 33 分。',
    '忽略了不认识的列:备注',
    '得分与规则不同的 1 条,账上按规则(要按原表,导入时加 --keep-points):',
    '  1:原表 20 分,规则 30 分',
  ])
  expect(code).toBe(0)
  await house.settled()
  expect(house.lark.sent.length).toBe(before)
})

test('it is in the books as if it had been said: state, history, points by the day of the outcome, boards', async () => {
  const one = await house.ask('吴办', '查 1')
  expect(one).toContain('已上报')
  const why = await house.ask('李一', '为什么')
  expect(why).toContain('共31分')
  expect(why).toContain('+10 社1 省采用(5月30日)')
  expect(why).toContain('+10 社1 市领导批示(5月20日)')
  expect(await house.ask('吴办', '查 3')).toContain('登记(迁入,原编号3)')
  expect(await house.ask('吴办', '查 4')).toContain('已办结')
  expect(await house.ask('吴办', '排行 年 委员')).toContain('李一 31分')
  // who must move next has his days from today on
  expect(await house.ask('吴办', '查 6')).toContain('应办 6月12日')
  expect(await house.ask('吴办', '采用 2 市 单篇 2024第31期')).toContain('王二 +9')
})

test('the same list a second time is refused, and a new one beside it is taken', async () => {
  const { code, lines } = await admin('import', 'opinions', 'year.csv')
  expect(code).toBe(1)
  expect(lines).toEqual([
    '表里有 6 条以前已经迁入(1→社1、2→社2、3→社3、4→社4、5→社5…),没有写入。请去掉这些行再导入。',
  ])
  csv('more.csv', head, '7,公园厕所,,赵三、王二,2024-04-01,已采用,,县,,,2024-04-20,,,,8,')
  expect((await admin('import', 'opinions', 'more.csv', '--keep-points')).lines).toEqual([
    expect.stringMatching(/^已迁入 1 条/),
    '忽略了不认识的列:备注',
    '得分与规则不同的 1 条,差额已记为"迁入调整":',
    '  7:原表 8 分,规则 5 分',
  ])
  expect(await house.ask('赵三', '为什么')).toMatch(/\+3 社\d+ 迁入调整:原表8分,规则5分/)
})

test('every mistake is named by line and column, and nothing is written', async () => {
  csv(
    'bad.csv',
    head,
    '21,好的一条,,李一,2024-04-01,已编报,市,,,,,,,,,',
    '22,,,孙九,2024-02-30,批准,区,,单篇,,,,,,很多,',
    '23,早了,,李一,2024-05-01,已采用,市,市,半篇,,2024-04-01,,,,,',
    '24,没写级别,,李一,2025-01-01,已编报,,,,,,,,2024-05-01,,',
    '25,矛盾,,李一,2024-05-01,不受理,,市,单篇,,5月2日,市,大概,5月3日,,',
    '21,另一个题目,,,,,,市、省,,,5月1日、5月2日、5月3日,,,,,',
    ',没编号,,李一,2024-05-01,,,,,,,,,,,',
  )
  const { code, lines } = await admin('import', 'opinions', 'bad.csv')
  expect(code).toBe(1)
  expect(lines).toEqual([
    '表里有误,没有写入',
    '第7行,"题目":与第2行同一编号,写的却不同',
    '第7行,"采用日期":写了 3 个,级别写了 2 个,要一一对应',
    '第3行,"题目":要写 1—100 字的题目',
    '第3行,"作者":名册里没有"孙九"(或不是委员、信息员、联系点)',
    '第3行,"报送日期":看不懂日期"2024-02-30",要写成 2026-03-01',
    '第3行,"编报级别":看不懂"区",要写县、市、省或全国',
    '第3行,"采用级别":写了"采用形式",要写是哪一级采用的',
    expect.stringContaining('第3行,"状态":看不懂"批准",可写:待审核'),
    '第3行,"得分":"很多"不是分数',
    '第4行,"采用日期":"2024-04-01"早于报送日期',
    '第4行,"采用形式":看不懂"半篇",要写单篇、综合或转送',
    expect.stringMatching(/第4行,"采用级别":状态写了采用/),
    '第5行,"报送日期":"2025-01-01"还没有到',
    '第5行,"批示级别":写了"批示日期",要写是哪一级领导',
    '第5行,"编报级别":要写报到了哪一级',
    '第6行,"主要领导":写"是"或"否"',
    '第6行,"状态":写的是"不受理",却有编报、采用或批示',
    '第8行,"编号":要写原来的编号(40 字以内)',
  ])
  csv('headless.csv', '题目,作者', '一,李一')
  expect((await admin('import', 'opinions', 'headless.csv')).lines).toEqual([
    '表里有误,没有写入',
    '第1行:缺少"编号"列',
    '第1行:缺少"报送日期"列',
  ])
  expect(await house.ask('吴办', '查 好的一条')).toContain('没有找到')
  expect((await admin('import', 'opinions', 'nowhere.csv')).lines).toEqual(['找不到这个文件。'])
})

test('two of one name are told apart by what stands behind it; those who left keep what is theirs', async () => {
  await house.enrol([
    ['孙五', ['member'], { party: '民盟支部' }],
    ['孙五', ['member'], { party: '九三学社' }],
  ])
  csv('names.csv', head, '31,同名,,孙五,2024-04-01,,,,,,,,,,,')
  expect((await admin('import', 'opinions', 'names.csv')).lines[1]).toBe(
    '第2行,"作者":名册里有 2 个"孙五",请写成 孙五(单位)',
  )
  csv('names.csv', head, '31,同名,,孙五(九三学社),2024-04-01,,,,,,,,,,,')
  expect((await admin('import', 'opinions', 'names.csv')).code).toBe(0)
})

test('an example to fill in opens in Excel and can be imported as it is', async () => {
  expect((await admin('import', 'opinions', '--example', 'example.xlsx')).lines[0]).toContain(
    '样表已写到',
  )
  const { header, rows } = await readSheet(join(folder, 'example.xlsx'))
  expect(header).toContain('编号(旧)')
  expect(rows).toHaveLength(1)
  expect((await admin('import', 'opinions', 'example.xlsx')).code).toBe(0)
  await writeSheet(join(folder, 'empty.xlsx'), [...header], [])
  expect((await admin('import', 'opinions', 'empty.xlsx')).lines).toEqual([
    '表里没有一条社情民意,没有写入。',
  ])
})
