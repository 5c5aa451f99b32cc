import { findOnePerson } from './act.ts'
import { ask } from './asking.ts'
import { blank } from './blank.ts'
import { type Letters, type Visit, answer, inGroup, letterTo, todayOf } from './visit.ts'
import { whenToTell } from '../domain/dates.ts'
import type { Audience, SolicitIntent, Topic } from '../domain/intent.ts'
import type { Item } from '../domain/item.ts'
import { type Person, isSource } from '../domain/person.ts'
import { noSource } from '../messages/on-behalf.ts'
import { addressOf, chatsOf } from '../store/addresses.ts'
import { openItem } from '../store/items.ts'
import { nextNo } from '../store/offices.ts'
import * as says from '../messages/solicitations.ts'

/** 约稿: asks once for what is missing, then issues the topic and tells those concerned. */
export const solicit = async (
  visit: Visit,
  { topic, isAsked }: SolicitIntent,
): Promise<Letters> => {
  if (topic.due && topic.due < todayOf(visit)) return [answer(visit, says.dueIsPast(topic.due))]
  const missing = parts.filter((part) => topic[part] === undefined)
  if (missing.length > 0 && !isAsked) {
    await ask(visit, { type: 'topic', topic })
    return [answer(visit, says.askForParts(topic, missing, inGroup(visit)))]
  }
  if (!topic.due) return [answer(visit, says.needsDue())]
  const audience = await audienceOf(visit, topic.audience ?? 'all')
  return isLetters(audience) ? audience : issue(visit, topic, audience)
}

const parts: readonly says.MissingPart[] = ['due', 'level', 'audience']

/** Undefined is everybody. */
type Invited = readonly Person[] | undefined

const isLetters = (found: Letters | Invited): found is Letters =>
  found !== undefined && found.some((one) => 'message' in one)

const audienceOf = async (visit: Visit, audience: Audience): Promise<Letters | Invited> => {
  if (audience === 'all') return undefined
  const people: Person[] = []
  for (const name of new Set(audience)) {
    const person = await findOnePerson(visit, name)
    if (!('id' in person)) return person
    if (!isSource(person)) return [answer(visit, noSource(person.name))]
    people.push(person)
  }
  return people
}

const issue = async (visit: Visit, topic: Topic, audience: Invited): Promise<Letters> => {
  const { tx, office, by, at, now } = visit
  const text = topic.title ?? ''
  const item: Item = {
    ...blank(visit, { kind: 'solicitation', text }, by.id, await nextNo(tx, office.id)),
    state: 'issued',
    title: text,
    dueOn: topic.due ?? null,
    fixBy: topic.due ?? null,
    level: topic.level ?? null,
    audience: audience?.map(({ id }) => id) ?? null,
  }
  const fact = {
    verb: 'issue',
    byPerson: by.id,
    onBehalfOf: null,
    details: {},
    fromState: null,
    toState: item.state,
    before: null,
    saidAt: at,
  } as const
  openItem(tx, item, fact, now)
  return audience ? tellInvited(visit, item, audience) : tellEverybody(visit, item)
}

const tellEverybody = async (visit: Visit, item: Item): Promise<Letters> => {
  const { tx, channel, office, now } = visit
  const chats = await chatsOf(tx, { channel, officeId: office.id, now }, 'members')
  return [
    answer(visit, says.issued({ item, unreached: [], isInGroup: chats.length > 0 })),
    ...chats.map((to) => toldLater(visit, item, to, true)),
  ]
}

const tellInvited = async (
  visit: Visit,
  item: Item,
  invited: readonly Person[],
): Promise<Letters> => {
  const reached = await Promise.all(invited.map(({ id }) => addressOf(visit.tx, visit.channel, id)))
  const unreached = invited.filter((_, at) => !reached[at]).map(({ name }) => name)
  const audience = invited.map(({ name }) => name)
  return [
    answer(visit, says.issued({ item, audience, unreached, isInGroup: false })),
    ...reached.flatMap((to) => (to ? [toldLater(visit, item, to, false)] : [])),
  ]
}

const toldLater = (
  visit: Visit,
  item: Item,
  to: Parameters<typeof letterTo>[1],
  isForAll: boolean,
) => ({
  ...letterTo(visit, to, says.invitation(item, isForAll)),
  itemNo: item.no,
  dueAt: whenToTell(visit.now, visit.book.calendar.zone),
})
