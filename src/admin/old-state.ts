import type { Level } from '../domain/act.ts'
import type { OldState } from '../domain/old-opinion.ts'
import type { Row } from './old-cells.ts'

interface Known {
  readonly reportedTo: readonly Level[]
  readonly hasOutcome: boolean
}

/** 状态 as the office writes it. What was reported upward and not adopted has come to its end; without a word the outcomes say where it is. */
export const stateOf = (row: Row, known: Known): OldState | undefined => {
  const word = row.cell('状态').replace(/^已/, '')
  const went = known.reportedTo.length > 0 ? 'reported' : known.hasOutcome ? 'edited' : undefined
  const said = word ? stateWords[word] : (went ?? 'submitted')
  if (!said) return row.fault('状态', `看不懂"${word}",可写:${Object.keys(stateWords).join('、')}`)
  if (/^[采录]用/.test(word) && !known.hasOutcome)
    return row.fault('采用级别', '状态写了采用,要写是哪一级、哪一天')
  if (said === 'reported' && known.reportedTo.length === 0)
    return row.fault('编报级别', '要写报到了哪一级')
  if (!went) return said
  switch (said) {
    case 'edited':
    case 'reported':
      return went
    case 'closed':
    case 'archived':
      return 'closed'
    case 'submitted':
    case 'returned':
    case 'invalid':
    case 'rejected':
    case 'withdrawn':
      return row.fault('状态', `写的是"${word}",却有编报、采用或批示`)
  }
}

const stateWords: Readonly<Record<string, OldState>> = {
  待审核: 'submitted',
  待补充: 'returned',
  采编: 'edited',
  有效: 'edited',
  编报: 'reported',
  上报: 'reported',
  采用: 'edited',
  录用: 'edited',
  办结: 'closed',
  结案: 'closed',
  留存: 'archived',
  留存备查: 'archived',
  未采用: 'archived',
  不采用: 'archived',
  无效: 'invalid',
  退回: 'returned',
  不受理: 'rejected',
  撤回: 'withdrawn',
}
