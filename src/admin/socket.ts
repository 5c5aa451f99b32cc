import { existsSync, rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { z } from 'zod'
import type { AdminResult } from './run.ts'

const requestShape = z.object({ args: z.array(z.string()), cwd: z.string() })
const resultShape = z.object({
  code: z.union([z.literal(0), z.literal(1)]),
  lines: z.array(z.string()),
})
export type AdminRequest = z.output<typeof requestShape>

/** A path longer than the system allows for a socket would fail the start: such a server is not reached this way. */
const socketOf = (dataDir: string): string => join(dataDir, 'admin.sock')

/** Listens for the operator's commands: only who may enter the data directory reaches it. */
export const listenForAdmin = async (
  dataDir: string,
  run: (request: AdminRequest) => Promise<AdminResult>,
): Promise<Server | undefined> => {
  const path = socketOf(dataDir)
  if (Buffer.byteLength(path) > 100) return undefined
  if (existsSync(path)) rmSync(path)
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    const chunks: Buffer[] = []
    socket.on('data', (chunk: Buffer) => chunks.push(chunk))
    socket.on('error', () => socket.destroy())
    socket.on('end', () => {
      const request = requestShape.safeParse(parseJson(Buffer.concat(chunks).toString('utf8')))
      const working: Promise<AdminResult> = request.success
        ? run(request.data)
        : Promise.resolve({ code: 1, lines: ['请求有误'] })
      void working.then((result) => socket.end(JSON.stringify(result)))
    })
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve))
  return server
}

/** Has a running server do it; undefined when none is there. */
export const askServer = (
  dataDir: string,
  request: AdminRequest,
): Promise<AdminResult | undefined> =>
  new Promise((resolve) => {
    const chunks: Buffer[] = []
    const socket = connect(socketOf(dataDir))
    socket.on('connect', () => socket.end(JSON.stringify(request)))
    socket.on('data', (chunk: Buffer) => chunks.push(chunk))
    socket.on('error', () => resolve(undefined))
    socket.on('end', () =>
      resolve(resultShape.safeParse(parseJson(Buffer.concat(chunks).toString('utf8'))).data),
    )
  })

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
