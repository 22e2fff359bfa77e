import sharp from 'sharp'

export type PictureProblem = 'cut_off' | 'too_many_points'
export type PictureType = 'image/jpeg' | 'image/png'
export type Picture = { bytes: Uint8Array<ArrayBuffer>; width: number; height: number }

/** Enough to read the small print of a page that was photographed. */
const longSide = 2560
/** More than the camera of a phone makes; read from the header, before anything is unpacked. */
const mostPoints = 64_000_000

// Of all that the library reads, only what is asked for; one thread each, and nothing kept.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng'] })
sharp.concurrency(1)
sharp.cache(false)

/**
 * A picture made anew from its points: upright, at most 2560 points on the long side, and without
 * what it told of place, time and camera, or whatever followed its end.
 */
export async function remakePicture(
  bytes: Uint8Array,
  type: PictureType,
): Promise<Picture | PictureProblem> {
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (width * height > mostPoints) return 'too_many_points'
    const upright = sharp(bytes, { limitInputPixels: mostPoints, failOn: 'warning' })
      .autoOrient()
      .resize(longSide, longSide, { fit: 'inside', withoutEnlargement: true })
    const made = type === 'image/png' ? upright.png() : upright.jpeg({ quality: 84, mozjpeg: true })
    const { data, info } = await made.toBuffer({ resolveWithObject: true })
    return { bytes: new Uint8Array(data), width: info.width, height: info.height }
  } catch {
    return 'cut_off'
  }
}
