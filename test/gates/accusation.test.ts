import { expect, test } from 'vitest'
import { fold } from '../../src/commands/words.ts'
import { gateFor } from '../../src/gates/index.ts'
import * as sets from './texts.ts'

/** Stopped: turned away where a reproach is known by its words, asked back where somebody is merely named. */
const isStopped = (text: string): boolean =>
  ['accusation', 'named'].includes(gateFor(text, 'opinion') ?? '')

const ratio = (part: number, whole: number): number => part / Math.max(1, whole)

interface Texts {
  readonly named: readonly string[]
  readonly others: readonly string[]
}

const measure = ({ named, others }: Texts) => {
  const [right, wrong] = [named.filter(isStopped), others.filter(isStopped)]
  const turnedAway = named.filter((text) => gateFor(text, 'opinion') === 'accusation').length
  return {
    recall: ratio(right.length, named.length),
    precision: ratio(right.length, right.length + wrong.length),
    words: `${named.length + others.length} texts: recall ${ratio(right.length, named.length).toFixed(2)}, precision ${ratio(right.length, right.length + wrong.length).toFixed(2)}, turned away for good ${turnedAway} of ${right.length}`,
    faults: [
      ...named.filter((text) => !isStopped(text)).map((text) => `missed ${text}`),
      ...wrong.map((text) => `wrong  ${text}`),
    ],
  }
}

test('whoever is accused by name is stopped, whoever is not is let in: at least nine in ten', () => {
  for (const [name, texts] of Object.entries<Texts>(sets)) console.log(name, measure(texts).words)
  const all = {
    named: Object.values<Texts>(sets).flatMap(({ named }) => named),
    others: Object.values<Texts>(sets).flatMap(({ others }) => others),
  }
  const { recall, precision, words, faults } = measure(all)
  console.log(['all', words, ...faults].join('\n  '))
  expect(recall).toBeGreaterThanOrEqual(0.9)
  expect(precision).toBeGreaterThanOrEqual(0.9)
})

test('nobody who is not accused is turned away for good', () => {
  const others = Object.values<Texts>(sets).flatMap((texts) => texts.others)
  expect(others.filter((text) => gateFor(fold(text), 'opinion') === 'accusation')).toEqual([])
})
