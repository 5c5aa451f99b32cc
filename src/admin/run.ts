import { backup, restore } from './backup.ts'
import { type AdminCommand, type AdminParts, fileOf, inOffice } from './command.ts'
import { exportKind, kindsOfExport } from './export.ts'
import { exportForm, exportTables } from './papers.ts'
import { setChat, showChats } from './chats.ts'
import { SheetFaults } from './faults.ts'
import { importOpinions, writeExample } from './opinions.ts'
import { setBoard, setDay, showBoards, showDays } from './office.ts'
import { retryLetter, retrySetAside, showLetters, showSetAside } from './queues.ts'
import { importRoster } from './roster.ts'
import { exportRoster } from './roster-export.ts'
import { ruleCommands } from './rules.ts'
import { rootOf } from '../inbox/trouble.ts'

export interface AdminResult {
  readonly code: 0 | 1
  readonly lines: readonly string[]
}

/** Carries out one command of the operator; what went wrong is said in sentences. */
export const runAdmin = async (
  parts: AdminParts,
  args: readonly string[],
): Promise<AdminResult> => {
  const command = commands.find(({ words }) => words.every((word, index) => args[index] === word))
  if (!command) return { code: 1, lines: usage }
  const rest = args.slice(command.words.length)
  if (rest.length < command.needs) return { code: 1, lines: [`用法:${command.usage}`] }
  try {
    return { code: 0, lines: await command.run(parts, rest) }
  } catch (error) {
    return { code: 1, lines: linesOf(error) }
  }
}

const commands: readonly AdminCommand[] = [
  {
    words: ['roster', 'import'],
    needs: 1,
    usage: 'admin roster import 名册.csv|xlsx',
    run: (parts, rest) => inOffice(parts, (tx, id) => importRoster(tx, id, fileOf(parts, rest))),
  },
  {
    words: ['roster', 'export'],
    needs: 1,
    usage: 'admin roster export 名册.csv|xlsx',
    run: (parts, rest) => inOffice(parts, (tx, id) => exportRoster(tx, id, fileOf(parts, rest))),
  },
  {
    words: ['import', 'opinions', '--example'],
    needs: 1,
    usage: 'admin import opinions --example 样表.xlsx',
    run: (parts, rest) => writeExample(fileOf(parts, rest)),
  },
  {
    words: ['import', 'opinions'],
    needs: 1,
    usage: 'admin import opinions 本年社情民意.csv|xlsx [--keep-points]',
    run: (parts, rest) =>
      inOffice(parts, (tx, id) =>
        importOpinions(
          { tx, officeId: id, zone: parts.zone, now: parts.now() },
          fileOf(
            parts,
            rest.filter((word) => !word.startsWith('--')),
          ),
          rest.includes('--keep-points'),
        ),
      ),
  },
  {
    words: ['chat', 'list'],
    needs: 0,
    usage: 'admin chat list',
    run: ({ store }) => store.transaction(showChats),
  },
  {
    words: ['chat', 'set'],
    needs: 2,
    usage: 'admin chat set 群ID 委员群|工作群|"部门群 住建局"',
    run: (parts, rest) => inOffice(parts, (tx, id) => setChat(tx, id, rest)),
  },
  {
    words: ['board', 'list'],
    needs: 0,
    usage: 'admin board list',
    run: (parts) => inOffice(parts, showBoards),
  },
  {
    words: ['board', 'set'],
    needs: 2,
    usage: 'admin board set 委员|小组|乡镇|专委会|界别|党派 公开|前十|仅本人|仅政协办|关闭',
    run: (parts, rest) => inOffice(parts, (tx, id) => setBoard(tx, id, rest)),
  },
  {
    words: ['day', 'list'],
    needs: 0,
    usage: 'admin day list',
    run: (parts) => inOffice(parts, showDays),
  },
  {
    words: ['day', 'set'],
    needs: 2,
    usage: 'admin day set 2026-02-14 上班|放假|照常',
    run: (parts, rest) => inOffice(parts, (tx, id) => setDay(tx, id, rest)),
  },
  ...ruleCommands,
  ...(['社情民意表', '采用清单'] as const).map((kind) => ({
    words: ['export', kind],
    needs: 2,
    usage: `admin export ${kind} 2026-06|上月|2026年上半年|2026年 文件.xlsx|csv`,
    run: (parts: AdminParts, [words = '', ...rest]: readonly string[]) =>
      inOffice(parts, (tx) =>
        exportTables(tx, { now: parts.now(), zone: parts.zone }, kind, {
          words,
          path: fileOf(parts, rest),
        }),
      ),
  })),
  {
    words: ['export'],
    needs: 2,
    usage: `admin export ${kindsOfExport.join('|')} 文件.csv|xlsx,或 admin export 137 文件.docx`,
    run: (parts, [kind = '', ...rest]) =>
      inOffice(parts, (tx, id) =>
        /^\d{1,7}$/.test(kind)
          ? exportForm(tx, parts.zone, Number(kind), fileOf(parts, rest))
          : exportKind(tx, { officeId: id, zone: parts.zone }, kind, fileOf(parts, rest)),
      ),
  },
  {
    words: ['letters', 'retry'],
    needs: 1,
    usage: 'admin letters retry 编号',
    run: ({ store }, [id = '']) => store.transaction((tx) => retryLetter(tx, id)),
  },
  {
    words: ['letters'],
    needs: 0,
    usage: 'admin letters [--failed]',
    run: ({ store }, rest) => store.transaction((tx) => showLetters(tx, rest.includes('--failed'))),
  },
  {
    words: ['messages', 'retry'],
    needs: 1,
    usage: 'admin messages retry 编号',
    run: ({ store }, [id = '']) => store.transaction((tx) => retrySetAside(tx, id)),
  },
  {
    words: ['messages'],
    needs: 1,
    usage: 'admin messages --set-aside',
    run: ({ store }) => store.transaction(showSetAside),
  },
  {
    words: ['backup'],
    needs: 1,
    usage: 'admin backup 文件',
    run: (parts, rest) => backup(parts.store, parts.dataDir, fileOf(parts, rest)),
  },
  {
    words: ['restore'],
    needs: 1,
    usage: 'admin restore 文件',
    run: (parts, rest) => restore(parts.store, parts.dataDir, fileOf(parts, rest)),
  },
]

const usage: readonly string[] = [
  '可用的命令:',
  ...commands.map(({ usage: one }) => `  npm run ${one.replace('admin ', 'admin -- ')}`),
]

const linesOf = (error: unknown): readonly string[] => {
  if (error instanceof SheetFaults) return [error.message, ...error.faults]
  const root = rootOf(error)
  if (!(root instanceof Error)) return [String(root)]
  return ['code' in root && root.code === 'ENOENT' ? '找不到这个文件。' : root.message]
}
