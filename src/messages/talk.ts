import type { Said } from '../channels/channel.ts'
import { type Item, label } from '../domain/item.ts'
import { type Message, say } from './message.ts'
import { signed } from './words.ts'

export const thanks = (): Message => say('谢谢。需要时发"帮助"。')

export const dontKnow = (words: readonly string[]): Message =>
  say(`这个我不会。我能做:${words.join('、')}。`)

export const didYouMean = (word: string, content: string, inGroup: boolean): Message => ({
  ...say(
    `您是要"${word}"吗?回"是"我就按这条${content ? `提交:${content}` : '办'}。${inGroup ? '(请@我回复,或私聊我)' : ''}`,
  ),
  answers: ['是'],
})

export const nothingAsked = (): Message => say('现在没有等您确认的事。发"帮助"看我能做什么。')
export const letBe = (): Message => say('好的,这次不办。')

export const misused = (name: string, summary: string, examples: readonly string[]): Message =>
  say(`"${name}":${summary}。这样写:`, ...examples)

const unreadableWords: Readonly<Record<NonNullable<Said['unreadable']>, string>> = {
  audio: '语音',
  video: '视频',
  file: '文件',
  location: '位置',
  sticker: '表情',
  other: '这种消息',
}

const instead: Readonly<Record<NonNullable<Said['unreadable']>, string>> = {
  audio: '请按住输入法上的话筒说成文字再发,例如"随手拍 人民路路口,路灯不亮"。',
  video: '请截一张图发给我,再配一句"在哪里+什么问题"。',
  file: '请把内容复制成文字发给我,开头写"社情民意"。',
  location: '请把地点写成一句话,例如"人民路与文昌路口往西50米"。',
  sticker: '需要时发"帮助"。',
  other: '请发文字或照片。',
}

/** Voice, location, files and video: what to do instead. */
export const unreadable = (kind: NonNullable<Said['unreadable']>): Message =>
  say(`${unreadableWords[kind]}我还看不懂,这条没有登记。${instead[kind]}`)

export const apology = (logId: string): Message =>
  say(`对不起,这条消息我没能处理好,原文已保留,政协办会查看(编号 ${logId})。您也可以稍后再发一次。`)

export const saidPrivately = (): Message => say('已私信您。')

export const photosFollow = (
  item: Pick<Item, 'kind' | 'no'>,
  photos: readonly string[],
): Message => ({ ...say(`${label(item)} 的照片:`), photos })

export const pictureRefused = (why: 'format' | 'too-large' | 'gone', no?: number): Message =>
  say(
    `有一张照片${{ format: '打不开(只收 JPG、PNG、WebP 等,苹果手机请把相机格式设为"兼容性最佳")', 'too-large': '太大', gone: '没能取到' }[why]},没有保存。`,
    ...(no ? [`请重新发图并写"补充 ${no}"。`] : ['请重新发一次。']),
  )

export const withdrawalOffer = (what: string, state: string): Message => ({
  ...say(`${what} ${state},不能直接撤回;要我请政协办处理吗?回"是"。`),
  answers: ['是'],
})

export const withdrawalRequested = (what: string): Message =>
  say(`已转告政协办,请他们处理 ${what} 的撤回,有结果会告诉您。`)

export const withdrawalAsked = (what: string, no: number, who: string): Message =>
  say(`${who} 请求撤回 ${what}。同意就发:撤回 ${no} 作者要求`)

export const forwarded = (who: string, text: string): Message =>
  say(`${who} 发来(本应由政协办操作):${text}`)

export interface Undone {
  readonly what: string
  readonly verb: string
  /** (李一 -9): empty where nobody's points change. */
  readonly gains: string
  readonly state: string
}

export const undone = (acts: readonly Undone[]): Message =>
  say(
    ...acts.map(
      ({ what, verb, gains, state }) => `已撤销您对 ${what} 的"${verb}"${gains}。现在:${state}。`,
    ),
  )

export const nothingToUndo = (no?: number): Message =>
  say(no === undefined ? '没有可以撤销的操作。' : `${no} 号上没有您可以撤销的操作。`)

/** One of several stands in the way: none is taken back. */
export const notUndone = ({ lines }: Message, count: number): Message =>
  count > 1 ? say('这一批一件也没有撤销:', ...lines) : say(...lines)

export const undoOrWithdraw = (no: number): Message => ({
  ...say(`要撤销您对 ${no} 号的上一步操作吗?回"是"。若要撤回您自己报的这一件,请发"撤回 ${no}"。`),
  answers: ['是'],
})

export const adjusted = (name: string, points: number, reason: string): Message =>
  say(`已记:${name} ${signed(points)} 分(${reason})。写错了发"撤销"。`)

export const photosTaken = (what: string, count: number): Message =>
  say(`${count}张照片已放进 ${what}。`)

export const adjustmentUndone = (name: string, points: number, reason: string): Message =>
  say(`已撤销:${name} ${signed(points)} 分(${reason}),已记一笔相反的。`)

export const reversedReason = (reason: string): string => `撤销 ${reason}`

export const adjustmentReason = (reason: string): string => `调整:${reason}`
export const recalledReason = '消息已撤回'
export const unknownDepartment = '承办单位'
export const photoOnly = '(照片)'
export const supplemented = (text: string, more: string): string => `${text}\n补充:${more}`
export const inOfficeHands = (state: string): string => `已由政协办处理(${state})`
