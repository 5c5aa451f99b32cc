/** Hides what belongs to a person and to nobody else: mobiles, identity cards, bank cards, number plates, in full width too. */
export const mask = (text: string): string => hidden.reduce(hide, text)

export const holdsPersonal = (text: string): boolean => mask(text) !== text

/** What the first and the last group hold may be seen. */
const hidden: readonly RegExp[] = [
  /(?<!\d)(\d{4})\d{2}[ -]?(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])[ -]?\d{3}[\dXx]()(?!\d)/dg,
  /(?<!\d)([3-6]\d{3})[ -]?\d{4}[ -]?\d{4}[ -]?\d{3,7}()(?!\d)/dg,
  /(?<!\d)(?:\+?86[ -]?)?(1[3-9]\d)[ -]?\d{4}[ -]?(\d{4})(?!\d)/dg,
  /([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Za-z])[·. ]?[A-Za-z0-9]{5,6}()(?![A-Za-z0-9])/dg,
]

const hide = (text: string, pattern: RegExp): string => {
  const found = [...narrow(text).matchAll(pattern)]
  return found.reduceRight((shown, { indices }) => {
    const [whole, head, tail] = indices ?? []
    if (!whole || !head || !tail) return shown
    return `${shown.slice(0, whole[0])}${shown.slice(...head)}****${shown.slice(...tail)}${shown.slice(whole[1])}`
  }, text)
}

/** Full width to half, sign by sign, so that places in the text stay the same. */
const narrow = (text: string): string =>
  text.replace(/[\uff01-\uff5e\u3000]/g, (sign) =>
    sign === '\u3000' ? ' ' : String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  )
