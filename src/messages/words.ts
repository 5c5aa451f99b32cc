import type { Act, Form, Level, Outlet, Rating, Verb } from '../domain/act.ts'
import { spoken, spokenInFull } from '../domain/dates.ts'
import type { BoardSubject } from '../domain/intent.ts'
import type { Item } from '../domain/item.ts'
import type { Period } from '../domain/periods.ts'

/** How the code's words are said to people. */
export const levelWords: Readonly<Record<Level, string>> = {
  county: '县',
  city: '市',
  province: '省',
  nation: '全国',
}

export const formWords: Readonly<Record<Form, string>> = {
  single: '单篇',
  combined: '综合',
  forwarded: '转送',
}

export const ratingWords: Readonly<Record<Rating, string>> = {
  satisfied: '满意',
  basicallySatisfied: '基本满意',
  dissatisfied: '不满意',
}

export const verbWords: Readonly<Record<Verb, string>> = {
  open: '登记',
  submit: '提交',
  supplement: '补充',
  withdraw: '撤回',
  return: '退回',
  reject: '不受理',
  archive: '留存',
  edit: '采编',
  report: '编报',
  adopt: '采用',
  instruct: '批示',
  dispatch: '交办',
  accept: '接单',
  decline: '退单',
  reply: '答复',
  rectify: '整改',
  verify: '评价',
  reopen: '不满意',
  alsoSubmit: '另报',
  merge: '合并',
  convert: '转办',
  feedback: '反馈',
  escalate: '督办',
  issue: '发布',
  claim: '认领',
  deliver: '交稿',
  extend: '延期',
  close: '结案',
  correct: '更正',
  split: '拆分',
  quarantine: '隔离',
  release: '解除隔离',
  classify: '按涉密处理',
  delete: '删除',
  coauthor: '联名',
  judge: '认定',
  undo: '撤销',
  lapse: '到期',
}

export const periodWords: Readonly<Record<Period, string>> = {
  week: '本周',
  month: '本月',
  quarter: '本季',
  half: '本半年',
  year: '本年',
}

export const subjectWords: Readonly<Record<BoardSubject, string>> = {
  member: '委员',
  group: '界别小组',
  township: '乡镇小组',
  committee: '专委会',
  sector: '界别',
  party: '党派团体',
}

export const levelsList = (levels: readonly Level[]): string =>
  levels.map((level) => `${levelWords[level]}政协`).join('、')

/** 6月4日, or nothing. */
export const day = (of: string | null): string => (of ? spoken(of) : '')

/** +9, -1: how points are said. */
export const signed = (points: number): string => `${points > 0 ? '+' : ''}${points}`

/** 市政协, 省委办, 中央统战部: the body that took it. */
export const outletOf = (level: Level, outlet: Outlet): string => {
  if (level === 'nation') return nationalOutlets[outlet]
  return `${levelWords[level]}${outletWords[outlet]}`
}

const outletWords: Readonly<Record<Outlet, string>> = {
  cppcc: '政协',
  partyOffice: '委办',
  govOffice: '政府办',
  unitedFront: '委统战部',
  party: '级党派组织',
}

const nationalOutlets: Readonly<Record<Outlet, string>> = {
  cppcc: '全国政协',
  partyOffice: '中办',
  govOffice: '国办',
  unitedFront: '中央统战部',
  party: '党派中央',
}

/** 市政协,单篇,2024第31期: what became of an opinion. */
export const outcome = ({ details }: Pick<Act, 'details'>): string =>
  [
    outletOf(details.level ?? 'county', details.outlet ?? 'cppcc'),
    formWords[details.form ?? 'single'],
    details.issueNo,
    details.on && spokenInFull(details.on),
  ]
    .filter(Boolean)
    .join(',')

/** Which leader gave an instruction. */
export const leader = ({ details }: Pick<Act, 'details'>): string =>
  `${details.level === 'nation' ? '党和国家' : levelWords[details.level ?? 'county']}${details.isMainLeader === false ? '分管' : '主要'}领导`

/** 市政协,单篇 / 获市主要领导批示 / 报市政协: what an outcome is, in a list of several; undefined for what is no outcome. */
export const outcomeWords = (act: Pick<Act, 'verb' | 'details'>): string | undefined => {
  if (act.verb === 'adopt') return outcome(act)
  if (act.verb === 'instruct') return `获${leader(act)}批示`
  return act.verb === 'report' ? `报${levelsList(act.details.levels ?? [])}` : undefined
}

/** What stands before a matter in a list of what waits. */
export const marks = ({ isEscalated }: Pick<Item, 'isEscalated'>, isLate: boolean): string =>
  `${isLate ? '⚠️ 超期 ' : ''}${isEscalated ? '督办 ' : ''}`

/** What the office holds against an opinion. */
export const verdictOf = ({ details }: Pick<Act, 'details'>): string =>
  details.verdict === 'untrue' ? '认定失实' : '认定抄袭'
