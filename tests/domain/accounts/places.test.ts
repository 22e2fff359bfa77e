import { expect, test } from 'vitest'
import { placesOf } from '~/domain/accounts/queries.server'
import { aDatabase } from '~tests/support/database'
import { anOwner, aProgram, aVenue, contextFor } from '~tests/support/factories'

test('a place that is not confirmed is listed until the venue has people of its own', async () => {
  const db = aDatabase()
  await aProgram(db)
  const venueId = await aVenue(db, { name: 'The Lantern Room' })
  const asked = await anOwner(db, venueId, { confirmed: false })
  const names = async () => {
    const { actor } = await contextFor(db, asked)
    return (await placesOf(db, actor)).map(({ venue }) => venue)
  }
  expect(await names()).toEqual(['The Lantern Room'])

  await anOwner(db, venueId)
  expect(await names()).toEqual([])
})
