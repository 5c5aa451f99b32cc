import type { FastifyRequest } from 'fastify'

/** From this machine itself: no forwarding in between, no foreign Host (DNS rebinding) and no foreign Origin. */
export const isFromHere = ({
  socket,
  headers,
}: Pick<FastifyRequest, 'socket' | 'headers'>): boolean =>
  isLoopback(socket.remoteAddress ?? '') &&
  !forwarding.some((name) => headers[name] !== undefined) &&
  isOurHost(headers.host) &&
  (headers.origin === undefined || isOurOrigin(headers.origin, headers.host)) &&
  (headers['sec-fetch-site'] === undefined ||
    headers['sec-fetch-site'] === 'same-origin' ||
    headers['sec-fetch-site'] === 'none')

const forwarding = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  'via',
]

const isLoopback = (address: string): boolean =>
  address === '::1' || /^(?:::ffff:)?127\.\d+\.\d+\.\d+$/.test(address)

const isOurHost = (host: string | undefined): boolean =>
  host !== undefined && /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i.test(host)

const isOurOrigin = (origin: string, host: string | undefined): boolean =>
  origin === `http://${host ?? ''}`
