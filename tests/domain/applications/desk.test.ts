import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { deskOf } from '~/domain/applications/desk.server'
import { shareApplication } from '~/domain/applications/share-application.server'
import { startApplication } from '~/domain/applications/start-application.server'
import type { DistrictId } from '~/domain/ids'
import { startPolicy } from '~/domain/policies/start-policy.server'
import type { Database } from '~db/open.server'
import { applications } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import {
  aCoordinator,
  aDistrict,
  aLiaison,
  anOwner,
  aVenue,
  contextFor,
} from '~tests/support/factories'
import { aSentResponse, aSharedRound, aStaffMember } from '~tests/support/rounds'

describe('a liaison’s desk', () => {
  it('lists what waits, the oldest promise first', async () => {
    const db = aDatabase()
    const { liaison, districtId, applicationId } = await aSharedRound(db)
    const earlier = await anotherShare(db, districtId, 'The Otter')
    await db.transaction((tx) =>
      tx.update(applications).set({ hearBy: '2026-11-23' }).where(eq(applications.id, earlier)),
    )
    const desk = await deskOf(liaison, { view: 'waiting' })
    expect(desk.rows.map(({ id }) => id)).toEqual([earlier, applicationId])
    expect(desk.rows[0]?.promise).toBe('They hear by November 23, 2026, in 1 day')
    expect(desk.counts).toEqual({ waiting: 2, ready: 0, with_venue: 0, resting: 0 })
  })

  it('knows nothing of what was never shared, and nothing of other districts', async () => {
    const db = aDatabase()
    const { liaison, districtId } = await aSharedRound(db)
    const drafting = await aVenue(db, { districtId })
    const owner = await contextFor(db, await anOwner(db, drafting))
    await startApplication(owner, drafting)
    await startPolicy(owner, drafting, { template: '', title: 'A draft' })
    const elsewhere = await aDistrict(db)
    await anotherShare(db, elsewhere, 'Far Away')

    const { counts, rows } = await deskOf(liaison, { view: 'waiting' })
    expect([counts.waiting, rows.map(({ venue }) => venue)]).toEqual([1, ['The Lantern Room']])
    const coordinator = await contextFor(db, await aCoordinator(db))
    expect((await deskOf(coordinator, { view: 'waiting' })).counts.waiting).toBe(2)
    const other = await contextFor(db, await aLiaison(db, elsewhere))
    expect((await deskOf(other, { view: 'waiting' })).rows).toHaveLength(1)
  })

  it('moves a venue along, and finds it by a word of its name', async () => {
    const db = aDatabase()
    const { liaison } = await aSentResponse(db)
    expect((await deskOf(liaison, { view: 'waiting' })).rows).toEqual([])
    const found = await deskOf(liaison, { view: 'with_venue', words: 'lantern' })
    expect(found.rows.map(({ state }) => state)).toEqual(['With the venue since November 22, 2026'])
    expect((await deskOf(liaison, { view: 'with_venue', words: 'otter' })).rows).toEqual([])
  })

  it('turns its pages by key, each venue once', async () => {
    const db = aDatabase()
    const { liaison, districtId } = await aSharedRound(db)
    for (let made = 0; made < 26; made += 1) await anotherShare(db, districtId, `Venue ${made}`)
    const first = await deskOf(liaison, { view: 'waiting' })
    expect(first.rows).toHaveLength(25)
    const second = await deskOf(liaison, { view: 'waiting', after: first.next ?? '' })
    expect(second.rows).toHaveLength(2)
    expect(second.next).toBeNull()
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(27)
  })
})

async function anotherShare(db: Database, districtId: DistrictId, name: string) {
  const venueId = await aVenue(db, { districtId, name })
  const owner = await contextFor(db, await anOwner(db, venueId))
  const applicationId = await startApplication(owner, venueId)
  await aStaffMember(db, venueId, 'Someone', 'server', 1)
  await shareApplication(owner, venueId, '')
  return applicationId
}
