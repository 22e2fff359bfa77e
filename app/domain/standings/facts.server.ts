import { and, asc, desc, eq, inArray, isNotNull, isNull, ne } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import {
  answers,
  applications,
  certificates,
  invitations,
  memberships,
  rounds,
  venues,
} from '~db/schema'
import { datedEvidenceOf } from '../certificates/dated-evidence.server'
import { notAskedOf, teamsOf } from '../certificates/live-coverage.server'
import { standingColumns } from '../certificates/standing.server'
import { type Day, dayOf } from '../dates'
import { groupedBy } from '../grouped-by'
import type { ApplicationId, VenueId } from '../ids'
import { type Program, standardSetOf } from '../standards/program.server'
import { inHand, isRunning } from './facts-basis'
import type { VenueFacts } from './venue-facts'

/** What is counted of some venues, in ten queries for any number of them. Unknown ones are left out. */
export async function factsOf(
  db: Reader,
  venueIds: VenueId[],
  program: Program,
  today: Day,
): Promise<Map<VenueId, VenueFacts>> {
  const rows = await db
    .select({ id: venues.id, mergedIntoId: venues.mergedIntoId, profile: venues.profile })
    .from(venues)
    .where(inArray(venues.id, venueIds))
  const confirmed = await confirmedIn(db, venueIds)
  const invited = await invitedIn(db, venueIds, program.timeZone)
  const applicationsOf = await applicationsIn(db, venueIds)
  const certificateOf = await certificatesIn(db, venueIds)
  const teamOf = await teamsOf(db, venueIds, program.timeZone)

  const bases = new Map(
    rows.map(({ id }) => {
      const newest = certificateOf.get(id)
      const held = newest && isRunning(newest, program.settings, today) ? newest : null
      const own = inHand(applicationsOf(id))
      const applicationId = held?.applicationId ?? own?.id ?? null
      const standardSetId = held?.standardSetId ?? own?.standardSetId ?? program.standardSetId
      return [id, { held: held !== null, applicationId, standardSetId }] as const
    }),
  )
  const based = [...bases.values()]
  const ids = based.flatMap(({ applicationId }) => applicationId ?? [])
  const datedOf = await datedEvidenceOf(db, ids)
  const frozen = await notAskedOf(db, ids)
  const drafted = await draftedOtherwise(db, ids)

  const found = new Map<VenueId, VenueFacts>()
  for (const { id, mergedIntoId, profile } of rows) {
    const basis = bases.get(id)
    if (!basis) continue
    const { applicationId, held, standardSetId } = basis
    const spares = held ? frozen : drafted
    found.set(id, {
      merged: mergedIntoId !== null,
      confirmed: confirmed.has(id),
      invitedUntil: invited.get(id) ?? null,
      applications: applicationsOf(id),
      certificate: certificateOf.get(id) ?? null,
      team: teamOf(id),
      dated: applicationId ? datedOf(applicationId) : [],
      spared: { notAsked: applicationId ? spares(applicationId) : new Set(), profile },
      set: await standardSetOf(db, standardSetId),
    })
  }
  return found
}

async function confirmedIn(db: Reader, venueIds: VenueId[]): Promise<Set<VenueId | null>> {
  const rows = await db
    .selectDistinct({ venueId: memberships.venueId })
    .from(memberships)
    .where(
      and(
        inArray(memberships.venueId, venueIds),
        isNotNull(memberships.confirmedAt),
        isNull(memberships.endedAt),
      ),
    )
  return new Set(rows.map(({ venueId }) => venueId))
}

async function invitedIn(db: Reader, venueIds: VenueId[], timeZone: string) {
  const rows = await db
    .select({ venueId: invitations.venueId, expiresAt: invitations.expiresAt })
    .from(invitations)
    .where(
      and(
        inArray(invitations.venueId, venueIds),
        isNull(invitations.usedAt),
        isNull(invitations.withdrawnAt),
      ),
    )
  return new Map(rows.map(({ venueId, expiresAt }) => [venueId, dayOf(expiresAt, timeZone)]))
}

async function applicationsIn(db: Reader, venueIds: VenueId[]) {
  const rows = await db
    .select({
      id: applications.id,
      venueId: applications.venueId,
      state: applications.state,
      standardSetId: applications.standardSetId,
      firstRound: rounds.id,
    })
    .from(applications)
    .leftJoin(rounds, and(eq(rounds.applicationId, applications.id), eq(rounds.number, 1)))
    .where(inArray(applications.venueId, venueIds))
    .orderBy(desc(applications.startedAt), desc(applications.id))
  const facts = rows.map(({ firstRound, ...row }) => ({ ...row, shared: firstRound !== null }))
  return groupedBy(facts, ({ venueId }) => venueId)
}

/** The newest certificate of each venue: later rows overwrite the earlier ones. */
async function certificatesIn(db: Reader, venueIds: VenueId[]) {
  const rows = await db
    .select(standingColumns)
    .from(certificates)
    .innerJoin(venues, eq(venues.id, certificates.venueId))
    .where(inArray(certificates.venueId, venueIds))
    .orderBy(asc(certificates.issuedAt), asc(certificates.sequence))
  return new Map(rows.map((row) => [row.venueId, row]))
}

/** By application, the standards for which its draft says "not applicable", or another way. */
async function draftedOtherwise(db: Reader, applicationIds: ApplicationId[]) {
  const rows = await db
    .select({ applicationId: answers.applicationId, standard: answers.standard })
    .from(answers)
    .where(
      and(
        inArray(answers.applicationId, applicationIds),
        inArray(answers.stance, ['not_applicable', 'another_way']),
        ne(answers.words, ''),
      ),
    )
  const said = groupedBy(rows, ({ applicationId }) => applicationId)
  return (id: ApplicationId) => new Set(said(id).map(({ standard }) => standard))
}
