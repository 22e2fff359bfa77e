/** The chunks that make the picture look as it does; every other one (text, time, place) is left out. */
const stays = new Set('IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD pHYs'.split(' '))
const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/**
 * A PNG without what it tells beyond the picture (W3C PNG, third edition), and without whatever
 * follows its end. Null when the picture is cut off or is no PNG.
 */
export function cleanPng(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  if (!signature.every((byte, index) => bytes[index] === byte)) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const whole = new Uint8Array(bytes.byteLength)
  whole.set(bytes.subarray(0, 8))
  let length = 8
  for (let at = 8; at + 12 <= bytes.byteLength; ) {
    const end = at + 12 + view.getUint32(at)
    if (end > bytes.byteLength) return null
    const kind = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (stays.has(kind)) {
      whole.set(bytes.subarray(at, end), length)
      length += end - at
    }
    if (kind === 'IEND') return whole.slice(0, length)
    at = end
  }
  return null
}
