import { and, asc, eq, inArray, isNull, max } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { roundAnswers, rounds, staff, trainingRecords } from '~db/schema'
import { type Day, dayOf } from '../dates'
import { groupedBy } from '../grouped-by'
import type { ApplicationId, CertificateId, StandardSetId, VenueId } from '../ids'
import { type Program, standardSetOf } from '../standards/program.server'
import { datedEvidenceOf } from './dated-evidence.server'
import { type Lapse, type LiveTeam, lapsesIn } from './lapses'
import type { Spared } from './spared'

/** What a certificate's coverage is counted by. */
export type Held = {
  id: CertificateId
  venueId: VenueId
  applicationId: ApplicationId
  standardSetId: StandardSetId
  issuedOn: Day
  profile: Spared['profile']
}

/**
 * By certificate, the essentials that are not current today: training that is short, and dated things
 * that ran out. It takes four queries for any number of certificates, and reads no name.
 */
export async function lapsesOf(
  db: Reader,
  held: readonly Held[],
  { settings, timeZone }: Program,
  today: Day,
): Promise<Map<CertificateId, Lapse[]>> {
  const lapses = new Map<CertificateId, Lapse[]>()
  if (held.length === 0) return lapses
  const teamOf = await teamsOf(
    db,
    held.map(({ venueId }) => venueId),
    timeZone,
  )
  const applicationIds = held.map(({ applicationId }) => applicationId)
  const notAsked = await notAskedOf(db, applicationIds)
  const datedOf = await datedEvidenceOf(db, applicationIds)
  for (const { id, venueId, applicationId, standardSetId, issuedOn, profile } of held) {
    const set = await standardSetOf(db, standardSetId)
    const rules = { ...settings, askedSince: issuedOn }
    const spared = { notAsked: notAsked(applicationId), profile }
    const live = { ...teamOf(venueId), dated: datedOf(applicationId) }
    lapses.set(id, lapsesIn(live, set, spared, rules, today))
  }
  return lapses
}

/** By application, the standards that its newest whole round answered as not applicable, or met another way. */
export async function notAskedOf(db: Reader, applicationIds: ApplicationId[]) {
  const newest = db
    .select({ applicationId: rounds.applicationId, number: max(rounds.number).as('newest') })
    .from(rounds)
    .where(and(inArray(rounds.applicationId, applicationIds), isNull(rounds.amendment)))
    .groupBy(rounds.applicationId)
    .as('newest_rounds')
  const rows = await db
    .select({ applicationId: rounds.applicationId, standard: roundAnswers.standard })
    .from(newest)
    .innerJoin(
      rounds,
      and(eq(rounds.applicationId, newest.applicationId), eq(rounds.number, newest.number)),
    )
    .innerJoin(roundAnswers, eq(roundAnswers.roundId, rounds.id))
    .where(inArray(roundAnswers.stance, ['not_applicable', 'another_way']))
  const answers = groupedBy(rows, ({ applicationId }) => applicationId)
  return (id: ApplicationId) => new Set(answers(id).map(({ standard }) => standard))
}

/** By venue, the team and its trainings as they stand now, in two queries and without a name. */
export async function teamsOf(db: Reader, venueIds: VenueId[], timeZone: string) {
  const people = await db
    .select({
      id: staff.id,
      venueId: staff.venueId,
      position: staff.position,
      startedOn: staff.startedOn,
      leftOn: staff.leftOn,
      onLeave: staff.onLeave,
      removedAt: staff.removedAt,
    })
    .from(staff)
    .where(inArray(staff.venueId, venueIds))
  const records = await db
    .select({
      venueId: trainingRecords.venueId,
      staffId: trainingRecords.staffId,
      type: trainingRecords.type,
      completedOn: trainingRecords.completedOn,
      printedExpiry: trainingRecords.printedExpiry,
    })
    .from(trainingRecords)
    .where(and(inArray(trainingRecords.venueId, venueIds), isNull(trainingRecords.removedAt)))
    .orderBy(asc(trainingRecords.completedOn))

  const peopleOf = groupedBy(people, ({ venueId }) => venueId)
  const recordsOf = groupedBy(records, ({ venueId }) => venueId)
  return (venueId: VenueId): LiveTeam => ({
    people: peopleOf(venueId).map(({ removedAt, ...person }) => ({
      ...person,
      removedOn: removedAt && dayOf(removedAt, timeZone),
    })),
    records: recordsOf(venueId),
  })
}
