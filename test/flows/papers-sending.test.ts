import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askServer } from '../../src/admin/socket.ts'
import { keepPerson } from '../../src/store/roster.ts'
import { openHouse, openId, type House } from '../house.ts'
import { fileIn } from '../lark-stub.ts'

let house: House
let folder: string
beforeAll(async () => {
  house = await openHouse()
  folder = mkdtempSync(join(tmpdir(), 'cppcc-sending-'))
  await house.say(
    '李一',
    '社情民意\n标题:关于规范乡村幸福食堂运营的建议\n情况:全县已建成32家\n建议:按实际就餐数补助',
  )
  await house.say('王二', '社情民意 开发区晚上九点后没有公交,建议加开晚班公交')
  for (const said of ['采编 2', '采用 2 县']) await house.say('吴办', said)
})
afterAll(async () => {
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})

const admin = (...args: readonly string[]) =>
  askServer(house.dataDir, { args: [...args], cwd: folder })

test('the 秘书长, who is no member, has forms and tables too', async () => {
  await house.store.transaction((tx) =>
    keepPerson(tx, house.officeId(), {
      name: '郑秘',
      identities: ['secretary'],
      groups: {},
      isKeyReporter: false,
      aliases: [],
      larkId: openId('郑秘'),
    }),
  )
  for (const said of ['导出 1', '导出 今年'])
    expect(fileIn(await house.say('郑秘', said)).bytes.length).toBeGreaterThan(1000)
})

test('what was quarantined goes into no file and no figure', async () => {
  await house.say('吴办', '隔离 2 待核实')
  expect((await house.say('吴办', '导出 2'))[0]?.text).toContain('社2 已隔离,不能导出')
  expect((await admin('export', '2', 'two.docx'))?.lines[0]).toContain('社2 已隔离,不能导出')
  const { sheets } = await readXlsx(fileIn(await house.say('吴办', '导出 本月')).bytes)
  expect(sheets[1]?.rows.flat()).not.toContain('社2')
})

test('an upload the platform refuses for now is tried again, and the paper comes once', async () => {
  const uploads = () => house.lark.paths.filter((path) => path.endsWith('/files')).length
  const before = uploads()
  house.lark.refusals.push({ status: 500, code: 2200, to: 'files' })
  const heard = await house.say('吴办', '导出 1')
  expect(heard.filter(({ file }) => file)).toHaveLength(1)
  expect(uploads()).toBe(before + 2)
})

test('a paper the platform finds too large, or that is gone by now, is a sentence with what to say instead', async () => {
  house.lark.refusals.push({ status: 400, code: 234006, to: 'files' })
  expect((await house.say('吴办', '导出 1')).at(-1)?.text).toContain('请重新发:导出 1')

  house.lark.refusals.push({ status: 400, code: 99991672, to: 'files' })
  await house.say('吴办', '导出 1')
  const failed = (await admin('letters', '--failed'))?.lines[0] ?? ''
  expect(failed).toContain('99991672')
  rmSync(join(house.dataDir, 'exports'), { recursive: true, force: true })
  await admin('letters', 'retry', failed.split(' ')[0] ?? '')
  await house.settled()
  expect(house.lark.sent.at(-1)?.text).toContain(
    '"社1 关于规范乡村幸福食堂运营的建议.docx"发不出来',
  )
})

test('涉密: no paper stays in which the text may lie', async () => {
  const exports = join(house.dataDir, 'exports')
  fileIn(await house.say('吴办', '导出 1'))
  expect(readdirSync(exports).length).toBeGreaterThan(0)
  await house.say('吴办', '涉密 1')
  expect(existsSync(exports)).toBe(false)
  expect((await house.say('吴办', '导出 1'))[0]?.text).toContain('社1 已删除,不能导出')
})
