import type { Channel, ChannelName, Heard } from './channels/channel.ts'
import { createDesk } from './desk/handle.ts'
import { createPhotoDrain } from './files/drain.ts'
import type { Exports, Files } from './files/keep.ts'
import { type Accept, createAccept } from './inbox/accept.ts'
import { createInboxDrain } from './inbox/drain.ts'
import { clearInboxLeases } from './inbox/sweep.ts'
import { describe } from './inbox/trouble.ts'
import { type Loop, startLoop } from './loop.ts'
import { apology } from './messages/talk.ts'
import { createOutboxDrain } from './outbox/drain.ts'
import { put } from './outbox/put.ts'
import { createComparing } from './similar/drain.ts'
import { clearComparisonLeases } from './store/comparisons.ts'
import { officeCodeOf } from './store/offices.ts'
import { findContext } from './store/people.ts'
import type { Store, Tx } from './store/open.ts'
import { clearPhotoLeases } from './store/photos.ts'
import { clearOutboxLeases } from './store/queues.ts'

export interface BotParts {
  readonly store: Store
  readonly channels: readonly Channel[]
  readonly ratesOf: (channel: ChannelName) => { readonly chat: number; readonly app: number }
  readonly files: Files
  readonly exports: Exports
  readonly zone: string
  readonly now: () => Date
  readonly random: () => number
  readonly newUuid: () => string
  readonly newId: () => string
  readonly log: {
    readonly error: (details: object, text: string) => void
    readonly warn: (details: object, text: string) => void
  }
  readonly count: (channel: string, result: string) => void
}

export interface Bot {
  readonly accept: Accept
  /** Letters or photos were put: look now. */
  readonly poke: () => void
  readonly stop: () => Promise<void>
}

/** Three short walks joined by two tables: what arrives, the desk, what leaves; photos beside them. */
export const startBot = async (parts: BotParts): Promise<Bot> => {
  const { store, channels, log, now } = parts
  if (store.kind === 'pglite') await store.transaction(clearLeases)
  const byName = new Map(channels.map((channel) => [channel.name, channel]))
  const loops: Loop[] = []
  const loop = (work: () => Promise<boolean>) => {
    const started = startLoop({
      work,
      idleMs: 1000,
      onError: (error) => log.error({ why: describe(error).why }, 'loop failed'),
    })
    loops.push(started)
    return started
  }
  const outboxes = channels.map((channel) => {
    const drain = createOutboxDrain({
      ...parts,
      channel,
      rates: parts.ratesOf(channel.name),
      poke: () => running.poke(),
      count: parts.count,
    })
    const running: Loop = loop(drain.work)
    return { drain, running }
  })
  const photos = loop(createPhotoDrain({ ...parts, channels: byName }))
  const pokeOut = () => {
    for (const { running } of outboxes) running.poke()
    photos.poke()
  }
  const comparing = loop(createComparing({ ...parts, poke: pokeOut }))
  const inbox = loop(
    inboxWork(parts, () => {
      pokeOut()
      comparing.poke()
    }),
  )
  return {
    accept: createAccept({ store, now, poke: inbox.poke }),
    poke: pokeOut,
    stop: async () => {
      await Promise.all(loops.map((one) => one.stop()))
      await Promise.all(outboxes.map(({ drain }) => drain.finish()))
    },
  }
}

const inboxWork = (parts: BotParts, pokeOut: () => void): (() => Promise<boolean>) => {
  const desk = createDesk(parts)
  const drain = createInboxDrain({
    ...parts,
    opensMatter: (heard) => desk.opensMatter(heard),
    handle: (tx, heard, row) => desk.handle(tx, channelOf(row.lane), heard),
    apologise: (tx, heard, logId, lane) =>
      apologise(parts, tx, { channel: channelOf(lane), heard, logId }),
  })
  return async () => {
    const didSomething = await drain()
    if (didSomething) pokeOut()
    return didSomething
  }
}

const channelOf = (lane: string): ChannelName => lane.slice(0, lane.indexOf(':')) as ChannelName

const apologise = async (
  { now, newUuid }: BotParts,
  tx: Tx,
  {
    channel,
    heard,
    logId,
  }: { readonly channel: ChannelName; readonly heard: Heard; readonly logId: string },
): Promise<void> => {
  if (heard.type !== 'said') return
  const { office } = await findContext(tx, {
    channel,
    chat: heard.chat,
    from: heard.from,
    officeCode: officeCodeOf[channel],
    now: now(),
  })
  const letter = {
    officeId: office.id,
    channel,
    to: { type: 'chat', id: heard.chat.id },
    replyTo: heard.messageId,
    kind: 'answer',
    isPrivate: heard.chat.type === 'private',
    message: apology(logId),
  } as const
  await put(tx, [letter], { now: now(), newUuid })
}

const clearLeases = async (tx: Tx): Promise<void> => {
  await clearInboxLeases(tx)
  await clearOutboxLeases(tx)
  await clearPhotoLeases(tx)
  await clearComparisonLeases(tx)
}
