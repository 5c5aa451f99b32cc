/** Hides what belongs to a person and to nobody else: mobiles, identity and bank cards, passports, number plates. */
export const mask = (text: string): string =>
  /[\p{N}零〇○幺]/u.test(text) ? hidden.reduce(hide, text) : text

/** A number that names a person stands in the text, open or hidden, by us or by who wrote it (138****5678, 33××××19). */
export const holdsPersonal = (text: string): boolean => ofPerson.test(narrow(mask(text)).join(''))

const ofPerson =
  /(?<!\d)1[3-9]\d[*×x]{4}\d{4}|(?:幺|一)[三四五六七八九]\S\*{4}|(?<![\d*])\d{2,4}[*×x]{4,}(?!\d*元)|(?<![a-z])[EGDPSH]\*{4}/i

interface Hidden {
  readonly pattern: RegExp
  readonly isReally?: (digits: string) => boolean
}

/** What people put between the digits of one number. */
const gap = String.raw`[ \-\u2010-\u2015.·_\u200b-\u200f\u2060\ufeff]`
const isNoGap = (sign: string): boolean => !RegExp(gap).test(sign)
const digitsApart = (count: string): string => `(?:${gap}{0,2}\\d){${count}}`
const spelled = '零〇○一二三四五六七八九幺两'

/** What the first and the last group hold may be seen. Read in the narrowed text, sign by sign. */
const hidden: readonly Hidden[] = [
  // identity cards of 18 and of 15 signs
  {
    pattern: RegExp(
      `(?<!\\d)(\\d${gap}{0,2}\\d${gap}{0,2}\\d${gap}{0,2}\\d)${digitsApart('2')}${gap}{0,2}(?:1${gap}{0,2}[89]|2${gap}{0,2}0)${digitsApart('6')}${digitsApart('3')}${gap}{0,2}[\\dXx]()(?!\\d)`,
      'dg',
    ),
    isReally: (digits) => isMonthDay(digits.slice(10, 14)),
  },
  { pattern: /(?<!\d)(\d{4})\d{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}()(?!\d)/dg },
  // bank cards; apart, the check digit decides, as four amounts in a row look the same
  { pattern: /(?<!\d)(\d{4})\d{11,15}[\dXx]?()(?!\d)/dg },
  {
    pattern: RegExp(
      `(?<!\\d)([3-6]\\d{3})(?:${gap}{1,2}\\d{4}){3}(?:${gap}{1,2}\\d{1,3})?()(?!${gap}?\\d)`,
      'dg',
    ),
    isReally: hasCheckDigit,
  },
  // mobiles: whole or in their usual groups, then with every digit apart, then spelled
  {
    pattern: RegExp(
      `(?<!\\d)(?:\\+?(?:00)?86${gap}?)?(1[3-9]\\d)${gap}{0,2}\\d{4}${gap}{0,2}(\\d{4})(?!\\d)`,
      'dg',
    ),
  },
  {
    pattern: RegExp(
      `(?<!\\d${gap}{0,2})(1${gap}{0,2}[3-9]${gap}{0,2}\\d)${digitsApart('4')}(${digitsApart('4')})(?!${gap}{0,2}\\d)`,
      'dg',
    ),
  },
  {
    pattern: RegExp(
      `(?<![${spelled}])([一幺][三四五六七八九][${spelled}])[${spelled}]{4}([${spelled}]{4})(?![${spelled}])`,
      'dg',
    ),
  },
  { pattern: /(?<![A-Za-z0-9])([EeGgDdSsPpHh])\d{8}()(?!\d)/dg },
  {
    pattern:
      /([京津沪滬渝冀豫云雲辽遼黑湘皖鲁魯新苏蘇浙赣贛鄂桂甘晋晉蒙陕陝吉闽閩贵貴粤粵青藏川宁寧琼瓊][ ]?[A-Za-z])[·. •-]{0,2}(?=[A-Za-z]*\d)(?:[A-Za-z0-9]{5,6}(?![A-Za-z0-9])|[A-Za-z0-9]{4}[学學警挂掛港澳领領使])()/dg,
  },
]

const isMonthDay = (four: string): boolean =>
  /^(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(four)

/** Luhn's rule for the last digit of a bank card (ISO/IEC 7812). */
function hasCheckDigit(digits: string): boolean {
  const sum = [...digits]
    .toReversed()
    .map(Number)
    .reduce((total, digit, at) => {
      const value = at % 2 === 1 ? digit * 2 : digit
      return total + (value > 9 ? value - 9 : value)
    }, 0)
  return sum % 10 === 0
}

const hide = (text: string, { pattern, isReally }: Hidden): string => {
  const signs = Array.from(text)
  const found = [...narrow(text).join('').matchAll(pattern)].filter(
    ([whole]) => isReally?.(whole.replace(/[^\dXx]/g, '')) ?? true,
  )
  if (found.length === 0) return text
  const shown = found.reduceRight((left, { indices }) => {
    const [whole, head, tail] = indices ?? []
    if (!whole || !head || !tail) return left
    return [
      ...left.slice(0, whole[0]),
      ...left.slice(...head).filter(isNoGap),
      '****',
      ...left.slice(...tail).filter(isNoGap),
      ...left.slice(whole[1]),
    ]
  }, signs)
  return shown.join('')
}

/** Full width, circled and other forms to plain ones, each sign one unit, so that places in the text stay the same. */
const narrow = (text: string): readonly string[] =>
  Array.from(text, (sign) => {
    if (/^[\n -~\u4e00-\u9fff]$/.test(sign)) return sign
    const plain = sign.normalize('NFKC')
    return plain.length === 1 ? plain : '\ufffc'
  })
