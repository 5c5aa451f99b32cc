import { defineWorkflow } from '../workflow.ts'

/**
 * 社情民意: submitted, perhaps returned and supplemented, edited, reported upward (domain §4.1).
 * An adoption is a dated fact, not a state: it may come months later, from several levels.
 */
export const opinion = defineWorkflow({
  kind: 'opinion',
  title: '社情民意',

  states: {
    draft: { title: '草稿', waitsFor: 'author' },
    lead: { title: '线索', within: 5, waitsFor: 'staff' },
    submitted: { title: '待审核', within: 5, waitsFor: 'staff' },
    returned: { title: '待补充', within: 10, waitsFor: 'author' },
    edited: { title: '已采编', within: 5, waitsFor: 'staff' },
    reported: { title: '已上报' },
    archived: { title: '留存备查', isOver: true },
    rejected: { title: '不受理', isOver: true },
    withdrawn: { title: '已撤回', isOver: true },
  },

  // prettier-ignore
  steps: [
    { verb: 'submit',     from: ['draft'],                             to: 'submitted', by: 'author', tells: ['staff'], canBeDoneFor: true },
    { verb: 'supplement', from: ['draft'],                             to: 'submitted', by: 'author', needs: ['text'], tells: ['staff'], canBeDoneFor: true },
    { verb: 'supplement', from: ['returned'],                          to: 'submitted', by: 'author', needs: ['text'], tells: ['staff'], canBeDoneFor: true },
    { verb: 'supplement', from: ['lead', 'submitted', 'edited', 'reported'],            by: 'author', needs: ['text'], tells: ['staff'], canBeDoneFor: true },
    { verb: 'withdraw',   from: ['draft', 'lead', 'submitted', 'returned'], to: 'withdrawn', by: 'author', tells: ['staff'], canBeDoneFor: true },
    { verb: 'withdraw',   from: ['draft', 'lead', 'submitted', 'returned', 'edited', 'reported', 'archived'], to: 'withdrawn', by: 'staff', tells: ['author'] },
    { verb: 'lapse',      from: ['draft'],                             to: 'lead',      by: 'clockwork', tells: ['staff', 'author'] },
    { verb: 'return',     from: ['lead', 'submitted'],                 to: 'returned',  by: 'staff', needs: ['reason'], tells: ['author'] },
    { verb: 'reject',     from: ['lead', 'submitted', 'returned'],     to: 'rejected',  by: 'staff', needs: ['reason'], tells: ['author'] },
    { verb: 'archive',    from: ['lead', 'submitted', 'returned', 'edited'], to: 'archived', by: 'staff', tells: ['author'] },
    { verb: 'edit',       from: ['lead', 'submitted', 'archived'],     to: 'edited',    by: 'staff', tells: ['author'] },
    { verb: 'report',     from: ['edited', 'reported'],                to: 'reported',  by: 'staff', needs: ['levels'], tells: ['author'] },
    { verb: 'adopt',      from: ['edited', 'reported'],                                 by: 'staff', needs: ['level'], tells: ['author'] },
    { verb: 'instruct',   from: ['edited', 'reported'],                                 by: 'staff', needs: ['level'], tells: ['author'] },
    { verb: 'alsoSubmit', from: ['draft', 'lead', 'submitted', 'returned', 'edited', 'reported', 'archived'], by: 'author', needs: ['text'], tells: ['staff'], once: true, canBeDoneFor: true },
    { verb: 'alsoSubmit', from: ['draft', 'lead', 'submitted', 'returned', 'edited', 'reported', 'archived'], by: 'staff', needs: ['text'], tells: ['author'], once: true },
    { verb: 'correct',    from: ['draft', 'lead', 'submitted', 'returned', 'edited', 'reported', 'archived'], by: 'staff', needs: ['what', 'value'], tells: [] },
  ],
})
