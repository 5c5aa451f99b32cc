import { headingsOf } from '../commands/split.ts'
import { type Fact, living } from '../domain/act.ts'
import { dayOf } from '../domain/dates.ts'
import type { Dossier } from '../domain/decide.ts'
import { type Item, label } from '../domain/item.ts'
import { photoOnly, supplemented } from '../messages/talk.ts'
import { recordOf } from '../figures/opinions.ts'
import type { AuthorRow } from '../store/figures.ts'
import { type Official, type Section, officialDocument } from './official.ts'

export interface OpinionPaper {
  readonly dossier: Pick<Dossier, 'item' | 'facts'>
  readonly authors: readonly Pick<AuthorRow, 'name' | 'unit'>[]
  readonly officeName: string
  readonly zone: string
}

/** One opinion in its official form, as .docx. */
export const opinionDocument = (paper: OpinionPaper): Promise<Uint8Array> =>
  officialDocument(composed(paper))

/** What stands in the form: the parts that are known, and nothing else. */
const composed = ({ dossier, authors, officeName, zone }: OpinionPaper): Official => {
  const { item } = dossier
  const facts = living(dossier.facts)
  const { submittedOn } = recordOf(item, facts, zone)
  return {
    title: item.title,
    under: [
      `反映人:${authors.map(({ name, unit }) => (unit ? `${name}(${unit})` : name)).join('、')}`,
      `编号:${label(item)}`,
    ],
    sections: sectionsOf(item, facts),
    signature: officeName,
    date: written(submittedOn ?? dayOf(item.openedAt, zone)),
  }
}

/** Whether the form has 原因分析 of its own: only where the author wrote it apart. */
export const hasCauses = ({ dossier: { item, facts } }: Pick<OpinionPaper, 'dossier'>): boolean =>
  partsOf(item, living(facts)).has('reason')

const sectionsOf = (item: Item, facts: readonly Fact[]): readonly Section[] => {
  const parts = partsOf(item, facts)
  const sections = headings.flatMap(([part, heading]) => {
    const text = parts.get(part)
    return text ? [{ heading, text }] : []
  })
  const more = supplements(item, facts)
  const all = [...sections, ...(more ? [{ heading: '补充情况', text: more }] : [])]
  return all.length > 0 ? all : [{ heading: '', text: item.text }]
}

const headings = [
  ['problem', '情况问题'],
  ['reason', '原因分析'],
  ['advice', '意见建议'],
] as const

type Parts = ReadonlyMap<string, string | null>

/** The parts as the author labelled them, else as they were told apart when it was said. */
const partsOf = (item: Item, facts: readonly Fact[]): Parts => {
  const labelled = headingsOf(firstSaid(item, facts))
  return labelled.size >= 2
    ? labelled
    : new Map([
        ['problem', item.problem],
        ['advice', item.advice],
      ])
}

/** What was added later, as far as it did not become the problem or the advice itself. */
const supplements = ({ problem, advice }: Item, facts: readonly Fact[]): string =>
  added(facts)
    .filter((text) => text !== problem && text !== advice && text !== photoOnly)
    .join('\n')

const added = (facts: readonly Fact[]): readonly string[] =>
  facts.flatMap(({ verb, details }) =>
    verb === 'supplement' && details.text ? [details.text] : [],
  )

/** The text without the additions that stand behind it. */
const firstSaid = ({ text }: Item, facts: readonly Fact[]): string =>
  added(facts).reduceRight((whole, more) => {
    const behind = supplemented('', more)
    return whole.endsWith(behind) ? whole.slice(0, -behind.length) : whole
  }, text)

const written = (day: string): string => {
  const [year = '', month, date] = day.split('-')
  return `${year}年${Number(month)}月${Number(date)}日`
}
