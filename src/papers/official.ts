import type * as docxTypes from 'docx'
import type { IParagraphOptions, IRunOptions, Paragraph } from 'docx'

/** A paper in the layout of government documents: title, whom it comes from, sections, who signs and when. */
export interface Official {
  readonly title: string
  /** Centred under the title. */
  readonly under: readonly string[]
  readonly sections: readonly Section[]
  readonly signature: string
  /** 2024年6月4日 */
  readonly date: string
}

export interface Section {
  /** 情况问题: numbered 一、二、三 where there are several; empty for a text without parts. */
  readonly heading: string
  readonly text: string
}

type Docx = typeof docxTypes

/** As .docx by GB/T 9704: A4, margins 37/35/28/26 mm, 28 pt lines, 小标宋 二号, 仿宋 三号, 黑体 and 楷体 headings, "— 1 —". */
export const officialDocument = async (paper: Official): Promise<Uint8Array> => {
  const docx = await import('docx')
  const document = new docx.Document({
    title: clean(paper.title),
    creator: clean(paper.signature),
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: run('仿宋_GB2312', 32) } } },
    sections: [
      {
        properties: { page: { size: a4, margin: margins(docx) } },
        footers: { default: footer(docx, 'right'), even: footer(docx, 'left') },
        children: bodyOf(docx, paper),
      },
    ],
  })
  return docx.Packer.toBuffer(document)
}

const a4 = { width: 11_906, height: 16_838 }

const margins = ({ convertMillimetersToTwip: mm }: Docx) => ({
  top: mm(37),
  bottom: mm(35),
  left: mm(28),
  right: mm(26),
  // the page number stands 7 mm below the type area
  footer: mm(25),
})

/** Latin letters and digits in Times New Roman; the hint makes quotes and dashes Chinese ones. */
const run = (eastAsia: string, size: number) => ({
  font: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia, hint: 'eastAsia' },
  size,
})

const bodyOf = (docx: Docx, { title, under, sections, signature, date }: Official): Paragraph[] => {
  const { AlignmentType } = docx
  const centred = { alignment: AlignmentType.CENTER }
  return [
    line(docx, title, '方正小标宋简体', { ...centred, size: 44, lead: 35 }),
    line(docx, '', '仿宋_GB2312'),
    ...under.map((text) => line(docx, text, '楷体_GB2312', centred)),
    line(docx, '', '仿宋_GB2312'),
    ...numbered(sections).flatMap(({ heading, text }) => [
      ...(heading ? [line(docx, heading, '黑体', { ...indented, keepNext: true })] : []),
      ...linesOf(text).map((one) => line(docx, one, faceOf(one), indented)),
    ]),
    line(docx, '', '仿宋_GB2312', { keepNext: true }),
    // the date stands four characters in, the office centred above it
    line(docx, signature, '仿宋_GB2312', {
      alignment: AlignmentType.RIGHT,
      indent: { right: signatureIndent(signature, date) },
      keepNext: true,
    }),
    line(docx, date, '仿宋_GB2312', { alignment: AlignmentType.RIGHT, indent: { right: 4 * em } }),
  ]
}

const numbered = (sections: readonly Section[]): readonly Section[] =>
  sections.length > 1
    ? sections.map((one, at) => ({ ...one, heading: `${numerals[at] ?? ''}、${one.heading}` }))
    : sections

const numerals = '一二三四五六七八九十'

/** One 三号 character, in twentieths of a point. */
const em = 320
const indented = { indent: { firstLineChars: 200, firstLine: 2 * em } }

const signatureIndent = (signature: string, date: string): number =>
  Math.max(0, Math.round(4 * em + (widthOf(date) - widthOf(signature)) / 2))

/** Between Chinese signs and digits Word leaves a quarter of a sign. */
const widthOf = (text: string): number => {
  const seams = text.match(/(?<=[!-~])[^!-~]|(?<=[^!-~])[!-~]/gu)?.length ?? 0
  return [...text].reduce((sum, char) => sum + (char > '~' ? em : em / 2), (seams * em) / 4)
}

/** (一) opens a heading of the second order. */
const faceOf = (text: string): string =>
  /^[((][一二三四五六七八九十]+[))][^。;;]{1,28}$/u.test(text) ? '楷体_GB2312' : '仿宋_GB2312'

interface Line extends Omit<IParagraphOptions, 'children' | 'spacing'> {
  readonly size?: number
  /** Distance of the lines, in points. */
  readonly lead?: number
}

const line = (
  { Paragraph, TextRun, LineRuleType }: Docx,
  text: string,
  face: string,
  { size = 32, lead = 28, ...rest }: Line = {},
): Paragraph =>
  new Paragraph({
    ...rest,
    spacing: { line: lead * 20, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
    children: [new TextRun({ ...(run(face, size) as IRunOptions), text: clean(text) })],
  })

/** — 1 — in 四号, at the outer side, one character in. */
const footer = (docx: Docx, side: 'left' | 'right') => {
  const { AlignmentType, Footer, PageNumber, Paragraph, TextRun } = docx
  const four = run('宋体', 28) as IRunOptions
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: { [side]: 280 },
        children: [new TextRun({ ...four, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  })
}

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean)

/** Signs that XML cannot hold would make Word refuse the whole paper; commas and brackets typed in haste become Chinese ones. */
const clean = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\(([^()\n]*\p{Script=Han}[^()\n]*)\)/gu, '（$1）')
    .replace(/(?<=[\p{Script=Han}）”》])[,;:?!]/gu, (sign) => fullWidth[sign] ?? sign)
    // oxlint-disable-next-line no-control-regex -- these are the very signs that must go
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')

const fullWidth: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
}
