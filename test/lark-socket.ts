import type { Server } from 'node:http'
import { WebSocketServer } from 'ws'

export interface LarkSocket {
  /** Sends an event down the long connection; gives what the other side answered for it. */
  readonly push: (type: string, event: unknown) => Promise<string>
  readonly connected: () => Promise<void>
}

/** The platform's end of the long connection: protobuf frames as the SDK was seen to speak them. */
export const openLarkSocket = (server: Server): LarkSocket => {
  const sockets = new WebSocketServer({ server })
  let seq = 0
  const waiting = new Map<string, (answer: string) => void>()
  // the client is ready when it has sent its first ping
  const firstPing = new Promise<void>((resolve) => {
    sockets.on('connection', (socket) => {
      socket.on('message', (data: Buffer) => {
        resolve()
        const text = data.toString('latin1')
        const id = /push-\d+/.exec(text)?.[0] ?? ''
        waiting.get(id)?.(text.slice(text.lastIndexOf('{"code"')))
      })
    })
  })
  return {
    connected: () => firstPing,
    push: async (type, event) => {
      const id = `push-${(seq += 1)}`
      const answered = new Promise<string>((resolve) => waiting.set(id, resolve))
      const headers = { type: 'event', message_id: id, sum: '1', seq: '0', trace_id: 't' }
      const payload = JSON.stringify({
        schema: '2.0',
        header: { event_type: type, event_id: id },
        event,
      })
      for (const socket of sockets.clients) socket.send(frame(seq, headers, payload))
      return answered
    },
  }
}

/** SeqID=1, LogID=2, service=3, method=4 (1 is data), headers=5 {key, value}, payload=8. */
const frame = (seq: number, headers: Record<string, string>, payload: string): Buffer =>
  Buffer.concat([
    number(1, seq),
    number(2, 0),
    number(3, 1),
    number(4, 1),
    ...Object.entries(headers).map(([key, value]) =>
      bytes(5, Buffer.concat([bytes(1, Buffer.from(key)), bytes(2, Buffer.from(value))])),
    ),
    bytes(8, Buffer.from(payload)),
  ])

const number = (field: number, value: number) => Buffer.from([field << 3, ...varint(value)])
const bytes = (field: number, value: Buffer) =>
  Buffer.concat([Buffer.from([(field << 3) | 2, ...varint(value.length)]), value])
const varint = (value: number): readonly number[] =>
  value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)]
