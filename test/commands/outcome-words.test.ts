import { expect, test } from 'vitest'
import { parse } from '../../src/commands/parse.ts'

const today = '2024-06-04' // a Tuesday
const meaning = (text: string, on = today) => {
  const parsed = parse(text, { today: on, isAddressed: true })
  return parsed.type === 'understood' ? parsed.intent : parsed.type
}
const dayIn = (words: string, on = today) => {
  const intent = meaning(`采用 137 市 单篇 ${words}`, on)
  return typeof intent === 'object' && intent.type === 'act' ? intent.details.on : intent
}

test.each([
  ['5.6', '2024-05-06'],
  ['5/6', '2024-05-06'],
  ['5-6', '2024-05-06'],
  ['5月6日', '2024-05-06'],
  ['5月6号', '2024-05-06'],
  ['０５０６', '2024-05-06'],
  ['0506', '2024-05-06'],
  ['2024年5月6日', '2024-05-06'],
  ['2024-05-06', '2024-05-06'],
  ['20240506', '2024-05-06'],
  ['2023.12.28', '2023-12-28'],
  ['今天', '2024-06-04'],
  ['昨天', '2024-06-03'],
  ['前天', '2024-06-02'],
  ['大前天', '2024-06-01'],
  ['上周五', '2024-05-31'],
  ['上星期天', '2024-06-02'],
  ['上上周一', '2024-05-20'],
  ['周一', '2024-06-03'],
  ['周五', '2024-05-31'],
  ['本周一', '2024-06-03'],
  ['第31期 5.6', '2024-05-06'],
  ['5.6 31期', '2024-05-06'],
  ['2024第31期', undefined],
  ['2024年第31期', undefined],
  ['', undefined],
])('the day %s is %s', (words, day) => {
  expect(dayIn(words)).toBe(day)
})

test('without a year it is the latest day that is past; what is soon to come is no day of last year', () => {
  expect(dayIn('12.28', '2025-01-06')).toBe('2024-12-28')
  expect(dayIn('9.1')).toBe('2023-09-01')
  expect(dayIn('6月10日')).toBe('2024-06-10')
  expect(dayIn('明天')).toBe('2024-06-05')
})

test.each([['2月30日'], ['13.45'], ['2023年2月29日']])(
  '%s is kept as it was written: that there is no such day, the rules say',
  (words) => {
    expect(dayIn(words)).toMatch(/^20\d\d-\d\d-\d\d$/)
  },
)

test.each([
  ['采用 137 市 单篇 2024第31期', { level: 'city', form: 'single', issueNo: '2024第31期' }],
  ['采用 137 单篇 市政协 2024年第31期', { level: 'city', issueNo: '2024年第31期' }],
  ['采用 137 市委办 综合', { level: 'city', outlet: 'partyOffice', form: 'combined' }],
  ['采用 137 市政府办公室 转送', { level: 'city', outlet: 'govOffice', form: 'forwarded' }],
  ['采用 137 省委统战部', { level: 'province', outlet: 'unitedFront' }],
  ['采用 137 省 统战部', { level: 'province', outlet: 'unitedFront' }],
  ['采用 137 民盟省委', { level: 'province', outlet: 'party' }],
  ['采用 137 中办', { level: 'nation', outlet: 'partyOffice' }],
  ['采用 137 国办', { level: 'nation', outlet: 'govOffice' }],
  ['採用 137 全國政協', { level: 'nation' }],
  ['编报 137 市 省 签发 张县长', { levels: ['city', 'province'], approvedBy: '张县长' }],
  ['批示 137 0506 市主要', { level: 'city', isMainLeader: true, on: '2024-05-06' }],
  ['批示 137 副市长 昨天', { level: 'city', isMainLeader: false, on: '2024-06-03' }],
  ['反馈 137 县教育局 已列入方案', { body: '县教育局', text: '已列入方案' }],
  [
    '反馈 137 县教育局 5月6日 已列入方案',
    { body: '县教育局', text: '已列入方案', on: '2024-05-06' },
  ],
  ['反馈 137 已经修好了', { text: '已经修好了' }],
  ['合并 140 到 137', { into: 137 }],
  ['合并 社140 并入 社137', { into: 137 }],
  ['转 137 提案', { as: 'proposal' }],
  ['转为 137 随手拍', { as: 'supervision' }],
])('%s', (said, details) => {
  expect(meaning(said)).toMatchObject({ type: 'act', details })
})

test.each([
  ['采用 137 138 市', [137, 138]],
  ['采用 社137、社138 市', [137, 138]],
  ['采用 137,138,139 市', [137, 138, 139]],
  ['采用 137和138 市', [137, 138]],
  ['采用 137 137 138 市', [137, 138]],
  ['137 138 市政协采用了 单篇', [137, 138]],
  ['合并 140 141 到 137', [140, 141]],
])('%s: one act for each number', (said, nos) => {
  const intent = meaning(said)
  expect(
    typeof intent === 'object' && intent.type === 'batch' && intent.acts.map(({ no }) => no),
  ).toEqual(nos)
})

test.each(['采用 137', '合并 140', '合并 140 到', '转 137', '转 137 上级', '编报 137'])(
  '%s lacks something: the examples are shown',
  (said) => {
    expect(meaning(said)).toBe('misused')
  },
)
