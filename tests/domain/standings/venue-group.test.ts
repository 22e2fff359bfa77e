import { expect, it } from 'vitest'
import { keepSecret } from '~/domain/accounts/secrets.server'
import { shareApplication } from '~/domain/applications/share-application.server'
import { startApplication } from '~/domain/applications/start-application.server'
import { stepAway } from '~/domain/applications/step-away.server'
import { giveBackCertificate } from '~/domain/certificates/give-back-certificate.server'
import { dayOf } from '~/domain/dates'
import type { VenueId } from '~/domain/ids'
import { programOf } from '~/domain/standards/program.server'
import { countVenues } from '~/domain/standings/count-venues.server'
import { askToJoin } from '~/domain/venues/ask-to-join.server'
import { inviteVenue } from '~/domain/venues/invite-venue.server'
import type { Database } from '~db/open.server'
import { applications } from '~db/schema'
import { anAccreditedVenue } from '~tests/support/certificates'
import { aDatabase } from '~tests/support/database'
import {
  aCoordinator,
  anOwner,
  aPerson,
  aProgram,
  aVenue,
  contextFor,
  testNow,
} from '~tests/support/factories'
import { aSharedRound } from '~tests/support/rounds'

keepSecret('a secret for tests, with more than enough characters')

async function groupOn(db: Database, venueId: VenueId) {
  const program = await programOf(db)
  const today = dayOf(testNow, program.timeZone)
  return (await countVenues(db, [venueId], program, today)).get(venueId)?.group
}

it('a first draft moves no count, and neither does leaving it', async () => {
  const db = aDatabase()
  await aProgram(db)
  const venueId = await aVenue(db)
  const owner = await contextFor(db, await anOwner(db, venueId))
  expect(await groupOn(db, venueId)).toBe('in_conversation')
  await startApplication(owner, venueId)
  expect(await groupOn(db, venueId)).toBe('in_conversation')
  await stepAway(owner, venueId)
  expect(await groupOn(db, venueId)).toBe('in_conversation')
})

it('a draft of somebody whom the program does not know yet moves no count', async () => {
  const db = aDatabase()
  await aProgram(db)
  const venueId = await aVenue(db)
  await inviteVenue(await contextFor(db, await aCoordinator(db)), venueId, { email: '' })
  const personId = await aPerson(db)
  await askToJoin(await contextFor(db, personId), venueId, '')
  expect(await groupOn(db, venueId)).toBe('invited')
  await startApplication(await contextFor(db, personId), venueId)
  expect(await db.$count(applications)).toBe(1)
  expect(await groupOn(db, venueId)).toBe('invited')
})

it('a venue that gave its certificate back is counted again once it shares, not once it drafts', async () => {
  const db = aDatabase()
  await aProgram(db)
  const { certificate, owner } = await anAccreditedVenue(db)
  const { venueId } = certificate
  await giveBackCertificate(owner, venueId, { reason: '' })
  expect(await groupOn(db, venueId)).toBeNull()
  const later = { ...owner, now: new Date(testNow.getTime() + 60_000) }
  await startApplication(later, venueId)
  expect(await db.$count(applications)).toBe(2)
  expect(await groupOn(db, venueId)).toBeNull()
  await shareApplication(later, venueId, '')
  expect(await groupOn(db, venueId)).toBe('in_conversation')
})

it('a venue that shared and stepped away is counted nowhere until it comes back', async () => {
  const db = aDatabase()
  await aProgram(db)
  const { owner, venueId } = await aSharedRound(db)
  expect(await groupOn(db, venueId)).toBe('in_conversation')
  await stepAway(owner, venueId)
  expect(await groupOn(db, venueId)).toBeNull()
})
