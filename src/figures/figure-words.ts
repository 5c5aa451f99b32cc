import { levels } from '../domain/act.ts'
import type { GroupKind } from '../domain/person.ts'
import { viewOf } from '../domain/workflows/index.ts'
import { formWords, levelWords } from '../messages/words.ts'
import type { Median } from './median.ts'
import type { OpinionFigures } from './opinion-figures.ts'
import type { Adoptions, Rates } from './rates.ts'
import { type Share, isTooFew } from './shares.ts'
import { rateOf, textOf } from './table.ts'

/** 62.5%(5/8); of fewer than five with a mark, of nothing no rate. */
export const shareText = (share: Share): string =>
  `${textOf(rateOf(share.part, share.of))}${isTooFew(share) ? '样本不足' : ''}`

/** 市 78.0%(110/141)待定25、省 …: the levels to which something was reported. */
export const levelsText = (of: Rates['reported'] | Rates['adopted']): string =>
  levels
    .filter((level) => of[level].of > 0 && ('undecided' in of[level] || of[level].part > 0))
    .map((level) => `${levelWords[level]} ${shareText(of[level])}${undecidedText(of[level])}`)
    .join('、') || textOf(rateOf(0, 0))

const undecidedText = (share: Share & { readonly undecided?: number }): string =>
  share.undecided === undefined ? '' : `待定${share.undecided}`

/** 118 条次(县20、市86、省12):单篇70、综合30、转送18. */
export const adoptionsText = ({ byLevel, byForm }: Adoptions): string => {
  const total = levels.reduce((sum, level) => sum + byLevel[level], 0)
  const named = levels.filter((level) => byLevel[level] > 0)
  const inLevels = named.map((level) => `${levelWords[level]}${byLevel[level]}`).join('、')
  const inForms = (['single', 'combined', 'forwarded'] as const)
    .map((form) => `${formWords[form]}${byForm[form]}`)
    .join('、')
  return total === 0 ? '0' : `${total} 条次(${inLevels}):${inForms}`
}

export const medianText = (median: Median | undefined): string =>
  median ? `${median.isOpen ? '> ' : ''}${median.days} 天(${median.of} 件)` : textOf(rateOf(0, 0))

/** 剔除 12 件(已撤回5、不受理4、已合并3). */
export const excludedText = ({ excluded }: Pick<OpinionFigures, 'excluded'>): string => {
  const total = [...excluded.values()].reduce((sum, n) => sum + n, 0)
  const parts = [...excluded].map(([state, n]) => `${viewOf({ kind: 'opinion', state }).title}${n}`)
  return `剔除 ${total} 件${total > 0 ? `(${parts.join('、')})` : ''}`
}

/** How the kinds of units are named in tables. */
export const kindWords: Readonly<Record<GroupKind, string>> = {
  sector: '界别小组',
  township: '乡镇小组',
  committee: '专委会',
  party: '党派',
}
