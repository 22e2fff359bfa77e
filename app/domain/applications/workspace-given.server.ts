import { and, asc, eq, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import {
  answers,
  applications,
  evidence,
  files,
  people,
  policies,
  policySections,
  responseItems,
  responses,
} from '~db/schema'
import type { EvidenceId, VenueId } from '../ids'
import { isStanding } from '../policies/queries.server'
import type { Application } from './queries.server'

export type GivenAnswer = Pick<
  typeof answers.$inferSelect,
  'stance' | 'words' | 'hearOn' | 'editedAt' | 'revision'
> & { editedBy: string }

/** What the venue said about each standard, and the other ways that a liaison accepted in writing. */
export async function answersOf(db: Reader, application: Application | null) {
  if (!application) return { answers: new Map<string, GivenAnswer>(), accepted: new Set<string>() }
  const rows = await db
    .select({
      standard: answers.standard,
      stance: answers.stance,
      words: answers.words,
      hearOn: answers.hearOn,
      revision: answers.revision,
      editedAt: answers.editedAt,
      editedBy: people.name,
    })
    .from(answers)
    .innerJoin(people, eq(people.id, answers.editedBy))
    .where(eq(answers.applicationId, application.id))
  const accepted = application.roundsShared === 0 ? [] : await acceptedIn(db, application)
  return {
    answers: new Map<string, GivenAnswer>(rows.map((row) => [row.standard, row])),
    accepted: new Set(accepted.map(({ standard }) => standard)),
  }
}

function acceptedIn(db: Reader, application: Application) {
  return db
    .select({ standard: responseItems.standard })
    .from(responseItems)
    .innerJoin(responses, eq(responses.id, responseItems.responseId))
    .where(
      and(
        eq(responses.applicationId, application.id),
        eq(responseItems.kind, 'accepted_alternative'),
        isNotNull(responses.sentAt),
      ),
    )
}

export type EvidenceRow = Awaited<ReturnType<typeof evidenceRows>>[number]

/** The evidence that stands beside an application's standards now. What hangs on a removed policy is left out. */
export async function evidenceOf(
  db: Reader,
  application: Application | null,
): Promise<EvidenceRow[]> {
  return application ? evidenceRows(db, application) : []
}

/** One piece of evidence, removed or not. Whoever calls has asked whose it is. */
export async function evidenceRowFor(db: Reader, id: EvidenceId): Promise<EvidenceRow | undefined> {
  const [row] = await evidenceWhere(db, eq(evidence.id, id))
  return row
}

/** What was put aside on one standard, in every application of a venue, oldest first. */
export async function evidenceAside(
  db: Reader,
  venueId: VenueId,
  code: string,
): Promise<EvidenceRow[]> {
  const own = db
    .select({ id: applications.id })
    .from(applications)
    .where(eq(applications.venueId, venueId))
  return evidenceWhere(
    db,
    and(
      inArray(evidence.applicationId, own),
      eq(evidence.standard, code),
      isNotNull(evidence.removedAt),
    ),
  )
}

function evidenceRows(db: Reader, application: Application) {
  return evidenceWhere(
    db,
    and(
      eq(evidence.applicationId, application.id),
      isNull(evidence.removedAt),
      isNull(policies.removedAt),
      isNull(files.removedAt),
    ),
  )
}

function evidenceWhere(db: Reader, condition: SQL | undefined) {
  return db
    .select({
      id: evidence.id,
      standard: evidence.standard,
      kind: evidence.kind,
      policyId: evidence.policyId,
      policyTitle: policies.title,
      policyFileId: policies.fileId,
      /** An empty page shows nothing yet: a policy counts once something is written in it. */
      policyWritten: sql<number>`${policies.fileId} is not null or exists (
        select 1 from ${policySections}
        where ${policySections.policyId} = ${policies.id} and ${policySections.body} <> '' and ${isStanding})`,
      pointer: evidence.pointer,
      fileId: evidence.fileId,
      fileName: files.name,
      fileSize: files.size,
      fileType: files.type,
      heldSince: files.heldSince,
      foundIn: files.foundIn,
      words: evidence.words,
      facts: evidence.facts,
      happenedOn: evidence.happenedOn,
      addedAt: evidence.addedAt,
      confirmedOn: evidence.confirmedOn,
      confirmedBy: evidence.confirmedBy,
      applicationId: evidence.applicationId,
      givenBy: people.name,
      removedAt: evidence.removedAt,
      policyRemovedAt: policies.removedAt,
      fileRemovedAt: files.removedAt,
    })
    .from(evidence)
    .leftJoin(people, eq(people.id, evidence.addedBy))
    .leftJoin(policies, eq(policies.id, evidence.policyId))
    .leftJoin(files, eq(files.id, evidence.fileId))
    .where(condition)
    .orderBy(asc(evidence.addedAt), asc(evidence.id))
}
