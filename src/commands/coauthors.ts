import { trimSeparators, trimSeparatorsBehind } from './words.ts'

export interface Signed {
  /** What was said without the names. */
  readonly text: string
  readonly names: readonly string[]
}

/** 联名 @张三 @李四 within a submission: at its end or at the end of a line, so that 业主联名要求 stays a sentence. */
export const takeCoAuthors = (text: string): Signed => {
  const match = clause.exec(text)
  if (!match?.[1]) return { text, names: [] }
  const around = `${text.slice(0, match.index)}${text.slice(match.index + match[0].length)}`
  return { text: trimSeparatorsBehind(trimSeparators(around)), names: readNames(match[1]) }
}

/** 张三、李四, 张三和李四 or @张三 @李四, as they were typed. */
export const readNames = (text: string): readonly string[] =>
  [
    ...new Set(
      text.split(/[\s@,，、;；。]+/).flatMap((one) => /^(..+)和(..+)$/u.exec(one)?.slice(1) ?? one),
    ),
  ].filter((one) => one && one !== '和')

const name = String.raw`(?:@[^\s@,，、;；。]{1,40}|[\p{Script=Han}·]{2,9})`
const clause = new RegExp(
  String.raw`(?:^|[\s,，。;；、])联名(?:人|委员)?(?:[ :：]{1,3}|(?=@))(${name}(?:[ ,，、;；]{1,3}${name}|@[^\s@,，、;；。]{1,40}){0,11})[ ,，。;；]{0,3}(?=\n|$)`,
  'u',
)
