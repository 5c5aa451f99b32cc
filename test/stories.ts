import { openId, type House } from './house.ts'

type Heard = Awaited<ReturnType<House['say']>>

/** A new opinion of somebody, submitted; its number. */
export const submitOpinion = async (house: House, who: string, about: string): Promise<number> =>
  Number(/社(\d+)/.exec(await house.ask(who, `社情民意 ${about}存在问题,建议改进`))?.[1])

/** What was said to this person alone. */
export const heardBy = (who: string, heard: Heard): string =>
  heard
    .filter(({ to }) => to === openId(who))
    .map(({ text }) => text)
    .join('\n')

/** His points of the year, as 我的 says them. */
export const pointsOf = async (house: House, who: string): Promise<number> =>
  Number(/年:(-?[\d.]+)分/.exec(await house.ask(who, '我的'))?.[1])
