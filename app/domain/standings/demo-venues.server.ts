import { and, asc, count, desc, eq, isNotNull } from 'drizzle-orm'
import { certificateWords } from '~/words/en/certificates'
import { formatDay } from '~/words/en/format'
import { standingNames } from '~/words/en/standings'
import { staffRead } from '~/words/en/states'
import type { Reader } from '~db/open.server'
import { applications, certificates, districts, program, rounds, venues } from '~db/schema'
import { isVisibleToStaff } from '../applications/application'
import { stateFacts } from '../applications/state-facts'
import { standingColumns, standingsOf } from '../certificates/standing.server'
import { dayOf } from '../dates'
import type { VenueId } from '../ids'
import { programOf } from '../standards/program.server'
import { standingAt } from '../venues/venue-standing.server'

export type DemoVenue = {
  id: VenueId
  slug: string
  name: string
  address: string
  district: string | null
  /** How it stands, as staff read it: nothing of a draft. */
  standing: string
}

/** Whether the database was filled with the demo; one without a program yet was not. */
export async function isDemo(db: Reader): Promise<boolean> {
  return (await db.$count(program, isNotNull(program.demoSeededAt))) > 0
}

/** The made-up venues of a demo in the order of their districts and names. */
export async function demoVenues(db: Reader, now: Date): Promise<DemoVenue[]> {
  const rows = await db
    .select({
      id: venues.id,
      slug: venues.slug,
      name: venues.name,
      address: venues.address,
      district: districts.name,
      standing: (await standingAt(db, now)).as('standing'),
    })
    .from(venues)
    .leftJoin(districts, eq(districts.id, venues.districtId))
    .where(eq(venues.madeUp, true))
    .orderBy(asc(districts.createdAt), asc(districts.id), asc(venues.name))
  const said = new Map([...(await applicationWords(db, now)), ...(await certificatesNow(db, now))])
  return rows.map(({ standing, ...venue }) => ({
    ...venue,
    standing: said.get(venue.id) ?? standingNames[standing],
  }))
}

/** Each shared application in staff's words; of two, the one that began first. */
async function applicationWords(db: Reader, now: Date): Promise<[VenueId, string][]> {
  const { timeZone } = await programOf(db)
  const clock = { today: dayOf(now, timeZone), timeZone }
  const shared = db
    .select({ id: rounds.applicationId, rounds: count().as('shared') })
    .from(rounds)
    .groupBy(rounds.applicationId)
    .as('shared_rounds')
  const rows = await db
    .select({
      venueId: applications.venueId,
      state: applications.state,
      stateSince: applications.stateSince,
      hearBy: applications.hearBy,
      rounds: shared.rounds,
    })
    .from(applications)
    .innerJoin(venues, and(eq(venues.id, applications.venueId), eq(venues.madeUp, true)))
    .innerJoin(shared, eq(shared.id, applications.id))
    .orderBy(desc(applications.startedAt))
  return rows.flatMap((row) => {
    if (!isVisibleToStaff(row.state, row.rounds)) return []
    const words = staffRead(stateFacts(row, clock, {}))
    return words ? [[row.venueId, words]] : []
  })
}

/** Each newest certificate in a few words, which say more than "accredited" does. */
async function certificatesNow(db: Reader, now: Date): Promise<[VenueId, string][]> {
  const settled = await programOf(db)
  const held = await db
    .select(standingColumns)
    .from(certificates)
    .innerJoin(venues, and(eq(venues.id, certificates.venueId), eq(venues.madeUp, true)))
    .orderBy(asc(certificates.issuedAt))
  const standing = await standingsOf(db, held, settled, dayOf(now, settled.timeZone))
  return held.map((each) => {
    const { status, until, since } = standing(each)
    const { label } = certificateWords[status]
    const words =
      status === 'valid' || status === 'expiring'
        ? `Accredited until ${formatDay(until)}`
        : `Certificate: ${label.toLowerCase()}${since ? `, since ${formatDay(since)}` : ''}`
    return [each.venueId, words]
  })
}
