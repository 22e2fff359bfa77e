import { askApart } from './apart.server'
import { inTurn } from './in-turn.server'
import { keepPicture, keptPicture } from './page-pictures.server'
import { readKept } from './store.server'

const oneAtOnce = inTurn(1)

/**
 * A page of a kept PDF as a JPEG, drawn once. Null where there is no such file or page, or where it
 * could not be drawn in time; that is not tried again.
 */
export async function pagePicture(
  key: string,
  page: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const picture = (await keptPicture(key, page)) ?? (await oneAtOnce(() => draw(key, page)))
  return picture?.byteLength ? picture : null
}

/** Draws a page, unless that was done while it waited for its turn. */
async function draw(key: string, page: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const meanwhile = await keptPicture(key, page)
  if (meanwhile) return meanwhile
  const bytes = await readKept(key)
  if (!bytes) return null
  const drawn = await askApart<Uint8Array>('page-painter.mjs', { bytes, page }, [bytes.buffer])
  const picture = new Uint8Array(drawn ?? [])
  await keepPicture(key, page, picture)
  return picture
}
