import { findForm, findOutlet, takeIssueNo } from '../commands/outcome-words.ts'
import type { Day } from '../domain/dates.ts'
import type { OldAdoption, OldInstruction } from '../domain/old-opinion.ts'
import { type Column, type Row, alongside, dayIn, levelsIn } from './old-cells.ts'

/** Between the day of submission and today an outcome can have been. */
export interface Possible {
  readonly since: Day
  readonly today: Day
}

export const adoptionsOf = (row: Row, possible: Possible): readonly OldAdoption[] => {
  const levels = levelsIn(row, '采用级别')
  const besides = (['采用形式', '期号', '采用日期'] as const).find((column) => row.cell(column))
  if (!row.cell('采用级别') && besides) row.fault('采用级别', `写了"${besides}",要写是哪一级采用的`)
  const [form, issue, day] = [
    alongside(row, levels.length, '采用形式'),
    alongside(row, levels.length, '期号'),
    alongside(row, levels.length, '采用日期'),
  ]
  return levels.flatMap(({ level, word }, at) => {
    const on = outcomeDay(row, '采用日期', day(at), possible)
    const outlet = findOutlet(word)
    const issueNo = takeIssueNo(issue(at)).issueNo ?? issue(at)
    if (form(at) && !findForm(form(at)))
      row.fault('采用形式', `看不懂"${form(at)}",要写单篇、综合或转送`)
    return on
      ? {
          on,
          level,
          form: findForm(form(at)) ?? 'single',
          ...(outlet && { outlet }),
          ...(issueNo && { issueNo }),
        }
      : []
  })
}

export const instructionsOf = (row: Row, possible: Possible): readonly OldInstruction[] => {
  const levels = levelsIn(row, '批示级别')
  if (!row.cell('批示级别') && row.cell('批示日期'))
    row.fault('批示级别', '写了"批示日期",要写是哪一级领导')
  const [main, day] = [
    alongside(row, levels.length, '主要领导'),
    alongside(row, levels.length, '批示日期'),
  ]
  return levels.flatMap(({ level, word }, at) => {
    const on = outcomeDay(row, '批示日期', day(at), possible)
    if (!['', '是', '否'].includes(main(at))) row.fault('主要领导', '写"是"或"否"')
    const isMainLeader = main(at) ? main(at) === '是' : !/分管|其他/.test(word)
    return on ? { on, level, isMainLeader } : []
  })
}

const outcomeDay = (
  row: Row,
  column: Column,
  text: string,
  { since, today }: Possible,
): Day | undefined => {
  if (!text) return row.fault(column, '要写日期,分数按它算在哪个月')
  const on = dayIn(row, column, text, today)
  if (on && on < since) return row.fault(column, `"${text}"早于报送日期`)
  return on
}
