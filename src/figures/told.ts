import { spoken } from '../domain/dates.ts'
import { type Message, say } from '../messages/message.ts'
import { adoptionsText, excludedText, levelsText, medianText, shareText } from './figure-words.ts'
import type { OpinionFigures } from './opinion-figures.ts'
import { spanTitle } from './spans.ts'

/** 统计 6月: the figures as they are said in a chat. */
export const figuresTold = (figures: OpinionFigures): Message => {
  const { span, asOf, submitted, valid, rates, adoptions, told, takingPart } = figures
  return say(
    `${spanTitle(span)}社情民意(截至${spoken(asOf)};怎么算见"导出 ${spanTitle(span)}"的指标表):`,
    `报送 ${submitted} 条,有效 ${valid} 条;采编率 ${shareText(rates.edited)};${excludedText(figures)}`,
    `上报率:${levelsText(rates.reported)}`,
    `采用率(同批):${levelsText(rates.adopted)}`,
    `采用 ${adoptionsText(adoptions)}`,
    `批示率 ${shareText(rates.instructed)};批示办理率 ${shareText(rates.answered)};转化率 ${shareText(rates.converted)}`,
    `采用周期中位 ${medianText(rates.untilAdopted)};反馈及时率 ${shareText(told)};参与率 ${shareText(takingPart.all)}`,
    ...takenOverLines(figures),
  )
}

const takenOverLines = ({ takenOver, ratesTakenOver }: OpinionFigures): readonly string[] =>
  ratesTakenOver
    ? [
        `其中迁入 ${takenOver} 条不进以上比率,另列:采编率 ${shareText(ratesTakenOver.edited)};采用率 ${levelsText(ratesTakenOver.adopted)}`,
      ]
    : []
