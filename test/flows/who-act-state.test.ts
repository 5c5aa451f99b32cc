import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'drizzle-orm'
import { rows as query } from '../../src/store/open.ts'
import {
  acts,
  paths,
  rows,
  states,
  type ActName,
  type State,
  type Who,
} from '../domain/opinion-table.ts'
import { openHouse, type House } from '../house.ts'

let house: House
const numbers = new Map<State, number>()
const names: Readonly<Record<Exclude<Who, '时钟'>, string>> = {
  作者: '李一',
  别的委员: '王二',
  政协办: '吴办',
  领导: '何秘书长',
  承办单位: '冯住建',
}

/** What somebody says to do this; undefined where nobody says it. */
const sentence = (act: ActName, no: number): string | undefined => {
  const one = acts[act]
  return 'says' in one ? one.says.replace('N', `${no}`) : undefined
}

const draft = async (): Promise<number> =>
  Number(/社(\d+)/.exec(await house.ask('李一', '社情民意 村口积水严重没有人管'))?.[1])

/** One matter in each state, brought there by what people say; a draft becomes a lead by the clock. */
beforeAll(async () => {
  house = await openHouse({ LARK_CHAT_RATE: '0', LARK_APP_RATE: '0' })
  await house.say('李一', '社情民意 城东小学门口堵车,建议错峰')
  numbers.set('lead', await draft())
  house.at('2024-06-12T09:00:00+08:00')
  await house.tick()
  for (const state of states.filter((one) => one !== 'lead')) {
    const no = await draft()
    for (const [person, act] of paths[state]) {
      const said = act === '提交' ? '无建议' : sentence(act, no)
      if (person !== '时钟' && said) await house.say(names[person], said)
    }
    numbers.set(state, no)
  }
}, 120_000)
afterAll(() => house.close())

/** Everything that is in the book, as one word: the same before and after a refusal. */
const book = async (): Promise<unknown> => {
  const [found] = await house.store.transaction((tx) =>
    query<Record<string, unknown>>(
      tx,
      sql`select
        (select md5(string_agg(i::text, ' ' order by no)) from items i) as items,
        (select count(*) from facts) as facts,
        (select count(*) from ledger) as ledger`,
    ),
  )
  return found
}

test('every matter is in its state', async () => {
  const found = await house.store.transaction((tx) =>
    query<{ no: number; state: string }>(tx, sql`select no, state from items`),
  )
  for (const [state, no] of numbers) expect(found).toContainEqual({ no, state })
})

const speakers = Object.keys(names) as (keyof typeof names)[]

/** What a person may never say is refused by its word alone, in whatever state: once is enough. */
const refused = (person: Who, state: State) =>
  rows
    .filter((row) => row.person === person && row.state === state && !row.leadsTo)
    .filter(
      ({ act }) =>
        state === 'submitted' ||
        (person === '政协办' && !elsewhere.has(act)) ||
        (person === '作者' && (act === '撤回' || act === '另报')),
    )
    .flatMap(({ act }) => sentence(act, numbers.get(state) ?? 0) ?? [])

const elsewhere = new Set<ActName>(['交办', '接单', '退单', '答复', '整改', '评价', '不满意'])

test.each(speakers.flatMap((person) => states.map((state) => [person, state] as const)))(
  '%s, %s: everything that is not in the table is refused with a sentence and writes nothing',
  async (person, state) => {
    const said = refused(person, state)
    const before = await book()
    const answers = (await house.sayAll(names[person], said)).filter(({ replyTo }) => replyTo)
    expect(answers).toHaveLength(said.length)
    for (const { text } of answers) expect(text).not.toMatch(/对不起|✅|已登记|请确认/)
    expect(await book()).toEqual(before)
  },
)

test('no act on a number that does not exist writes anything', async () => {
  const before = await book()
  const said = (Object.keys(acts) as ActName[]).flatMap((act) => sentence(act, 999_999) ?? [])
  const answers = (await house.sayAll('吴办', said)).filter(({ replyTo }) => replyTo)
  expect(answers).toHaveLength(said.length)
  for (const { text } of answers) expect(text).toMatch(/没有找到 999999 号|由.*操作/)
  expect(await book()).toEqual(before)
})
