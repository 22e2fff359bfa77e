import { and, asc, eq, isNull } from 'drizzle-orm'
import { formatDayOf } from '~/words/en/format'
import { applicationAccess, applications, responseParts, venues } from '~db/schema'
import type { Reading } from '../context'
import { canAcceptAgreement } from '../permissions/desk'
import { permit } from '../permissions/permission'
import { programOf } from '../standards/program.server'

/** The letters that somebody of the staff was asked to write a part of, the oldest question first. */
export async function partsAsked({ db, actor }: Reading) {
  permit(canAcceptAgreement(actor))
  const { timeZone } = await programOf(db)
  const rows = await db
    .select({
      id: applicationAccess.id,
      at: applicationAccess.at,
      venue: venues.name,
      handedAt: responseParts.handedAt,
    })
    .from(applicationAccess)
    .innerJoin(responseParts, eq(responseParts.accessId, applicationAccess.id))
    .innerJoin(applications, eq(applications.id, applicationAccess.applicationId))
    .innerJoin(venues, eq(venues.id, applications.venueId))
    .where(and(eq(applicationAccess.personId, actor.person.id), isNull(applicationAccess.endedAt)))
    .orderBy(asc(applicationAccess.at))
  return rows.map(({ id, at, venue, handedAt }) => ({
    id,
    venue,
    askedOn: formatDayOf(at, timeZone),
    handedOn: handedAt ? formatDayOf(handedAt, timeZone) : '',
  }))
}
