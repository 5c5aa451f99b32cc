import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The Lark API in a process of its own: answers every send after a delay and notes which numbers it was told. */
const delayMs = Number(process.argv[2] ?? 0)
let named = 0
const seen = new Set<string>()

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const answer = (value: object) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify(value))
    }
    if (request.url?.includes('tenant_access_token'))
      return answer({ code: 0, tenant_access_token: 't-1', expire: 7200 })
    if (request.url?.includes('/bot/v3/info'))
      return answer({ code: 0, bot: { open_id: 'ou_bot' } })
    if (request.url === '/figures') return answer({ named, distinct: seen.size })
    const numbers = Buffer.concat(chunks).toString('utf8').match(/社\d+/g) ?? []
    setTimeout(() => {
      for (const one of new Set(numbers)) {
        named += 1
        seen.add(one)
      }
      answer({ code: 0, data: { message_id: `om_${named}` } })
    }, delayMs)
  })
})
server.listen(0, '127.0.0.1', () => {
  process.send?.({ port: (server.address() as AddressInfo).port })
})
