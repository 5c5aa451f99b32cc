import { titleOf } from '../commands/split.ts'
import type { Visit } from './visit.ts'
import type { Change } from '../domain/decide.ts'
import type { OpenIntent } from '../domain/intent.ts'
import { type Item, unknownYet } from '../domain/item.ts'

/** A matter of which nothing is known yet but its words, where they were said and by whom. */
export const blank = (
  visit: Visit,
  { kind, text }: Pick<OpenIntent, 'kind' | 'text'>,
  author: number,
  no: number,
): Item => ({
  ...unknownYet,
  officeId: visit.office.id,
  no,
  kind,
  state: 'submitted',
  version: 1,
  author,
  enteredBy: author === visit.by.id ? null : visit.by.id,
  coAuthors: [],
  title: titleOf(text),
  text,
  channel: visit.channel,
  chatId: visit.heard.chat.type === 'group' ? visit.heard.chat.id : '',
  messageId: visit.heard.messageId,
  openedAt: visit.at,
  changedAt: visit.at,
})

/** The first line of its history. */
export const openedBy = ({ by, at }: Visit, { author, state }: Item): Change['fact'] => ({
  verb: 'open',
  byPerson: by.id,
  onBehalfOf: author === by.id ? null : author,
  details: {},
  fromState: null,
  toState: state,
  before: null,
  saidAt: at,
})
