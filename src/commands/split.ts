import { categories } from '../data/categories.ts'
import { adviceOpeners, familyWords, moodClauses, placeEndings } from '../data/words.ts'
import type { Patch } from '../domain/act.ts'
import type { ItemKind } from '../domain/item.ts'
import { cut } from '../domain/text.ts'
import { urgencyOfSnapshot } from './urgency.ts'
import { fold, trimSeparators, trimSeparatorsBehind } from './words.ts'

export interface OpinionParts {
  readonly title: string
  readonly problem: string | null
  readonly advice: string | null
  /** How many of 标题 情况 原因 建议 were written under their own heading. */
  readonly headings: number
}

/** Takes an opinion apart: by its headings, else at the first 建议/希望/能不能. */
export const splitOpinion = (text: string): OpinionParts => {
  const parts = headingsOf(text)
  return parts.size >= 2 ? fromHeadings(text, parts) : fromSentence(text)
}

const heading =
  /(?:^|[\n;；。 ])[ \t]{0,3}(?:\d[.、]|[一二三四]、)?[ \t]{0,3}(标题|题目|情况|问题|现状|原因|分析|建议|对策)[ \t]{0,3}[:：]/g

/** What stands under each heading the author wrote himself: title, problem, reason, advice. */
export const headingsOf = (text: string): ReadonlyMap<string, string> => {
  const found = [...text.matchAll(heading)]
  return new Map(
    found.map((match, index) => [
      sections[match[1] ?? ''] ?? '',
      text.slice(match.index + match[0].length, found[index + 1]?.index).trim(),
    ]),
  )
}

const sections: Readonly<Record<string, string>> = {
  标题: 'title',
  题目: 'title',
  情况: 'problem',
  问题: 'problem',
  现状: 'problem',
  原因: 'reason',
  分析: 'reason',
  建议: 'advice',
  对策: 'advice',
}

const fromHeadings = (text: string, parts: ReadonlyMap<string, string>): OpinionParts => {
  const problem = [parts.get('problem'), parts.get('reason')].filter(Boolean).join('\n')
  return {
    title: cut(parts.get('title') || titleOf(problem || text), 50),
    problem: problem || null,
    advice: parts.get('advice') || null,
    headings: parts.size,
  }
}

const fromSentence = (text: string): OpinionParts => {
  const starts = adviceOpeners.map((word) => text.indexOf(word)).filter((at) => at >= 0)
  const at = starts.length > 0 ? Math.min(...starts) : -1
  if (at < 0) return { title: titleOf(text), problem: text, advice: null, headings: 0 }
  const problem = trimSeparatorsBehind(text.slice(0, at))
  const advice = trimSeparators(text.slice(at).replace(/^建议\s*[:：]?/, ''))
  return {
    title: titleOf(problem.length >= 4 ? problem : advice),
    problem: problem.length >= 4 ? problem : null,
    advice: advice.length >= 2 ? advice : null,
    headings: 0,
  }
}

/** The first clause, at most 30 characters (decisions 10). */
export const titleOf = (text: string): string => {
  const clause = text
    .replace(pictures, '')
    .split(/[,，。;；!！?？\n]/)
    .map((one) => one.trim().replace(/^(?:就是|我们?|那个|关于我们?)+(?=.{6})/, ''))
    .find((one) => one.length >= 4)
  const title = clause ?? text.trim()
  return [...title].length > 30 ? `${cut(title, 29)}…` : title
}

export interface SnapshotParts {
  readonly place: string | null
  readonly problem: string | null
  readonly title: string
  readonly category: string | null
  readonly isUrgent: boolean
  readonly isEmergency: boolean
}

/** Takes a 随手拍 apart: where, what, which kind, how urgent. Mood and family stay out of it (example E5). */
export const splitSnapshot = (text: string): SnapshotParts => {
  const clauses = clausesOf(text)
  const { place, rest } = takePlace(clauses)
  const problem = rest.join('，') || null
  const whole = fold(text)
  return {
    place,
    problem,
    title: titleOf([place, rest[0]].filter(Boolean).join(' ') || text),
    category:
      categories.find(({ words }) => words.some((word) => whole.includes(word)))?.name ?? null,
    ...urgencyOfSnapshot(text),
  }
}

/** What a text says of a matter when it stands in place of all that was said before. */
export const patchOfWhole = (kind: ItemKind, text: string): Patch => {
  if (kind === 'opinion') {
    const { headings: _, ...parts } = splitOpinion(text)
    return { ...parts, text }
  }
  const { isEmergency: _, ...parts } = splitSnapshot(text)
  return { ...parts, text }
}

const clausesOf = (text: string): readonly string[] =>
  text
    .replace(pictures, '')
    .replace(/@\S+/g, '')
    .split(/[,，。;；!！?？\n]+|\s{1,}/)
    .map((clause) => clause.trim())
    .filter((clause) => clause && !moodClauses.test(clause))
    .filter((clause) => !familyWords.some((word) => clause.includes(word)))

const pictures = /\p{Extended_Pictographic}|[\u{1f3fb}-\u{1f3ff}]|\ufe0f|\u200d|\[[^\]]{1,6}\]/gu

const takePlace = (
  clauses: readonly string[],
): { readonly place: string | null; readonly rest: readonly string[] } => {
  for (const [index, clause] of clauses.entries()) {
    const end = endOfPlace(clause)
    if (end === 0) continue
    const behind = clause.slice(end).replace(/^(?:那个|那里|那边|这个|上的?|里的?|有个?|的)/, '')
    const others = clauses.filter((_, at) => at !== index)
    return { place: clause.slice(0, end), rest: behind ? [behind, ...others] : others }
  }
  return { place: null, rest: clauses }
}

/** Behind the last ending of a place within the clause; a problem word ends the search (路灯 is no 路). */
const endOfPlace = (clause: string): number => {
  let end = 0
  for (const word of placeEndings)
    for (let at = clause.indexOf(word, 1); at >= 0; at = clause.indexOf(word, at + 1)) {
      const stop = at + word.length
      if (stop <= 40 && !/^(?:灯|面|障|牌|道|线|盖|边摊|口井)/.test(clause.slice(stop)))
        end = Math.max(end, stop)
    }
  return end
}
