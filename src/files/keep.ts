import { createHash } from 'node:crypto'
import { mkdir, readFile, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Files by the hash of their content, outside the database. */
export interface Files {
  readonly keep: (bytes: Uint8Array) => Promise<string>
  readonly forget: (hash: string) => Promise<void>
  readonly read: (hash: string) => Promise<Uint8Array | undefined>
  readonly pathOf: (hash: string) => string
}

/** Cleaned photos: DATA_DIR/files/ab/abcd….jpg. */
export const createFiles = (dataDir: string): Files => createShelf(join(dataDir, 'files'), '.jpg')

export interface Exports extends Files {
  /** Forgets every paper: what is erased must not lie in one of them. */
  readonly clear: () => Promise<void>
}

/** Papers on their way to somebody: DATA_DIR/exports/ab/abcd…, a week long. They hold unpublished texts and can be made anew. */
export const createExports = (dataDir: string, now: () => Date): Exports => {
  const root = join(dataDir, 'exports')
  const shelf = createShelf(root, '')
  return {
    ...shelf,
    clear: () => rm(root, { recursive: true, force: true }),
    keep: async (bytes) => {
      await dropOlder(root, new Date(now().getTime() - weekMs))
      const hash = await shelf.keep(bytes)
      await utimes(shelf.pathOf(hash), now(), now())
      return hash
    },
  }
}

const weekMs = 7 * 86_400_000

const createShelf = (root: string, ending: string): Files => {
  let drafts = 0
  const pathOf = (hash: string) => join(root, hash.slice(0, 2), `${hash}${ending}`)
  return {
    pathOf,
    keep: async (bytes) => {
      const hash = createHash('sha256').update(bytes).digest('hex')
      if (await exists(pathOf(hash))) return hash
      await mkdir(join(root, hash.slice(0, 2)), { recursive: true })
      // whole or not at all: a crash leaves a stray draft, never half a file; the same one may be kept twice at once
      const draft = join(root, `${hash}.${process.pid}.${(drafts += 1)}.part`)
      await writeFile(draft, bytes, { flush: true })
      await rename(draft, pathOf(hash))
      return hash
    },
    forget: (hash) => rm(pathOf(hash), { force: true }),
    read: async (hash) =>
      /^[0-9a-f]{64}$/.test(hash) ? readFile(pathOf(hash)).catch(() => undefined) : undefined,
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

const dropOlder = async (root: string, before: Date): Promise<void> => {
  const found = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => [])
  for (const entry of found.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name)
    // somebody else may have dropped it just now
    const kept = await stat(path).catch(() => undefined)
    if (kept && kept.mtime < before) await rm(path, { force: true })
  }
}
