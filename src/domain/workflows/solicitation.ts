import { defineWorkflow } from '../workflow.ts'

/**
 * 约稿: the office asks for an opinion on a topic by a day; who claims it delivers by naming it (domain §4.4).
 * Who has delivered is seen from the opinions themselves; the day after the last one the clock draws the line.
 */
export const solicitation = defineWorkflow({
  kind: 'solicitation',
  title: '约稿',
  entry: 'issued',

  states: {
    issued: { title: '征集中', within: 'fixBy' },
    claimed: { title: '已认领', within: 'fixBy' },
    delivered: { title: '已交稿', isOver: true },
    missed: { title: '到期未交', isOver: true },
    unclaimed: { title: '到期无人认领', isOver: true },
    closed: { title: '已结束', isOver: true },
    withdrawn: { title: '已撤回', isOver: true },
  },

  // prettier-ignore
  steps: [
    { verb: 'claim',    from: ['issued'],                         to: 'claimed',   by: 'claimant', tells: ['staff'], beforeDue: true, once: 'person' },
    { verb: 'claim',    from: ['claimed'],                                         by: 'claimant', tells: ['staff'], beforeDue: true, once: 'person' },
    { verb: 'extend',   from: ['issued', 'unclaimed'],            to: 'issued',    by: 'staff', needs: ['due'], tells: ['claimant'] },
    { verb: 'extend',   from: ['claimed', 'delivered', 'missed'], to: 'claimed',   by: 'staff', needs: ['due'], tells: ['claimant'] },
    { verb: 'deliver',  from: ['claimed'],                        to: 'delivered', by: 'clockwork', tells: ['staff'] },
    { verb: 'lapse',    from: ['claimed'],                        to: 'missed',    by: 'clockwork', tells: ['staff'] },
    { verb: 'lapse',    from: ['issued'],                         to: 'unclaimed', by: 'clockwork', tells: ['staff'] },
    { verb: 'close',    from: ['issued', 'claimed', 'delivered', 'missed', 'unclaimed'], to: 'closed', by: 'staff', tells: ['claimant'] },
    { verb: 'withdraw', from: ['issued', 'claimed'],              to: 'withdrawn', by: 'staff', tells: ['claimant'] },
    { verb: 'correct',  from: ['issued', 'claimed'],                               by: 'staff', needs: ['what', 'value'], tells: [] },
  ],
})
