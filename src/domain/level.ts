/** Where an opinion may be taken up: 县, 市, 省, 全国. */
export const levels = ['county', 'city', 'province', 'nation'] as const
export type Level = (typeof levels)[number]
