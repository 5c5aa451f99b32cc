import type { Day } from '../domain/dates.ts'
import type { Answer, Intent } from '../domain/intent.ts'
import type { Command } from './command.ts'
import { distance, forgives } from './fuzzy.ts'
import { commands } from './index.ts'
import { readEverydayQuestion } from './member/find.ts'
import { fold, originalAfter, takeNo, takeNos, tidy, trimSeparators } from './words.ts'
import { thanksPattern } from '../data/words.ts'

export type Parsed =
  | { readonly type: 'understood'; readonly intent: Intent; readonly command: Command }
  /** Probably this: asked back before anything happens. `isSlip` when the word itself was misspelt. */
  | {
      readonly type: 'meant'
      readonly intent: Intent
      readonly command: Command
      readonly isSlip: boolean
    }
  | { readonly type: 'misused'; readonly command: Command }
  | { readonly type: 'answer'; readonly answer: Answer }
  | { readonly type: 'thanks' }
  | { readonly type: 'unknown' }

export interface Hearing {
  readonly today: Day
  /** Mentioned or in private: aliases, misspellings and everyday words are tried too. */
  readonly isAddressed: boolean
}

/** What somebody said, as an intent. Pure; who may do it is decided later. */
export const parse = (said: string, { today, isAddressed }: Hearing): Parsed => {
  const text = opening(said)
  const answer = answerOf(text)
  if (answer) return { type: 'answer', answer }
  const direct = findCommand(text, isAddressed)
  if (direct) return understand(direct, today)
  if (!isAddressed) return { type: 'unknown' }
  return (
    numberFirst(text, today) ??
    everyday(text) ??
    misspelt(text, today) ??
    buried(text, today) ??
    (isSmallTalk(text) ? { type: 'thanks' } : { type: 'unknown' })
  )
}

/** Without the mentions of others and the marks people put in front of a command. */
const opening = (said: string): string =>
  tidy(said)
    .replace(/^(?:@\S+\s+)+/, '')
    .replace(/^[\s#＃/／、,，:：]+/, '')

interface Found {
  readonly command: Command
  readonly text: string
  readonly ranOn: boolean
  readonly isSoft: boolean
}

const findCommand = (text: string, isAddressed: boolean): Found | undefined => {
  const folded = fold(text)
  const names = isAddressed ? allNames : canonicalNames
  for (const { word, command, isCanonical, isSoft } of names) {
    if (!folded.startsWith(word)) continue
    const behind = folded.slice(word.length)
    const ranOn = !/^(?:$|[\s:：,，。.、;；!！?？]|#?[社微约第]?\s*#?\d)/.test(behind)
    if (ranOn && !(isCanonical && command.runsOn) && !(isCanonical && isChineseNo(behind))) continue
    return { command, text: originalAfter(text, word), ranOn, isSoft }
  }
  return undefined
}

const isChineseNo = (behind: string): boolean => takeNo(behind) !== undefined

interface Name {
  readonly word: string
  readonly command: Command
  readonly isCanonical: boolean
  readonly isSoft: boolean
}

/** Longest first: 不满意 before 满意, 社情民意信息 before 社情民意. */
const allNames: readonly Name[] = commands
  .flatMap((command) => [
    { word: command.name, command, isCanonical: true, isSoft: false },
    ...(command.aliases ?? []).map((word) => ({
      word,
      command,
      isCanonical: false,
      isSoft: false,
    })),
    ...(command.softAliases ?? []).map((word) => ({
      word,
      command,
      isCanonical: false,
      isSoft: true,
    })),
  ])
  .map((name) => ({ ...name, word: fold(name.word) }))
  .toSorted((a, b) => b.word.length - a.word.length)

const canonicalNames = allNames.filter(({ isCanonical }) => isCanonical)

const understand = ({ command, text, ranOn, isSoft }: Found, today: Day): Parsed => {
  const intent = command.read({ text, ranOn, today })
  if (!intent) return { type: 'misused', command }
  return isSoft || (intent.type === 'act' && intent.isDoubtful)
    ? { type: 'meant', intent, command, isSlip: false }
    : { type: 'understood', intent, command }
}

/** 52 满意, 137 138 市政协采用了: the number came before the word. */
const numberFirst = (text: string, today: Day): Parsed | undefined => {
  const taken = takeNos(text)
  if (!taken) return undefined
  const { rest, value: nos } = taken
  const found: Found | undefined =
    findCommand(rest, true) ??
    (fold(rest).includes('采用') ? byName('采用', rest.replace(/采用了?/g, ' ').trim()) : undefined)
  if (!found) return undefined
  // most acts are for one matter: nothing is recorded for the first while the second goes unheard
  if (nos.length > 1 && !found.command.takesSeveral)
    return { type: 'misused', command: found.command }
  const numbers = nos.map(({ no }) => no).join(' ')
  return understand({ ...found, text: `${numbers} ${trimSeparators(found.text)}` }, today)
}

const byName = (name: string, text: string): Found | undefined => {
  const command = commands.find((one) => one.name === name)
  return command && { command, text, ranOn: false, isSoft: false }
}

const everyday = (text: string): Parsed | undefined => {
  const folded = fold(text)
  if (/第几|差多少|多少名|名次/.test(folded))
    return ask('排行', { type: 'ask', about: 'place', text: folded })
  const words = readEverydayQuestion(folded)
  return words ? ask('查', { type: 'ask', about: 'words', words }) : undefined
}

const ask = (name: string, intent: Intent): Parsed | undefined => {
  const command = commands.find((one) => one.name === name)
  return command && { type: 'understood', intent, command }
}

/** Member commands only: nothing the office or a department says is ever guessed. */
const misspelt = (text: string, today: Day): Parsed | undefined => {
  const folded = fold(text)
  const word = /^[^\s:：,，。\d#]+/.exec(folded)?.[0] ?? ''
  for (const command of commands.filter(({ isFuzzy }) => isFuzzy)) {
    const slips = distance(word, command.name)
    if (slips === 0 || slips > forgives(command.name) || slips >= [...word].length) continue
    const intent = command.read({ text: originalAfter(text, word), ranOn: false, today })
    if (intent) return { type: 'meant', intent, command, isSlip: true }
  }
  return undefined
}

/** 你看看这个 随手拍一下,滨江公园…: what is to be reported comes after the chat. */
const buried = (text: string, today: Day): Parsed | undefined => {
  const folded = fold(text.slice(0, 200))
  for (const name of ['随手拍', '社情民意']) {
    const at = folded.indexOf(name)
    const command = commands.find((one) => one.name === name)
    if (at <= 0 || !command || /(?:什么是|怎么发|如何)/.test(folded)) continue
    const rest = originalAfter(text, folded.slice(0, at + name.length))
    if (trimSeparators(rest).length >= 4)
      return understand({ command, text: rest, ranOn: false, isSoft: false }, today)
  }
  return undefined
}

const answerOf = (text: string): Answer | undefined => {
  const bare = bareOf(text)
  return answers.find(({ pattern }) => pattern.test(bare))?.answer
}

const bareOf = (text: string): string =>
  text.length > 40 ? '' : fold(text).replace(/["“”'。.,，、!！~\s]/g, '')

/** 好的, 可以, 没问题: a yes, but only to somebody who has just been asked. */
export const agrees = (text: string): boolean =>
  /^(?:好|好的|好吧|行|行的|行啊|可以|可以的|没问题|中|就这样|同意|提交吧|ok|okay)$/.test(
    bareOf(text),
  )

/** Thanks, 收到, a lone sign: said to the bot, but nothing that completes a matter. */
export const isSmallTalk = (text: string): boolean =>
  (thanksPattern.test(fold(text)) && [...text].length <= 12) || !/[\p{L}\p{N}]/u.test(text)

const answers: readonly { readonly pattern: RegExp; readonly answer: Answer }[] = [
  { pattern: /^(?:是|是的|对|对的|嗯|确认|确定|yes|y|提交)$/, answer: 'yes' },
  { pattern: /^(?:拆|拆分|拆开|拆成[\d一二三四五六七八九十两]条|要拆)$/, answer: 'split' },
  { pattern: /^(?:不拆|不用拆|别拆|不要拆|不拆分)$/, answer: 'keep-whole' },
  { pattern: /^(?:否|不|不是|不用|不用了|算了|no|n)$/, answer: 'no' },
  { pattern: /^(?:无|没有|没|暂无)(?:建议|意见)(?:了)?$/, answer: 'no-advice' },
  { pattern: /^(?:无|没有|没|没拍)(?:照片|图片|图|照)(?:了)?$/, answer: 'no-photo' },
  { pattern: /^(?:无|没有)(?:地点|地址)$/, answer: 'no-place' },
  { pattern: /^(?:无|没有|没有了|没|暂无)$/, answer: 'none' },
]
