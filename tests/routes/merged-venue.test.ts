import { expect, test } from 'vitest'
import { mergeVenue } from '~/domain/venues/merge-venue.server'
import { loader } from '~/routes/venues.$slug'
import { venues } from '~db/schema'
import { anAccreditedVenue } from '~tests/support/certificates'
import { aDatabase } from '~tests/support/database'
import { aCoordinator, aProgram, aVenue, contextFor } from '~tests/support/factories'
import { answerOf, routeArgs } from '~tests/support/route-args'

test('the public address of a merged venue leads on to an accredited one, and else is absent', async () => {
  const db = aDatabase()
  await aProgram(db)
  const { certificate } = await anAccreditedVenue(db)
  const ctx = await contextFor(db, await aCoordinator(db))
  const [merged, quiet, target] = [await aVenue(db), await aVenue(db), await aVenue(db)]
  const slugOf = async (id: string) =>
    (await db.select().from(venues)).find((venue) => venue.id === id)?.slug ?? ''
  const ask = async (id: string) => {
    const slug = await slugOf(id)
    return answerOf(loader(routeArgs(db, `/venues/${slug}`, { params: { slug } })))
  }
  expect((await ask(merged)).status).toBe(404)
  await mergeVenue(ctx, merged, certificate.venueId)
  await mergeVenue(ctx, quiet, target)
  const led = await ask(merged)
  expect([led.status, led.headers.get('Location')]).toEqual([
    301,
    `/venues/${await slugOf(certificate.venueId)}`,
  ])
  expect((await ask(quiet)).status).toBe(404)
})
