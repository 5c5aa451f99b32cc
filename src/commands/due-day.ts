import { type Day, addDays, isDay, mondayOf } from '../domain/dates.ts'
import { fold } from './words.ts'

/**
 * 6月20日前, 6.20, 0620, 20号, 明天, 下周五, 月底, 10天内: a day to come, when that is all the words say.
 * Without a year it is this one, or the next when the day lies more than half a year back.
 */
export const findDueDay = (text: string, today: Day): Day | undefined => {
  const said = fold(text)
    .replace(/\s+/g, '')
    .replace(/^(?:截止|截至|到)(?:日期|时间)?[::]?/, '')
    .replace(/(?:之?前|止|截止|以前|交稿|交)$/, '')
  return named(said, today) ?? ofWeek(said, today) ?? counted(said, today) ?? dated(said, today)
}

const named = (said: string, today: Day): Day | undefined => {
  const days = ['今天', '明天', '后天', '大后天'].indexOf(said)
  if (days >= 0) return addDays(today, days)
  return /^(?:本|这个?)?月(?:底|末)$/.test(said) ? lastOfMonth(today) : undefined
}

const lastOfMonth = (today: Day): Day => {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  const last = [31, 30, 29, 28].find((date) => isDay(year, month, date)) ?? 28
  return dayOf(year, month, last)
}

const ofWeek = (said: string, today: Day): Day | undefined => {
  const match = /^(下|本|这)?个?(?:周|星期|礼拜)([一二三四五六日天1-7])$/.exec(said)
  if (!match?.[2]) return undefined
  const nth = '一二三四五六日'.indexOf(match[2].replace('天', '日'))
  const day = addDays(mondayOf(today), nth >= 0 ? nth : Number(match[2]) - 1)
  const isNext = match[1] === '下' || (match[1] === undefined && day < today)
  return isNext ? addDays(day, 7) : day
}

const counted = (said: string, today: Day): Day | undefined => {
  const match = /^(\d{1,3}|[一两二三])(天|日|周|个?星期|个?礼拜)(?:内|以内|后|之内)$/.exec(said)
  if (!match?.[1] || !match[2]) return undefined
  const count = Number(match[1]) || { 一: 1, 两: 2, 二: 2, 三: 3 }[match[1]] || 0
  return count === 0 ? undefined : addDays(today, /天|日/.test(match[2]) ? count : count * 7)
}

const dated = (said: string, today: Day): Day | undefined => {
  const match =
    /^(?:(20\d\d)[-年./])?(\d{1,2})[-月./](\d{1,2})[日号]?$/.exec(said) ??
    /^(20\d\d)?(0\d|1[0-2])([0-3]\d)$/.exec(said) ??
    /^()()(\d{1,2})[日号]$/.exec(said)
  if (!match) return undefined
  const date = Number(match[3])
  const month = Number(match[2]) || Number(today.slice(5, 7))
  const year = Number(match[1]) || Number(today.slice(0, 4))
  if (!isDay(year, month, date)) return undefined
  const day = dayOf(year, month, date)
  if (match[1]) return day
  if (!match[2] && day < today) return nextMonth(year, month, date)
  return day < addDays(today, -180) && isDay(year + 1, month, date)
    ? dayOf(year + 1, month, date)
    : day
}

const nextMonth = (year: number, month: number, date: number): Day | undefined => {
  const [of, at] = month === 12 ? [year + 1, 1] : [year, month + 1]
  return isDay(of, at, date) ? dayOf(of, at, date) : undefined
}

const dayOf = (year: number, month: number, date: number): Day =>
  `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
