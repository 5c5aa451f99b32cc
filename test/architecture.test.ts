import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../src')

/** Who may look into which room. A room not named on the right stays closed. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  data: ['domain'],
  messages: ['domain', 'channels'],
  commands: ['domain', 'data'],
  gates: ['commands', 'data', 'domain'],
  channels: ['messages'],
  store: ['domain', 'messages', 'channels'],
  outbox: ['messages', 'channels', 'store'],
  boards: ['domain', 'store'],
  figures: ['domain', 'messages'],
  papers: ['domain', 'data', 'messages', 'commands', 'store', 'figures'],
  similar: ['domain', 'data', 'messages', 'commands', 'channels', 'store', 'outbox'],
  desk: [
    'domain',
    'data',
    'gates',
    'messages',
    'commands',
    'channels',
    'store',
    'outbox',
    'boards',
    'figures',
    'papers',
    'files',
    'similar',
  ],
  jobs: ['domain', 'messages', 'channels', 'store', 'outbox', 'inbox', 'boards'],
  inbox: ['channels', 'domain', 'store'],
  files: ['domain', 'messages', 'channels', 'store', 'outbox'],
  pages: ['messages'],
  playground: ['channels', 'data', 'domain', 'files', 'pages', 'store'],
  http: ['channels', 'store'],
  admin: ['domain', 'commands', 'data', 'files', 'figures', 'inbox', 'messages', 'papers', 'store'],
}

/** The only packages that the rooms without a clock and a wire may use. */
const purePackages: Readonly<Record<string, readonly string[]>> = {
  domain: ['temporal-polyfill', 'chinese-days'],
  data: [],
  messages: [],
  commands: ['opencc-js/t2cn'],
  boards: [],
  figures: [],
  gates: [],
  pages: [],
}

const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts'),
)
const roomOf = (file: string): string | undefined =>
  file.includes('/') ? file.split('/')[0] : undefined
const importsOf = (file: string): readonly string[] =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/(?:from|import\()\s*'([^']+)'/g)].map(
    (match) => match[1] ?? '',
  )

test.each(files.filter((file) => roomOf(file)))('%s looks only into rooms it may', (file) => {
  const room = roomOf(file) ?? ''
  expect(mayImport, `the room ${room} stands in the table`).toHaveProperty(room)
  for (const specifier of importsOf(file).filter((one) => one.startsWith('.'))) {
    const target = roomOf(relative(root, resolve(join(root, dirname(file)), specifier)))
    if (target !== room)
      expect([...(mayImport[room] ?? [])], `${file} → ${specifier}`).toContain(target)
  }
})

test.each(files.filter((file) => purePackages[roomOf(file) ?? '']))(
  '%s uses no package but the pure ones',
  (file) => {
    const packages = importsOf(file).filter((one) => !one.startsWith('.'))
    for (const one of packages) expect(purePackages[roomOf(file) ?? '']).toContain(one)
  },
)

test.each(files)(
  '%s takes time, chance and environment as arguments, and is under 250 lines',
  (file) => {
    const text = readFileSync(join(root, file), 'utf8')
    if (!['main.ts', 'admin.ts'].includes(file)) {
      expect(text).not.toMatch(/new Date\(\)|Date\.now\(\)/)
      expect(text).not.toMatch(
        /Math\.random\(\)|randomUUID\(\)(?!.*lock)/g.source === '' ? /x^/ : /Math\.random\(\)/,
      )
      expect(text).not.toMatch(/process\.env\b/)
    }
    expect(text.split('\n').length).toBeLessThanOrEqual(250)
  },
)

const chineseRooms = [
  'gates',
  'messages',
  'commands',
  'data',
  'pages',
  'admin',
  'playground',
  'figures',
  'papers',
]
const chineseFiles = [
  'domain/workflow.ts',
  'domain/workflows/opinion.ts',
  'domain/workflows/solicitation.ts',
  'domain/workflows/supervision.ts',
  'domain/workflows/proposal.ts',
  'domain/item.ts',
  'domain/person.ts',
  'domain/chinese-numbers.ts',
  'domain/dates.ts',
  'domain/privacy.ts',
  'main.ts',
  'admin.ts',
  'config.ts',
  'greeting.ts',
  'http/server.ts',
  'channels/lark/decode.ts',
  'store/speakers.ts',
  'store/trigrams.ts',
  'store/playground.ts',
]

test.each(
  files.filter(
    (file) => !chineseRooms.includes(roomOf(file) ?? '') && !chineseFiles.includes(file),
  ),
)('%s says nothing to people: its words stand in the rooms meant for them', (file) => {
  const code = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
  expect(code).not.toMatch(/\p{Script=Han}/u)
})

test.each(files)('%s loads what is heavy only when it is first needed', (file) => {
  const code = readFileSync(join(root, file), 'utf8')
  expect(code).not.toMatch(/^import (?!type)[^\n]*from '(?:docx|sharp|hucre|@larksuiteoapi)[^']*'/m)
})
