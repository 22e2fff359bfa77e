import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { files, walkPhotos } from '~db/schema'
import type { Actor, Context } from '../context'
import { deed } from '../deed.server'
import { Conflict, NotFound } from '../errors'
import { recordEvent } from '../events.server'
import { newId, type WalkId, type WalkPhotoId } from '../ids'
import type { UploadedFile } from '../policies/policy'
import { recordFile } from '../policies/record-file.server'
import { eraseFiles } from '../venues/erase-files.server'
import { walkFor } from './walk-queries.server'

/** More than anybody looks through of one evening. */
const mostPhotos = 60

/** The photos of a walk-through, the oldest first. Whoever calls has asked whose they are. */
export function photosOf(db: Reader, walkId: WalkId) {
  return db
    .select({ id: walkPhotos.id, name: files.name, held: files.heldSince, foundIn: files.foundIn })
    .from(walkPhotos)
    .innerJoin(files, eq(files.id, walkPhotos.fileId))
    .where(eq(walkPhotos.walkId, walkId))
    .orderBy(asc(walkPhotos.addedAt), asc(walkPhotos.id))
}

/** Writes down one photo that the store holds. Sent twice with the same form id, it is there once. */
export function addWalkPhoto(
  ctx: Context,
  walkId: WalkId,
  file: UploadedFile,
): Promise<WalkPhotoId> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const { walk } = await walkFor(tx, actor, walkId)
    const { venueId } = walk
    if (walk.state === 'called_off') throw new Conflict('This walk-through was called off.')
    if ((await tx.$count(walkPhotos, eq(walkPhotos.walkId, walkId))) >= mostPhotos) {
      throw new Conflict(`There are ${mostPhotos} photos. Take some away before you add more.`)
    }
    const fileId = await recordFile(tx, ctx, venueId, file)
    const id = newId('wph')
    const added = { addedBy: actor.person.id, addedAt: now }
    await tx.insert(walkPhotos).values({ id, walkId, venueId, fileId, ...added })
    await recordEvent(tx, {
      ...{ kind: 'walk.photo_added', actor, at: now, origin, venueId, subjectId: id },
      facts: { walk: walkId, digest: file.digest },
    })
    return id
  })
}

/** A photo for whoever stands on one of the two sides; one that waits for the scanner is not served. */
export async function walkPhotoFor(db: Reader, actor: Actor, walkId: WalkId, id: WalkPhotoId) {
  const { venue, side } = await walkFor(db, actor, walkId)
  const [row] = await db
    .select({ photo: walkPhotos, file: files })
    .from(walkPhotos)
    .innerJoin(files, eq(files.id, walkPhotos.fileId))
    .where(and(eq(walkPhotos.id, id), eq(walkPhotos.walkId, walkId), isNull(files.removedAt)))
  if (!row) throw new NotFound()
  return { ...row, venue, side }
}

/**
 * Takes a photo away for good: the venue any of them, and whoever took one their own. Answers the keys
 * of files whose bytes can go.
 */
export function removeWalkPhoto(ctx: Context, walkId: WalkId, id: WalkPhotoId): Promise<string[]> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const found = await walkPhotoFor(tx, actor, walkId, id)
    const { photo } = found
    if (!mayRemovePhoto(actor, found)) throw new Conflict(notYours)
    await tx.delete(walkPhotos).where(eq(walkPhotos.id, id))
    const loose = await eraseFiles(tx, eq(files.id, photo.fileId))
    const { venueId } = photo
    await recordEvent(tx, {
      ...{ kind: 'walk.photo_removed', actor, at: now, origin, venueId, subjectId: id },
      facts: { walk: walkId },
    })
    return loose
  })
}

export const notYours = 'The venue took this photo, and takes it away. You can take yours away.'

type Found = Pick<Awaited<ReturnType<typeof walkPhotoFor>>, 'photo' | 'side'>

export function mayRemovePhoto(actor: Actor, { photo, side }: Found): boolean {
  return side === 'venue' || photo.addedBy === actor.person.id
}
