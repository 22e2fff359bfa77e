import { expect, test } from 'vitest'
import { deskOf } from '~/domain/applications/desk.server'
import { venueHomeOf } from '~/domain/applications/workspace-home.server'
import { recordOf } from '~/domain/feedback/record.server'
import { anAccreditedVenue } from '~tests/support/certificates'
import { aDatabase } from '~tests/support/database'
import { aProgram } from '~tests/support/factories'

test('staff and venue read the same last day of an accreditation', async () => {
  const db = aDatabase()
  await aProgram(db)
  const { owner, liaison, venueId, applicationId } = await anAccreditedVenue(db)
  const until = 'Accredited until November 21, 2027'
  expect((await venueHomeOf(owner, venueId)).reads).toBe(until)
  expect((await recordOf(liaison, applicationId)).state).toBe(until)
  const { rows } = await deskOf(liaison, { view: 'resting' })
  expect(rows.map(({ id, state }) => ({ id, state }))).toEqual([
    { id: applicationId, state: until },
  ])
})
