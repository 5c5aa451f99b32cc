import { respond } from './respond.ts'
import type { ChatChanged, ChannelName, Heard, Said } from '../channels/channel.ts'
import { type Parsed, parse } from '../commands/parse.ts'
import { opensAdvice } from '../commands/words.ts'
import { fixDaysOf } from '../data/categories.ts'
import { builtInRules } from '../data/rules.ts'
import { bindStranger, greetStranger } from './people.ts'
import { takeRecall } from './recall.ts'
import { type Letters, type Visit, letterTo } from './visit.ts'
import { createCalendar } from '../domain/calendar.ts'
import { dayOf } from '../domain/dates.ts'
import type { Rulebook } from '../domain/decide.ts'
import type { Office } from '../domain/office.ts'
import { scorebookOf } from '../domain/scoring-rules.ts'
import { addedToGroup, welcome } from '../messages/people.ts'
import { putLast } from '../outbox/put.ts'
import { noteChat, noteChatGone } from '../store/chats.ts'
import { officeCodeOf } from '../store/offices.ts'
import type { Tx } from '../store/open.ts'
import { type Context, findContext, meetStranger, notePrivateChat } from '../store/people.ts'

export interface DeskParts {
  readonly zone: string
  readonly now: () => Date
  readonly newUuid: () => string
  readonly exports: Visit['exports']
}

export interface Desk {
  /** One turn: what was heard is understood, decided, written in the book and answered, in the caller's transaction. */
  readonly handle: (tx: Tx, channel: ChannelName, heard: Heard) => Promise<void>
  /** True when all that can come of it is a new matter: turns that touch nothing in the book may share a transaction. */
  readonly opensMatter: (heard: Heard) => boolean
}

export const createDesk = (parts: DeskParts): Desk => ({
  handle: async (tx, channel, heard) => {
    const letters = await turn(parts, tx, channel, heard)
    putLast(tx, letters, { now: parts.now(), newUuid: parts.newUuid })
  },
  opensMatter: (heard) => {
    if (heard.type !== 'said' || heard.unreadable || opensAdvice(heard.text)) return false
    const parsed = parsedOf(heard, parts.zone)
    return parsed.type === 'understood' && parsed.intent.type === 'open'
  },
})

const isAddressed = ({ chat, mentioned }: Said): boolean => chat.type === 'private' || mentioned

/** Understood once, though asked twice: whether it may share a transaction, and what is to be done. */
const parsedOf = (heard: Said, zone: string): Parsed => {
  const known = understood.get(heard)
  if (known) return known
  const today = dayOf(new Date(heard.saidAt), zone)
  const parsed = parse(heard.text, { today, isAddressed: isAddressed(heard) })
  understood.set(heard, parsed)
  return parsed
}
const understood = new WeakMap<Said, Parsed>()

const turn = async (
  parts: DeskParts,
  tx: Tx,
  channel: ChannelName,
  heard: Heard,
): Promise<Letters> => {
  const context = await findContext(tx, {
    channel,
    chat: heard.chat,
    from: 'from' in heard ? heard.from : '',
    officeCode: officeCodeOf[channel],
    now: parts.now(),
  })
  const { office } = context
  const now = new Date(parts.now().getTime() + office.clockOffsetMs)
  switch (heard.type) {
    case 'said':
      return hear({ ...parts, tx, channel, context, heard, now })
    case 'recalled':
      return takeRecall({ tx, channel, office, now, book: bookOf(context, parts.zone) }, heard)
    case 'bot-added':
      return join({ tx, channel, office, now }, heard)
    case 'bot-removed':
    case 'disbanded':
      await noteChatGone(tx, channel, heard.chat.id)
      return []
    case 'entered':
      return context.person || !(await meetStranger(tx, channel, heard.from, now))
        ? []
        : [letterTo({ channel, office }, { type: 'chat', id: heard.chat.id }, welcome(office.name))]
  }
}

interface Joining {
  readonly tx: Tx
  readonly channel: ChannelName
  readonly office: Office
  readonly now: Date
}

/** Put into a group: says once what it does and how the group is set. */
const join = async (
  { tx, channel, office, now }: Joining,
  { chat, name }: ChatChanged,
): Promise<Letters> => {
  const isNew = await noteChat(tx, { channel, id: chat.id, officeId: office.id, name }, now)
  const to = { type: 'chat', id: chat.id } as const
  return isNew ? [letterTo({ channel, office }, to, addedToGroup(office.name, chat.id))] : []
}

interface Hearing {
  readonly tx: Tx
  readonly channel: ChannelName
  readonly context: Context
  readonly heard: Said
  readonly now: Date
  readonly zone: string
  readonly exports: Visit['exports']
}

const hear = async ({
  tx,
  channel,
  context,
  heard,
  now,
  zone,
  exports,
}: Hearing): Promise<Letters> => {
  const { office, person, asked, hasLoosePhotos, hasClaims } = context
  const isPrivate = heard.chat.type === 'private'
  const isSaidToUs = isAddressed(heard)
  if (!isPrivate && !context.chat)
    await noteChat(tx, { channel, id: heard.chat.id, officeId: office.id, name: '' }, now)
  const at = new Date(heard.saidAt)
  const parsed = parsedOf(heard, zone)
  if (!person) {
    if (parsed.type === 'understood' && parsed.intent.type === 'bind' && isSaidToUs)
      return bindStranger({ tx, channel, office, heard, now }, parsed.intent)
    return isSaidToUs || parsed.type === 'understood'
      ? greetStranger({ tx, channel, office, heard, now })
      : []
  }
  if (isPrivate && context.privateChat === undefined)
    await notePrivateChat(tx, channel, heard.from, heard.chat.id)
  const book = bookOf(context, zone)
  const chatKind = context.chat && { chatKind: context.chat.kind }
  const visit: Visit = {
    tx,
    channel,
    office,
    by: person,
    heard,
    ...chatKind,
    asked,
    hasLoosePhotos,
    hasClaims,
    at,
    now,
    book,
    exports,
  }
  return isForUs(visit, parsed, isSaidToUs) ? respond(visit, parsed) : []
}

/** In a group without a mention: only a command word that opens it, and answers of whom we asked (decisions 18). */
const isForUs = ({ asked }: Visit, parsed: Parsed, isSaidToUs: boolean): boolean =>
  isSaidToUs || asked.length > 0 || parsed.type === 'understood'

/** The rules that hold in an office. */
const bookOf = ({ overrides, rules }: Context, zone: string): Rulebook => ({
  calendar: createCalendar(zone, overrides),
  scoring: scorebookOf(builtInRules, rules, zone),
  fixDaysOf,
})
