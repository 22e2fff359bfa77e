import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { requestSignInCode } from '~/domain/accounts/request-sign-in-code.server'
import { useSignInCode as takeSignInCode } from '~/domain/accounts/use-sign-in-code.server'
import { verifyRecord } from '~/domain/record/verify-record.server'
import { openToRead } from '~db/open.server'
import { eventDetails, events } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import { aMembership, aPerson, aVenue } from '~tests/support/factories'
import { aRecordFile, someEvents } from '~tests/support/record'
import { aBrowser, aVisit } from '~tests/support/visits'

test('a refused code by email is kept with whose it was and from where, never with what was typed', async () => {
  const db = aDatabase()
  const personId = await aPerson(db, { email: 'ana@example.com' })
  await aMembership(db, personId, 'owner', { venueId: await aVenue(db) })
  const browser = aBrowser()
  const visit = aVisit(db)
  const from = { address: '203.0.113.7', device: 'Firefox on Android' }
  await requestSignInCode(visit, browser, 'ana@example.com')
  const typing = { ...visit, origin: { ...visit.origin, ...from } }
  await expect(takeSignInCode(typing, browser, 'WR0NGC0D', null)).rejects.toThrow(/not the code/)
  const kept = await db
    .select()
    .from(events)
    .innerJoin(eventDetails, eq(eventDetails.eventId, events.id))
    .where(eq(events.kind, 'person.code_refused'))
  expect(kept).toHaveLength(1)
  expect(kept[0]?.events).toMatchObject({ personId: null, subjectId: personId, facts: {} })
  expect(kept[0]?.event_details.details).toEqual(from)
  expect(JSON.stringify(kept)).not.toMatch(/WR0NGC0D|ana@example/)
})

test('the record can be verified beside a running server by a connection that only reads', async () => {
  const { db, file } = aRecordFile()
  await someEvents(db, 4)
  const reader = openToRead(file)
  expect(await verifyRecord(reader)).toMatchObject({ length: 4, findings: [] })
  await someEvents(db, 1)
  expect(await verifyRecord(reader)).toMatchObject({ length: 5, findings: [] })
  await reader.close()
})
