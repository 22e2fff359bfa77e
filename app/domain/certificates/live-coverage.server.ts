import { and, asc, eq, inArray, isNull, max } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { roundAnswers, rounds, staff, trainingRecords } from '~db/schema'
import { type Day, dayOf } from '../dates'
import type { ApplicationId, CertificateId, StandardSetId, VenueId } from '../ids'
import { type Program, standardSetOf } from '../standards/program.server'
import { type Lapse, type LiveTeam, lapsesIn, type Spared } from './lapses'

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
 * By certificate, the essentials whose training is short today. It takes three queries for any
 * number of certificates, and reads no name.
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
  const notAsked = await notAskedOf(
    db,
    held.map(({ applicationId }) => applicationId),
  )
  for (const { id, venueId, applicationId, standardSetId, issuedOn, profile } of held) {
    const set = await standardSetOf(db, standardSetId)
    const rules = { ...settings, askedSince: issuedOn }
    const spared = { notAsked: notAsked(applicationId), profile }
    lapses.set(id, lapsesIn(teamOf(venueId), set, spared, rules, today))
  }
  return lapses
}

/** By application, the standards that its newest round answered as not applicable, or met another way. */
export async function notAskedOf(db: Reader, applicationIds: ApplicationId[]) {
  const newest = db
    .select({ applicationId: rounds.applicationId, number: max(rounds.number).as('newest') })
    .from(rounds)
    .where(inArray(rounds.applicationId, applicationIds))
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

async function teamsOf(db: Reader, venueIds: VenueId[], timeZone: string) {
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

function groupedBy<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key) {
  const groups = new Map<Key, Row[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return (key: Key): readonly Row[] => groups.get(key) ?? []
}
