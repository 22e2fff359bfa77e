import { and, asc, eq, gte, isNull, lt, sql } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { files, people, policies, policySections, replyFiles } from '~db/schema'
import type { Actor } from '../context'
import { NotFound } from '../errors'
import type { FileId, PolicyId, VenueId } from '../ids'
import { canReadLetters } from '../permissions/feedback'
import { placeIn } from '../permissions/who'

/** A section that was taken out lies before the first: it counts nowhere until it is put back. */
export const isStanding = gte(policySections.position, 0)

export type PolicySummary = Awaited<ReturnType<typeof policiesOf>>[number]

/** A venue's policies with how many of their sections are written, for its own people. */
export async function policiesOf(db: Reader, actor: Actor, venueId: VenueId) {
  if (!placeIn(actor, venueId)) throw new NotFound()
  return db
    .select({
      id: policies.id,
      kind: policies.kind,
      template: policies.template,
      title: policies.title,
      fileId: policies.fileId,
      fileName: files.name,
      reviewOn: policies.reviewOn,
      reviewedByCounsel: policies.reviewedByCounsel,
      editedAt: policies.editedAt,
      editedBy: people.name,
      sections: sql<number>`count(${policySections.id})`,
      written: sql<number>`count(nullif(${policySections.body}, ''))`,
    })
    .from(policies)
    .innerJoin(people, eq(people.id, policies.editedBy))
    .leftJoin(files, eq(files.id, policies.fileId))
    .leftJoin(policySections, and(eq(policySections.policyId, policies.id), isStanding))
    .where(and(eq(policies.venueId, venueId), isNull(policies.removedAt)))
    .groupBy(policies.id)
    .orderBy(asc(policies.title), asc(policies.id))
}

export type Policy = typeof policies.$inferSelect
export type Section = Awaited<ReturnType<typeof sectionsOf>>[number]

/** One policy of a venue, for its own people; what was removed is absent unless it is asked for. */
export async function policyOfVenue(
  db: Reader,
  actor: Actor,
  venueId: VenueId,
  policyId: PolicyId,
  { removed = false } = {},
): Promise<Policy> {
  if (!placeIn(actor, venueId)) throw new NotFound()
  const [policy] = await db
    .select()
    .from(policies)
    .where(and(eq(policies.id, policyId), eq(policies.venueId, venueId)))
  if (!policy) throw new NotFound()
  if (policy.removedAt && !removed) throw new NotFound()
  return policy
}

/** The name of whoever changed a policy last. */
export async function editorOf(db: Reader, { editedBy }: Policy): Promise<string> {
  const [person] = await db
    .select({ name: people.name })
    .from(people)
    .where(eq(people.id, editedBy))
  return person?.name ?? ''
}

/** The sections of a policy in their order, each with who edited it last. */
export async function sectionsOf(db: Reader, policyId: PolicyId) {
  return db
    .select({
      anchor: policySections.anchor,
      heading: policySections.heading,
      body: policySections.body,
      revision: policySections.revision,
      editedAt: policySections.editedAt,
      editedBy: people.name,
      editedById: policySections.editedBy,
    })
    .from(policySections)
    .innerJoin(people, eq(people.id, policySections.editedBy))
    .where(and(eq(policySections.policyId, policyId), isStanding))
    .orderBy(asc(policySections.position))
}

/** The sections that were taken out of a policy of a venue and can be put back. Whoever calls has asked whose it is. */
export async function takenOutOf(db: Reader, venueId: VenueId, policyId: PolicyId) {
  return db
    .select({ anchor: policySections.anchor, heading: policySections.heading })
    .from(policySections)
    .innerJoin(policies, eq(policies.id, policySections.policyId))
    .where(
      and(
        eq(policies.venueId, venueId),
        eq(policySections.policyId, policyId),
        lt(policySections.position, 0),
      ),
    )
    .orderBy(asc(policySections.heading))
}

export type StoredFile = typeof files.$inferSelect

/**
 * A file of a venue, for its own people; what waits for the virus scanner is absent unless it is asked
 * for. What came with a reply is for those who may read the letter.
 */
export async function fileFor(
  db: Reader,
  actor: Actor,
  venueId: VenueId,
  fileId: FileId,
  { held = false } = {},
): Promise<StoredFile> {
  if (!placeIn(actor, venueId)) throw new NotFound()
  const [file] = await db
    .select()
    .from(files)
    .where(and(eq(files.id, fileId), eq(files.venueId, venueId), isNull(files.removedAt)))
  if (!file || (file.heldSince && !held)) throw new NotFound()
  if (!canReadLetters(actor, venueId).allowed && (await cameWithReply(db, fileId))) {
    throw new NotFound()
  }
  return file
}

async function cameWithReply(db: Reader, fileId: FileId): Promise<boolean> {
  const found = await db.select().from(replyFiles).where(eq(replyFiles.fileId, fileId)).limit(1)
  return found.length > 0
}
