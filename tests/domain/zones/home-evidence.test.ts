import { describe, expect, it } from 'vitest'
import { addEvidence } from '~/domain/applications/add-evidence.server'
import { evidenceOfRound } from '~/domain/applications/rounds.server'
import { shareApplication } from '~/domain/applications/share-application.server'
import { sharePage } from '~/domain/applications/share-page.server'
import { venueHomeOf } from '~/domain/applications/workspace-home.server'
import { standardPageOf } from '~/domain/applications/workspace-standard-page.server'
import { acknowledgeZone } from '~/domain/zones/acknowledge-zone.server'
import { rounds } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import { aTeamThatWrites } from '~tests/support/rounds'
import { aZone, aZoneChange, placeVenue } from '~tests/support/zones'

async function aVenueAtHome() {
  const db = aDatabase()
  const story = await aTeamThatWrites(db)
  const { owner, venueId } = story
  await placeVenue(db, venueId, 80)
  const ask = async () => {
    const { asks } = await standardPageOf(owner, venueId, 'HOME-1')
    return asks.find(({ kind }) => kind === 'acknowledgement')
  }
  const frozen = async () => {
    const roundId = await shareApplication(owner, venueId, '')
    const rows = await evidenceOfRound(db, roundId)
    return rows.filter(({ kind }) => kind === 'acknowledgement')
  }
  const note = () =>
    addEvidence(owner, venueId, 'HOME-1', {
      kind: 'acknowledgement',
      facts: {},
      happenedOn: '2026-11-01',
      words: 'Rides stop at the corner by the bank.',
    })
  return { ...story, db, ask, frozen, note }
}

describe('a safe way home', () => {
  it('takes a note where no zone serves near the venue', async () => {
    const { db, districtId, ask, note, frozen } = await aVenueAtHome()
    await aZone(db, { districtId, status: 'proposed' })
    expect(await ask()).toMatchObject({ answered: false, zones: null })
    await note()
    expect(await ask()).toMatchObject({ answered: true, zones: null })
    expect(await frozen()).toMatchObject([{ words: 'Rides stop at the corner by the bank.' }])
  })

  it('asks for the zones that serve, all of them, in their newest versions', async () => {
    const { db, districtId, venueId, owner, ask, note } = await aVenueAtHome()
    await note()
    const east = await aZone(db, { districtId })
    const west = await aZone(db, { districtId, slug: 'west', name: 'Harbor West' })
    expect(await ask()).toMatchObject({
      answered: false,
      zones: [
        'The Harbor Street East zone is near you. Once your door staff know it, say so with one tap.',
        'The Harbor West zone is near you. Once your door staff know it, say so with one tap.',
      ],
    })
    await acknowledgeZone(owner, venueId, east, 1)
    expect(await ask()).toMatchObject({ answered: false })
    await acknowledgeZone(owner, venueId, west, 1)
    expect(await ask()).toMatchObject({ answered: true })

    await aZoneChange(db, west, { change: 'It opens later.' })
    expect(await ask()).toMatchObject({
      answered: false,
      zones: [
        'The Harbor West zone changed on November 22, 2026. Tell your door staff, and say so again.',
        'Your door staff know the Harbor Street East zone. You said so on November 22, 2026.',
      ],
    })
  })

  it('goes along with a share in words, one row for each zone, and the note stays', async () => {
    const { db, districtId, venueId, owner, note, frozen } = await aVenueAtHome()
    await note()
    const zoneId = await aZone(db, { districtId })
    await aZoneChange(db, zoneId, { change: 'It opens later.' })
    await acknowledgeZone(owner, venueId, zoneId, 2)
    const words =
      'Our door team knows the Harbor Street East zone, as changed on November 22, 2026; said on November 22, 2026.'

    const { standards } = await sharePage(owner, venueId)
    const line = standards.find(({ code }) => code === 'HOME-1')
    expect(line?.evidence.map(({ text }) => text)).toContain(words)
    expect(line?.staysHere).toContain('Your note about the door team stays with you')

    const rows = await frozen()
    expect(rows.map(({ title, words, happenedOn }) => [title, words, happenedOn])).toEqual([
      ['Loading zone Harbor Street East', words, '2026-11-22'],
    ])
    await aZoneChange(db, zoneId, { name: 'Harbor East', change: 'A shorter name.' })
    const [round] = await db.select().from(rounds)
    const kept = await evidenceOfRound(db, round?.id ?? 'rou_')
    expect(kept.find(({ kind }) => kind === 'acknowledgement')?.words).toBe(words)
  })

  it('goes along with nothing while the door staff do not know', async () => {
    const { db, districtId, note, frozen } = await aVenueAtHome()
    await note()
    await aZone(db, { districtId })
    expect(await frozen()).toEqual([])
  })

  it('stands on the venue’s home, in amber until the door staff know', async () => {
    const { db, districtId, venueId, owner } = await aVenueAtHome()
    expect((await venueHomeOf(owner, venueId)).zones).toEqual([])
    const zoneId = await aZone(db, { districtId })
    const home = async () => (await venueHomeOf(owner, venueId)).zones
    expect(await home()).toEqual([
      {
        id: zoneId,
        name: 'Harbor Street East',
        words: 'Open tonight, 9 PM to 3 AM',
        asked: true,
        changed: false,
        to: `/venue/${venueId}/zones/${zoneId}/acknowledge`,
      },
    ])
    await acknowledgeZone(owner, venueId, zoneId, 1)
    expect(await home()).toMatchObject([{ asked: false, to: `/venue/${venueId}/zones` }])
    await aZoneChange(db, zoneId, { change: 'It moved.' })
    expect(await home()).toMatchObject([{ asked: true, changed: true }])
  })
})
