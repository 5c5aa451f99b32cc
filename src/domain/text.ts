/** The first so many characters, none of them cut in half. */
export const cut = (text: string, length: number): string =>
  Array.from(text.slice(0, length * 2))
    .slice(0, length)
    .join('')

/** The most characters a body may hold (domain §8.1). */
export const longestBody = 3000
