import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askServer } from '../../src/admin/socket.ts'
import type { ScoringRules } from '../../src/domain/scoring-rules.ts'
import { openHouse, type House } from '../house.ts'

let house: House
let folder: string
beforeAll(async () => {
  house = await openHouse()
  folder = mkdtempSync(join(tmpdir(), 'cppcc-rules-'))
})
afterAll(async () => {
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})

const admin = async (...args: readonly string[]): Promise<string> => {
  const answer = await askServer(house.dataDir, { args: ['rules', ...args], cwd: folder })
  return `${answer?.code}\n${answer?.lines.join('\n')}`
}
const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
const example = (): ScoringRules => JSON.parse(readFileSync(join(folder, 'own.json'), 'utf8'))

test('an office starts from an example, which is without fault and differs in nothing', async () => {
  expect(await admin('example', 'own.json')).toContain('已写出一份样例')
  expect(await admin('check', 'own.json')).toBe(
    '0\n规则 2025.1 没有错误,自 2025-01-01 起。还没有装载:admin rules load 文件\n与 2024.1 内容一样。',
  )
  expect(await admin('example')).toContain('"opinion.adopt.city": 10,')
})

test('every fault is named by its line and place, and nothing is loaded', async () => {
  const { otherLeader: _, ...rest } = example()
  const bad = {
    ...rest,
    effectiveFrom: '2025-02-30',
    points: {
      ...rest.points,
      'opinion.valid': '一',
      'opinion.adopt.city': 3,
      'opinion.untrue': 10,
      'opinion.bonus': 1,
    },
    coAuthors: { most: 5, first: 1.2 },
  }
  write('bad.json', JSON.stringify(bad, null, 2))
  expect(await admin('load', 'bad.json')).toBe(
    [
      '1',
      '规则文件有误,没有装载',
      '第 3 行 effectiveFrom:要写成 "2025-01-01" 这样的日子',
      '第 6 行 points → opinion.valid:要写数字,例如 5',
      '第 22 行 points → opinion.bonus:不认识这一项',
      '第 1 行 otherLeader:缺少这一项',
      '第 31 行 coAuthors → first:不能大于 1',
    ].join('\n'),
  )
  const small = {
    ...example(),
    points: { ...rest.points, 'opinion.adopt.city': 3, 'opinion.untrue': 10 },
  }
  write('small.json', JSON.stringify(small, null, 2))
  const said = await admin('check', 'small.json')
  expect(said).toContain('points → opinion.untrue:是扣分,要写 0 或负数')
  expect(said).toContain('points → opinion.adopt.city:不能比低一级的少')
  write('broken.json', '{\n  "version": "2025.1",\n  "stacking" "highest"\n}\n')
  expect(await admin('check', 'broken.json')).toContain('第 3 行附近不是合法的 JSON')
  expect(await admin('check', 'nowhere.json')).toContain('找不到这个文件')
  expect(await admin('list')).toBe('0\n2024.1  内置,其余日子用  ← 今天用')
})

const report = async (no: number): Promise<void> => {
  await house.say('李一', `社情民意 第${no}条 村口积水严重,建议清沟`)
  await house.say('吴办', `采编 ${no}`)
}

test('a version loaded in mid-year says what it changes and warns of what is in the book; nothing posted is touched', async () => {
  await report(1)
  await house.say('吴办', '采用 1 市 单篇')
  const own = { ...example(), version: '2024.2', effectiveFrom: '2024-06-01' }
  const points = { ...own.points, 'opinion.adopt.city': 12 }
  write('new.json', JSON.stringify({ ...own, points }))
  const said = await admin('load', 'new.json')
  expect(said).toContain('已装载规则 2024.2,自 2024-06-01 起的成果按它计分')
  expect(said).toContain('与 2024.1 不同的有 1 处:\n  points → opinion.adopt.city:10 → 12')
  expect(said).toContain('已有 2 笔得分,装载后一笔也不变')
  expect(await house.ask('李一', '我的')).toContain('10分')
  expect(await house.ask('吴办', '批示 1 县主要')).toContain('(李一 +5)')
  expect(await house.ask('吴办', '撤销')).toContain('(李一 -5)')
  expect(await house.ask('李一', '我的')).toContain('10分')
})

test('what comes from now on follows it, and 规则 shows it', async () => {
  expect(await house.ask('李一', '规则')).toContain('计分规则(2024.2)')
  await report(2)
  expect(await house.ask('吴办', '采用 2 市 单篇')).toContain('(李一 +11)')
  expect(await admin('list')).toBe(
    '0\n2024.2  自 2024-06-01  2024-06-04装载  ← 今天用\n2024.1  内置,其余日子用',
  )
})

test('the same version is not loaded twice, and never changed', async () => {
  expect(await admin('load', 'new.json')).toBe('1\n规则 2024.2 已经在用,内容一样,没有再装载。')
  write('other.json', JSON.stringify({ ...example(), version: '2024.2' }))
  expect(await admin('load', 'other.json')).toContain('版本装载后不能改,请换一个版本号')
})

test('resettle: the office has the year counted anew by opposite lines, once', async () => {
  expect(await admin('resettle', '2024.9')).toContain('没有装载过版本 2024.9')
  const said = await admin('resettle', '2024.2')
  expect(said).toContain('1 件有变化')
  expect(said).toContain('合计 2 分;旧账没有改动')
  expect(await house.ask('李一', '我的')).toContain('24分')
  expect(await house.ask('李一', '为什么')).toContain('(冲回)')
  expect(await admin('resettle', '2024.2')).toContain('0 件有变化')
})
