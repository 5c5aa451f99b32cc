import type { Address, ChannelName, Said } from '../channels/channel.ts'
import type { Rulebook } from '../domain/decide.ts'
import { dayOf } from '../domain/dates.ts'
import type { Office } from '../domain/office.ts'
import type { Person } from '../domain/person.ts'
import type { Exports } from '../files/keep.ts'
import type { Message } from '../messages/message.ts'
import type { Letter } from '../outbox/put.ts'
import type { ChatKind, Context } from '../store/people.ts'
import type { Tx } from '../store/open.ts'

/** Somebody stands at the desk: who, where, when and under which rules. */
export interface Visit {
  readonly tx: Tx
  readonly channel: ChannelName
  readonly office: Office
  readonly by: Person
  readonly heard: Said
  /** Of the group it was said in, where that is known. */
  readonly chatKind?: ChatKind
  readonly asked: Context['asked']
  readonly hasLoosePhotos: boolean
  /** Somebody has claimed a 约稿 that is still open. */
  readonly hasClaims: boolean
  /** When it was said: it dates facts. */
  readonly at: Date
  /** The office's clock. */
  readonly now: Date
  readonly book: Rulebook
  /** Where papers are kept until they are sent. */
  readonly exports: Pick<Exports, 'keep' | 'clear'>
}

/** What leaves the desk. */
export type Letters = readonly Letter[]

export const inGroup = ({ heard }: Pick<Visit, 'heard'>): boolean => heard.chat.type === 'group'
export const todayOf = ({ at, book }: Visit): string => dayOf(at, book.calendar.zone)

/** The answer where it was said, as a reply to it. */
export const answer = (
  visit: Pick<Visit, 'channel' | 'office' | 'heard'>,
  message: Message,
  kind: Letter['kind'] = 'answer',
  itemNo?: number,
): Letter => ({
  officeId: visit.office.id,
  channel: visit.channel,
  to: { type: 'chat', id: visit.heard.chat.id },
  replyTo: visit.heard.messageId,
  kind,
  isPrivate: visit.heard.chat.type === 'private',
  ...(itemNo !== undefined && { itemNo }),
  message,
})

/** What is for one person's eyes: in a group the answer only says that it was said privately. */
export const answerPrivately = (visit: Visit, message: Message, pointer: Message): Letters =>
  inGroup(visit)
    ? [
        answer(visit, pointer),
        { ...letterTo(visit, { type: 'person', id: visit.heard.from }, message), isPrivate: true },
      ]
    : [answer(visit, message)]

export const letterTo = (
  visit: Pick<Visit, 'channel' | 'office'>,
  to: Address,
  message: Message,
  kind: Letter['kind'] = 'notice',
): Letter => ({
  officeId: visit.office.id,
  channel: visit.channel,
  to,
  kind,
  isPrivate: false,
  message,
})
