/**
 * From when on an opinion is shown as a similar one, 0–1: to the office (three at most), and to its author.
 * Chosen on the pairs in `test/similar`, which prints what they catch.
 */
export const similarFrom: Readonly<Record<'staff' | 'member', number>> = {
  staff: 0.4,
  member: 0.55,
}

/** How far back similar ones are looked for. */
export const similarYears = 3

/** Words that stand in every opinion and say nothing of which one it is; the longest first. */
export const fillerWords: readonly string[] = [
  '群众反映强烈',
  '居民意见大',
  '群众意见大',
  '社情民意',
  '有关部门',
  '相关部门',
  '主管部门',
  '有关单位',
  '反映强烈',
  '近年来',
  '进一步',
  '随着',
  '当前',
  '目前',
  '现在',
  '建议',
  '希望',
  '尽快',
  '尽早',
  '及时',
  '加强',
  '加大',
  '力度',
  '现象',
  '情况',
  '问题',
  '原因',
  '标题',
  '关于',
  '比较',
  '突出',
  '严重',
  '较为',
  '存在',
  '导致',
  '我县',
  '全县',
  '应当',
  '应该',
  '能否',
  '可以',
  '进行',
  '解决',
  '落实',
]

/** Characters of the same sort, when they stand alone. */
export const fillerCharacters: ReadonlySet<string> = new Set(
  '的了在和从由到要还去与等请很太是有也都就并对为把被将及或又得着过个们这那其中上下',
)

/** 人民路, 石桥村, 城东小学: two characters that name a place, and its sort. */
export const namedPlaces: RegExp =
  /(\p{Script=Han}{2})(?:小区|社区|小学|中学|幼儿园|医院|菜场|市场|公园|广场|村|镇|乡|桥|巷|街|路(?![灯面口段况程线基]))/gu
