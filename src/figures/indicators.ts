import { spoken } from '../domain/dates.ts'
import {
  adoptionsText,
  excludedText,
  kindWords,
  levelsText,
  medianText,
  shareText,
} from './figure-words.ts'
import type { OpinionFigures } from './opinion-figures.ts'
import type { Rates } from './rates.ts'
import { spanTitle } from './spans.ts'
import { type Cell, type Table, nothing, rateOf } from './table.ts'

/** The sheets 指标 and 参与率 of a span. */
export const indicatorTables = (
  officeName: string,
  figures: OpinionFigures,
): readonly [Table, Table] => [indicators(officeName, figures), takingPart(officeName, figures)]

const indicators = (officeName: string, figures: OpinionFigures): Table => {
  const { span, asOf } = figures
  return {
    name: '指标',
    title: `${officeName}社情民意指标(${spanTitle(span)})`,
    about: [`截至:${spoken(asOf)}24时`, excludedText(figures)],
    columns: ['指标', '数值', '其中迁入(另列)', '怎么算'],
    rows: rowsOf(figures),
    notes: [
      '统计口径:',
      '1. 撤回、不受理、并入他件、作废的不进任何分母,列在"剔除";迁入的不进比率,另列一栏。',
      '2. 没有分母写"—";分母不足5件的写"样本不足",不参加排名。',
    ],
  }
}

const rowsOf = (figures: OpinionFigures): readonly (readonly Cell[])[] => {
  const { rates, ratesTakenOver } = figures
  const of = (pick: (rates: Rates) => string): readonly Cell[] => [
    pick(rates),
    ratesTakenOver ? pick(ratesTakenOver) : nothing,
  ]
  // prettier-ignore
  return [
      ['报送', `${figures.submitted}`, `${figures.takenOver}`, '统计期内报送,撤回的不计'],
      ['有效报送', `${figures.valid}`, nothing, '其中已采编或留存(有效)的'],
      ['采编率', ...of((one) => shareText(one.edited)), '已采编 ÷ 统计期内报送、已作决定的'],
      ['上报率', ...of((one) => levelsText(one.reported)), '已报该级 ÷ 有效报送'],
      [
        '采用率(批次)',
        ...of((one) => levelsText(one.adopted)),
        '该级或以上采用 ÷ 统计期内报送、已报该级的;未定的留在分母',
      ],
      [
        '采用数(按日期)',
        adoptionsText(figures.adoptions),
        nothing,
        '采用日期在统计期内;同一条在同一级计1次,形式取最好的',
      ],
      ['批示率', ...of((one) => shareText(one.instructed)), '有批示 ÷ 统计期内被采用的'],
      [
        '批示办理率',
        ...of((one) => shareText(one.answered)),
        `${figures.limits.answer}个工作日内有反馈 ÷ 统计期内有批示的`,
      ],
      ['转化率', ...of((one) => shareText(one.converted)), '转为微监督或提案 ÷ 统计期内被采用的'],
      [
        '采用周期中位数',
        ...of((one) => medianText(one.untilAdopted)),
        '从报送到首次采用的天数,未采用的按无穷大',
      ],
      [
        '反馈及时率',
        shareText(figures.told),
        nothing,
        `政协办知道结果后${figures.limits.tell}个工作日内告诉作者 ÷ 统计期内登记的结果`,
      ],
      [
        '参与率',
        shareText(figures.takingPart.all),
        nothing,
        '近12个月有有效报送的委员 ÷ 在任委员;迁入的也算',
      ],
    ]
}

const takingPart = (
  officeName: string,
  { span, takingPart: { units } }: OpinionFigures,
): Table => ({
  name: '参与率',
  title: `${officeName}委员参与率(${spanTitle(span)})`,
  columns: ['类别', '名次', '单位', '参与率', '备注'],
  rows: units.map(({ kind, name, share, place }) => [
    kindWords[kind],
    place ?? nothing,
    name,
    rateOf(share.part, share.of),
    place === undefined && share.of > 0 ? '样本不足,不排名' : '',
  ]),
  notes: ['近12个月有有效报送的在任委员 ÷ 在任委员;同类之间排名,比率相同名次相同。'],
})
