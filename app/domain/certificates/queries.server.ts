import { desc, eq, type SQL, sql } from 'drizzle-orm'
import { prepared, type Reader } from '~db/open.server'
import { certificates, districts, venues } from '~db/schema'
import type { Reading } from '../context'
import { dayOf } from '../dates'
import { NotFound } from '../errors'
import type { VenueId } from '../ids'
import { canReadCertificate } from '../permissions/certificate'
import { permit } from '../permissions/permission'
import { placeIn } from '../permissions/who'
import { programOf } from '../standards/program.server'
import type { CheckCode } from './check-code'
import { counts, standingColumns, standingsOf } from './standing.server'

export type Certificate = NonNullable<Awaited<ReturnType<typeof newestWhere>>>

/** What anyone reads who holds a check code, however the certificate stands. Null where no certificate has it. */
export async function certificateByCode(db: Reader, now: Date, code: CheckCode) {
  const certificate = await newestWhere(db, now, eq(certificates.checkCode, code))
  if (!certificate) return null
  const { facts, standing, today } = certificate
  return { facts, standing, today }
}

/** The venue's newest certificate, for the people known to belong to it. Null before there is one. */
export async function certificateOfVenue(
  { db, actor, now }: Reading,
  venueId: VenueId,
): Promise<Certificate | null> {
  if (!placeIn(actor, venueId)) throw new NotFound()
  permit(canReadCertificate(actor, venueId))
  return newestWhere(db, now, eq(certificates.venueId, venueId))
}

/** What the venue's newest certificate says, for the paper alone: how it stands is not asked. */
export async function certificateFactsOf(
  { db, actor }: Pick<Reading, 'db' | 'actor'>,
  venueId: VenueId,
) {
  if (!placeIn(actor, venueId)) throw new NotFound()
  permit(canReadCertificate(actor, venueId))
  const [row] = await newestFacts(db).execute({ venueId })
  return row?.facts ?? null
}

const newestFacts = prepared((db) =>
  db
    .select({ facts: certificates.facts })
    .from(certificates)
    .where(eq(certificates.venueId, sql.placeholder('venueId')))
    .orderBy(desc(certificates.issuedAt), desc(certificates.sequence))
    .limit(1),
)

/** The public page of a venue whose certificate counts today. Every other venue is absent, alike. */
export async function accreditedVenue(db: Reader, now: Date, slug: string) {
  const certificate = await newestWhere(db, now, eq(venues.slug, slug))
  if (!certificate || !counts(certificate.standing)) throw new NotFound()
  const { venue, district, facts, standing } = certificate
  return { name: venue.name, address: venue.address, district, facts, standing }
}

async function newestWhere(db: Reader, now: Date, condition: SQL) {
  const [row] = await db
    .select({
      ...standingColumns,
      number: certificates.number,
      checkCode: certificates.checkCode,
      facts: certificates.facts,
      name: venues.name,
      address: venues.address,
      district: districts.name,
    })
    .from(certificates)
    .innerJoin(venues, eq(venues.id, certificates.venueId))
    .leftJoin(districts, eq(districts.id, venues.districtId))
    .where(condition)
    .orderBy(desc(certificates.issuedAt), desc(certificates.sequence))
    .limit(1)
  if (!row) return null
  const program = await programOf(db)
  const today = dayOf(now, program.timeZone)
  const { name, address, ...certificate } = row
  const standing = (await standingsOf(db, [row], program, today))(row)
  return { ...certificate, venue: { name, address }, standing, today }
}
