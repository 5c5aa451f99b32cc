import { sql } from 'drizzle-orm'
import { rows } from '../../src/store/open.ts'
import { grouped } from '../../src/domain/grouped.ts'
import { type House, openId } from '../house.ts'
import { messageEvent } from '../lark-event.ts'
import { type Said, clerks, members } from './plan.ts'

/**
 * Plays a plan through the front door, month by month: what is opened in it first, then what is done about it. The clerks
 * work side by side; before a member's word and behind it all that was said is done.
 */
export const playYear = async (house: House, plan: readonly Said[]): Promise<void> => {
  await house.enrol([
    ...members.map(
      ({ name, sector, party }) => [name, ['member'], { sector, ...(party && { party }) }] as const,
    ),
    ...clerks.map((name) => [name, ['staff'], {}] as const),
  ])
  const numbers = new Map<number, number>()
  const noOf = (key: number) => numbers.get(key) ?? 0
  for (const said of grouped(plan, ({ day }) => day.slice(0, 7)).values()) {
    await say(house, said.filter(opens), noOf)
    for (const [key, no] of await listOpened(house)) numbers.set(key, no)
    for (const turn of turnsOf(said.filter((one) => !opens(one)))) await say(house, turn, noOf)
  }
}

const opens = (said: Said): boolean => said.opens !== undefined

/** Runs of what clerks say, and of what members say. */
const turnsOf = (said: readonly Said[]): readonly (readonly Said[])[] => {
  const turns: Said[][] = []
  const isClerk = ({ who }: Said) => clerks.some((one) => one === who)
  for (const [at, one] of said.entries()) {
    const before = said[at - 1]
    if (before && isClerk(before) === isClerk(one)) turns.at(-1)?.push(one)
    else turns.push([one])
  }
  return turns
}

let count = 0

const say = async (
  house: House,
  said: readonly Said[],
  noOf: (key: number) => number,
): Promise<void> => {
  for (const { day, who, opens: key, text } of said) {
    count += 1
    house.at(`${day}T16:00:00+08:00`)
    await house.event(
      messageEvent({
        eventId: `said-${count}`,
        messageId: key === undefined ? `om_said_${count}` : `om_opens_${key}`,
        from: openId(who),
        chat: `oc_private_${openId(who)}`,
        isPrivate: true,
        text: text(noOf),
        mention: false,
        at: new Date(Date.parse(`${day}T10:00:00+08:00`) + count),
      }),
    )
  }
  await house.settled()
}

const listOpened = async (house: House): Promise<readonly (readonly [number, number])[]> => {
  const found = await house.store.transaction((tx) =>
    rows<{ id: string; no: number }>(
      tx,
      sql`select message_id as id, no from items where message_id like 'om_opens_%'`,
    ),
  )
  return found.map(({ id, no }) => [Number(id.slice('om_opens_'.length)), no] as const)
}
