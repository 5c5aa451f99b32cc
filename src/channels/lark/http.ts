import { Agent, type FormData, request as call } from 'undici'

/** What the SDK asks of its HTTP client (it expects axios: a resolved body, or a thrown error with `response`). */
export interface HttpOptions {
  readonly url?: string
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly params?: Record<string, string | number | boolean | null | undefined>
  readonly data?: unknown
  /** Ours: the SDK copies `data`, and no file survives that; what it doesn't know it hands on as it is. */
  readonly form?: FormData
  readonly responseType?: string
  readonly timeout?: number
  readonly $return_headers?: boolean
}

export class HttpFailure extends Error {
  readonly response: {
    readonly status: number
    readonly data: unknown
    readonly headers: Record<string, string>
  }
  constructor(status: number, data: unknown, headers: Record<string, string>) {
    super(`HTTP ${status}`)
    this.name = 'HttpFailure'
    this.response = { status, data, headers }
  }
}

const timeoutMs = 10_000

/** One kept-alive pool; every call ends within 10 s. */
export const createHttp = () => {
  const agent = new Agent({ connections: 128, keepAliveTimeout: 30_000 })
  const request = async (options: HttpOptions): Promise<unknown> => {
    const response = await call(addressOf(options), {
      dispatcher: agent,
      method: (options.method ?? 'GET').toUpperCase() as 'GET',
      headers: headersOf(options),
      ...bodyOf(options),
      signal: AbortSignal.timeout(options.timeout ?? timeoutMs),
    })
    const headers = plain(response.headers)
    const isOk = response.statusCode >= 200 && response.statusCode < 300
    if (options.responseType === 'stream' && isOk) return wrap(options, response.body, headers)
    const data = parseJson(await response.body.text())
    if (!isOk) throw new HttpFailure(response.statusCode, data, headers)
    return wrap(options, data, headers)
  }
  const withUrl =
    (method: string) =>
    (url: string, options: HttpOptions = {}) =>
      request({ ...options, url, method })
  const withData =
    (method: string) =>
    (url: string, data?: unknown, options: HttpOptions = {}) =>
      request({ ...options, url, method, data })
  return {
    request,
    get: withUrl('GET'),
    delete: withUrl('DELETE'),
    head: withUrl('HEAD'),
    options: withUrl('OPTIONS'),
    post: withData('POST'),
    put: withData('PUT'),
    patch: withData('PATCH'),
    close: () => agent.close(),
  }
}

const plain = (
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  )

const wrap = (
  { $return_headers }: HttpOptions,
  data: unknown,
  headers: Record<string, string>,
): unknown => ($return_headers ? { data, headers } : data)

const addressOf = ({ url = '', params }: HttpOptions): string => {
  const address = new URL(url)
  for (const [name, value] of Object.entries(params ?? {}))
    if (value !== undefined && value !== null) address.searchParams.set(name, `${value}`)
  return address.href
}

const headersOf = ({ headers = {}, data, form }: HttpOptions): Record<string, string> =>
  form || data === undefined
    ? without(headers, 'content-type')
    : { ...without(headers, 'content-type'), 'content-type': 'application/json; charset=utf-8' }

const without = (headers: Record<string, string>, name: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([key, value]) =>
      key.toLowerCase() === name || value === undefined ? [] : [[key, value]],
    ),
  )

const bodyOf = ({ data, form, method }: HttpOptions) =>
  form
    ? { body: form }
    : data === undefined || method === 'GET'
      ? {}
      : { body: JSON.stringify(data) }

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
