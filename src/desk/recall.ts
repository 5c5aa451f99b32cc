import type { ChannelName, Recalled } from '../channels/channel.ts'
import { type Letters, letterTo } from './visit.ts'
import { type Rulebook, decide } from '../domain/decide.ts'
import type { Office } from '../domain/office.ts'
import { lineReason } from '../messages/points.ts'
import { done } from '../messages/steps.ts'
import { recalledReason } from '../messages/talk.ts'
import { addressOf } from '../store/addresses.ts'
import { forgetItem } from '../store/asked.ts'
import { findDossier, findOpenedBy, record } from '../store/items.ts'
import type { Tx } from '../store/open.ts'
import { findPerson } from '../store/people.ts'
import { dropLoosePhotos } from '../store/photos.ts'

interface Recalling {
  readonly tx: Tx
  readonly channel: ChannelName
  readonly office: Office
  readonly now: Date
  readonly book: Rulebook
}

/** A recalled message takes its matter with it while nobody but its author has touched it. */
export const takeRecall = async (at: Recalling, heard: Recalled): Promise<Letters> => {
  const { tx, channel, office, now, book } = at
  await dropLoosePhotos(tx, channel, heard.messageId)
  const opened = await findOpenedBy(tx, channel, heard.messageId)
  const dossier = opened && (await findDossier(tx, opened.officeId, opened.no))
  const author = dossier && (await findPerson(tx, dossier.item.author))
  if (!dossier || !author || dossier.facts.some(({ byPerson }) => byPerson !== author.id)) return []
  const act = {
    verb: 'withdraw',
    details: { reason: recalledReason },
    by: author,
    at: new Date(heard.saidAt),
  } as const
  const decision = decide(book, dossier, act)
  if (!decision.ok) return []
  const { change } = decision
  await record(tx, change, lineReason, now)
  await forgetItem(tx, office.id, change.item.no)
  const to = await addressOf(tx, channel, author.id)
  const names = { department: '', author: author.name, actor: author.name, people: new Map() }
  const message = done({
    item: change.item,
    act,
    entries: [],
    names,
    reopened: 0,
    declined: 0,
    version: 1,
  })
  return to ? [{ ...letterTo({ channel, office }, to, message), isPrivate: true }] : []
}
