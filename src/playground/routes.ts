import { hearForm, readForm } from './hear.ts'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Heard } from '../channels/channel.ts'
import { createCalendar } from '../domain/calendar.ts'
import { dayOf, minuteOfDay, spoken } from '../domain/dates.ts'
import type { Files } from '../files/keep.ts'
import { pageCss, pageIcon, pageJs, playgroundPage } from '../pages/playground.ts'
import { type PlaygroundChannel, privateChatOf } from './channel.ts'
import { clockAfter, moves } from './clock.ts'
import { isFromHere } from './guard.ts'
import { sampleChats } from './setup.ts'
import { findOffice, moveClock, officeCodeOf } from '../store/offices.ts'
import type { Store } from '../store/open.ts'
import { listLetters, listRecent } from '../store/playground.ts'
import { listSpeakers } from '../store/speakers.ts'

export interface PlaygroundParts {
  readonly store: Store
  readonly channel: PlaygroundChannel
  readonly files: Files
  readonly exports: Files
  readonly zone: string
  readonly now: () => Date
  readonly newUuid: () => string
  readonly accept: (heard: Heard) => Promise<unknown>
  /** The clock was moved: look what is due. */
  readonly tick: () => Promise<unknown>
}

const largestPhoto = 20 * 1024 * 1024

/** The playground's doors: to this machine only, whoever stands in between is refused (decisions 25). */
export const playgroundRoutes =
  (parts: PlaygroundParts) =>
  async (app: FastifyInstance): Promise<void> => {
    await app.register(helmet, {
      contentSecurityPolicy: { useDefaults: false, directives: policy },
      hsts: false,
      referrerPolicy: { policy: 'same-origin' },
    })
    await app.register(multipart, {
      limits: { fileSize: largestPhoto, files: 3, fieldSize: 100_000, fields: 8 },
    })
    app.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 10_000 },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    )
    const streams = new Set<FastifyReply['raw']>()
    // an open page must not keep the house from closing
    app.addHook('preClose', async () => {
      for (const raw of streams) raw.end()
    })
    app.addHook('onRequest', async (request, reply) => {
      if (!isFromHere(request)) return reply.code(403).send({ error: '体验页只对本机开放' })
    })
    app.get('/playground', (request, reply) => show(parts, request, reply))
    app.get('/playground/page.css', (_request, reply) =>
      reply.type('text/css; charset=utf-8').send(pageCss),
    )
    app.get('/playground/page.js', (_request, reply) =>
      reply.type('text/javascript; charset=utf-8').send(pageJs),
    )
    app.get('/playground/icon.svg', (_request, reply) => reply.type('image/svg+xml').send(pageIcon))
    app.get('/playground/photo/:hash', (request, reply) => sendPhoto(parts, request, reply))
    app.get('/playground/file/:hash', (request, reply) => sendPaper(parts, request, reply))
    app.get('/playground/events', (request, reply) => stream(parts, streams, request, reply))
    app.post('/playground/say', (request, reply) => say(parts, request, reply))
    app.post('/playground/clock', (request, reply) => turnClock(parts, request, reply))
  }

const policy = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'"],
  'connect-src': ["'self'"],
  'form-action': ["'self'"],
  'base-uri': ["'none'"],
  'frame-ancestors': ["'none'"],
}

const whereShape = z.object({
  person: z.coerce.number().int().positive().optional().catch(undefined),
  chat: z.enum(['members', 'staff', 'private']).catch('members'),
})

const show = async (parts: PlaygroundParts, request: FastifyRequest, reply: FastifyReply) => {
  const asked = whereShape.parse(request.query)
  const page = await parts.store.transaction(async (tx) => {
    const office = await findOffice(tx, officeCodeOf.playground)
    if (!office) throw new Error('the sample office is missing')
    const people = await listSpeakers(tx, office.id, 'playground')
    const person = people.find(({ id }) => id === asked.person) ?? people[0]
    if (!person) throw new Error('the sample roster is missing')
    const chat = asked.chat === 'private' ? privateChatOf(person.platformId) : asked.chat
    const names = new Map(people.map(({ id, name }) => [id, name]))
    const lines = await listRecent(tx, chat, 60)
    const now = new Date(parts.now().getTime() + office.clockOffsetMs)
    return playgroundPage({
      officeName: office.name,
      clock: timeOf(now, parts.zone),
      people,
      person: person.id,
      chat: asked.chat,
      chats: [...sampleChats, { id: 'private', name: `与机器人私聊(${person.name})` }],
      lines: lines.map(({ id, personId, said, saidAt }) => ({
        id,
        who: personId === null ? '机器人' : (names.get(personId) ?? ''),
        isBot: personId === null,
        isMine: personId === person.id,
        at: timeOf(saidAt, parts.zone),
        said,
      })),
      letters: await listLetters(tx, 30),
    })
  })
  return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page)
}

const timeOf = (at: Date, zone: string): string => {
  const minute = minuteOfDay(at, zone)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${spoken(dayOf(at, zone))} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

/** What is said here is heard like on any platform: stored in the inbox first. */
const say = async (parts: PlaygroundParts, request: FastifyRequest, reply: FastifyReply) => {
  const form = request.isMultipart() ? await readForm(request) : undefined
  if (form === 'too-long') return reply.code(413).send({ error: '一次最多一万字,请分几次说' })
  if (!form) return reply.code(400).send({ error: '要写 person、chat、text' })
  const heard = await hearForm(parts, form)
  if (!heard) return reply.code(400).send({ error: '名册里没有这个人' })
  await parts.accept(heard)
  parts.channel.changed()
  return reply.redirect(`/playground?person=${form.person}&chat=${form.chat}`, 303)
}

const clockShape = z.object({
  to: z.enum(moves),
  person: z.coerce.number().optional().catch(undefined),
  chat: z.string().optional(),
})

const turnClock = async (parts: PlaygroundParts, request: FastifyRequest, reply: FastifyReply) => {
  const body = request.isMultipart() ? await fieldsOf(request) : request.body
  const form = clockShape.safeParse(body)
  if (!form.success) return reply.code(400).send({ error: '要写 to=hour、morning 或 monday' })
  await parts.store.transaction(async (tx) => {
    const office = await findOffice(tx, officeCodeOf.playground)
    if (!office) return
    const now = new Date(parts.now().getTime() + office.clockOffsetMs)
    const after = clockAfter(now, form.data.to, createCalendar(parts.zone))
    await moveClock(tx, office.id, after.getTime() - now.getTime())
  })
  await parts.tick()
  parts.channel.changed()
  return reply.redirect(
    `/playground?person=${form.data.person ?? ''}&chat=${encodeURIComponent(form.data.chat ?? 'members')}`,
    303,
  )
}

const fieldsOf = async (request: FastifyRequest): Promise<Record<string, unknown>> => {
  const fields: Record<string, unknown> = {}
  for await (const part of request.parts())
    if (part.type === 'field') fields[part.fieldname] = part.value
  return fields
}

const sendPhoto = async (
  { files }: PlaygroundParts,
  request: FastifyRequest,
  reply: FastifyReply,
) => {
  const { hash } = z.object({ hash: z.string() }).parse(request.params)
  const bytes = await files.read(hash)
  if (!bytes) return reply.code(404).send({ error: '没有这张照片' })
  return reply
    .type('image/jpeg')
    .header('cache-control', 'private, max-age=86400')
    .send(Buffer.from(bytes))
}

const paperShape = z.object({
  name: z
    .string()
    .max(200)
    .regex(/^[^/\\]+\.(?:docx|xlsx)$/),
})

/** To be saved, never shown: what is in it is no page of ours. */
const sendPaper = async (
  { exports }: PlaygroundParts,
  request: FastifyRequest,
  reply: FastifyReply,
) => {
  const { hash } = z.object({ hash: z.string() }).parse(request.params)
  const asked = paperShape.safeParse(request.query)
  const bytes = asked.success ? await exports.read(hash) : undefined
  if (!asked.success || !bytes) return reply.code(404).send({ error: '没有这个文件,请重新导出' })
  return reply
    .type('application/octet-stream')
    .header('cache-control', 'private, no-store')
    .header(
      'content-disposition',
      `attachment; filename*=UTF-8''${encodeURIComponent(asked.data.name).replace(/['()*]/g, '_')}`,
    )
    .send(Buffer.from(bytes))
}

/** Server-sent events: something changed, look again. */
const stream = (
  parts: PlaygroundParts,
  streams: Set<FastifyReply['raw']>,
  request: FastifyRequest,
  reply: FastifyReply,
): void => {
  void reply.hijack()
  const { raw } = reply
  streams.add(raw)
  raw.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  raw.write('retry: 2000\n\n')
  const forget = parts.channel.onChange(() => raw.write('event: change\ndata: 1\n\n'))
  const beat = setInterval(() => raw.write(': beat\n\n'), 15_000)
  request.raw.on('close', () => {
    clearInterval(beat)
    forget()
    streams.delete(raw)
  })
}
