import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { files, policyVersions, readingLinks, readings, signatures, staff } from '~db/schema'
import type { Actor } from '../context'
import { NotFound } from '../errors'
import type { PolicyVersionId, SignatureId, VenueId } from '../ids'
import { placeIn } from '../permissions/who'

export type ReadingRow = typeof readings.$inferSelect
export type SignatureRow = typeof signatures.$inferSelect

/** Every reading of a venue, the newest first. Whoever calls has asked whose they are. */
export function readingsOf(db: Reader, venueId: VenueId): Promise<ReadingRow[]> {
  return db
    .select()
    .from(readings)
    .where(eq(readings.venueId, venueId))
    .orderBy(desc(readings.number))
}

/** The signatures that count, the newest first; who was taken off the list is no longer among them. */
export async function signaturesOf(db: Reader, venueId: VenueId) {
  const rows = await db
    .select({ signature: signatures, reading: readings.number, removedAt: staff.removedAt })
    .from(signatures)
    .innerJoin(readings, eq(readings.id, signatures.readingId))
    .leftJoin(staff, eq(staff.id, signatures.staffId))
    .where(and(eq(signatures.venueId, venueId), isNull(signatures.setAsideAt)))
    .orderBy(desc(signatures.signedAt), desc(signatures.id))
  return rows
    .filter(({ removedAt }) => removedAt === null)
    .map(({ signature, reading }) => ({ ...signature, reading }))
}

/** One signature of a venue, for its own people. */
export async function signatureFor(
  db: Reader,
  actor: Actor,
  venueId: VenueId,
  id: SignatureId,
): Promise<SignatureRow> {
  if (!placeIn(actor, venueId)) throw new NotFound()
  const [row] = await db
    .select()
    .from(signatures)
    .where(and(eq(signatures.id, id), eq(signatures.venueId, venueId)))
  if (!row) throw new NotFound()
  return row
}

/** The open link of a venue, or null. */
export async function openLinkOf(db: Reader, venueId: VenueId) {
  const [link] = await db
    .select()
    .from(readingLinks)
    .where(and(eq(readingLinks.venueId, venueId), isNull(readingLinks.endedAt)))
  return link ?? null
}

/** What stands behind an open link: the venue, and what it put to its team last. Anything else is absent. */
export async function behindLink(db: Reader, token: string) {
  const [link] = await db
    .select()
    .from(readingLinks)
    .where(and(eq(readingLinks.token, token), isNull(readingLinks.endedAt)))
  if (!link) throw new NotFound()
  const [reading] = await readingsOf(db, link.venueId)
  if (!reading) throw new NotFound()
  return { venueId: link.venueId, reading }
}

/** The frozen policies of a reading, in its order, each with its file where it is one. */
export async function papersOf(db: Reader, versions: readonly PolicyVersionId[]) {
  const rows = await db
    .select({ version: policyVersions, file: files })
    .from(policyVersions)
    .leftJoin(files, eq(files.id, policyVersions.fileId))
    .where(inArray(policyVersions.id, [...versions]))
    .orderBy(asc(policyVersions.title))
  return rows.sort((a, b) => versions.indexOf(a.version.id) - versions.indexOf(b.version.id))
}
