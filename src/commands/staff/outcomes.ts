import type { Details } from '../../domain/act.ts'
import { findDay, findForm, takeIssueNo, findLevels, findOutlet } from '../outcome-words.ts'
import { trimSeparators } from '../words.ts'
import { onItem } from './on-item.ts'

export const report = onItem(
  'report',
  {
    name: '编报',
    aliases: ['上报'],
    summary: '已报上级,可写几级、谁签发、日期',
    examples: ['编报 137 市', '编报 137 市 省', '编报 137 市 签发 张主席'],
  },
  (rest, today) => {
    const signed = /签发人?[\s:：]*([\p{Script=Han}·]{2,12})/u.exec(rest)
    const levels = findLevels(signed ? rest.replace(signed[0], ' ') : rest)
    if (levels.length === 0) return undefined
    return { levels, ...(signed?.[1] && { approvedBy: signed[1] }), ...dated(rest, today) }
  },
)

export const adopt = onItem(
  'adopt',
  {
    name: '采用',
    aliases: ['录用'],
    summary: '登记采用:哪一级哪个单位、单篇/综合/转送、期号、日期;可一次几个编号',
    examples: [
      '采用 137 市 单篇 2024第31期',
      '采用 137 138 市委办 综合 5月6日',
      '采用 137 省 统战部 上周五',
    ],
  },
  (rest, today) => {
    const [level] = findLevels(rest)
    if (!level) return undefined
    const { issueNo, rest: others } = takeIssueNo(rest)
    const outlet = findOutlet(rest)
    return {
      level,
      form: findForm(rest) ?? 'single',
      ...(outlet && outlet !== 'cppcc' && { outlet }),
      ...(issueNo && { issueNo }),
      ...dated(others, today),
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
    const [level] = findLevels(rest)
    return level && { level, isMainLeader: !/分管|其他|副/.test(rest), ...dated(rest, today) }
  },
)

const dated = (text: string, today: string): Details => {
  const on = findDay(text, today)
  return on === undefined ? {} : { on }
}

export const feedback = onItem(
  'feedback',
  {
    name: '反馈',
    summary: '登记外单位的答复,作者会收到',
    examples: ['反馈 137 县教育局 已列入下学期错峰放学方案', '反馈 137 县教育局 5月6日 已划停车位'],
  },
  (rest, today) => {
    const [body, said] = unitOf(rest)
    const [date = ''] = /^\S*/.exec(said) ?? []
    const on = isDate(date) ? findDay(date, today) : undefined
    const text = on ? trimSeparators(said.slice(date.length)) : said
    return { ...(body && { body }), ...(text && { text }), ...(on && { on }) }
  },
)

/** 县教育局 已…: a unit stands first and by itself. */
const unitOf = (rest: string): readonly [string, string] => {
  const match =
    /^(\S{2,20}?(?:局|委|办|部|厅|院|府|协|会|中心|公司|镇|乡|街道|社|站|所|队|组|校|厂|联))[\s:：,，]+(\S[\s\S]*)$/.exec(
      rest,
    )
  return match?.[1] && match[2] ? [match[1], match[2]] : ['', rest]
}

const isDate = (word: string): boolean =>
  /^(?:(?:20\d\d[-年./])?\d{1,2}[-月./]\d{1,2}[日号]?|(?:20\d\d)?\d{4}|昨天|前天|今天|[上本这]?周[一二三四五六日天])$/.test(
    word,
  )
