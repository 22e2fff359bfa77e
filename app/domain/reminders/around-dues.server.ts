import { and, asc, desc, gt, inArray, isNull } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { applications, classes, staff, venues } from '~db/schema'
import { teamsOf } from '../certificates/live-coverage.server'
import { dayOf } from '../dates'
import { groupedBy } from '../grouped-by'
import type { VenueId } from '../ids'
import { type Program, standardSetOf } from '../standards/program.server'
import { classTimes } from '../training/class'
import { coverageOn } from '../training/coverage'
import type { DueAround } from './due-thing'

export type VenueAround = DueAround & { name: string }

/** What is needed to put the dues of some venues in words, in five queries for any number of venues. */
export async function aroundDues(
  db: Reader,
  venueIds: VenueId[],
  program: Program,
  now: Date,
): Promise<(venueId: VenueId) => VenueAround> {
  const { settings, timeZone } = program
  const today = dayOf(now, timeZone)
  const rows = await db
    .select({ id: venues.id, name: venues.name, districtId: venues.districtId })
    .from(venues)
    .where(inArray(venues.id, venueIds))
  const namesOf = new Map(
    (
      await db
        .select({ id: staff.id, name: staff.name })
        .from(staff)
        .where(inArray(staff.venueId, venueIds))
    ).map(({ id, name }) => [id as string, name]),
  )
  const applicationsOf = await applicationsIn(db, venueIds)
  const coming = await comingClasses(db, now)
  const teamOf = await teamsOf(db, venueIds, timeZone)

  const known = new Map<VenueId, VenueAround>()
  for (const { id: venueId, name, districtId } of rows) {
    const own = applicationsOf(venueId)
    const standing = own.find(({ state }) => state === 'accredited' || state === 'refresh_due')
    const set = await standardSetOf(
      db,
      (standing ?? own[0])?.standardSetId ?? program.standardSetId,
    )
    const team = teamOf(venueId)
    const people = team.people.filter(({ removedOn }) => !removedOn)
    known.set(venueId, {
      venueId,
      name,
      set,
      today,
      nameOf: (staffId) => namesOf.get(staffId) ?? '',
      coverageOf: (code) => {
        const need = set.standards
          .find((standard) => standard.code === code)
          ?.evidence.find(({ training }) => training)?.training
        if (!need) return null
        return coverageOn(today, people, team.records, need, set.trainingTypes, settings)
      },
      classFor: (types) => {
        const next = coming.find(
          (each) =>
            types.includes(each.trainingType ?? '') &&
            (each.districtId === null || each.districtId === districtId),
        )
        return next ? { title: next.title, when: classTimes(next, timeZone) } : null
      },
      held: standing !== undefined,
      renewing: standing !== undefined && own[0] !== standing && own[0]?.state !== 'stepped_away',
    })
  }
  return (venueId) => {
    const around = known.get(venueId)
    if (!around) throw new Error(`There is no venue ${venueId}.`)
    return around
  }
}

async function applicationsIn(db: Reader, venueIds: VenueId[]) {
  const rows = await db
    .select({
      venueId: applications.venueId,
      state: applications.state,
      standardSetId: applications.standardSetId,
    })
    .from(applications)
    .where(inArray(applications.venueId, venueIds))
    .orderBy(desc(applications.startedAt), desc(applications.id))
  return groupedBy(rows, ({ venueId }) => venueId)
}

/** Every class to come that gives a training: a program has tens of them, not thousands. */
function comingClasses(db: Reader, now: Date) {
  return db
    .select({
      title: classes.title,
      trainingType: classes.trainingType,
      districtId: classes.districtId,
      startsAt: classes.startsAt,
      endsAt: classes.endsAt,
    })
    .from(classes)
    .where(and(gt(classes.startsAt, now), isNull(classes.calledOffAt)))
    .orderBy(asc(classes.startsAt))
    .limit(200)
}
