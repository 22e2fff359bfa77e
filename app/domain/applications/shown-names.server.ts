import { and, asc, eq, gt, inArray, isNull, max, type SQL } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import {
  applications,
  events,
  nameShowings,
  people,
  roundEvidence,
  rounds,
  staff,
  venues,
} from '~db/schema'
import type { NameShowingId, RoundId, VenueId } from '../ids'

/**
 * The names that are shown at this moment: not hidden, their time not over, the person still on the
 * staff list, and in the newest round, which is the one that is read. `scope` picks an application
 * or a venue; the caller asks who reads.
 */
export function namesShownNow(db: Reader, now: Date, scope: SQL) {
  const newest = db
    .select({ applicationId: rounds.applicationId, number: max(rounds.number).as('newest') })
    .from(rounds)
    .innerJoin(applications, eq(applications.id, rounds.applicationId))
    .where(scope)
    .groupBy(rounds.applicationId)
    .as('newest_round')
  const isNewest = and(
    eq(newest.applicationId, rounds.applicationId),
    eq(newest.number, rounds.number),
  )
  return db
    .select({
      id: nameShowings.id,
      venueId: nameShowings.venueId,
      districtId: venues.districtId,
      applicationId: applications.id,
      state: applications.state,
      roundId: rounds.id,
      round: rounds.number,
      evidenceId: roundEvidence.id,
      title: roundEvidence.title,
      alias: nameShowings.alias,
      name: staff.name,
      shownBy: people.name,
      until: nameShowings.until,
    })
    .from(nameShowings)
    .innerJoin(roundEvidence, eq(roundEvidence.id, nameShowings.roundEvidenceId))
    .innerJoin(rounds, eq(rounds.id, roundEvidence.roundId))
    .innerJoin(newest, isNewest)
    .innerJoin(applications, eq(applications.id, rounds.applicationId))
    .innerJoin(venues, eq(venues.id, applications.venueId))
    .innerJoin(staff, and(eq(staff.id, nameShowings.staffId), isNull(staff.removedAt)))
    .innerJoin(people, eq(people.id, nameShowings.shownBy))
    .where(and(scope, isNull(nameShowings.hiddenAt), gt(nameShowings.until, now)))
    .orderBy(asc(nameShowings.until), asc(nameShowings.alias))
}

export type ShownName = Awaited<ReturnType<typeof namesShownNow>>[number]

/** Every showing of a round's aliases so far, over or not: the newest of each comes last. */
export function showingsOfRound(db: Reader, roundId: RoundId) {
  return db
    .select({
      id: nameShowings.id,
      evidenceId: nameShowings.roundEvidenceId,
      alias: nameShowings.alias,
      until: nameShowings.until,
      hiddenAt: nameShowings.hiddenAt,
    })
    .from(nameShowings)
    .innerJoin(roundEvidence, eq(roundEvidence.id, nameShowings.roundEvidenceId))
    .where(eq(roundEvidence.roundId, roundId))
    .orderBy(asc(nameShowings.shownAt))
}

/** Who of the program read each of these names last, and when. */
export async function lastReadings(db: Reader, venueId: VenueId, ids: readonly NameShowingId[]) {
  if (ids.length === 0) return new Map<string, LastReading>()
  const rows = await db
    .select({
      showingId: events.subjectId,
      at: events.at,
      name: people.name,
      title: people.title,
    })
    .from(events)
    .innerJoin(people, eq(people.id, events.personId))
    .where(
      and(
        eq(events.venueId, venueId),
        eq(events.kind, 'name.seen'),
        inArray(events.subjectId, [...ids]),
      ),
    )
    .orderBy(asc(events.at))
  return new Map(rows.map((row) => [row.showingId ?? '', row] as const))
}

type LastReading = { at: Date; name: string; title: string | null }
