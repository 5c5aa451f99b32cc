import type { Command } from './command.ts'
import { departmentCommands } from './department/index.ts'
import { alsoSubmit } from './member/also-submit.ts'
import { bind } from './member/bind.ts'
import { dissatisfied } from './member/dissatisfied.ts'
import { find } from './member/find.ts'
import { help, rules } from './member/help.ts'
import { mine } from './member/mine.ts'
import { opinion } from './member/opinion.ts'
import { ranking } from './member/ranking.ts'
import { basicallySatisfied, satisfied } from './member/satisfied.ts'
import { sign } from './member/sign.ts'
import { snapshot } from './member/snapshot.ts'
import { supplement } from './member/supplement.ts'
import { thanks } from './member/thanks.ts'
import { claim, deliver, topics } from './member/topics.ts'
import { why } from './member/why.ts'
import { withdraw } from './member/withdraw.ts'
import { adjust, reauthor, recategorise, retitle, todo, undo } from './staff/desk-work.ts'
import { figures } from './staff/figures.ts'
import { exportPapers } from './staff/export.ts'
import { duty } from './staff/duty.ts'
import { openFor } from './staff/on-behalf.ts'
import { adopt, feedback, instruct, report } from './staff/outcomes.ts'
import {
  archive,
  close,
  convert,
  dispatch,
  edit,
  escalate,
  merge,
  reject,
  sendBack,
} from './staff/review.ts'
import { classify, quarantine, release, remove } from './staff/quarantine.ts'
import { extend, solicit } from './staff/solicit.ts'
import { plagiarised, untrue } from './staff/verdicts.ts'

/** Everything that can be said, in the order of 帮助. */
export const commands: readonly Command[] = [
  opinion,
  snapshot,
  supplement,
  sign,
  withdraw,
  topics,
  claim,
  deliver,
  alsoSubmit,
  find,
  satisfied,
  basicallySatisfied,
  dissatisfied,
  mine,
  why,
  thanks,
  ranking,
  rules,
  ...departmentCommands,
  edit,
  sendBack,
  archive,
  reject,
  report,
  adopt,
  instruct,
  feedback,
  merge,
  convert,
  close,
  plagiarised,
  untrue,
  dispatch,
  escalate,
  quarantine,
  release,
  remove,
  classify,
  solicit,
  extend,
  openFor,
  retitle,
  recategorise,
  reauthor,
  adjust,
  todo,
  exportPapers,
  duty,
  figures,
  undo,
  bind,
  help,
]
