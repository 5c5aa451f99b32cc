import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { splitOpinion } from '../../src/commands/split.ts'
import { similarFrom } from '../../src/data/similar.ts'
import { gistOf, likeness } from '../../src/similar/likeness.ts'
import { otherPairs } from './other-pairs.ts'
import { samePairs } from './same-pairs.ts'

type Pair = readonly [string, string]

const gist = (text: string): string => gistOf({ text, ...splitOpinion(text) })
const alike = ([one, other]: Pair): number => likeness(gist(one), gist(other))

const measure = (same: readonly Pair[], others: readonly Pair[], from: number) => {
  const found = same.filter((pair) => alike(pair) >= from).length
  const wrong = others.filter((pair) => alike(pair) >= from).length
  return { recall: found / same.length, precision: found / (found + wrong) }
}

const report = (what: string, same: readonly Pair[], others: readonly Pair[]) => {
  const measured = {
    staff: measure(same, others, similarFrom.staff),
    member: measure(same, others, similarFrom.member),
  }
  for (const [who, { recall, precision }] of Object.entries(measured))
    console.log(
      `${what}, ${same.length} same and ${others.length} other pairs, shown to ${who}: precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}`,
    )
  return measured
}

test('of 131 pairs from a county, the office sees most that are the same and few that only look so', () => {
  const { staff, member } = report('our pairs', samePairs, otherPairs)
  expect(samePairs.length + otherPairs.length).toBeGreaterThanOrEqual(100)
  expect(staff.recall).toBeGreaterThan(0.83)
  expect(staff.precision).toBeGreaterThan(0.79)
  // to the author only what is told in nearly the same words: few, and mostly right
  expect(member.recall).toBeGreaterThan(0.35)
  expect(member.precision).toBeGreaterThan(0.75)
})

/** Lies beside the project where it is developed. */
const spike = join(import.meta.dirname, '../../../shared/house/spikes/pairs.mjs')
test.skipIf(!existsSync(spike))('of 40 pairs by another hand too', async () => {
  const { dup, diff } = (await import(spike)) as { dup: readonly Pair[]; diff: readonly Pair[] }
  const { member } = report('pairs by another hand', dup, diff)
  expect(member.recall).toBeGreaterThan(0.85)
  expect(member.precision).toBeGreaterThan(0.9)
})

test('the same words are alike in any script and width, whatever stands around them', () => {
  expect(
    alike([
      '建议加强河道清理,目前垃圾漂浮物多,气味难闻',
      '建議加強河道清理，目前垃圾漂浮物多，氣味難聞！',
    ]),
  ).toBe(1)
  expect(alike(['停车费每月从２００元涨到３５０元', '停车费每月从200元涨到350元'])).toBe(1)
})

test('the same at another place is never nearly the same', () => {
  expect(
    alike(['人民路路灯不亮,晚上出行不安全,建议维修', '文昌路路灯不亮,晚上出行不安全,建议维修']),
  ).toBeLessThan(similarFrom.member)
  expect(
    alike(['老旧小区路灯不亮,晚上出行不安全', '老小区路灯不亮,晚上出行不安全']),
  ).toBeGreaterThan(similarFrom.member)
})

test('alike goes both ways, and nothing is more alike than itself', () => {
  for (const [one, other] of [...samePairs, ...otherPairs]) {
    expect(alike([one, other])).toBeCloseTo(alike([other, one]), 10)
    expect(alike([one, one])).toBe(1)
    expect(alike([one, other])).toBeLessThan(1)
  }
})
