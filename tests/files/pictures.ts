import { crc32, deflateSync } from 'node:zlib'

/** A JPEG of a few bytes with an Exif block that names a place, a comment, and bytes after its end. */
export function aJpeg({ orientation = 1 }: { orientation?: number }): Uint8Array {
  const exif = [
    ...latin('Exif\0\0MM\0*\0\0\0\u0008'),
    ...[0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0],
    ...latin('GPS 38.9097 N 77.0654 W'),
  ]
  return Uint8Array.from([
    ...[0xff, 0xd8],
    ...segment(0xe0, [...latin('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...segment(0xe1, exif),
    ...segment(0xed, latin('Photoshop 3.0\0 GPS again')),
    ...segment(0xfe, latin('taken by GPS camera')),
    ...segment(0xc0, [8, 0, 1, 0, 1, 1, 1, 0x11, 0]),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
    ...[0x12, 0xff, 0x00, 0x34],
    ...[0xff, 0xd9],
  ])
}

/** A PNG of one pixel with text and Exif chunks that name a place. */
export function aPng(): Uint8Array {
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0])
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('tEXt', Buffer.from('Comment\0GPS 38.9')),
    chunk('eXIf', Buffer.from('MM\0*GPS')),
    chunk('IDAT', deflateSync(Buffer.from([0, 10, 20, 30]))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function segment(kind: number, body: number[]): number[] {
  const length = body.length + 2
  return [0xff, kind, length >> 8, length & 255, ...body]
}

function chunk(kind: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind), body])
  const size = Buffer.alloc(4)
  size.writeUInt32BE(body.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([size, named, sum])
}

function latin(text: string): number[] {
  return [...Buffer.from(text, 'latin1')]
}
