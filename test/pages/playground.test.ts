import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { startService, type Service } from '../../src/service.ts'
import { openTestStore } from '../database.ts'
import type { Store } from '../../src/store/open.ts'
import { photo } from '../photo.ts'

const chrome = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => existsSync(path),
)
let service: Service
let store: Store
let dataDir: string

beforeAll(async () => {
  store = await openTestStore()
  dataDir = mkdtempSync(join(tmpdir(), 'cppcc-page-'))
  const read = readConfig({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'silent' })
  if (!read.ok) throw new Error(read.faults.join('\n'))
  const now = () => new Date('2024-06-04T10:00:00+08:00')
  service = await startService({
    config: read.config,
    now,
    random: () => 0.5,
    newUuid: () => crypto.randomUUID(),
    newId: () => 'id',
    isTicking: false,
    store,
  })
})
afterAll(async () => {
  await service.close()
  await store.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const get = async (path: string) => (await fetch(`${service.address}${path}`)).text()

const say = async (fields: Record<string, string>, picture?: Uint8Array): Promise<Response> => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  if (picture) form.set('photo', new Blob([Buffer.from(picture)], { type: 'image/jpeg' }), 'a.jpg')
  return fetch(`${service.address}/playground/say`, {
    method: 'POST',
    body: form,
    redirect: 'manual',
  })
}

const shown = async (path: string, text: string): Promise<string> => {
  for (let tries = 0; tries < 500; tries++) {
    const page = await get(path)
    if (page.includes(text)) return page
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error(`${text} did not appear on ${path}`)
}

/** Headers a browser would not let us set. */
const status = (headers: Record<string, string>, path = '/playground'): Promise<number> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(service.address)
    request(
      { hostname, port, path, headers: { host: `${hostname}:${port}`, ...headers } },
      (response) => {
        response.resume()
        resolve(response.statusCode ?? 0)
      },
    )
      .on('error', reject)
      .end()
  })

test('plain forms are enough: a member reports, staff dispatch, the department and the clock move it on', async () => {
  expect(
    (await say({ person: '1', chat: 'members', text: '随手拍 人民路路口,井盖破了' }, await photo()))
      .status,
  ).toBe(303)
  await shown('/playground?person=1&chat=members', '微1 已登记')
  await shown('/playground?person=7&chat=staff', '交办 1 单位')
  await say({ person: '7', chat: 'staff', text: '交办 1 住建局 1天' })
  await shown('/playground?person=9&chat=private', '接单 1')
  const clock = await fetch(`${service.address}/playground/clock`, {
    method: 'POST',
    body: new URLSearchParams({ to: 'monday' }),
    redirect: 'manual',
  })
  expect(clock.status).toBe(303)
  const page = await shown('/playground?person=1&chat=members', '【履职周报】')
  expect(page).toContain('6月11日')
  expect(page).toMatch(/data-letter="\d+"/)
  expect(page).toContain('data-chat="members"')
})

test.each<[string, Record<string, string>, number]>([
  ['itself', {}, 200],
  ['behind a proxy', { 'x-forwarded-for': '10.0.0.1' }, 403],
  ['forwarded', { forwarded: 'for=10.0.0.1' }, 403],
  ['another host (rebinding)', { host: 'evil.example:3000' }, 403],
  ['another origin', { origin: 'http://evil.example' }, 403],
  ['a cross-site fetch', { 'sec-fetch-site': 'cross-site' }, 403],
])('the page is for this machine only: %s', async (_name, headers, code) => {
  expect(await status(headers)).toBe(code)
})

test('what a member types is text on the page, and the policy lets no foreign script in', async () => {
  await say({ person: '2', chat: 'members', text: '<script>alert(1)</script>' })
  const page = await shown('/playground?person=2&chat=members', 'alert(1)')
  expect(page).not.toContain('<script>alert')
  const headers = (await fetch(`${service.address}/playground`)).headers
  expect(headers.get('content-security-policy')).toContain("default-src 'none'")
})

test('an export is a link to be saved, for this machine only', async () => {
  await say({ person: '3', chat: 'members', text: '社情民意 村口积水严重,建议清沟' })
  const listed = await shown('/playground?person=3&chat=members', '已提交')
  const no = /社(\d+)/.exec(listed)?.[1] ?? ''
  await say({ person: '7', chat: 'staff', text: `导出 ${no}` })
  expect(await shown('/playground?person=7&chat=staff', '已私信您')).not.toContain(
    'playground/file',
  )
  const page = await shown('/playground?person=7&chat=private', 'playground/file')
  const link = /href="(\/playground\/file\/[^"]+)"/.exec(page)?.[1] ?? ''
  const file = await fetch(`${service.address}${link}`)
  expect(file.headers.get('content-disposition')).toMatch(
    /^attachment; filename\*=UTF-8''%E7%A4%BE/,
  )
  expect(file.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(Buffer.from(await file.arrayBuffer()).toString('latin1', 0, 2)).toBe('PK')
  for (const wrong of [
    link.replace(/[0-9a-f]{64}/, 'f'.repeat(64)),
    link.replace('docx', 'html'),
    link.replace(/\?.*/, ''),
    '/playground/file/..%2F..%2Fetc%2Fpasswd?name=a.docx',
  ])
    expect((await fetch(`${service.address}${wrong}`)).status).toBe(404)
  expect(await status({ 'x-forwarded-for': '10.0.0.1' }, link)).toBe(403)
})

test.each([
  ['no such person', { person: '999', chat: 'members', text: '你好' }],
  ['no such chat', { person: '1', chat: 'nowhere', text: '你好' }],
  ['nothing at all', {}],
])('%s is refused', async (_name, fields) => {
  expect((await say(fields)).status).toBe(400)
})

test.skipIf(!chrome)(
  'in a browser: fits 360 px and 1280 px, answers arrive without reloading',
  { timeout: 120_000 },
  async () => {
    const browser: Browser = await chromium.launch({
      ...(chrome && { executablePath: chrome }),
      args: ['--no-sandbox'],
    })
    try {
      for (const width of [360, 1280]) {
        const page = await browser.newPage({ viewport: { width, height: 800 } })
        const faults: string[] = []
        page.on('pageerror', (error) => faults.push(String(error)))
        page.on('console', (line) =>
          line.type() === 'error'
            ? faults.push(`${line.text()} ${line.location().url}`)
            : undefined,
        )
        await page.goto(`${service.address}/playground?person=3&chat=private`)
        await page.fill('#text', '规则')
        await page.click('.say button')
        await page.waitForSelector('#lines li.bot:has-text("计分规则")')
        const folder = process.env['SCREENSHOTS']
        if (folder) {
          await page.screenshot({ path: join(folder, `private-${width}.png`), fullPage: true })
          await page.goto(`${service.address}/playground?person=1&chat=members`)
          await page.screenshot({ path: join(folder, `members-${width}.png`) })
        }
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
          width,
        )
        expect(faults).toEqual([])
        await page.close()
      }
    } finally {
      await browser.close()
    }
  },
)
