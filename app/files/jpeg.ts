/**
 * A JPEG without what it tells beyond the picture (ISO/IEC 10918-1, Exif 2.3): place, camera,
 * comments, previews, and whatever follows its end. The orientation stays, so that a photo stays
 * upright. Null when the picture is cut off or is no JPEG.
 */
export function cleanJpeg(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  if (bytes[0] !== 0xff || bytes[1] !== marker.start) return null
  const kept: Uint8Array[] = []
  let turned = 1
  let at = 2
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return null
    const kind = bytes[at + 1] ?? 0
    if (kind === 0xff) {
      at += 1
      continue
    }
    const length = (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0)
    const end = at + 2 + length
    if (length < 2 || end > bytes.length) return null
    const segment = bytes.subarray(at, end)
    if (kind === marker.app1) turned = orientationOf(segment) ?? turned
    if (staysIn(kind, segment)) kept.push(segment)
    if (kind === marker.scan) {
      const over = endOfPicture(bytes, end)
      if (over === null) return null
      return joined([bytes.subarray(0, 2), ...upright(turned), ...kept, bytes.subarray(end, over)])
    }
    at = end
  }
  return null
}

const marker = { start: 0xd8, end: 0xd9, scan: 0xda, app0: 0xe0, app1: 0xe1, app2: 0xe2 } as const
const adobe = 0xee
const comment = 0xfe

/** Of the application segments only those without which colors change: JFIF, the color profile, Adobe. */
function staysIn(kind: number, segment: Uint8Array): boolean {
  if (kind === marker.app0) return beginsWith(segment, 4, 'JFIF\0')
  if (kind === marker.app2) return beginsWith(segment, 4, 'ICC_PROFILE\0')
  if (kind === adobe) return beginsWith(segment, 4, 'Adobe')
  return kind !== comment && !(kind >= marker.app0 && kind <= 0xef)
}

/** The index after the end marker. Later scans of a progressive picture carry segments between them. */
function endOfPicture(bytes: Uint8Array, from: number): number | null {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    if (bytes[at + 1] === marker.end) return at + 2
    if (isMetadata(bytes[at + 1] ?? 0)) return null
  }
  return null
}

/** Between scans only tables belong; a hidden comment or application segment there is refused. */
function isMetadata(kind: number): boolean {
  return kind === comment || (kind >= marker.app0 && kind <= 0xef)
}

/** Tag 0x0112 of the first directory, 1 to 8; null where there is none. */
function orientationOf(segment: Uint8Array): number | null {
  if (!beginsWith(segment, 4, 'Exif\0\0')) return null
  const tiff = new DataView(segment.buffer, segment.byteOffset + 10, segment.byteLength - 10)
  if (tiff.byteLength < 14) return null
  const little = tiff.getUint16(0) === 0x4949
  const first = tiff.getUint32(4, little)
  if (first + 2 > tiff.byteLength) return null
  const count = tiff.getUint16(first, little)
  for (let index = 0; index < count; index += 1) {
    const entry = first + 2 + index * 12
    if (entry + 12 > tiff.byteLength) return null
    if (tiff.getUint16(entry, little) !== 0x0112) continue
    const value = tiff.getUint16(entry + 8, little)
    return value >= 1 && value <= 8 ? value : null
  }
  return null
}

/** An Exif segment that says nothing but how the picture is turned. */
function upright(orientation: number): Uint8Array[] {
  if (orientation === 1) return []
  const head = [0xff, marker.app1, 0, 34, ...ascii('Exif\0\0'), ...ascii('MM'), 0, 42, 0, 0, 0, 8]
  const entry = [0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]
  return [Uint8Array.from([...head, ...entry, 0, 0, 0, 0])]
}

function beginsWith(bytes: Uint8Array, at: number, text: string): boolean {
  return ascii(text).every((code, index) => bytes[at + index] === code)
}

function ascii(text: string): number[] {
  return Array.from(text, (letter) => letter.charCodeAt(0))
}

function joined(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.byteLength
  }
  return whole
}
