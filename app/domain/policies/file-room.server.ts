import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { env } from '~/env.server'
import { formatSize } from '~/words/en/format'
import type { Reader, Tx } from '~db/open.server'
import {
  applications,
  evidence,
  files,
  policies,
  policyVersions,
  replies,
  replyFiles,
  responses,
  roundEvidence,
  rounds,
  trainingRecords,
  walkPhotos,
} from '~db/schema'
import { Invalid } from '../errors'
import type { VenueId } from '../ids'

/** How much room a venue's files take, as a sentence for the pages where files are uploaded. */
export async function roomWords(db: Reader, venueId: VenueId): Promise<string> {
  return `Your files take ${formatSize(await usedBy(db, venueId))} of the ${formatSize(env.venueBytes)} that your venue has here.`
}

/**
 * Refuses a file that a venue has no room for, in the transaction that would record it. What was taken
 * away does not count: taking something away makes room at once.
 */
export async function refuseWithoutRoom(
  tx: Tx,
  venueId: VenueId,
  size: number,
  most = env.venueBytes,
): Promise<void> {
  const used = await usedBy(tx, venueId)
  if (used + size <= most) return
  throw new Invalid({
    file: `There is no room for this file: it has ${formatSize(size)}, and the venue’s files take ${formatSize(used)} of the ${formatSize(most)} that it has here. Choose a smaller copy, or take a policy or a photo away that is no longer needed.`,
  })
}

/** Files that a policy, a piece of evidence or a walk-through holds today, or that went along with a round or a reply. */
async function usedBy(db: Reader, venueId: VenueId): Promise<number> {
  const livePolicies = db
    .select({ id: policies.fileId })
    .from(policies)
    .where(and(eq(policies.venueId, venueId), isNull(policies.removedAt)))
  const frozenPolicies = db
    .select({ id: policyVersions.fileId })
    .from(policyVersions)
    .innerJoin(policies, eq(policies.id, policyVersions.policyId))
    .where(eq(policies.venueId, venueId))
  const liveEvidence = db
    .select({ id: evidence.fileId })
    .from(evidence)
    .innerJoin(applications, eq(applications.id, evidence.applicationId))
    .where(and(eq(applications.venueId, venueId), isNull(evidence.removedAt)))
  const frozenEvidence = db
    .select({ id: roundEvidence.fileId })
    .from(roundEvidence)
    .innerJoin(rounds, eq(rounds.id, roundEvidence.roundId))
    .innerJoin(applications, eq(applications.id, rounds.applicationId))
    .where(eq(applications.venueId, venueId))
  const records = db
    .select({ id: trainingRecords.fileId })
    .from(trainingRecords)
    .where(and(eq(trainingRecords.venueId, venueId), isNull(trainingRecords.removedAt)))
  const walks = db
    .select({ id: walkPhotos.fileId })
    .from(walkPhotos)
    .where(eq(walkPhotos.venueId, venueId))
  const ofReplies = db
    .select({ id: replyFiles.fileId })
    .from(applications)
    .innerJoin(responses, eq(responses.applicationId, applications.id))
    .innerJoin(replies, eq(replies.responseId, responses.id))
    .innerJoin(replyFiles, eq(replyFiles.replyId, replies.id))
    .where(eq(applications.venueId, venueId))
  const given = [livePolicies, frozenPolicies, liveEvidence, frozenEvidence]
  const holders = [...given, records, walks, ofReplies]
  const held = or(...holders.map((each) => inArray(files.id, each)))
  const [row] = await db
    .select({ bytes: sql<number>`coalesce(sum(${files.size}), 0)` })
    .from(files)
    .where(and(eq(files.venueId, venueId), isNull(files.removedAt), held))
  return row?.bytes ?? 0
}
