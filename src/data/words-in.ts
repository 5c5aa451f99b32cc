/** A long list, written as it is read. */
export const wordsIn = (text: string): readonly string[] => text.trim().split(/\s+/)
