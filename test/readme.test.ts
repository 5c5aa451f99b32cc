import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readReadme } from './readme.ts'

const file = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const { now, fresh } = readReadme()

test('the commands, the lives and the rules in the README are those of the code (npm run readme)', () => {
  expect(now).toBe(fresh)
})

test('every variable of the configuration stands in .env.example and in the README, and no other', () => {
  const named = (text: string, pattern: RegExp) =>
    new Set([...text.matchAll(pattern)].map(([, name = '']) => name))
  const read = named(file('../src/config.ts'), /^ {2}([A-Z][A-Z_]+):/gm)
  const example = named(file('../.env.example'), /^(?:# )?([A-Z_]+)=/gm)
  const dingtalk = [...example].filter((name) => name.startsWith('DINGTALK_'))
  expect(example).toEqual(new Set([...read, ...dingtalk]))
  expect(named(now, /^\| `([A-Z_]+)` \|/gm)).toEqual(read)
})

test('every script and every file the README names is there', () => {
  const { scripts } = JSON.parse(file('../package.json')) as { scripts: Record<string, string> }
  const named = [...now.matchAll(/npm run ([a-z:]+)/g)].map(([, name = '']) => name)
  expect(named.filter((name) => !scripts[name])).toEqual([])
  const paths = [...now.matchAll(/`((?:src|test|drizzle)\/[\w./-]+)`|!\[[^\]]*\]\(([^)]+)\)/g)].map(
    ([, code, picture]) => code ?? picture ?? '',
  )
  expect(paths.length).toBeGreaterThan(5)
  expect(paths.filter((path) => !existsSync(new URL(`../${path}`, import.meta.url)))).toEqual([])
})
