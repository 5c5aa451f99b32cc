import { findDay, findForm, findIssueNo, takeLevel, takeLevels, trimSeparators } from '../words.ts'
import { onItem } from './review.ts'

export const report = onItem(
  'report',
  {
    name: '编报',
    aliases: ['上报'],
    summary: '已报上级,可写几级',
    examples: ['编报 137 市', '编报 137 市 省'],
  },
  (rest) => {
    const { value } = takeLevels(rest)
    return value.length > 0 ? { levels: value } : undefined
  },
)

export const adopt = onItem(
  'adopt',
  {
    name: '采用',
    aliases: ['录用'],
    summary: '登记采用:哪一级、单篇/综合/转送、期号、日期',
    examples: ['采用 137 市 单篇 2024第31期', '采用 137 省 综合 5月6日'],
  },
  (rest, today) => {
    const level = takeLevel(rest)
    if (!level) return undefined
    const issueNo = findIssueNo(level.rest)
    const on = findDay(issueNo ? level.rest.replace(issueNo, ' ') : level.rest, today)
    return {
      level: level.value,
      form: findForm(level.rest) ?? 'single',
      ...(issueNo && { issueNo }),
      ...(on && { on }),
    }
  },
)

export const instruct = onItem(
  'instruct',
  {
    name: '批示',
    aliases: ['批示件'],
    summary: '登记领导批示:哪一级、主要还是分管、日期(不记内容)',
    examples: ['批示 137 市主要 0506', '批示 137 县分管'],
  },
  (rest, today) => {
    const level = takeLevel(rest)
    if (!level) return undefined
    const on = findDay(level.rest, today)
    return {
      level: level.value,
      isMainLeader: !/分管|其他/.test(trimSeparators(level.rest)),
      ...(on && { on }),
    }
  },
)
