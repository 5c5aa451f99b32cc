import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type AdminResult, runAdmin } from './admin/run.ts'
import { askServer } from './admin/socket.ts'
import { type Config, readConfig } from './config.ts'
import { DirectoryInUse } from './store/lock.ts'
import { ensureOffice, officeCodeOf } from './store/offices.ts'
import { openStore } from './store/open.ts'

// backups and exports are for the operator alone
process.umask(0o077)

const main = async (args: readonly string[]): Promise<AdminResult> => {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const read = readConfig(process.env)
  if (!read.ok) return { code: 1, lines: ['配置有误:', ...read.faults] }
  const dataDir = resolve(read.config.dataDir)
  // npm runs scripts in the package's own folder; the operator stands elsewhere
  const cwd = process.env['INIT_CWD'] ?? process.cwd()
  return (await askServer(dataDir, { args: [...args], cwd })) ?? alone(read.config, { args, cwd })
}

/** Nothing runs: the book is opened here. */
const alone = async (
  config: Config,
  { args, cwd }: { readonly args: readonly string[]; readonly cwd: string },
): Promise<AdminResult> => {
  const dataDir = resolve(config.dataDir)
  await mkdir(dataDir, { recursive: true })
  const store = await openStore(config.place)
  const now = () => new Date()
  try {
    await store.transaction((tx) =>
      ensureOffice(tx, { code: officeCodeOf.lark, name: config.officeName }, now()),
    )
    return await runAdmin({ store, dataDir, cwd, now, zone: config.zone }, args)
  } finally {
    await store.close()
  }
}

try {
  const { code, lines } = await main(process.argv.slice(2))
  ;(code === 0 ? console.log : console.error)(lines.join('\n'))
  process.exitCode = code
} catch (error) {
  console.error(
    error instanceof DirectoryInUse
      ? `数据目录正被进程 ${error.pid} 使用,而它没有应答。请稍后再试。`
      : `没有完成:${error instanceof Error ? error.message : String(error)}`,
  )
  process.exitCode = 1
}
