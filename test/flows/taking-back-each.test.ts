import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'drizzle-orm'
import { rows } from '../../src/store/open.ts'
import { openHouse, type House } from '../house.ts'
import { submitOpinion } from '../stories.ts'

let house: House
let other = 0
beforeAll(async () => {
  house = await openHouse({ LARK_CHAT_RATE: '0', LARK_APP_RATE: '0' })
  other = await submitOpinion(house, '王二', '城南菜场')
})
afterAll(() => house.close())

/** The matter but for when it was touched, what everybody has from it, and how many acts still count. */
const standing = async (no: number): Promise<unknown> => {
  const [item] = await house.store.transaction((tx) =>
    rows(
      tx,
      sql`select to_jsonb(i) - 'version' - 'changed_at' - 'reminded_at' as item from items i where no = ${no}`,
    ),
  )
  const points = await house.store.transaction((tx) =>
    rows(
      tx,
      sql`select person_id, rule, sum(points)::float8 as points from ledger where item_no = ${no}
        group by 1, 2 having sum(points) <> 0 order by 1, 2`,
    ),
  )
  const [living] = await house.store.transaction((tx) =>
    rows(
      tx,
      sql`select count(*)::int as facts from facts where item_no = ${no} and undone_by is null and verb <> 'undo'`,
    ),
  )
  return { item, points, living }
}

const submitted: readonly string[] = []
const edited = ['采编 N']
const reported = ['采编 N', '编报 N 市']

test.each<[string, readonly string[]]>([
  ['退回 N 请写明路段', submitted],
  ['不受理 N 在诉讼中', submitted],
  ['留存 N', submitted],
  ['留存 N 无效 重复', edited],
  ['采编 N', submitted],
  ['采编 N', ['留存 N']],
  ['采编 N 关于错峰放学的建议全文', edited],
  ['编报 N 市 省', edited],
  ['编报 N 省', reported],
  ['采用 N 县', edited],
  ['采用 N 省 综合', [...reported, '采用 N 市 单篇']],
  ['批示 N 市主要', reported],
  ['反馈 N 县教育局 已列入方案', reported],
  ['合并 N 到 M', edited],
  ['转 N 微监督', ['留存 N']],
  ['转 N 提案线索', reported],
  ['结案 N', reported],
  ['采用 N 市 单篇', [...reported, '结案 N']],
  ['批示 N 县分管', [...edited, '结案 N']],
  ['督办 N', submitted],
  ['标题 N 新的标题', submitted],
  ['撤回 N 作者要求', reported],
  ['隔离 N', reported],
])('%s behind %j is taken back: the matter and the points are as before', async (words, before) => {
  const no = await submitOpinion(house, '李一', '校门口秩序')
  const said = (text: string) => text.replace('N', `${no}`).replace('M', `${other}`)
  for (const text of before) await house.say('吴办', said(text))
  const was = await standing(no)
  await house.say('吴办', said(words))
  expect(await standing(no)).not.toEqual(was)
  expect(await house.ask('吴办', `撤销 ${no}`)).toContain(`已撤销您对 社${no} 的`)
  expect(await standing(no)).toEqual(was)
})
