import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Cleaned photos by the hash of their content, outside the database: DATA_DIR/files/ab/abcd….jpg. */
export interface Files {
  readonly keep: (bytes: Uint8Array) => Promise<string>
  readonly read: (hash: string) => Promise<Uint8Array | undefined>
  readonly pathOf: (hash: string) => string
}

export const createFiles = (dataDir: string): Files => {
  const root = join(dataDir, 'files')
  let drafts = 0
  const pathOf = (hash: string) => join(root, hash.slice(0, 2), `${hash}.jpg`)
  return {
    pathOf,
    keep: async (bytes) => {
      const hash = createHash('sha256').update(bytes).digest('hex')
      if (await exists(pathOf(hash))) return hash
      await mkdir(join(root, hash.slice(0, 2)), { recursive: true })
      // whole or not at all: a crash leaves a stray draft, never half a photo; the same one may be kept twice at once
      const draft = join(root, `${hash}.${process.pid}.${(drafts += 1)}.part`)
      await writeFile(draft, bytes, { flush: true })
      await rename(draft, pathOf(hash))
      return hash
    },
    read: async (hash) =>
      /^[0-9a-f]{64}$/.test(hash) ? readFile(pathOf(hash)).catch(() => undefined) : undefined,
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )
