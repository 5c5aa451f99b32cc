import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import closeWithGrace from 'close-with-grace'
import { readConfig } from './config.ts'
import { say } from './logging.ts'
import { startService } from './service.ts'
import { DirectoryInUse } from './store/lock.ts'

// what members wrote and their numbers are nobody's business on this machine
process.umask(0o077)

const main = async (): Promise<void> => {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const read = readConfig(process.env)
  if (!read.ok)
    return refuse([
      '配置有误,没有启动:',
      ...read.faults.map((fault) => `  ${fault}`),
      '说明见 .env.example',
    ])
  await mkdir(read.config.dataDir, { recursive: true })
  const service = await startService({
    config: read.config,
    now: () => new Date(),
    random: Math.random,
    newUuid: randomUUID,
    newId: () => randomUUID().slice(0, 8),
    isTicking: true,
  })
  closeWithGrace({ delay: 10_000, logger: service.log }, async ({ err }) => {
    if (err) service.log.fatal({ err }, 'stopping after an error')
    await service.close()
  })
  say(service.greeting)
}

const refuse = (lines: readonly string[]): void => {
  console.error(lines.join('\n'))
  process.exitCode = 1
}

try {
  await main()
} catch (error) {
  refuse(
    error instanceof DirectoryInUse
      ? [
          `数据目录正被另一个进程使用(进程号 ${error.pid}):${error.directory}`,
          '请先停掉它,或换一个 DATA_DIR。',
        ]
      : [`没有启动:${error instanceof Error ? error.message : String(error)}`],
  )
  process.exit(1)
}
