import { defineWorkflow } from '../workflow.ts'

/** 提案: so far the lead that came out of an opinion and waits to be moved (domain §4.3, `collecting`). It earns nothing by itself. */
export const proposal = defineWorkflow({
  kind: 'proposal',
  title: '提案',
  entry: 'lead',

  states: {
    lead: { title: '提案线索' },
    closed: { title: '已转为提案', isOver: true },
    withdrawn: { title: '已撤回', isOver: true },
  },

  // prettier-ignore
  steps: [
    { verb: 'supplement', from: ['lead'],                  by: 'author', needs: ['text'], tells: ['staff'], canBeDoneFor: true },
    { verb: 'withdraw',   from: ['lead'], to: 'withdrawn', by: 'author', tells: ['staff'], canBeDoneFor: true },
    { verb: 'withdraw',   from: ['lead'], to: 'withdrawn', by: 'staff', tells: ['author'] },
    { verb: 'close',      from: ['lead'], to: 'closed',    by: 'staff', tells: ['author'] },
    { verb: 'correct',    from: ['lead', 'closed'],        by: 'staff', needs: ['what', 'value'], tells: [] },
  ],
})
