import type { Act, Form, Level, Rating, Verb } from '../domain/act.ts'
import { spoken } from '../domain/dates.ts'
import type { BoardSubject, Period } from '../domain/intent.ts'

/** How the code's words are said to people. */
export const levelWords: Readonly<Record<Level, string>> = {
  county: '县',
  city: '市',
  province: '省',
  nation: '全国',
}

const formWords: Readonly<Record<Form, string>> = {
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
  correct: '更正',
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

/** 市政协,单篇,2024第31期: what became of an opinion. */
export const outcome = ({ details }: Pick<Act, 'details'>): string =>
  [
    `${levelWords[details.level ?? 'county']}政协`,
    formWords[details.form ?? 'single'],
    details.issueNo,
    details.on && spoken(details.on),
  ]
    .filter(Boolean)
    .join(',')

/** Which leader gave an instruction. */
export const leader = ({ details }: Pick<Act, 'details'>): string =>
  `${details.level === 'nation' ? '党和国家' : levelWords[details.level ?? 'county']}${details.isMainLeader === false ? '分管' : '主要'}领导`
