import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { venueHomeOf } from '~/domain/applications/workspace-home.server'
import type { CheckCode } from '~/domain/certificates/check-code'
import { checkedCertificate } from '~/domain/certificates/check-page.server'
import { accreditedVenues } from '~/domain/certificates/directory.server'
import { giveBackCertificate } from '~/domain/certificates/give-back-certificate.server'
import { issueCertificate } from '~/domain/certificates/issue-certificate.server'
import { certificatePage } from '~/domain/certificates/venue-page.server'
import { Conflict, NotFound, NotPermitted } from '~/domain/errors'
import { recordOf } from '~/domain/feedback/record.server'
import { programOf } from '~/domain/standards/program.server'
import { countVenues } from '~/domain/standings/count-venues.server'
import { duePage } from '~/domain/standings/due-page.server'
import { refreshStandings } from '~/domain/standings/refresh-standings.server'
import { applications, events } from '~db/schema'
import { anAccreditedVenue, makeReady, publicUrl } from '~tests/support/certificates'
import { aDatabase } from '~tests/support/database'
import {
  aMembership,
  anOwner,
  aPerson,
  aProgram,
  atMoment,
  aVenue,
  contextFor,
  testNow,
} from '~tests/support/factories'

const at = (day: string) => new Date(`${day}T15:00:00Z`)

async function aStory() {
  const db = aDatabase()
  await aProgram(db)
  return { db, ...(await anAccreditedVenue(db)) }
}

describe('a certificate that is given back', () => {
  it('is no longer valid for everybody, without a reason', async () => {
    const { db, venueId, owner, liaison, applicationId, certificate } = await aStory()
    const later = atMoment(owner, at('2026-12-01'))
    await giveBackCertificate(later, venueId, { reason: 'We close for good.' })
    const read = await checkedCertificate(db, later.now, certificate.checkCode as CheckCode)
    expect(read?.sentence).toBe('This certificate is no longer valid since December 1, 2026.')
    expect(JSON.stringify(read)).not.toContain('close for good')
    expect((await accreditedVenues(db, later.now, {})).venues).toEqual([])

    expect(await certificatePage(later, venueId)).toMatchObject({
      sentence: expect.stringMatching(/^You gave this certificate back on December 1, 2026\./),
      mayGiveBack: false,
      mayPause: false,
    })
    expect(await venueHomeOf(later, venueId)).toMatchObject({
      reads: 'Accredited until November 30, 2026',
      next: { title: 'Welcome back any time' },
    })
    expect((await recordOf({ ...liaison, now: later.now }, applicationId)).givenBack).toEqual({
      on: 'December 1, 2026',
      reason: 'We close for good.',
    })
    const kinds = (await db.select().from(events)).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'certificate.given_back')).toHaveLength(1)
  })

  it('leaves nothing to refresh, to remind of, or to count', async () => {
    const { db, venueId, owner } = await aStory()
    const later = atMoment(owner, at('2027-03-05'))
    await refreshStandings(db, later.now)
    await giveBackCertificate(later, venueId, { reason: '' })
    const [application] = await db
      .select()
      .from(applications)
      .where(eq(applications.venueId, venueId))
    expect(application).toMatchObject({ state: 'accredited', hearBy: null })
    expect(await refreshStandings(db, later.now)).toMatchObject({ lapsed: 0, refreshed: 0 })
    const counted = await countVenues(db, [venueId], await programOf(db), '2027-03-05')
    expect(counted.get(venueId)?.group).toBeNull()
    expect(counted.get(venueId)?.dues.filter(({ remind }) => remind)).toEqual([])
  })

  it('makes room for a new one', async () => {
    const { db, venueId, owner, liaison } = await aStory()
    await giveBackCertificate(owner, venueId, { reason: '' })
    const { applicationId } = await makeReady(db, { venueId, owner, liaison })
    await issueCertificate(liaison, applicationId, { publicUrl })
    const program = await programOf(db)
    const counted = await countVenues(db, [venueId], program, '2026-11-22')
    expect(counted.get(venueId)?.group).toBe('accredited')
  })

  it('is given back once, by whoever speaks for the venue', async () => {
    const { db, venueId, owner } = await aStory()
    const helper = await aPerson(db)
    await aMembership(db, helper, 'helper', { venueId })
    const none = { reason: '' }
    const byHelper = giveBackCertificate(await contextFor(db, helper), venueId, none)
    await expect(byHelper).rejects.toBeInstanceOf(NotPermitted)
    const stranger = await contextFor(db, await anOwner(db, await aVenue(db)))
    await expect(giveBackCertificate(stranger, venueId, none)).rejects.toBeInstanceOf(NotFound)
    const both = await Promise.allSettled([
      giveBackCertificate(owner, venueId, none),
      giveBackCertificate(owner, venueId, none),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = both.find(({ status }) => status === 'rejected')
    expect(lost).toMatchObject({ reason: expect.any(Conflict) })
  })
})

describe('what falls due', () => {
  it('stands in groups, the soonest first, each with its next step', async () => {
    const { venueId, owner } = await aStory()
    const page = await duePage({ ...owner, now: at('2027-02-10') }, venueId)
    expect(
      page.groups.map(({ title, things }) => [title, things.map(({ status }) => status)]),
    ).toEqual([
      ['Within 30 days', ['In 19 days']],
      ['Later', ['November 21, 2027']],
    ])
    const lapsed = await duePage({ ...owner, now: at('2027-03-05') }, venueId)
    expect(lapsed.groups[0]).toMatchObject({
      title: 'Now',
      things: [
        {
          what: 'Sexual-assault intervention training: 0 of 3 current',
          detail: 'It has been short since March 2, 2027.',
          status: 'Ready to refresh',
        },
      ],
    })
  })

  it('is for the venue’s own people, and teaches where there is nothing', async () => {
    const { db, venueId } = await aStory()
    const other = await aVenue(db)
    const stranger = await contextFor(db, await anOwner(db, other), testNow)
    await expect(duePage(stranger, venueId)).rejects.toBeInstanceOf(NotFound)
    expect(await duePage(stranger, other)).toMatchObject({ count: 0, groups: [] })
  })
})
