import type { Day } from '../domain/dates.ts'
import type { ScoringRules } from '../domain/scoring.ts'

/** Every version of the published rules, the newest first (defaults of domain §6). */
const versions: readonly ScoringRules[] = [
  {
    version: '2024.1',
    effectiveFrom: '2024-01-01',
    points: {
      'opinion.valid': 1,
      'opinion.adopt.county': 5,
      'opinion.adopt.city': 10,
      'opinion.adopt.province': 20,
      'opinion.adopt.nation': 40,
      'instruction.county': 5,
      'instruction.city': 10,
      'instruction.province': 20,
      'instruction.nation': 40,
      'solicitation.done': 2,
      'solicitation.adopted': 2,
      'supervision.valid': 1,
      'supervision.closed': 1,
    },
    forms: { single: 1, combined: 0.6, forwarded: 0.2 },
    otherLeader: 0.6,
    caps: [
      { rules: ['opinion.valid'], week: 3, year: 10 },
      { rules: ['supervision.valid'], week: 3, year: 15 },
      { rules: ['supervision.closed'], week: 3, year: 15 },
    ],
  },
]

/** The rules that held on a day; before the first version, the first. */
export const rulesOn = (day: Day): ScoringRules => {
  const found = versions.find(({ effectiveFrom }) => effectiveFrom <= day) ?? versions.at(-1)
  if (!found) throw new Error('no rules')
  return found
}
