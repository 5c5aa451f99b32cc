const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** 一百三十七 → 137, 十二 → 12, 一三七 → 137; undefined for anything else. At most 9999. */
export const readChineseNumber = (text: string): number | undefined => {
  if (!/^[零〇一二两三四五六七八九十百千]{1,9}$/.test(text)) return undefined
  if (!/[十百千]/.test(text)) return Number([...text].map((char) => digits[char]).join(''))
  return readWithUnits(text)
}

const readWithUnits = (text: string): number => {
  let sum = 0
  let pending: number | undefined
  for (const char of text) {
    const unit = units[char]
    if (unit === undefined) pending = digits[char] ?? 0
    else {
      sum += (pending ?? 1) * unit
      pending = undefined
    }
  }
  return sum + (pending ?? 0)
}
