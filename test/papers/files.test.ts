import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { csvOf } from '../../src/papers/csv.ts'
import { officialDocument } from '../../src/papers/official.ts'
import { workbookOf } from '../../src/papers/workbook.ts'
import { unzip } from '../unzip.ts'

const paper = (text: string) =>
  officialDocument({
    title: '题目',
    under: ['反映人:李一'],
    sections: [{ heading: '情况问题', text }],
    signature: '云溪县政协',
    date: '2024年6月4日',
  })
const documentOf = async (text: string): Promise<string> =>
  unzip(await paper(text)).get('word/document.xml') ?? ''

test('its layout is that of government documents: A4, margins, faces, 28 pt lines, page numbers at the outer side', async () => {
  const parts = unzip(await paper('全县已建成32家'))
  const document = parts.get('word/document.xml') ?? ''
  expect(document).toMatch(/<w:pgSz w:w="11906" w:h="16838"/)
  // 37, 26, 35 and 28 mm in twentieths of a point
  expect(document).toMatch(/<w:pgMar w:top="2097" w:right="1474" w:bottom="1984" w:left="1587"/)
  expect(document).toMatch(/w:line="560" w:lineRule="exact"/)
  for (const face of ['方正小标宋简体', '仿宋_GB2312', '黑体', '楷体_GB2312'])
    expect(document).toContain(
      `<w:rFonts w:ascii="Times New Roman" w:eastAsia="${face}" w:hAnsi="Times New Roman" w:hint="eastAsia"/>`,
    )
  expect(document).toMatch(/w:firstLineChars="200"/)
  const footers = [...parts].filter(([name]) => /footer\d/.test(name) && name.endsWith('.xml'))
  expect(footers).toHaveLength(2)
  for (const [, footer] of footers) expect(footer).toMatch(/— .*PAGE.* —/s)
  expect(parts.get('word/settings.xml')).toContain('evenAndOddHeaders')
})

const hostile = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  ' =1',
  '＝1+1',
  '=HYPERLINK("http://evil.example";"x")',
  "=cmd|' /C calc'!A0",
]
const strange = [
  '😀👨‍👩‍👧',
  '𠮷野家、䶮、㐂',
  'a\u0001b\u001fc',
  '<b>&"\'',
  'x'.repeat(60_000),
  '两行\n第二行',
]

test.each(hostile)('%j is text in xlsx and csv', async (text) => {
  const table = { name: '表', columns: ['列'], rows: [[text]] }
  const bytes = await workbookOf([table])
  const { sheets } = await readXlsx(bytes)
  expect(sheets[0]?.rows[1]?.[0]).toBe(text)
  expect(unzip(bytes).get('xl/worksheets/sheet1.xml')).not.toContain('<f>')
  expect(Buffer.from(csvOf(table)).toString()).toMatch(/^\uFEFF列\r\n"?'/)
})

test.each(strange)('%j survives in every file', async (text) => {
  const table = { name: '表', columns: ['列'], rows: [[text]] }
  const { sheets } = await readXlsx(await workbookOf([table]))
  // a cell of Excel holds no more than 32767 characters
  expect(sheets[0]?.rows[1]?.[0]).toBe(text.slice(0, 32_000))
  expect(Buffer.from(csvOf(table)).toString()).toContain(text.replaceAll('"', '""'))
  const document = await documentOf(text)
  // oxlint-disable-next-line no-control-regex -- XML holds none of them
  expect(document).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/)
  const said = [...document.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((match) => match[1]).join('')
  expect(said).toContain(
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&apos;')
      // oxlint-disable-next-line no-control-regex -- a new line is a new paragraph, the others cannot be kept
      .replace(/[\u0000-\u001f]/g, ''),
  )
})

test('half a sign is no reason to fail', async () => {
  expect(await documentOf('坏\ud83d字')).toContain('坏\ufffd字')
  const { sheets } = await readXlsx(
    await workbookOf([{ name: '表', columns: ['列'], rows: [['坏\ud83d字']] }]),
  )
  expect(sheets[0]?.rows[1]?.[0]).toBe('坏\ufffd字')
})

test('commas and brackets typed between Chinese signs become Chinese ones, between digits they stay', async () => {
  expect(await documentOf('走访6家(含村级),其中2家;共1,500人(3:2)')).toContain(
    '走访6家（含村级），其中2家；共1,500人(3:2)',
  )
})

test('(一) opens a heading of the second order, in 楷体', async () => {
  expect(await documentOf('(一)总体情况\n说明')).toMatch(
    /楷体_GB2312(?:(?!<w:t).)*<w:t[^>]*>（一）总体情况/,
  )
})

test('empty tables have their head and are valid', async () => {
  const { sheets } = await readXlsx(
    await workbookOf([{ name: '表', columns: ['甲', '乙'], rows: [] }]),
  )
  expect(sheets[0]?.rows).toEqual([['甲', '乙']])
  expect(sheets[0]?.autoFilter?.range).toBe('A1:B1')
})
