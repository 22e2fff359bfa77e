import { and, eq, isNull, type SQL } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { evidence, policies, policySections } from '~db/schema'
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
import { draftFor } from './draft.server'

/** What the venue puts beside a standard. Training is not added here: the staff list speaks for it. */
export type NewEvidence =
  | { kind: 'policy'; policyId: PolicyId; pointer: string; words: string }
  | { kind: 'photo' | 'blank_form'; file: UploadedFile; words: string }
  | {
      kind: Exclude<EvidenceKind, 'policy' | 'photo' | 'blank_form' | 'training'>
      facts: EvidenceFacts
      happenedOn: Day | null
      words: string
    }

/**
 * Puts a piece of evidence beside a standard that asks for its kind. A statement, a count or a date
 * takes the place of the one before; policies and files stand beside each other.
 */
export function addEvidence(
  ctx: Context,
  venueId: VenueId,
  code: string,
  given: NewEvidence,
): Promise<EvidenceId> {
  return deed(ctx, async (tx) => {
    const { application, standard } = await draftFor(tx, ctx.actor, venueId, code)
    permit(canWorkOnDrafts(ctx.actor, venueId))
    if (!standard.evidence.some(({ kind }) => kind === given.kind)) throw new NotFound()
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
    await refuseTwice(tx, and(here, eq(evidence.policyId, policyId)), pointer)
    if (pointer) {
      const whole = and(here, eq(evidence.policyId, policyId), isNull(evidence.pointer))
      await tx.update(evidence).set({ removedAt: now }).where(whole)
    }
    await tx.insert(evidence).values({ ...base, ...added, policyId, pointer, facts: {} })
  } else if ('file' in given) {
    const fileId = await recordFile(tx, ctx, venueId, given.file)
    await tx.insert(evidence).values({ ...base, ...added, fileId, facts: {} })
  } else {
    const { facts, happenedOn } = given
    await refuseFuture(tx, ctx, happenedOn)
    await tx.update(evidence).set({ removedAt: now }).where(here)
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

/** A pointer to a section takes the place of one to the whole policy; the same pointer twice is refused. */
async function refuseTwice(tx: Tx, samePolicy: SQL | undefined, pointer: string | null) {
  const known = await tx.select({ pointer: evidence.pointer }).from(evidence).where(samePolicy)
  if (known.some((each) => each.pointer === pointer)) {
    throw new Invalid({ policyId: 'This policy is beside the standard already.' })
  }
}

/** Where to look in a policy of this venue: a section's anchor, a page of an upload, or the whole. */
async function pointerInto(
  tx: Tx,
  venueId: VenueId,
  { policyId, pointer }: { policyId: PolicyId; pointer: string },
): Promise<string | null> {
  const [policy] = await tx
    .select({ kind: policies.kind })
    .from(policies)
    .where(
      and(eq(policies.id, policyId), eq(policies.venueId, venueId), isNull(policies.removedAt)),
    )
  if (!policy) throw new Invalid({ policyId: 'Choose one of your policies.' })
  if (pointer === '') return null
  if (policy.kind === 'uploaded') {
    if (/^\d{1,4}$/.test(pointer)) return pointer
    throw new Invalid({ pointer: 'Type the number of the page, such as 3.' })
  }
  const sections = await tx
    .select({ anchor: policySections.anchor })
    .from(policySections)
    .where(eq(policySections.policyId, policyId))
  if (sections.some(({ anchor }) => anchor === pointer)) return pointer
  throw new Invalid({ pointer: 'Choose one of the sections of this policy.' })
}

async function refuseFuture(tx: Tx, { now }: Context, happenedOn: Day | null): Promise<void> {
  if (happenedOn && happenedOn > (await todayIn(tx, now))) {
    throw new Invalid({ happenedOn: 'This date is still to come. Choose today or an earlier day.' })
  }
}
