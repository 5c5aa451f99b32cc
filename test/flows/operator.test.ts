import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runAdmin, type AdminResult } from '../../src/admin/run.ts'
import { askServer } from '../../src/admin/socket.ts'
import { readSheet } from '../../src/admin/sheet.ts'
import { openStore, type Store } from '../../src/store/open.ts'
import { openTestStore } from '../database.ts'
import { openHouse, type House } from '../house.ts'
import { photo } from '../photo.ts'

let house: House
let folder: string
beforeAll(async () => {
  house = await openHouse()
  folder = mkdtempSync(join(tmpdir(), 'cppcc-admin-'))
})
afterAll(async () => {
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})

/** As the command line does: through the running server's socket. */
const admin = async (...args: readonly string[]): Promise<AdminResult> =>
  (await askServer(house.dataDir, { args: [...args], cwd: folder })) ?? {
    code: 1,
    lines: ['no server'],
  }
const csv = (name: string, text: string) => writeFileSync(join(folder, name), text)

test('a roster from csv: one transaction, and unknown columns are ignored with a warning', async () => {
  csv(
    'roster.csv',
    '\uFEFF姓名,手机,身份,界别小组,单位,爱好,飞书ID (open_id)\n孙五,13911110005,委员、组长,农业农村组,,钓鱼,ou_new5\n周住建,,部门联络员,,水利局,,\n',
  )
  const { code, lines } = await admin('roster', 'import', 'roster.csv')
  expect(lines.join('\n')).toContain('已导入 2 人(新增 2')
  expect(lines.join('\n')).toContain('忽略了不认识的列:爱好')
  expect(code).toBe(0)
  expect((await admin('roster', 'import', 'roster.csv')).lines[0]).toContain('新增 0,更新 2')
})

test('a bad row is named by line and column, and nothing is written', async () => {
  csv('bad.csv', '姓名,手机,身份,离任日期\n好人,13911110006,委员,\n坏人,139,乡长,2026-02-30\n')
  const { code, lines } = await admin('roster', 'import', 'bad.csv')
  expect(code).toBe(1)
  expect(lines).toEqual([
    '名册有误,没有写入',
    '第3行,"手机":要写 11 位手机号',
    expect.stringContaining('第3行,"身份":不认识"乡长"'),
    '第3行,"离任日期":要写成 2026-03-01',
  ])
  await admin('roster', 'export', 'all.csv')
  expect(readFileSync(join(folder, 'all.csv'), 'utf8')).not.toContain('好人')
})

test('GB18030 from Chinese Excel is read, and what is exported can be imported again, as csv and as xlsx', async () => {
  writeFileSync(
    join(folder, 'gbk.csv'),
    Buffer.concat([
      Buffer.from('d0d5c3fb2cc9edb7dd0a', 'hex'),
      Buffer.from('d5c5c6df2cceafd4b10a', 'hex'),
    ]),
  )
  expect((await admin('roster', 'import', 'gbk.csv')).code).toBe(0)
  for (const file of ['again.csv', 'again.xlsx']) {
    expect((await admin('roster', 'export', file)).code).toBe(0)
    const sheet = await readSheet(join(folder, file))
    expect(sheet.rows.some(({ cells }) => cells[0] === '张七')).toBe(true)
    expect((await admin('roster', 'import', file)).lines[0]).toContain('新增 0')
  }
})

test('groups are listed and set', async () => {
  expect((await admin('chat', 'list')).lines.join('\n')).toContain('oc_members  委员群')
  expect((await admin('chat', 'set', 'oc_members', '部门群', '住建局')).lines[0]).toContain(
    '部门群 住建局',
  )
  expect((await admin('chat', 'set', 'oc_members', '别的')).code).toBe(1)
  expect((await admin('chat', 'set', 'oc_members', '委员群')).code).toBe(0)
  expect((await admin('chat', 'set', 'oc_nowhere', '委员群')).lines[0]).toContain('没有这个群')
})

test('a failed letter is seen and sent again', async () => {
  house.lark.refusals.push({ status: 400, code: 230035 })
  await house.say('李一', '规则')
  const [line] = (await admin('letters', '--failed')).lines
  expect(line).toContain('230035')
  const before = house.lark.sent.length
  expect((await admin('letters', 'retry', line?.split(' ')[0] ?? '')).code).toBe(0)
  await house.settled()
  expect(house.lark.sent.length).toBe(before + 1)
  expect((await admin('messages', '--set-aside')).lines).toEqual(['没有搁置的来信。'])
})

test('exports open again; a text that looks like a formula stays text', async () => {
  await house.say('李一', '社情民意 =1+1 村口积水严重,建议清沟')
  expect((await admin('export', 'opinion', 'opinions.csv')).code).toBe(0)
  expect(readFileSync(join(folder, 'opinions.csv'), 'utf8')).toMatch(/,'=1\+1/)
  expect((await admin('export', 'ledger', 'ledger.xlsx')).code).toBe(0)
  expect((await admin('export', 'weather', 'x.csv')).lines[0]).toContain('可导出')
})

test('one backup file with the book and its photos restores on either database, numbers going on', async () => {
  house.lark.photos.set('img_1', await photo())
  await house.say('王二', '随手拍 老街路口,路灯不亮', { images: ['img_1'] })
  await house.settled()
  while ((await house.store.transaction((tx) => waiting(tx))) > 0)
    await new Promise((resolve) => setTimeout(resolve, 10))
  expect((await admin('backup', 'all.tar.gz')).lines[0]).toContain('照片 1 张')
  for (const open of [() => openStore({ type: 'memory' }), openTestStore]) {
    const store = await open()
    const dataDir = mkdtempSync(join(folder, 'restored-'))
    const parts = { store, dataDir, cwd: folder, now: house.now, zone: 'Asia/Shanghai' }
    const restored = await runAdmin(parts, ['restore', 'all.tar.gz'])
    expect(restored.lines[0]).toMatch(/已恢复 \d+ 行、照片 1 张/)
    expect((await runAdmin(parts, ['export', 'supervision', 'again.csv'])).code).toBe(0)
    expect(readFileSync(join(folder, 'again.csv'), 'utf8')).toContain('老街路口')
    const next = await store.transaction((tx) => nextNo(tx, house.officeId()))
    expect(next).toBe(3)
    expect((await runAdmin(parts, ['restore', 'all.tar.gz'])).lines[0]).toContain('已经有数据')
    await store.close()
  }
})

test('a damaged backup is refused', async () => {
  const bytes = readFileSync(join(folder, 'all.tar.gz'))
  writeFileSync(join(folder, 'damaged.tar.gz'), bytes.subarray(0, bytes.length / 2))
  const store = await openStore({ type: 'memory' })
  const result = await runAdmin(
    {
      store,
      dataDir: mkdtempSync(join(folder, 'd-')),
      cwd: folder,
      now: house.now,
      zone: 'Asia/Shanghai',
    },
    ['restore', 'damaged.tar.gz'],
  )
  expect(result.code).toBe(1)
  await store.close()
})

const waiting = async (tx: Parameters<Parameters<Store['transaction']>[0]>[0]): Promise<number> => {
  const { sql } = await import('drizzle-orm')
  const { rows } = await import('../../src/store/open.ts')
  const [found] = await rows<{ n: number }>(
    tx,
    sql`select count(*)::int as n from photos where state = 'wanted'`,
  )
  return found?.n ?? 0
}
const nextNo = async (
  tx: Parameters<Parameters<Store['transaction']>[0]>[0],
  officeId: number,
): Promise<number> => {
  const offices = await import('../../src/store/offices.ts')
  return offices.nextNo(tx, officeId)
}

test('a list with fewer columns leaves the others as they were; padded names are one name', async () => {
  csv('few.csv', '姓名,身份\n李　一,委员\n')
  expect((await admin('roster', 'import', 'few.csv')).lines[0]).toContain('新增 0,更新 1')
  await admin('roster', 'export', 'after.csv')
  const line = readFileSync(join(folder, 'after.csv'), 'utf8')
    .split('\n')
    .find((one) => one.includes('李一'))
  expect(line).toContain('13900000000')
  expect(line).toContain('教育卫生组')
})

test('two of one name without a number or a unit are named, not merged', async () => {
  csv('twins.csv', '姓名,身份\n钱八,委员\n钱八,委员\n')
  expect((await admin('roster', 'import', 'twins.csv')).lines[1]).toContain('与第2行重复')
})

test('who leaves at the end of the year is here until then; another may speak from his account afterwards', async () => {
  csv(
    'leaving.csv',
    '姓名,手机,身份,离任日期\n王二,13900000001,委员,2024-12-31\n赵三,13900000002,常委,2024-05-31\n继任,13911112222,委员,\n',
  )
  await admin('roster', 'import', 'leaving.csv')
  expect(await house.ask('王二', '我的')).toContain('王二 2024年')
  expect(await house.ask('赵三', '我的')).toContain('名册里还没有找到您')
  expect(await house.ask('赵三', '绑定 继任 2222')).toContain('✅ 继任,您好')
  expect(await house.ask('赵三', '我的')).toContain('继任 2024年')
})

test('the office decides how much of a board is seen', async () => {
  expect((await admin('board', 'set', '委员', '仅政协办')).lines[0]).toContain('已设置')
  expect(await house.ask('王二', '排行 委员')).toContain('目前不公布')
  expect(await house.ask('王二', '我的')).not.toContain('名')
  await admin('board', 'set', '委员', '前十')
  await admin('board', 'set', '党派', '关闭')
  expect(await house.ask('吴办', '排行 党派')).toContain('目前不公布')
  expect((await admin('board', 'list')).lines).toContain('党派  关闭')
  expect((await admin('board', 'set', '委员', '随便')).code).toBe(1)
})

test('a day of the office’s own moves the deadlines set from now on', async () => {
  await admin('day', 'set', '2024-06-05', '放假')
  expect(await house.ask('李一', '社情民意 村口积水严重,建议清沟')).toContain('最迟6月13日')
  expect((await admin('day', 'list')).lines).toEqual(['2024-06-05  放假'])
  await admin('day', 'set', '2024-06-05', '照常')
  expect(await house.ask('李一', '社情民意 校门口堵车,建议错峰')).toContain('最迟6月12日')
})
