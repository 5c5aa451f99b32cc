import { randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'

export class DirectoryInUse extends Error {
  readonly directory: string
  readonly pid: number
  constructor(directory: string, pid: number) {
    super(`${directory} is in use by process ${pid}`)
    this.name = 'DirectoryInUse'
    this.directory = directory
    this.pid = pid
  }
}

/**
 * One process per database directory; gives the function that unlocks. Lock files carry a generation
 * (`db.lock.3`): link(2) makes the next one atomically and only over a dead one, so after kill -9 a takeover has one winner.
 */
export const lockDirectory = (directory: string): (() => void) => {
  mkdirSync(dirname(directory), { recursive: true })
  const draft = join(dirname(directory), `${basename(directory)}.lock-${randomUUID()}`)
  writeFileSync(draft, JSON.stringify({ pid: process.pid, start: startOf(process.pid) }))
  try {
    return takeOver(directory, draft)
  } finally {
    rmSync(draft, { force: true })
  }
}

const takeOver = (directory: string, draft: string): (() => void) => {
  for (let tries = 0; tries < 50; tries++) {
    const before = newest(directory)
    if (before && isAlive(before)) throw new DirectoryInUse(directory, before.pid)
    const mine = (before?.generation ?? 0) + 1
    if (!linked(draft, lockFile(directory, mine))) continue
    if ((newest(directory)?.generation ?? mine) > mine) {
      rmSync(lockFile(directory, mine), { force: true })
      continue
    }
    for (const old of generations(directory))
      if (old < mine) rmSync(lockFile(directory, old), { force: true })
    return () => rmSync(lockFile(directory, mine), { force: true })
  }
  throw new DirectoryInUse(directory, 0)
}

interface Holder {
  readonly generation: number
  readonly pid: number
  readonly start: string | null
}

const newest = (directory: string): Holder | undefined => {
  for (const generation of generations(directory)) {
    try {
      const text = readFileSync(lockFile(directory, generation), 'utf8')
      return { generation, ...readHolder(text) }
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error
    }
  }
  return undefined
}

/** What a power cut left empty or torn names nobody: pid 0 is never alive. */
const readHolder = (text: string): Omit<Holder, 'generation'> => {
  const found = holderShape.safeParse(parseJson(text))
  return found.success ? found.data : { pid: 0, start: null }
}

const holderShape = z.object({ pid: z.number().int().positive(), start: z.string().nullable() })

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const generations = (directory: string): number[] => {
  const stem = `${basename(directory)}.lock.`
  return readdirSync(dirname(directory))
    .filter((file) => file.startsWith(stem))
    .map((file) => Number(file.slice(stem.length)))
    .filter(Number.isInteger)
    .toSorted((a, b) => b - a)
}

const lockFile = (directory: string, generation: number): string =>
  join(dirname(directory), `${basename(directory)}.lock.${generation}`)

const linked = (from: string, to: string): boolean => {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

const isAlive = ({ pid, start }: Holder): boolean => {
  if (pid === 0) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return false
  }
  // the same pid after a reboot or a wrap-around is another process
  return startOf(pid) === start
}

const startOf = (pid: number): string | null => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${boot}:${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`
  } catch {
    return null
  }
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code
