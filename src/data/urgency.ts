/** Danger to life: the answer names the emergency numbers first (domain §8.6). */
export const emergencyWords: readonly string[] = [
  '火花',
  '着火',
  '起火',
  '冒烟',
  '漏电',
  '触电',
  '漏气',
  '爆炸',
  '爆管',
  '塌陷',
  '倒塌',
  '坍塌',
  '垮塌',
  '溺水',
  '中毒',
  '被困',
]

/** It cannot wait its turn. */
export const urgentWords: readonly string[] = [
  '危险',
  '紧急',
  '严重',
  '摔伤',
  '摔倒',
  '受伤',
  '断电',
  '停水',
  '聚集',
  '群体',
  '疫情',
  '井盖丢',
  '井盖没',
  '井盖缺',
]

/** Of those, what is urgent in an opinion too, where 危险 and 严重 are everyday words. */
export const graveUrgentWords: readonly string[] = [
  '断电',
  '停气',
  '停水',
  '疫情',
  '聚集',
  '聚众',
  '群体',
  '围堵',
  '讨薪',
  '受伤',
  '伤亡',
]

/** A clause with one of these speaks of the past, of what may be, or of prevention: nobody needs to be woken. */
export const calmWords: readonly RegExp[] = [
  /去年|前年|近年|以往|历年|往年|曾经?|每年|常年|多年|经常|时常|时有|频发|多发|屡|上半年|上月|期间|以来|过后/,
  /预防|防止|防范|避免|以免|以防|谨防|严防|隐患|风险|容易|可能|万一|假如|如果|一旦|怕/,
  /演练|宣传|培训|教育|知识|预案|应对|防控|救治|保险|补贴|研究|监测|预警|整改|治理|专项/,
  /(?:防|反|抗)(?:溺水|中毒|疫|爆炸|触电|坍塌)/,
  /[\p{Script=Han}]{2}群体(?!性|事件|上访|斗殴|冲突)/u,
  /(?:产业|人才|要素|企业|商业|人口|资源)聚集|聚集(?:区|地|度|效应|发展)/,
]
