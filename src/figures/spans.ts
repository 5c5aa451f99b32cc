import { spanOf, type Span } from '../domain/periods.ts'
import { spoken } from '../domain/dates.ts'

/** 2024年6月, 2024年第二季度, 2024年上半年, 2024年: how a span is named. */
export const spanTitle = (span: Span): string => {
  const [year, month] = [span.from.slice(0, 4), Number(span.from.slice(5, 7))]
  switch (kindOf(span)) {
    case 'month':
      return `${year}年${month}月`
    case 'quarter':
      return `${year}年第${'一二三四'[Math.floor((month - 1) / 3)] ?? ''}季度`
    case 'half':
      return `${year}年${month === 1 ? '上' : '下'}半年`
    case 'year':
      return `${year}年`
    case undefined:
      return `${year}年${spoken(span.from)}—${spoken(span.to)}`
  }
}

/** 本月, 本季, 本半年, 本年: what the columns of its tables begin with. */
export const thisSpan = (span: Span): string => {
  const kind = kindOf(span)
  return kind ? { month: '本月', quarter: '本季', half: '本半年', year: '本年' }[kind] : '本期'
}

const kindOf = (span: Span) =>
  (['month', 'quarter', 'half', 'year'] as const).find(
    (period) =>
      spanOf(period, span.from).to === span.to && spanOf(period, span.from).from === span.from,
  )
