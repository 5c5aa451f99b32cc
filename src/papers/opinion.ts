import { headingsOf, splitOpinion } from '../commands/split.ts'
import { type Fact, living } from '../domain/act.ts'
import { type Day, dayOf, spokenInFull } from '../domain/dates.ts'
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
  return {
    title: item.title,
    under: [
      `反映人:${authors.map(({ name, unit }) => (unit ? `${name}(${unit})` : name)).join('、')}`,
      `编号:${label(item)}`,
    ],
    sections: sectionsOf(item, facts),
    signature: officeName,
    date: spokenInFull(dayOfText(item, facts, zone)),
  }
}

/** Whether the form has 原因分析 of its own: only where it was written apart. */
export const hasCauses = ({ dossier: { item, facts } }: Pick<OpinionPaper, 'dossier'>): boolean =>
  partsOf(item, living(facts)).has('reason')

/** The day the text was edited, else the day it was submitted. */
const dayOfText = (item: Item, facts: readonly Fact[], zone: string): Day => {
  const edited = facts.findLast(({ verb, details }) => verb === 'edit' && details.text)
  return item.editedText !== null && edited
    ? dayOf(edited.saidAt, zone)
    : (recordOf(item, facts, zone).submittedOn ?? dayOf(item.openedAt, zone))
}

const sectionsOf = (item: Item, facts: readonly Fact[]): readonly Section[] => {
  const parts = partsOf(item, facts)
  const sections = headings.flatMap(([part, heading]) => {
    const text = parts.get(part)
    return text ? [{ heading, text }] : []
  })
  // what was said later is in the edited text, as far as the office wants it there
  const more = item.editedText === null ? supplements(item, facts) : ''
  const all = [...sections, ...(more ? [{ heading: '补充情况', text: more }] : [])]
  return all.length > 0 ? all : [{ heading: '', text: item.editedText ?? item.text }]
}

const headings = [
  ['problem', '情况问题'],
  ['reason', '原因分析'],
  ['advice', '意见建议'],
] as const

type Parts = ReadonlyMap<string, string | null>

/** The parts as they were labelled in the office's text, else in the author's; else as they were told apart when it was said. */
const partsOf = (item: Item, facts: readonly Fact[]): Parts => {
  const labelled = headingsOf(item.editedText ?? firstSaid(item, facts))
  if (labelled.size >= 2) return labelled
  const { problem, advice } = item.editedText === null ? item : splitOpinion(item.editedText)
  return new Map([
    ['problem', problem],
    ['advice', advice],
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
