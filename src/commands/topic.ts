import type { Day } from '../domain/dates.ts'
import type { Audience, Topic } from '../domain/intent.ts'
import { findDueDay } from './due-day.ts'
import { findLevels } from './outcome-words.ts'
import { fold, trimSeparators } from './words.ts'

/**
 * 标题 | 截止 | 级别 | @谁或全体: in any order behind the title, each may be missing; without strokes they are looked
 * for from the end. What is known already stays, so that the parts asked for can be said by themselves.
 */
export const readTopic = (text: string, today: Day, known: Topic = {}): Topic => {
  const parts = text.split(/[|｜]/).map((part) => trimSeparators(part))
  return parts.length > 1 ? ofParts(parts, today, known) : ofSentence(text.trim(), today, known)
}

const ofParts = (parts: readonly string[], today: Day, known: Topic): Topic =>
  parts.reduce<Topic>((topic, part) => {
    const found = partOf(part, today, topic)
    if (found) return { ...found, ...topic }
    return part && topic.title === undefined ? { ...topic, title: part } : topic
  }, known)

const ofSentence = (text: string, today: Day, known: Topic): Topic => {
  let [rest, topic] = [text, {} as Topic]
  for (;;) {
    const word = /\S+$/.exec(rest.replace(/[,，;；、]/g, ' '))?.[0]
    const found = word === undefined ? undefined : partOf(word, today, known)
    if (word === undefined || !found) break
    topic = { ...topic, ...found, ...namesOf(found, topic) }
    rest = rest
      .trimEnd()
      .slice(0, -word.length)
      .replace(/[\s,，;；、]+$/, '')
  }
  return { ...topic, ...(rest && { title: rest }), ...known }
}

/** @李一 @王二: names in a row are one audience. */
const namesOf = (found: Topic, topic: Topic): Topic =>
  typeof found.audience === 'object' && typeof topic.audience === 'object'
    ? { audience: [...found.audience, ...topic.audience] }
    : {}

const partOf = (part: string, today: Day, { title }: Topic): Topic | undefined => {
  const due = findDueDay(part, today)
  if (due) return { due }
  const [level] = /^(?:全国|国家|中央|省|市|县)(?:政协|级|层面)*$/.test(fold(part))
    ? findLevels(part)
    : []
  if (level) return { level }
  const audience = audienceOf(part, title !== undefined)
  return audience && { audience }
}

/** Names without @ are names only where no title can stand any more. */
const audienceOf = (part: string, mayBeNames: boolean): Audience | undefined => {
  if (/^@?(?:全体|全体委员|所有人|所有委员|大家|全部)$/.test(fold(part))) return 'all'
  if (!mayBeNames && !part.startsWith('@')) return undefined
  const names = part.split(/[\s@、,，]+/).filter(Boolean)
  return names.length > 0 && names.every((name) => /^[\p{Script=Han}·]{2,12}$/u.test(name))
    ? names
    : undefined
}
