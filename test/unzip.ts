import { inflateRawSync } from 'node:zlib'

/** The parts of a .docx by their path, as text. */
export const unzip = (bytes: Uint8Array): ReadonlyMap<string, string> => {
  const buffer = Buffer.from(bytes)
  const parts = new Map<string, string>()
  let at = buffer.readUInt32LE(buffer.lastIndexOf(endOfDirectory) + 16)
  while (buffer.readUInt32LE(at) === 0x02014b50) {
    const [packed, nameLength, extra, comment, local] = [
      buffer.readUInt32LE(at + 20),
      buffer.readUInt16LE(at + 28),
      buffer.readUInt16LE(at + 30),
      buffer.readUInt16LE(at + 32),
      buffer.readUInt32LE(at + 42),
    ]
    const start = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28)
    const data = buffer.subarray(start, start + packed)
    const isPacked = buffer.readUInt16LE(local + 8) === 8
    parts.set(
      buffer.toString('utf8', at + 46, at + 46 + nameLength),
      (isPacked ? inflateRawSync(data) : data).toString('utf8'),
    )
    at += 46 + nameLength + extra + comment
  }
  return parts
}

const endOfDirectory = Buffer.from('504b0506', 'hex')
