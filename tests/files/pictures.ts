import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** A photo as a phone takes it: turned, with a place, a maker and a comment, and bytes after its end. */
export async function aPhoto({ width = 60, height = 40, orientation = 1 } = {}): Promise<Buffer> {
  const half = { create: { width: width / 2, height, channels: 3, background: 'navy' } } as const
  const left = await sharp(half).png().toBuffer()
  const photo = await sharp({ create: { width, height, channels: 3, background: 'gold' } })
    .composite([{ input: left, left: 0, top: 0 }])
    .withExif({
      IFD0: { Make: 'GPS camera', Orientation: String(orientation) },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '38/1 54/1 35/1' },
    })
    .withMetadata({ orientation })
    .jpeg()
    .toBuffer()
  const comment = Buffer.from('taken by a GPS camera')
  const segment = Buffer.from([0xff, 0xfe, 0, comment.length + 2])
  const after = Buffer.from('PK hidden archive')
  return Buffer.concat([photo.subarray(0, 2), segment, comment, photo.subarray(2), after])
}

/** A PNG of one pixel with text and Exif chunks that name a place; its header may claim another size. */
export function aPng({ width = 1, height = 1 } = {}): Buffer {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0])
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('tEXt', Buffer.from('Comment\0GPS 38.9')),
    chunk('eXIf', Buffer.from('MM\0*GPS')),
    chunk('IDAT', deflateSync(Buffer.from([0, 10, 20, 30]))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(kind: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind), body])
  const size = Buffer.alloc(4)
  size.writeUInt32BE(body.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([size, named, sum])
}
