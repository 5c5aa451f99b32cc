import { defineWorkflow } from '../workflow.ts'

/**
 * 微监督: a member reports what is broken, the office dispatches it, a department puts it right, the member
 * confirms (domain §4.2). The clock starts at dispatch: orders nobody signs for would bounce with the clock stopped.
 */
export const supervision = defineWorkflow({
  kind: 'supervision',
  title: '微监督',
  entry: 'submitted',

  states: {
    draft: { title: '草稿', waitsFor: 'author' },
    lead: { title: '线索', within: 5, waitsFor: 'staff' },
    submitted: { title: '待交办', within: 1, waitsFor: 'staff' },
    returned: { title: '待补充', within: 10, waitsFor: 'author' },
    dispatched: { title: '待接单', within: 1, waitsFor: 'handler' },
    declined: { title: '被退单', within: 1, waitsFor: 'staff' },
    accepted: { title: '办理中', within: 'fixBy', waitsFor: 'handler' },
    replied: { title: '已答复', within: 'fixBy', waitsFor: 'handler' },
    rectified: { title: '待核实', within: 7, waitsFor: 'author' },
    closed: { title: '已办结', isOver: true },
    unverified: { title: '已办结(未评价)', isOver: true },
    rejected: { title: '不受理', isOver: true },
    withdrawn: { title: '已撤回', isOver: true },
  },

  // prettier-ignore
  steps: [
    { verb: 'submit',     from: ['draft'],                         to: 'submitted',  by: 'author', tells: ['staff'], canBeDoneFor: true },
    { verb: 'supplement', from: ['draft', 'returned'],             to: 'submitted',  by: 'author', needs: ['text'], tells: ['staff'], canBeDoneFor: true },
    { verb: 'supplement', from: ['lead', 'submitted', 'declined'],                   by: 'author', needs: ['text'], tells: ['staff'], canBeDoneFor: true },
    { verb: 'supplement', from: ['dispatched', 'accepted', 'replied'],               by: 'author', needs: ['text'], tells: ['staff', 'handler'], canBeDoneFor: true },
    { verb: 'withdraw',   from: ['draft', 'lead', 'submitted', 'returned'], to: 'withdrawn', by: 'author', tells: ['staff'], canBeDoneFor: true },
    { verb: 'withdraw',   from: ['draft', 'lead', 'submitted', 'returned', 'declined'], to: 'withdrawn', by: 'staff', tells: ['author'] },
    { verb: 'withdraw',   from: ['dispatched', 'accepted', 'replied'], to: 'withdrawn', by: 'staff', tells: ['author', 'handler'] },
    { verb: 'lapse',      from: ['draft'],                         to: 'lead',       by: 'clockwork', tells: ['staff', 'author'] },
    { verb: 'lapse',      from: ['rectified'],                     to: 'unverified', by: 'clockwork', tells: ['author'] },
    { verb: 'return',     from: ['lead', 'submitted'],             to: 'returned',   by: 'staff', needs: ['reason'], tells: ['author'] },
    { verb: 'reject',     from: ['lead', 'submitted', 'returned', 'declined'], to: 'rejected', by: 'staff', needs: ['reason'], tells: ['author'] },
    { verb: 'dispatch',   from: ['lead', 'submitted', 'returned', 'declined', 'dispatched'], to: 'dispatched', by: 'staff', needs: ['departmentId'], tells: ['author', 'handler'] },
    { verb: 'accept',     from: ['dispatched'],                    to: 'accepted',   by: 'handler', tells: ['author'] },
    { verb: 'decline',    from: ['dispatched'],                    to: 'declined',   by: 'handler', needs: ['reason'], tells: ['staff'], beforeDue: true },
    { verb: 'reply',      from: ['dispatched', 'accepted', 'replied'], to: 'replied', by: 'handler', needs: ['text'], tells: ['author'] },
    { verb: 'rectify',    from: ['dispatched', 'accepted', 'replied'], to: 'rectified', by: 'handler', needs: ['text'], tells: ['author', 'staff'] },
    { verb: 'verify',     from: ['replied', 'rectified'],          to: 'closed',     by: 'author', needs: ['rating'], tells: ['handler', 'staff'], canBeDoneFor: true },
    { verb: 'verify',     from: ['unverified'],                    to: 'closed',     by: 'author', needs: ['rating'], tells: ['handler', 'staff'], withinDays: 30, canBeDoneFor: true },
    { verb: 'reopen',     from: ['replied', 'rectified'],          to: 'accepted',   by: 'author', needs: ['reason'], tells: ['handler', 'staff'], canBeDoneFor: true },
    { verb: 'reopen',     from: ['closed', 'unverified'],          to: 'accepted',   by: 'author', needs: ['reason'], tells: ['handler', 'staff'], withinDays: 30, canBeDoneFor: true },
    { verb: 'escalate',   from: ['submitted', 'dispatched', 'declined', 'accepted', 'replied', 'rectified'], by: 'leader', tells: ['staff', 'handler'] },
    { verb: 'escalate',   from: ['submitted', 'dispatched', 'declined', 'accepted', 'replied', 'rectified'], by: 'staff', tells: ['staff', 'handler'] },
    { verb: 'correct',    from: ['draft', 'lead', 'submitted', 'returned', 'dispatched', 'declined', 'accepted', 'replied', 'rectified', 'closed', 'unverified'], by: 'staff', needs: ['what', 'value'], tells: [] },
  ],
})
