import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { env } from '~/env.server'

const folder = join(env.dataDir, 'previews')

/** The picture of a page that was drawn before; empty where it could not be drawn, null where nobody tried. */
export async function keptPicture(
  key: string,
  page: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await readFile(placeOf(key, page)))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

export async function keepPicture(key: string, page: number, picture: Uint8Array): Promise<void> {
  const place = placeOf(key, page)
  const beside = `${place}.${randomBytes(6).toString('hex')}.part`
  await mkdir(dirname(place), { recursive: true, mode: 0o700 })
  await writeFile(beside, picture, { mode: 0o600 })
  await rename(beside, place)
}

/** Removes what was drawn of a file that is removed. */
export async function forgetPictures(key: string): Promise<void> {
  await rm(dirname(placeOf(key, 1)), { recursive: true, force: true })
}

function placeOf(key: string, page: number): string {
  return join(folder, key.slice(0, 2), key, `${page}.jpg`)
}
