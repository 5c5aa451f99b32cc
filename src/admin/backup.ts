import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { sql } from 'drizzle-orm'
import * as tar from 'tar'
import { z } from 'zod'
import { createFiles } from '../files/keep.ts'
import { continueNumbers, listOffices } from '../store/offices.ts'
import { type Store, type Tx, rows } from '../store/open.ts'

const manifestShape = z.object({
  format: z.literal(1),
  tables: z.record(z.string().regex(/^[a-z_]+$/), z.number()),
  /** sha256 of every file in the archive. */
  hashes: z.record(
    z.string().regex(/^(?:tables\/[a-z_]+\.jsonl|files\/[0-9a-f]{64}\.jpg)$/),
    z.string(),
  ),
})

/** One file with the whole book and its photos, at one instant; it restores on either database. */
export const backup = async (
  store: Store,
  dataDir: string,
  path: string,
): Promise<readonly string[]> => {
  const work = await mkdtemp(join(dirname(path), '.backup-'))
  try {
    await mkdir(join(work, 'tables'))
    await mkdir(join(work, 'files'))
    const { tables, photos } = await store.transaction((tx) => dump(tx, work))
    const missing = await copyPhotos(dataDir, work, photos)
    const names = [
      ...Object.keys(tables).map((name) => `tables/${name}.jsonl`),
      ...photos.filter((hash) => !missing.includes(hash)).map((hash) => `files/${hash}.jpg`),
    ]
    const hashes = Object.fromEntries(
      await Promise.all(names.map(async (name) => [name, await hashOf(join(work, name))] as const)),
    )
    await writeFile(join(work, 'manifest.json'), JSON.stringify({ format: 1, tables, hashes }))
    const draft = `${path}.${process.pid}.part`
    await tar.create({ cwd: work, file: draft, gzip: true, portable: true }, [
      'manifest.json',
      ...names,
    ])
    await rename(draft, path)
    const { size } = await stat(path)
    return [
      `已备份到 ${path}(${Math.max(1, Math.round(size / 1024))} KB,${Object.values(tables).reduce((sum, n) => sum + n, 0)} 行,照片 ${photos.length - missing.length} 张)。`,
      ...(missing.length > 0 ? [`注意:有 ${missing.length} 张照片的文件找不到,没有备份。`] : []),
    ]
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

const dump = async (tx: Tx, work: string) => {
  await tx.execute(sql`set transaction isolation level repeatable read`)
  const tables: Record<string, number> = {}
  for (const name of await listTables(tx))
    tables[name] = await dumpTable(tx, name, join(work, 'tables', `${name}.jsonl`))
  const photos = await rows<{ hash: string }>(
    tx,
    sql`select distinct hash from photos where hash is not null`,
  )
  return { tables, photos: photos.map(({ hash }) => hash) }
}

const listTables = async (tx: Tx): Promise<readonly string[]> =>
  (
    await rows<{ name: string }>(
      tx,
      sql`select tablename as name from pg_tables where schemaname = 'public' order by 1`,
    )
  ).map(({ name }) => name)

const dumpTable = async (tx: Tx, name: string, path: string): Promise<number> => {
  const file = await open(path, 'w', 0o600)
  let count = 0
  try {
    await tx.execute(
      sql`declare dump no scroll cursor for select to_json(t)::text as line from ${sql.identifier(name)} t`,
    )
    for (;;) {
      const lines = await rows<{ line: string }>(tx, sql`fetch 2000 from dump`)
      if (lines.length === 0) break
      await file.write(`${lines.map(({ line }) => line).join('\n')}\n`)
      count += lines.length
    }
    await tx.execute(sql`close dump`)
    return count
  } finally {
    await file.close()
  }
}

const copyPhotos = async (
  dataDir: string,
  work: string,
  photos: readonly string[],
): Promise<readonly string[]> => {
  const files = createFiles(dataDir)
  const missing: string[] = []
  for (const hash of photos)
    await cp(files.pathOf(hash), join(work, 'files', `${hash}.jpg`)).catch(() => missing.push(hash))
  return missing
}

const hashOf = async (path: string): Promise<string> => {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array)
  return hash.digest('hex')
}

/** Puts a backup into an empty book, in one transaction; every part is checked first. */
export const restore = async (
  store: Store,
  dataDir: string,
  path: string,
): Promise<readonly string[]> => {
  const work = await mkdtemp(join(dirname(dataDir), '.restore-'))
  try {
    await tar.extract({ file: path, cwd: work, strict: true, filter: (name) => isOurs(name) })
    const manifest = manifestShape.parse(
      JSON.parse(await readFile(join(work, 'manifest.json'), 'utf8')),
    )
    for (const [name, hash] of Object.entries(manifest.hashes))
      if ((await hashOf(join(work, name))) !== hash) throw new Error(`备份文件损坏:${name}`)
    await store.transaction((tx) => fill(tx, work, manifest.tables))
    const photos = Object.keys(manifest.hashes).filter((name) => name.startsWith('files/'))
    const files = createFiles(dataDir)
    for (const name of photos) await files.keep(await readFile(join(work, name)))
    return [
      `已恢复 ${Object.values(manifest.tables).reduce((sum, n) => sum + n, 0)} 行、照片 ${photos.length} 张。`,
    ]
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

const isOurs = (name: string): boolean =>
  /^(?:\.\/)?(?:manifest\.json|(?:tables|files)\/[\w.]+)$/.test(name)

const fill = async (
  tx: Tx,
  work: string,
  tables: Readonly<Record<string, number>>,
): Promise<void> => {
  const known = await listTables(tx)
  const foreign = Object.keys(tables).filter((name) => !known.includes(name))
  if (foreign.length > 0) throw new Error(`备份来自更新的版本(${foreign.join('、')}),请先升级`)
  const [found] = await rows<{ n: number }>(
    tx,
    sql`select (select count(*) from people where office_id in (select id from offices where code = 'main')) + (select count(*) from items) as n`,
  )
  if (Number(found?.n) > 0)
    throw new Error('这里已经有数据。恢复只能放进空的数据库:请换一个 DATA_DIR 或新建数据库。')
  await tx.execute(sql.raw(`truncate ${known.map((name) => `"${name}"`).join(', ')}`))
  for (const name of Object.keys(tables))
    await fillTable(tx, name, join(work, 'tables', `${name}.jsonl`))
  await continueCounters(tx)
}

const fillTable = async (tx: Tx, name: string, path: string): Promise<void> => {
  let batch: string[] = []
  const flush = async () => {
    if (batch.length === 0) return
    const table = sql.identifier(name)
    await tx.execute(
      sql`insert into ${table} select * from json_populate_recordset(null::${table}, ${`[${batch.join(',')}]`}::json)`,
    )
    batch = []
  }
  for await (const line of createInterface({
    input: createReadStream(path),
    crlfDelay: Infinity,
  })) {
    if (line) batch.push(line)
    if (batch.length >= 1000) await flush()
  }
  await flush()
}

/** Ids and matter numbers go on behind the highest that came. */
const continueCounters = async (tx: Tx): Promise<void> => {
  const serials = await rows<{ name: string; column: string; sequence: string }>(
    tx,
    sql`select table_name as name, column_name as column, pg_get_serial_sequence(quote_ident(table_name), column_name) as sequence
      from information_schema.columns where table_schema = 'public' and column_default like 'nextval%'`,
  )
  for (const { name, column, sequence } of serials)
    await tx.execute(
      sql`select setval(${sequence}::regclass, greatest(1, coalesce(max(${sql.identifier(column)}), 0)), max(${sql.identifier(column)}) is not null) from ${sql.identifier(name)}`,
    )
  for (const { id } of await listOffices(tx)) await continueNumbers(tx, id)
}
