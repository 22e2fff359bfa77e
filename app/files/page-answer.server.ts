import { pagePicture } from './previews.server'

type Shown = { type: string; storageKey: string; pages: number | null }

/** The answer with one page of a file as a picture; null where it has no such page. */
export async function pictureAnswer(file: Shown, page: string): Promise<Response | null> {
  const number = /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 0
  if (file.type !== 'application/pdf' || number < 1 || number > (file.pages ?? 1)) return null
  const picture = await pagePicture(file.storageKey, number)
  if (!picture) return null
  return new Response(picture, {
    headers: {
      'Content-Type': 'image/jpeg',
      'Content-Length': String(picture.byteLength),
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  })
}
