import type { Message } from './message.ts'

/** Several receipts for one chat in one message that names every number (decisions 30). */
export const mergeReceipts = (receipts: readonly Message[]): Message => {
  const [only] = receipts
  if (receipts.length === 1 && only) return only
  const mention = [...new Set(receipts.flatMap((one) => one.mention ?? []))]
  return {
    lines: [
      `✅ 收到 ${receipts.length} 件:`,
      ...receipts.flatMap(({ receipt }) => (receipt ? [`${receipt.label} ${receipt.short}`] : [])),
      '查进度:发"查"加编号。',
    ],
    ...(mention.length > 0 && { mention }),
  }
}
