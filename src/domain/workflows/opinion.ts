import { defineWorkflow } from '../workflow.ts'

/**
 * 社情民意: submitted, perhaps returned and supplemented, edited, reported upward (domain §4.1).
 * An adoption, an instruction and an answer from outside are dated facts, not states: they may come months later, in any
 * order, from several levels. What was closed takes up its life again with the first of them.
 */
export const opinion = defineWorkflow({
  kind: 'opinion',
  title: '社情民意',
  entry: 'submitted',

  states: {
    draft: { title: '草稿', waitsFor: 'author' },
    lead: { title: '线索', within: 5, waitsFor: 'staff' },
    submitted: { title: '待审核', within: 5, waitsFor: 'staff' },
    returned: { title: '待补充', within: 10, waitsFor: 'author' },
    edited: { title: '已采编', within: 5, waitsFor: 'staff' },
    reported: { title: '已上报' },
    closed: { title: '已办结', isOver: true },
    merged: { title: '已合并', isOver: true },
    converted: { title: '已转办', isOver: true },
    archived: { title: '留存备查', isOver: true },
    voided: { title: '已作废', isOver: true },
    rejected: { title: '不受理', isOver: true },
    withdrawn: { title: '已撤回', isOver: true },
    split: { title: '已拆分', isOver: true },
  },

  // prettier-ignore
  steps: [
    { verb: 'submit',     from: ['draft'],                             to: 'submitted', by: 'author', tells: ['staff'], canBeDoneFor: true },
    { verb: 'supplement', from: ['draft'],                             to: 'submitted', by: 'author', needs: ['text'], tells: ['staff'], canBeDoneFor: true },
    { verb: 'supplement', from: ['returned'],                          to: 'submitted', by: 'author', needs: ['text'], tells: ['staff'], canBeDoneFor: true },
    { verb: 'supplement', from: ['lead', 'submitted', 'edited', 'reported'],            by: 'author', needs: ['text'], tells: ['staff'], canBeDoneFor: true },
    { verb: 'withdraw',   from: ['draft', 'lead', 'submitted', 'returned'], to: 'withdrawn', by: 'author', tells: ['staff'], canBeDoneFor: true },
    { verb: 'withdraw',   from: ['draft', 'lead', 'submitted', 'returned', 'edited', 'reported', 'archived'], to: 'withdrawn', by: 'staff', tells: ['author'] },
    { verb: 'split',      from: ['draft', 'submitted'],                to: 'split',     by: 'author', needs: ['text'], tells: ['staff'] },
    { verb: 'lapse',      from: ['draft'],                             to: 'lead',      by: 'clockwork', tells: ['staff', 'author'] },
    { verb: 'return',     from: ['lead', 'submitted'],                 to: 'returned',  by: 'staff', needs: ['reason'], tells: ['author'] },
    { verb: 'reject',     from: ['lead', 'submitted', 'returned'],     to: 'rejected',  by: 'staff', needs: ['reason'], tells: ['author'] },
    { verb: 'archive',    from: ['lead', 'submitted', 'returned', 'edited'], to: 'archived', by: 'staff', tells: ['author'] },
    { verb: 'edit',       from: ['lead', 'submitted', 'archived'],     to: 'edited',    by: 'staff', tells: ['author'] },
    { verb: 'edit',       from: ['edited', 'reported'],                                 by: 'staff', needs: ['text'], tells: [] },
    { verb: 'merge',      from: ['lead', 'submitted', 'returned', 'edited', 'archived'], to: 'merged', by: 'staff', needs: ['into'], tells: ['author'], barredBy: ['adopt', 'instruct'] },
    { verb: 'convert',    from: ['lead', 'submitted', 'returned', 'archived'], to: 'converted', by: 'staff', needs: ['as'], tells: ['author'], barredBy: ['adopt', 'instruct'] },
    { verb: 'convert',    from: ['edited', 'reported', 'closed'],                       by: 'staff', needs: ['as'], tells: ['author'] },
    { verb: 'report',     from: ['edited', 'reported', 'closed'],      to: 'reported',  by: 'staff', needs: ['levels'], tells: ['author'], isDated: true },
    { verb: 'adopt',      from: ['edited', 'reported'],                                 by: 'staff', needs: ['level'], tells: ['author'], isDated: true, once: 'outcome' },
    { verb: 'adopt',      from: ['closed'],                            resumes: true,   by: 'staff', needs: ['level'], tells: ['author'], isDated: true, once: 'outcome' },
    { verb: 'instruct',   from: ['edited', 'reported'],                                 by: 'staff', needs: ['level'], tells: ['author'], isDated: true, once: 'outcome' },
    { verb: 'instruct',   from: ['closed'],                            resumes: true,   by: 'staff', needs: ['level'], tells: ['author'], isDated: true, once: 'outcome' },
    { verb: 'feedback',   from: ['edited', 'reported'],                                 by: 'staff', needs: ['text'], tells: ['author'], isDated: true, once: 'outcome' },
    { verb: 'feedback',   from: ['closed'],                            resumes: true,   by: 'staff', needs: ['text'], tells: ['author'], isDated: true, once: 'outcome' },
    { verb: 'close',      from: ['edited', 'reported'],                to: 'closed',    by: 'staff', tells: ['author'] },
    { verb: 'lapse',      from: ['reported'],                          to: 'closed',    by: 'clockwork', tells: ['author'] },
    { verb: 'escalate',   from: ['lead', 'submitted', 'returned', 'edited', 'reported'], by: 'leader', tells: ['staff'] },
    { verb: 'escalate',   from: ['lead', 'submitted', 'returned', 'edited', 'reported'], by: 'staff', tells: ['staff'] },
    { verb: 'deliver',    from: ['draft', 'lead', 'submitted', 'returned', 'edited', 'reported', 'closed', 'archived'], by: 'author', needs: ['solicitation'], tells: ['staff'], canBeDoneFor: true },
    { verb: 'deliver',    from: ['draft', 'lead', 'submitted', 'returned', 'edited', 'reported', 'closed', 'archived'], by: 'staff', needs: ['solicitation'], tells: ['author'] },
    { verb: 'alsoSubmit', from: ['draft', 'lead', 'submitted', 'returned', 'edited', 'reported', 'closed', 'archived'], by: 'author', needs: ['text'], tells: ['staff'], once: 'text', canBeDoneFor: true },
    { verb: 'alsoSubmit', from: ['draft', 'lead', 'submitted', 'returned', 'edited', 'reported', 'closed', 'archived'], by: 'staff', needs: ['text'], tells: ['author'], once: 'text' },
    { verb: 'correct',    from: ['draft', 'lead', 'submitted', 'returned', 'edited', 'reported', 'closed', 'archived'], by: 'staff', needs: ['what', 'value'], tells: [] },
    { verb: 'coauthor',   from: ['draft', 'lead', 'submitted', 'returned'],             by: 'author', tells: ['author'], canBeDoneFor: true },
    { verb: 'coauthor',   from: ['draft', 'lead', 'submitted', 'returned', 'edited', 'reported', 'closed', 'archived'], by: 'staff', tells: ['author'] },
    { verb: 'judge',      from: ['lead', 'submitted', 'returned', 'edited', 'reported', 'closed', 'archived'], to: 'voided', by: 'staff', needs: ['verdict', 'reason'], tells: ['author'] },
  ],
})
