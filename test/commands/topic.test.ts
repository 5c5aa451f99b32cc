import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findDueDay } from '../../src/commands/due-day.ts'
import { parse } from '../../src/commands/parse.ts'
import { readTopic } from '../../src/commands/topic.ts'

/** A Tuesday. */
const today = '2024-06-04'

test.each([
  ['6月20日', '2024-06-20'],
  ['6月20号前', '2024-06-20'],
  ['6.20', '2024-06-20'],
  ['6/20', '2024-06-20'],
  ['0620', '2024-06-20'],
  ['20日', '2024-06-20'],
  ['2日前', '2024-07-02'],
  ['2024年6月20日之前', '2024-06-20'],
  ['截止6月20日', '2024-06-20'],
  ['６月２０日', '2024-06-20'],
  ['今天', '2024-06-04'],
  ['明天', '2024-06-05'],
  ['后天', '2024-06-06'],
  ['本周五', '2024-06-07'],
  ['周五', '2024-06-07'],
  ['周一', '2024-06-10'],
  ['下周五', '2024-06-14'],
  ['下星期天', '2024-06-16'],
  ['月底', '2024-06-30'],
  ['10天内', '2024-06-14'],
  ['一周内', '2024-06-11'],
  ['两周内', '2024-06-18'],
  // the day has been: the desk says so, a year is not guessed
  ['6月1日', '2024-06-01'],
  ['2月30日', undefined],
  ['6月20日的会', undefined],
  ['随便', undefined],
  ['', undefined],
])('截止 %s', (said, day) => {
  expect(findDueDay(said, today)).toBe(day)
})

test('at the end of the year 1月10日 is next January', () => {
  expect(findDueDay('1月10日', '2024-12-20')).toBe('2025-01-10')
  expect(findDueDay('31日', '2024-12-31')).toBe('2024-12-31')
})

test.each([
  [
    '防溺水 | 6月20日 | 省 | 全体',
    { title: '防溺水', due: '2024-06-20', level: 'province', audience: 'all' },
  ],
  [
    '防溺水｜全体｜省政协｜6.20',
    { title: '防溺水', due: '2024-06-20', level: 'province', audience: 'all' },
  ],
  ['防溺水 | @李一 @王二', { title: '防溺水', audience: ['李一', '王二'] }],
  [
    '防溺水 | 下周五 | | 李一、王二',
    { title: '防溺水', due: '2024-06-14', audience: ['李一', '王二'] },
  ],
  [
    '关于 夜间经济 的建议 6月20日 市 @所有人',
    { title: '关于 夜间经济 的建议', due: '2024-06-20', level: 'city', audience: 'all' },
  ],
  ['夜间经济,6月20日,全国', { title: '夜间经济', due: '2024-06-20', level: 'nation' }],
  ['夜间经济 @李一 @王二 @赵三', { title: '夜间经济', audience: ['李一', '王二', '赵三'] }],
  ['省里要的夜间经济', { title: '省里要的夜间经济' }],
])('约稿 %s', (said, topic) => {
  expect(readTopic(said, today)).toEqual(topic)
})

test.each([
  ['6月20日 省 全体', { due: '2024-06-20', level: 'province', audience: 'all' }],
  ['全体,市级,下周五', { due: '2024-06-14', level: 'city', audience: 'all' }],
  ['6月20日 | 李一', { due: '2024-06-20', audience: ['李一'] }],
  ['李一、王二 县', { level: 'county', audience: ['李一', '王二'] }],
])('the parts that were asked for: %s', (said, parts) => {
  expect(readTopic(said, today, { title: '题' })).toEqual({ title: '题', ...parts })
})

test('what was said first stays', () => {
  const known = { title: '题', due: '2024-06-30', level: 'city' } as const
  expect(readTopic('6月20日 省 全体', today, known)).toEqual({ ...known, audience: 'all' })
})

const meaning = (said: string) => {
  const parsed = parse(said, { today, isAddressed: true })
  return parsed.type === 'understood' ? parsed.intent : parsed.type
}

test.each(['接 3', '接3', '接约3', '接 约稿3', '认领 3', '接 #3', '3 接'])('%s', (said) => {
  expect(meaning(said)).toMatchObject({ type: 'act', verb: 'claim', no: 3 })
})

test.each(['接 3 个人', '接 孩子放学', '接3点的车', '接'])('%s claims nothing', (said) => {
  expect(meaning(said)).toBe('misused')
})

test.each(['社情民意 约3 村口积水', '社情民意 约稿3:村口积水', '社情民意 约3号,村口积水'])(
  '%s delivers 约3',
  (said) => {
    expect(meaning(said)).toMatchObject({ answering: { no: 3, text: '村口积水' } })
  },
)

test.each([
  '社情民意 约3万人没有医保',
  '社情民意 约30 户没有通水',
  '社情民意 约3公里路面破损',
  '社情民意 约3 百米长的路没有灯',
  '社情民意 约有3 条沟堵了',
  '社情民意 约20多户没有通水',
])('%s delivers nothing', (said) => {
  expect(meaning(said)).not.toHaveProperty('answering')
})

test('whatever stands behind 约稿, something comes of it and nothing throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (said) => {
      const topic = readTopic(said, today)
      expect(topic.title === undefined || said.includes(topic.title)).toBe(true)
    }),
  )
})
