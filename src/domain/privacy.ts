/** Hides what belongs to a person and to nobody else: mobiles, identity cards, bank cards, number plates. */
export const mask = (text: string): string =>
  text
    .replace(identityCard, (_, head: string) => `${head}****`)
    .replace(bankCard, (_, head: string) => `${head}****`)
    .replace(mobile, (_, head: string, tail: string) => `${head}****${tail}`)
    .replace(plate, (_, head: string) => `${head}***`)

export const holdsPersonal = (text: string): boolean => mask(text) !== text

const identityCard =
  /(?<!\d)(\d{4})\d{2}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dXx](?!\d)/g
const bankCard = /(?<!\d)([3-6]\d{3})[ -]?\d{4}[ -]?\d{4}[ -]?\d{3,7}(?!\d)/g
const mobile = /(?<!\d)(1[3-9]\d)[ -]?\d{4}[ -]?(\d{4})(?!\d)/g
const plate =
  /([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z])[·. ]?[A-Z0-9]{5,6}(?![A-Z0-9])/g
