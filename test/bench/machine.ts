import { type ChildProcess, fork, type ForkOptions } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import postgres from 'postgres'

const ticksPerSecond = 100

/** CPU milliseconds a process has used so far (user and system). */
export const cpuMs = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond
}

/** The same for every PostgreSQL process that can be seen, ended children included. */
export const postgresCpuMs = (): number =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .reduce((sum, pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
        if (!stat.includes('(postgres)')) return sum
        const fields = stat.split(') ')[1]?.split(' ') ?? []
        const isParent =
          fields[1] === '1' ||
          !readFileSync(`/proc/${fields[1] ?? 1}/stat`, 'utf8').includes('(postgres)')
        const own = Number(fields[11]) + Number(fields[12])
        const ended = isParent ? Number(fields[13]) + Number(fields[14]) : 0
        return sum + ((own + ended) * 1000) / ticksPerSecond
      } catch {
        return sum
      }
    }, 0)

const statusMb = (pid: number, field: string): number =>
  Number(
    new RegExp(`${field}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0,
  ) / 1024

export const peakRssMb = (pid: number): number => statusMb(pid, 'VmHWM')
export const rssMb = (pid: number): number => statusMb(pid, 'VmRSS')

/** A process of ours; resolves with its first message. */
export const start = async (
  file: string,
  args: readonly string[],
  options: ForkOptions,
): Promise<{ child: ChildProcess; told: Record<string, unknown> }> => {
  const child = fork(file, [...args], {
    ...options,
    execArgv: file.endsWith('.ts') ? ['--import', 'tsx'] : [],
  })
  const [told] = (await once(child, 'message')) as [Record<string, unknown>]
  return { child, told }
}

export const stop = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** A database of its own on the server of DATABASE_URL; nothing else there is touched. */
export const withDatabase = async <T>(work: (url: string) => Promise<T>): Promise<T> => {
  const server = process.env['DATABASE_URL']
  if (!server)
    throw new Error(
      'npm run bench needs DATABASE_URL, e.g. postgres://postgres@127.0.0.1:5432/postgres',
    )
  const name = `cppcc_bench_${process.pid}_${Math.floor(performance.now())}`
  const one = postgres(server, { max: 1, onnotice: () => {} })
  await one.unsafe(`create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  try {
    return await work(url.href)
  } finally {
    await one.unsafe(`drop database if exists ${name} with (force)`)
    await one.end()
  }
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
