import { type Item, label } from '../domain/item.ts'
import { viewOf, workflows } from '../domain/workflows/index.ts'
import { type FileRef, type Message, say } from './message.ts'

/** The paper itself; its line is said where the file can no longer be had, or is too large for the platform. */
export const paper = (file: FileRef, again: string): Message => ({
  ...say(`文件"${file.name}"发不出来(已过保存期或太大),请重新发:导出 ${again}`),
  file,
})

/** Said before an opinion's official form. */
export const formReady = (item: Pick<Item, 'kind' | 'no' | 'title'>, hasCauses: boolean): Message =>
  say(
    `${label(item)}《${item.title}》的公文稿(Word)见下一条。`,
    ...(hasCauses ? [] : ['没有单独写原因分析,稿中不设这一段。']),
    `要改标题:标题 ${item.no} 新标题,再发"导出 ${item.no}"。`,
  )

/** Said before the tables of a span. */
export const tablesReady = (title: string, about: readonly string[]): Message =>
  say(`${title}(Excel)见下一条:按单位、采用清单、指标、参与率四张表。`, ...about)

export const notYours = (no: number): Message =>
  say(`${no} 号只能由作者本人、政协办和领导导出。您报过的编号发"我的"可看。`)

export const onlyOpinions = (item: Item): Message =>
  say(
    `${label(item)} 是${workflows[item.kind].title},公文稿只用于社情民意。看它办到哪一步:查 ${item.no}`,
  )

/** What must not circulate goes into no file. */
export const hidden = (item: Item): Message =>
  say(`${label(item)} ${viewOf(item).title},不能导出。看它的经过:查 ${item.no}`)

export const tablesForOffice = (): Message =>
  say('报表由政协办和领导导出。您可以发"我的",或"导出 编号"导出自己报的那一条。')

export const notYetBegun = (title: string): Message =>
  say(`${title}还没有开始,没有可导出的。例如:导出 上月`)

export const figuresForOffice = (): Message =>
  say('统计由政协办和领导查看。您可以发"我的"看自己的,发"排行"看小组和党派的。')
