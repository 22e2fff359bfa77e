import { and, asc, eq, exists, gte, inArray, isNotNull, isNull, or } from 'drizzle-orm'
import { paths } from '~/paths'
import { addressed } from '~/words/en/names'
import type { Tx } from '~db/open.server'
import { applications, certificates, memberships, people, venues } from '~db/schema'
import { openStates } from '~db/vocabulary'
import type { ProgramPlace } from '../accounts/program-places'
import type { Context } from '../context'
import type { Day } from '../dates'
import { groupedBy } from '../grouped-by'
import type { DistrictId, PersonId } from '../ids'
import { notMerged } from '../live-venues.server'
import { queueEmail, type Recipient } from '../outbox.server'
import { todayIn } from '../standards/program.server'

/** A colleague who takes over, with all that they are to the program. */
export type Successor = Recipient & {
  id: PersonId
  name: string
  title: string | null
  places: ProgramPlace[]
}

/** One district of a liaison, and who looks after it from now on. */
export type Handing = {
  place: ProgramPlace
  districtId: DistrictId
  district: string
  successor: Successor | null
}

/** Tells the colleagues what they look after now, and the people of the venues there by whom. */
export async function tellOfLeave(
  tx: Tx,
  { now }: Context,
  before: string,
  handed: readonly Handing[],
): Promise<void> {
  const today = await todayIn(tx, now)
  for (const successor of new Set(handed.flatMap((each) => each.successor ?? []))) {
    const theirs = handed.filter((each) => each.successor === successor)
    await tellColleague(tx, successor, before, theirs, now)
    await tellVenues(tx, successor, before, theirs, now, today)
  }
}

async function tellColleague(
  tx: Tx,
  successor: Successor,
  before: string,
  theirs: readonly Handing[],
  now: Date,
): Promise<void> {
  const waiting = await tx
    .select({ venue: venues.name, hearBy: applications.hearBy })
    .from(applications)
    .innerJoin(venues, eq(venues.id, applications.venueId))
    .where(
      and(
        inArray(
          venues.districtId,
          theirs.map(({ districtId }) => districtId),
        ),
        inArray(applications.state, ['shared', 'ready']),
      ),
    )
    .orderBy(asc(applications.hearBy), asc(venues.name))
  const facts = {
    name: successor.name,
    before,
    districts: theirs.map(({ district }) => district),
    venues: waiting,
    path: paths.desk(),
  }
  await queueEmail(tx, successor, 'liaison-takes-over', facts, now)
}

/** One mail to each owner and manager of a venue with something open, or with a certificate that is not over. */
async function tellVenues(
  tx: Tx,
  successor: Successor,
  before: string,
  theirs: readonly Handing[],
  now: Date,
  today: Day,
): Promise<void> {
  const rows = await rowsToTell(tx, theirs, today)
  const of = groupedBy(rows, ({ person }) => person.id)
  for (const id of new Set(rows.map(({ person }) => person.id))) {
    const [first, ...others] = of(id)
    if (!first) continue
    const { email, locale, name } = first.person
    const facts = {
      name,
      liaison: addressed(successor),
      before,
      venues: [first, ...others].map(({ venue, hearBy }) => ({
        venue: venue.name,
        district: theirs.find((each) => each.districtId === venue.districtId)?.district ?? '',
        hearBy,
        path: paths.venue(venue.id),
      })),
    }
    await queueEmail(tx, { id, email, locale }, 'liaison-changed', facts, now)
  }
}

async function rowsToTell(tx: Tx, theirs: readonly Handing[], today: Day) {
  const certified = tx
    .select({ id: certificates.id })
    .from(certificates)
    .where(
      and(
        eq(certificates.venueId, venues.id),
        isNull(certificates.endedOn),
        isNull(certificates.replacedOn),
        gte(certificates.expiresOn, today),
      ),
    )
  const open = and(eq(applications.venueId, venues.id), inArray(applications.state, openStates))
  return tx
    .selectDistinct({
      person: { id: people.id, name: people.name, email: people.email, locale: people.locale },
      venue: { id: venues.id, name: venues.name, districtId: venues.districtId },
      hearBy: applications.hearBy,
    })
    .from(memberships)
    .innerJoin(venues, and(eq(venues.id, memberships.venueId), notMerged))
    .innerJoin(people, and(eq(people.id, memberships.personId), isNull(people.removedAt)))
    .leftJoin(applications, open)
    .where(
      and(
        inArray(
          venues.districtId,
          theirs.map(({ districtId }) => districtId),
        ),
        inArray(memberships.role, ['owner', 'manager']),
        isNotNull(memberships.confirmedAt),
        isNull(memberships.endedAt),
        or(isNotNull(applications.id), exists(certified)),
      ),
    )
    .orderBy(asc(people.id), asc(venues.name))
}
