import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commands } from '../../src/commands/index.ts'
import { parse } from '../../src/commands/parse.ts'
import { splitOpinion, splitSnapshot } from '../../src/commands/split.ts'

const hear = (text: string, isAddressed = true) => parse(text, { today: '2024-06-04', isAddressed })
const meaning = (text: string) => {
  const parsed = hear(text)
  return parsed.type === 'understood' || parsed.type === 'meant' ? parsed.intent : parsed.type
}

test.each(
  commands.flatMap(({ name, examples }) => examples.map((example) => [name, example] as const)),
)('%s: its example "%s" is understood as it', (name, example) => {
  const parsed = hear(example)
  expect(parsed.type === 'understood' && parsed.command.name).toBe(name)
})

test.each(['137', '#137', '社137', '137号', '第137条', '１３７', '一百三十七', '社 137'])(
  'a matter may be named %s',
  (no) => {
    expect(meaning(`查 ${no}`)).toMatchObject({ about: 'item', no: 137 })
  },
)

test.each([
  '满意 52',
  '满意52',
  '滿意　５２',
  '#满意 52',
  '/满意 52',
  '满意:52',
  '满意\n52',
  '52 满意',
  '满意 微52号',
])('%s', (said) => {
  expect(meaning(said)).toMatchObject({ type: 'act', verb: 'verify', no: 52 })
})

test.each(['不满意 52 没修好', '不满意52,没修好', '没解决 52 没修好', '不滿意 52 没修好'])(
  '%s: the negative form comes first',
  (said) => {
    expect(meaning(said)).toMatchObject({ verb: 'reopen', no: 52, details: { reason: '没修好' } })
  },
)

test.each(['信息公开做得不好', '答复太慢了', '建议大家早点来', '我的建议是修路', '好人好事'])(
  '%s is no command',
  (said) => {
    expect(hear(said, false).type).toBe('unknown')
  },
)

test.each([
  ['排行 月 党派', { period: 'month', of: 'party' }],
  ['排行 半年 委员', { period: 'half', of: 'member' }],
  ['排行 小组', { of: 'group' }],
  ['排行 年 界别', { period: 'year', of: 'sector' }],
])('%s', (said, board) => {
  expect(meaning(said)).toMatchObject({ about: 'board', board })
})

test.each([
  ['采用 137 省政协 综合 5.6', { level: 'province', form: 'combined', on: '2024-05-06' }],
  ['采用 137 全国 5月6日', { level: 'nation', on: '2024-05-06' }],
  ['採用 137 市 2024第31期', { level: 'city', form: 'single', issueNo: '2024第31期' }],
  ['批示 137 市主要 0506', { level: 'city', isMainLeader: true, on: '2024-05-06' }],
  ['批示 137 县分管 昨天', { level: 'county', isMainLeader: false, on: '2024-06-03' }],
])('%s', (said, details) => {
  expect(meaning(said)).toMatchObject({ details })
})

test.each(['采遍 137', '编保 137 市', '交半 52 住建局', '退会 137 理由'])(
  '%s: staff words are never matched fuzzily',
  (said) => {
    expect(hear(said).type).toBe('unknown')
  },
)

test.each(['社请民意 村口积水要清沟', '随首拍 路口井盖破了', '社情名意:村口积水要清沟'])(
  '%s is offered',
  (said) => {
    expect(hear(said)).toMatchObject({ type: 'meant', isSlip: true })
  },
)

test('whatever is said, something comes of it and nothing throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (said, isAddressed) => {
      expect(hear(said, isAddressed).type).toBeTypeOf('string')
    }),
  )
  const words = fc.constantFrom(...commands.flatMap(({ name, aliases = [] }) => [name, ...aliases]))
  fc.assert(
    fc.property(words, fc.string({ unit: 'binary' }), (word, rest) => {
      expect(hear(`${word} ${rest}`).type).toBeTypeOf('string')
    }),
  )
})

test('an opinion loses no word when it is taken apart', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (text) => {
      const { problem, advice } = splitOpinion(text)
      expect(problem !== null || advice !== null || text.trim().length < 4).toBe(true)
      expect(() => splitSnapshot(text)).not.toThrow()
    }),
  )
})

test.each([
  [
    '人民路和文昌路交叉口往西50米路南,窨井盖破了一半',
    '人民路和文昌路交叉口往西50米路南',
    '窨井盖破了一半',
    '井盖破损',
  ],
  ['文昌路口井盖破了', '文昌路口', '井盖破了', '井盖破损'],
  ['城东小学门口垃圾成堆', '城东小学门口', '垃圾成堆', '暴露垃圾'],
  ['路灯不亮', null, '路灯不亮', '路灯照明'],
])('%s', (text, place, problem, category) => {
  expect(splitSnapshot(text)).toMatchObject({ place, problem, category })
})
