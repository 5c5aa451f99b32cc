import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askServer } from '../../src/admin/socket.ts'
import { openHouse, openId, type House } from '../house.ts'
import { fileIn } from '../lark-stub.ts'
import { unzip } from '../unzip.ts'

let house: House
let folder: string
beforeAll(async () => {
  house = await openHouse()
  folder = mkdtempSync(join(tmpdir(), 'cppcc-papers-'))
  await house.say(
    '李一',
    '社情民意\n标题:关于规范乡村幸福食堂运营的建议\n情况:全县已建成32家,走访6家😀𠮷\n原因:补贴按床位核\n建议:1.按实际就餐数补助\n2.三村合办一个中心厨房',
  )
  await house.say('王二', '社情民意 =1+1 开发区晚上九点后没有公交,建议加开晚班公交')
  for (const said of ['采编 1', '编报 1 市', '采用 1 市 单篇 2024第31期', '批示 1 市主要'])
    await house.say('吴办', said)
})
afterAll(async () => {
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})

const paragraphs = (xml: string): readonly string[] =>
  [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((match) => match[1]).join(''),
  )
const admin = (...args: readonly string[]) =>
  askServer(house.dataDir, { args: [...args], cwd: folder })

test('导出 1: the official form comes as a Word file behind a word on what it is', async () => {
  const heard = await house.say('吴办', '导出 1')
  expect(heard[0]?.text).toContain('社1《关于规范乡村幸福食堂运营的建议》的公文稿(Word)见下一条')
  const file = fileIn(heard)
  expect(file).toMatchObject({ name: '社1 关于规范乡村幸福食堂运营的建议.docx', type: 'doc' })
  const document = unzip(file.bytes).get('word/document.xml') ?? ''
  expect(paragraphs(document).filter(Boolean)).toEqual([
    '关于规范乡村幸福食堂运营的建议',
    '反映人：李一（民盟支部）',
    '编号：社1',
    '一、情况问题',
    '全县已建成32家，走访6家😀𠮷',
    '二、原因分析',
    '补贴按床位核',
    '三、意见建议',
    '1.按实际就餐数补助',
    '2.三村合办一个中心厨房',
    '云溪县政协',
    '2024年6月4日',
  ])
})

test('a matter without labelled parts has those that are known, and what was added; nothing is invented', async () => {
  await house.say('王二', '补充 2 末班车现在是晚上八点半')
  const heard = await house.say('王二', '导出 2')
  expect(heard[0]?.text).toContain('没有单独写原因分析')
  const document = unzip(fileIn(heard).bytes).get('word/document.xml') ?? ''
  const said = paragraphs(document).filter(Boolean)
  expect(said).toContain('一、情况问题')
  expect(said).toContain('二、意见建议')
  expect(said).toContain('三、补充情况')
  expect(said).toContain('末班车现在是晚上八点半')
  expect(document).not.toContain('原因')
})

test.each([
  ['赵三', '导出 1', '1 号只能由作者本人、政协办和领导导出'],
  ['李一', '导出 6月', '报表由政协办和领导导出'],
  ['吴办', '导出 99', '没有找到 99 号'],
  ['吴办', '导出 微1', '1 号是社1'],
  ['吴办', '导出 2027年', '2027年还没有开始'],
  ['吴办', '导出', '"导出":'],
  ['吴办', '导出 13月', '"导出":'],
])('%s says %s: one sentence, no file', async (who, said, sentence) => {
  const heard = await house.say(who, said)
  expect(heard[0]?.text).toContain(sentence)
  expect(heard.some(({ file }) => file)).toBe(false)
})

test('in a group the paper goes to who asked, and the group hears no more than that', async () => {
  const heard = await house.say('吴办', '导出 1', { inGroup: true })
  expect(heard.filter(({ replyTo }) => replyTo).map(({ text }) => text)).toEqual(['已私信您。'])
  expect(heard.find(({ file }) => file)?.to).toBe(openId('吴办'))
})

test('导出 6月: the tables in one Excel file, with heads that stay and figures of the month', async () => {
  const file = fileIn(await house.say('吴办', '导出 6月'))
  expect(file).toMatchObject({ name: '云溪县政协社情民意信息情况表(2024年6月).xlsx', type: 'xls' })
  const { sheets } = await readXlsx(file.bytes)
  expect(sheets.map(({ name }) => name)).toEqual(['按单位', '采用清单', '指标', '参与率'])
  const [units, adopted] = sheets
  expect(units?.freezePane?.rows).toBe(4)
  expect(units?.autoFilter?.range).toBe('A4:T8')
  const rows = units?.rows ?? []
  expect(rows[3]?.slice(0, 8)).toEqual([
    '序号',
    '类别',
    '单位',
    '委员数',
    '本月报送',
    '本月采编',
    '向上报送',
    '县采用',
  ])
  const party = rows.find((row) => row[2] === '民盟支部')
  expect(party?.slice(3)).toEqual([
    1,
    1,
    1,
    1,
    0,
    1,
    0,
    0,
    '0/1/0/0',
    0,
    1,
    20,
    20,
    20,
    1,
    12,
    1 / 12,
  ])
  // a unit without any has its row
  expect(rows.find((row) => row[2] === '工商联')?.slice(3, 14)).toEqual([
    2,
    1,
    0,
    0,
    0,
    0,
    0,
    0,
    '0/0/0/0',
    0,
    '—',
  ])
  expect(rows.flat().join(' ')).toContain('统计口径')
  expect(adopted?.rows.find((row) => row[1] === '社1')).toEqual([
    1,
    '社1',
    '关于规范乡村幸福食堂运营的建议',
    '李一(民盟支部)',
    '市政协',
    '单篇',
    '2024第31期 6月4日',
    '市主要领导(6月4日)',
    '—',
  ])
})

test('admin export writes the same: tables as xlsx and csv, an opinion as docx', async () => {
  expect((await admin('export', '社情民意表', '2024-06', 'june.xlsx'))?.lines[0]).toContain(
    '已导出 2024年6月 社情民意表 4 行',
  )
  expect((await readXlsx(readFileSync(join(folder, 'june.xlsx')))).sheets).toHaveLength(4)
  await admin('export', '社情民意表', '2024年', 'year.csv')
  const csv = readFileSync(join(folder, 'year.csv'), 'utf8')
  expect(csv.startsWith('\uFEFF序号,类别,单位')).toBe(true)
  expect(csv).toContain('100.0%(1/1)')
  expect((await admin('export', '采用清单', '上半年', 'list.csv'))?.lines[0]).toContain('1 行')
  expect((await admin('export', '1', 'one.docx'))?.code).toBe(0)
  expect(unzip(readFileSync(join(folder, 'one.docx'))).has('word/document.xml')).toBe(true)
})

test.each([
  [['export', '社情民意表', '下个月', 'x.xlsx'], '哪一段时间'],
  [['export', '社情民意表', '2030-01', 'x.xlsx'], '还没有开始'],
  [['export', '社情民意表', '2024-06', 'x.doc'], '文件名要以 .xlsx 或 .csv 结尾'],
  [['export', '社情民意表', '2024-06'], '用法'],
  [['export', '99', 'x.docx'], '没有编号 99 的社情民意'],
  [['export', '1', 'x.pdf'], '文件名要以 .docx 结尾'],
])('admin %j is answered by a sentence', async (args, sentence) => {
  const result = await admin(...args)
  expect(result?.code).toBe(1)
  expect(result?.lines.join('\n')).toContain(sentence)
})

test('what the office edited is what the form says, and what came out of it stands in the list', async () => {
  await house.say('李一', '补充 1 另有两家停办')
  await house.say('吴办', '采编 1 情况:全县建成幸福食堂32家,就餐率偏低。\n建议:按实际就餐数补助。')
  const document = unzip(fileIn(await house.say('吴办', '导出 1')).bytes).get('word/document.xml')
  const said = paragraphs(document ?? '').filter(Boolean)
  expect(said).toContain('全县建成幸福食堂32家，就餐率偏低。')
  expect(said.join('')).not.toMatch(/走访6家|停办|原因/)
  const converted = await house.ask('吴办', '转 1 提案线索')
  const lead = /提\d+/.exec(converted)?.[0] ?? 'none'
  await house.say('吴办', '采用 1 省 综合 统战部')
  const { sheets } = await readXlsx(fileIn(await house.say('吴办', '导出 本月')).bytes)
  const row = sheets[1]?.rows.find((one) => one[4] === '省委统战部')
  expect(row?.slice(5)).toEqual(['综合', '6月4日', '市主要领导(6月4日)', `${lead}(6月4日)`])
})

test('what looks like a formula stays text in every file', async () => {
  await house.say('吴办', '标题 2 =HYPERLINK("http://evil.example","点我")')
  for (const said of ['采编 2', '采用 2 县']) await house.say('吴办', said)
  const { sheets } = await readXlsx(fileIn(await house.say('吴办', '导出 本月')).bytes)
  const cell = sheets[1]?.rows.flat().find((one) => String(one).includes('HYPERLINK'))
  expect(cell).toBe('=HYPERLINK("http://evil.example","点我")')
  expect([...(sheets[1]?.cells?.values() ?? [])].some(({ formula }) => formula)).toBe(false)
  await admin('export', '采用清单', '本月', 'formula.csv')
  expect(readFileSync(join(folder, 'formula.csv'), 'utf8')).toContain(
    `"'=HYPERLINK(""http://evil.example"",""点我"")"`,
  )
})
