import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createExports, createFiles } from '../../src/files/keep.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cppcc-files-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the same picture kept many times at once is one file, whole, and no draft stays behind', async () => {
  const files = createFiles(folder)
  const bytes = new Uint8Array(200_000).fill(7)
  const hashes = await Promise.all(Array.from({ length: 8 }, () => files.keep(bytes)))
  expect(new Set(hashes).size).toBe(1)
  expect(await files.read(hashes[0] ?? '')).toHaveLength(200_000)
  expect(readdirSync(join(folder, 'files')).filter((name) => name.endsWith('.part'))).toEqual([])
})

test.each(['../../etc/passwd', '', 'a'.repeat(63)])('%j names no photo', async (hash) => {
  expect(await createFiles(folder).read(hash)).toBeUndefined()
})

test('a paper is kept for a week from when it was last asked for', async () => {
  const root = mkdtempSync(join(tmpdir(), 'cppcc-exports-'))
  let now = new Date('2024-06-01T10:00:00+08:00')
  const exports = createExports(root, () => now)
  const [one, two] = await Promise.all(['a', 'b'].map((text) => exports.keep(Buffer.from(text))))
  now = new Date('2024-06-06T10:00:00+08:00')
  expect(await exports.keep(Buffer.from('a'))).toBe(one)
  now = new Date('2024-06-09T10:00:00+08:00')
  await exports.keep(Buffer.from('c'))
  expect(Buffer.from((await exports.read(one ?? '')) ?? []).toString()).toBe('a')
  expect(await exports.read(two ?? '')).toBeUndefined()
  rmSync(root, { recursive: true })
})
