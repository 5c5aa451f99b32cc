import { readFileSync, writeFileSync } from 'node:fs'
import { commands } from '../src/commands/index.ts'
import type { Workflow } from '../src/domain/workflow.ts'
import { workflows } from '../src/domain/workflows/index.ts'
import { builtInRules } from '../src/data/rules.ts'
import { rulesText } from '../src/messages/points.ts'
import { verbWords } from '../src/messages/words.ts'

const path = new URL('../README.md', import.meta.url)

/** The README as it stands, and as it would be with its generated parts made anew from the code. */
export const readReadme = (): { readonly now: string; readonly fresh: string } => {
  const now = readFileSync(path, 'utf8')
  const fresh = Object.entries(parts).reduce(
    (text, [name, part]) =>
      text.replace(
        new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(<!-- /${name} -->)`),
        (_, open: string, close: string) => `${open}${part()}\n${close}`,
      ),
    now,
  )
  return { now, fresh }
}

export const writeReadme = (): void => writeFileSync(path, readReadme().fresh)

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n')

const speakerWords = {
  member: '委员',
  department: '承办单位',
  staff: '政协办',
  groupLeader: '组长、联络员',
  leader: '领导',
} as const

const parts: Readonly<Record<string, () => string>> = {
  commands: () =>
    table(
      ['谁', '怎么说', '做什么', '也听得懂'],
      commands.map(({ speakers, examples, summary, aliases = [], softAliases = [] }) => [
        speakers.map((one) => speakerWords[one]).join('、'),
        `\`${examples[0]}\``,
        summary,
        [...aliases, ...softAliases].join('、'),
      ]),
    ),
  rules: () =>
    rulesText(builtInRules)
      .lines.map((line) => `- ${line}`)
      .join('\n'),
  'life-opinion': () => lifeOf(workflows.opinion),
  'life-supervision': () => lifeOf(workflows.supervision),
  'life-proposal': () => lifeOf(workflows.proposal),
  'life-solicitation': () => lifeOf(workflows.solicitation),
}

const partWords = {
  author: '委员',
  handler: '承办单位',
  staff: '政协办',
  leader: '主席、秘书长',
  claimant: '受约的人',
  clockwork: '到期自动',
}

const lifeOf = ({ kind, states, steps }: Workflow): string =>
  table(
    ['状态', '等谁', '期限(工作日)', '可以走的步'],
    Object.entries(states).map(([state, { title, waitsFor, within, isOver }]) => [
      title,
      isOver ? '—' : waitsFor ? partWords[waitsFor] : '',
      within === 'fixBy'
        ? kind === 'solicitation'
          ? '截止日'
          : '整改期限'
        : within === undefined
          ? ''
          : `${within}`,
      steps
        .filter(({ from }) => from.includes(state))
        .map(
          ({ verb, by, to, resumes }) =>
            `${partWords[by]} ${verbWords[verb]}${to ? `→${states[to]?.title ?? ''}` : resumes ? '→原状态' : ''}`,
        )
        .join(';'),
    ]),
  )

if (process.argv[1] === new URL(import.meta.url).pathname) writeReadme()
