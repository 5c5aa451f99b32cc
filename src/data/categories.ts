interface Category {
  readonly name: string
  /** Words that give it away, simplified and in lower case; the first category that fits is taken. */
  readonly words: readonly string[]
  /** Working days from dispatch until it must be put right. */
  readonly fixDays: number
}

/** Kinds of what is broken, with limits after the standards of 数字城管 (domain §9.2). */
export const categories: readonly Category[] = [
  { name: '井盖破损', words: ['井盖', '窨井', '雨水箅', '雨篦'], fixDays: 1 },
  {
    name: '电力杆线',
    words: ['电线', '电缆', '电杆', '杆线', '线缆', '火花', '漏电', '变压器'],
    fixDays: 1,
  },
  { name: '燃气供水', words: ['燃气', '煤气', '漏气', '水管', '爆管', '停水', '漏水'], fixDays: 1 },
  { name: '路灯照明', words: ['路灯', '灯不亮', '照明', '红绿灯', '信号灯'], fixDays: 5 },
  {
    name: '公共设施',
    words: ['健身器材', '护栏', '栏杆', '公交站', '座椅', '公厕', '指示牌', '路牌', '消防栓'],
    fixDays: 5,
  },
  { name: '路面积水', words: ['积水', '内涝', '淹水', '水浸'], fixDays: 1 },
  { name: '建筑渣土', words: ['渣土', '建筑垃圾', '装修垃圾', '扬尘'], fixDays: 3 },
  { name: '暴露垃圾', words: ['垃圾', '乱倒', '废弃物'], fixDays: 1 },
  {
    name: '水域不洁',
    words: ['河道', '河面', '水面', '黑臭', '水葫芦', '排污', '池塘'],
    fixDays: 10,
  },
  { name: '绿化养护', words: ['绿化', '行道树', '树枝', '草坪', '花坛', '枯树'], fixDays: 5 },
  { name: '违法搭建', words: ['违建', '私搭', '乱建', '搭建', '占道'], fixDays: 20 },
  { name: '交通秩序', words: ['乱停', '停车', '堵车', '拥堵', '斑马线', '标线'], fixDays: 15 },
  {
    name: '道路破损',
    words: ['路面', '坑洼', '坑洞', '塌陷', '人行道', '地砖', '裂缝'],
    fixDays: 15,
  },
  { name: '道路保洁', words: ['保洁', '脏乱', '油污', '小广告', '泥浆'], fixDays: 1 },
]

/** Fifteen working days for whatever has no category of its own. */
const fixDaysOfOthers = 15

export const fixDaysOf = (category: string | null): number =>
  categories.find(({ name }) => name === category)?.fixDays ?? fixDaysOfOthers
