import { and, asc, desc, eq, isNull, or, type SQL } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { files, people, policyVersions, roundAnswers, roundEvidence, rounds } from '~db/schema'
import type { Actor } from '../context'
import { NotFound } from '../errors'
import type { ApplicationId, FileId, RoundId } from '../ids'
import { canReadLetters } from '../permissions/feedback'
import { placeIn } from '../permissions/who'
import { standardSetOf } from '../standards/program.server'
import { type Application, applicationFor } from './queries.server'

export type Round = Awaited<ReturnType<typeof roundsWhere>>[number]

/** A round with its application, for the venue's confirmed people and for staff it was shared with. Anything else is absent. */
export async function roundFor(
  db: Reader,
  actor: Actor,
  roundId: RoundId,
): Promise<{ round: Round; application: Application }> {
  const [round] = await roundsWhere(db, eq(rounds.id, roundId))
  if (!round) throw new NotFound()
  const application = await applicationFor(db, actor, round.applicationId)
  if (placeIn(actor, application.venueId) && !canReadLetters(actor, application.venueId).allowed) {
    throw new NotFound()
  }
  return { round, application }
}

/** The rounds of an application that the caller has read through its scope, the newest first. */
export function roundsOf(db: Reader, applicationId: ApplicationId): Promise<Round[]> {
  return roundsWhere(db, eq(rounds.applicationId, applicationId))
}

/** The standards as they read when a round was shared, also after its application moved to newer ones. */
export async function standardsOfRound(db: Reader, id: RoundId, application: Application) {
  const [round] = await db
    .select({ standardSetId: rounds.standardSetId })
    .from(rounds)
    .where(eq(rounds.id, id))
  return standardSetOf(db, round?.standardSetId ?? application.standardSetId)
}

async function roundsWhere(db: Reader, condition: ReturnType<typeof eq>) {
  return db
    .select({
      id: rounds.id,
      applicationId: rounds.applicationId,
      number: rounds.number,
      reference: rounds.reference,
      sharedBy: people.name,
      sharedAt: rounds.sharedAt,
      hearBy: rounds.hearBy,
      words: rounds.words,
      ruler: rounds.ruler,
      readers: rounds.readers,
      amendment: rounds.amendment,
    })
    .from(rounds)
    .innerJoin(people, eq(people.id, rounds.sharedBy))
    .where(condition)
    .orderBy(desc(rounds.number))
}

export type FrozenEvidence = Awaited<ReturnType<typeof evidenceOfRound>>[number]
export type FrozenAnswer = Awaited<ReturnType<typeof answersOfRound>>[number]

/** The frozen evidence of a round, each policy with its sections as they read then. */
export function evidenceOfRound(db: Reader, roundId: RoundId) {
  return db
    .select({
      id: roundEvidence.id,
      standard: roundEvidence.standard,
      kind: roundEvidence.kind,
      title: roundEvidence.title,
      words: roundEvidence.words,
      pointer: roundEvidence.pointer,
      facts: roundEvidence.facts,
      coverage: roundEvidence.coverage,
      happenedOn: roundEvidence.happenedOn,
      confirmedOn: roundEvidence.confirmedOn,
      confirmedBy: people.name,
      policyVersionId: roundEvidence.policyVersionId,
      versionDigest: policyVersions.digest,
      sections: policyVersions.sections,
      fileId: files.id,
      fileName: files.name,
      fileType: files.type,
      fileSize: files.size,
      filePages: files.pages,
      heldSince: files.heldSince,
      foundIn: files.foundIn,
    })
    .from(roundEvidence)
    .leftJoin(policyVersions, eq(policyVersions.id, roundEvidence.policyVersionId))
    .leftJoin(files, or(eq(files.id, roundEvidence.fileId), eq(files.id, policyVersions.fileId)))
    .leftJoin(people, eq(people.id, roundEvidence.confirmedBy))
    .where(eq(roundEvidence.roundId, roundId))
    .orderBy(asc(roundEvidence.standard), asc(roundEvidence.kind), asc(roundEvidence.title))
}

export function answersOfRound(db: Reader, roundId: RoundId) {
  return db.select().from(roundAnswers).where(eq(roundAnswers.roundId, roundId))
}

/** A file that went along with some round of this application, for staff it was shared with. Others are absent. */
export async function sharedFileFor(
  db: Reader,
  actor: Actor,
  applicationId: ApplicationId,
  fileId: FileId,
) {
  const application = await applicationFor(db, actor, applicationId)
  return fileOfEvidence(db, fileId, eq(rounds.applicationId, application.id))
}

/** A file that frozen evidence of these rows holds, once it may be served; the caller has read them through its scope. */
export async function fileOfEvidence(db: Reader, fileId: FileId, rows: SQL) {
  const [file] = await db
    .select({
      name: files.name,
      type: files.type,
      size: files.size,
      storageKey: files.storageKey,
      pages: files.pages,
    })
    .from(roundEvidence)
    .innerJoin(rounds, eq(rounds.id, roundEvidence.roundId))
    .leftJoin(policyVersions, eq(policyVersions.id, roundEvidence.policyVersionId))
    .innerJoin(files, or(eq(files.id, roundEvidence.fileId), eq(files.id, policyVersions.fileId)))
    .where(and(rows, eq(files.id, fileId), isNull(files.heldSince)))
    .limit(1)
  if (!file) throw new NotFound()
  return file
}
