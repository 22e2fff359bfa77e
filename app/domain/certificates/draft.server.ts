import { eq } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { standardSets, venues } from '~db/schema'
import type { Application } from '../applications/queries.server'
import { addDays, addMonths, dayOf } from '../dates'
import { NotFound } from '../errors'
import { programOf } from '../standards/program.server'
import type { CertificateFacts } from './certificate-facts'
import { roundStanding } from './round-standing.server'

export type DraftFacts = Omit<CertificateFacts, 'number' | 'checkCode' | 'checkUrl'>

/** What an application's certificate would say if it were issued now, and what stands in its way. */
export async function certificateDraft(db: Reader, application: Application, now: Date) {
  const { settings, timeZone } = await programOf(db)
  const today = dayOf(now, timeZone)
  const [set] = await db
    .select({ version: standardSets.version, content: standardSets.content })
    .from(standardSets)
    .where(eq(standardSets.id, application.standardSetId))
  const [venue] = await db
    .select({ name: venues.name, address: venues.address })
    .from(venues)
    .where(eq(venues.id, application.venueId))
  if (!set || !venue) throw new NotFound()
  const standing = await roundStanding(db, application, set.content, today)

  const facts: DraftFacts = {
    venueName: oneLine(venue.name),
    address: oneLine(venue.address),
    issuedOn: today,
    expiresOn: addDays(addMonths(today, settings.certificateMonths), -1),
    withDistinction: standing.enhanced.length >= set.content.distinction,
    standardSetVersion: set.version,
    programName: settings.name,
    issuer: settings.issuer,
    signatories: settings.signatories,
    place: settings.place,
  }
  return { ...standing, facts, set: set.content, settings, timeZone }
}

/** A name or an address from a list can hold a line break; the paper has one line of text. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
}
