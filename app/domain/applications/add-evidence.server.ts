import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { evidence } from '~db/schema'
import type { EvidenceFacts } from '~db/schema/applications'
import type { EvidenceKind } from '~db/vocabulary'
import type { Context } from '../context'
import type { Day } from '../dates'
import { deed } from '../deed.server'
import { Invalid, NotFound } from '../errors'
import { recordEvent } from '../events.server'
import { type ApplicationId, type EvidenceId, newId, type PolicyId, type VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canWorkOnDrafts } from '../permissions/venue'
import type { UploadedFile } from '../policies/policy'
import { recordFile } from '../policies/record-file.server'
import { todayIn } from '../standards/program.server'
import { refuseCertificateDate } from './certificate-date'
import { draftFor } from './draft.server'
import { makeWay, pointerInto } from './pointer.server'
import { isSameEvidence, refuseUnseen, standingHere, takePlace } from './take-place.server'

/** What the venue puts beside a standard. Training is not added here: the staff list speaks for it. */
export type NewEvidence =
  | { kind: 'policy'; policyId: PolicyId; pointer: string; words: string }
  | { kind: 'photo' | 'blank_form'; file: UploadedFile; words: string }
  | {
      kind: Exclude<EvidenceKind, 'policy' | 'photo' | 'blank_form' | 'training'>
      facts: EvidenceFacts
      happenedOn: Day | null
      words: string
      /** What the writer saw in its place, empty for nothing; without it the last word counts. */
      replaces?: string | undefined
    }

/**
 * Puts a piece of evidence beside a standard that asks for its kind. A statement, a count or a date
 * takes the place of the one before; policies and files stand beside each other. After accreditation
 * it waits for a share too; only a date that the certificate counts by goes another way.
 */
export function addEvidence(
  ctx: Context,
  venueId: VenueId,
  code: string,
  given: NewEvidence,
): Promise<EvidenceId> {
  return deed(ctx, async (tx) => {
    const { application, set, standard } = await draftFor(tx, ctx.actor, venueId, code)
    permit(canWorkOnDrafts(ctx.actor, venueId))
    if (!standard.evidence.some(({ kind }) => kind === given.kind)) throw new NotFound()
    refuseCertificateDate(application, set, { standard: code, kind: given.kind })
    return writeEvidence(tx, ctx, { venueId, applicationId: application.id, code }, given)
  })
}

type Place = { venueId: VenueId; applicationId: ApplicationId; code: string }

/** Writes a piece of evidence inside the deed that asked for it. */
export async function writeEvidence(
  tx: Tx,
  ctx: Context,
  { venueId, applicationId, code }: Place,
  given: NewEvidence,
): Promise<EvidenceId> {
  const { actor, now, origin } = ctx
  const id = newId('evi')
  const base = { id, applicationId, standard: code, kind: given.kind, words: given.words }
  const added = { addedBy: actor.person.id, addedAt: now }
  const here = and(
    eq(evidence.applicationId, applicationId),
    eq(evidence.standard, code),
    eq(evidence.kind, given.kind),
    isNull(evidence.removedAt),
  )
  if (given.kind === 'policy') {
    const { policyId } = given
    const pointer = await pointerInto(tx, venueId, given)
    await makeWay(tx, and(here, eq(evidence.policyId, policyId)), pointer, now)
    await tx
      .insert(evidence)
      .values({ ...base, ...added, policyId, pointer: pointer.to, facts: {} })
  } else if ('file' in given) {
    const fileId = await recordFile(tx, ctx, venueId, given.file)
    await tx.insert(evidence).values({ ...base, ...added, fileId, facts: {} })
  } else {
    const { facts, happenedOn } = given
    await refuseFuture(tx, ctx, happenedOn)
    const place = { applicationId, code, kind: given.kind }
    const standing = await standingHere(tx, place)
    if (given.replaces !== undefined && standing && isSameEvidence(standing, given))
      return standing.id
    await refuseUnseen(tx, ctx, standing, given.replaces)
    await takePlace(tx, place, now)
    await tx.insert(evidence).values({ ...base, ...added, facts, happenedOn })
  }
  await recordEvent(tx, {
    kind: 'application.evidence_added',
    actor,
    at: now,
    origin,
    venueId,
    applicationId,
    subjectId: id,
    facts: { standard: code, kind: given.kind },
  })
  return id
}

async function refuseFuture(tx: Tx, { now }: Context, happenedOn: Day | null): Promise<void> {
  if (happenedOn && happenedOn > (await todayIn(tx, now))) {
    throw new Invalid({ happenedOn: 'This date is still to come. Choose today or an earlier day.' })
  }
}
