import { crc32, inflateRawSync } from 'node:zlib'

/** One file inside an archive; its bytes are unpacked when they are asked for. */
export type ZipPart = { name: string; size: number; text: () => string }

const mostParts = 2_000
const mostUnpacked = 100 * 1024 * 1024
const endMark = 0x06054b50
const partMark = 0x02014b50

/**
 * What is inside a ZIP archive, by its directory (APPNOTE 4.3.12): read strictly, so that no other
 * reader sees other parts. Null for what is broken or hides something beside its parts; 'swollen'
 * where it says that it unpacks to more than 100 MB. Nothing is unpacked before that is known.
 */
export function partsOfZip(bytes: Uint8Array): ZipPart[] | 'swollen' | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = buffer.length - 22
  if (end < 0 || buffer.readUInt32LE(0) !== 0x04034b50) return null
  if (buffer.readUInt32LE(end) !== endMark) return null
  const count = buffer.readUInt16LE(end + 10)
  let at = buffer.readUInt32LE(end + 16)
  if (at + buffer.readUInt32LE(end + 12) !== end) return null
  if (count > mostParts) return 'swollen'

  const parts = new Map<string, ZipPart>()
  let unpacked = 0
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || buffer.readUInt32LE(at) !== partMark) return null
    const nameEnd = at + 46 + buffer.readUInt16LE(at + 28)
    const name = buffer.toString('utf8', at + 46, nameEnd).replaceAll('\\', '/')
    const facts = {
      flags: buffer.readUInt16LE(at + 8),
      method: buffer.readUInt16LE(at + 10),
      sum: buffer.readUInt32LE(at + 16),
      packed: buffer.readUInt32LE(at + 20),
      size: buffer.readUInt32LE(at + 24),
      start: buffer.readUInt32LE(at + 42),
    }
    if (parts.has(name.toLowerCase()) || facts.flags & 1) return null
    if (facts.method !== 0 && facts.method !== 8) return null
    unpacked += facts.size
    if (unpacked > mostUnpacked) return 'swollen'
    parts.set(name.toLowerCase(), { name, size: facts.size, text: () => textOf(buffer, facts) })
    at = nameEnd + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32)
  }
  return at === end ? [...parts.values()] : null
}

type Facts = { method: number; sum: number; packed: number; size: number; start: number }

/** A part as text. Throws where it is not as long as it says, not whole, or no UTF-8. */
function textOf(buffer: Buffer, { method, sum, packed, size, start }: Facts): string {
  const from = start + 30 + buffer.readUInt16LE(start + 26) + buffer.readUInt16LE(start + 28)
  const held = buffer.subarray(from, from + packed)
  const bytes = method === 8 ? inflateRawSync(held, { maxOutputLength: Math.max(size, 1) }) : held
  if (bytes.length !== size || crc32(bytes) !== sum) throw new Error('A part is not whole.')
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
}
