import type { ScoringRules } from '../domain/scoring-rules.ts'

/** The version that holds where an office has loaded none of its own (defaults of domain §6). */
export const builtInRules: ScoringRules = {
  version: '2024.1',
  effectiveFrom: '2024-01-01',
  stacking: 'highest',
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
    'opinion.duplicate': 0,
    'opinion.plagiarised': -5,
    'opinion.untrue': -10,
    'supervision.valid': 1,
    'supervision.closed': 1,
  },
  forms: { single: 1, combined: 0.6, forwarded: 0.2 },
  otherLeader: 0.6,
  coAuthors: { most: 5, first: 0.6 },
  caps: [
    { rules: ['opinion.valid'], week: 3, year: 10 },
    { rules: ['supervision.valid'], week: 3, year: 15 },
    { rules: ['supervision.closed'], week: 3, year: 15 },
  ],
}
