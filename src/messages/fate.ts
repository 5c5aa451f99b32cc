import { type Fact, levels } from '../domain/act.ts'
import { spoken } from '../domain/dates.ts'
import type { Item } from '../domain/item.ts'
import { viewOf } from '../domain/workflows/index.ts'
import { leader, levelWords } from './words.ts'

/** 省采用、市采用,获市主要领导批示; without an outcome, where it is and until when. */
export const fateOf = (
  item: Pick<Item, 'kind' | 'state' | 'dueOn'>,
  outcomes: readonly Pick<Fact, 'verb' | 'details'>[],
): string => {
  const adopted = levels
    .filter((level) =>
      outcomes.some(({ verb, details }) => verb === 'adopt' && details.level === level),
    )
    .toReversed()
    .map((level) => `${levelWords[level]}采用`)
  const instructed = outcomes
    .filter(({ verb }) => verb === 'instruct')
    .map((fact) => `获${leader(fact)}批示`)
  const said = [...adopted, ...new Set(instructed)]
  if (said.length > 0) return said.join('、')
  const { title, waitsFor } = viewOf(item)
  return `${title}${waitsFor && item.dueOn ? `,${spoken(item.dueOn)}前` : ''}`
}
