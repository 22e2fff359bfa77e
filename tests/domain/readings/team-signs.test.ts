import { and, eq, isNull } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { addEvidence } from '~/domain/applications/add-evidence.server'
import { startApplication } from '~/domain/applications/start-application.server'
import type { Context } from '~/domain/context'
import type { Day } from '~/domain/dates'
import type { PolicyId, SignatureId, VenueId } from '~/domain/ids'
import { saveSection } from '~/domain/policies/save-section.server'
import { startPolicy } from '~/domain/policies/start-policy.server'
import { matchSignature } from '~/domain/readings/match-signature.server'
import { putToTeam } from '~/domain/readings/put-to-team.server'
import { readingPage } from '~/domain/readings/reading-page.server'
import { recountAfterFirstDays } from '~/domain/readings/recounted.server'
import { replaceLink } from '~/domain/readings/replace-link.server'
import { setSignatureAside } from '~/domain/readings/set-signature-aside.server'
import { signReading } from '~/domain/readings/sign-reading.server'
import { teamReading, teamReadingFile } from '~/domain/readings/team-reading.server'
import { addStaff } from '~/domain/training/add-staff.server'
import type { Database } from '~db/open.server'
import { evidence, readingLinks } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import { anOwner, aProgram, atMoment, aVenue, contextFor, testNow } from '~tests/support/factories'

let db: Database
let owner: Context
let venueId: VenueId
let policyId: PolicyId

beforeEach(async () => {
  db = aDatabase()
  await aProgram(db)
  venueId = await aVenue(db, { name: 'The Lantern Room' })
  owner = await contextFor(db, await anOwner(db, venueId))
  await startApplication(owner, venueId)
  policyId = await startPolicy(owner, venueId, { template: '', title: 'Closing' })
  await write('We close together.', 0)
  for (const name of ['Ana Ruiz', 'Bo Reyes', 'Cy Ng']) await hire(name)
})

function write(body: string, revision: number) {
  return saveSection(owner, venueId, policyId, 'what-we-do', { body, revision })
}

function hire(name: string, startedOn: Day | null = '2026-01-05') {
  const facts = { position: 'server', onLeave: false, another: true } as const
  return addStaff(owner, venueId, { name, startedOn, ...facts })
}

function put(facts: { asksAgain?: boolean } = {}, by = owner) {
  return putToTeam(by, venueId, { policies: [policyId], asksAgain: true, words: '', ...facts })
}

async function tokenNow(): Promise<string> {
  const [link] = await db.select().from(readingLinks).where(isNull(readingLinks.endedAt))
  return link?.token ?? ''
}

async function sign(name: string, startedOn: Day | null = null, now = testNow) {
  const { seen } = await teamReading(db, await tokenNow())
  await signReading({ ...owner, now }, await tokenNow(), { name, startedOn, seen })
}

function page(now = testNow) {
  return readingPage({ ...owner, now }, venueId, 'https://lamplight.example')
}

async function counted() {
  const rows = await db
    .select({ facts: evidence.facts, on: evidence.happenedOn })
    .from(evidence)
    .where(and(eq(evidence.kind, 'count'), isNull(evidence.removedAt)))
  return rows.map(({ facts, on }) => `${facts.count} of ${facts.total}, ${on}`)
}

const later = (days: number) => new Date(testNow.getTime() + days * 86_400_000)

describe('the team reads and signs without an account', () => {
  test('what was put to it stays as it was, until the venue puts it again', async () => {
    await put()
    await write('We close together, and walk out in pairs.', 1)
    const before = await teamReading(db, await tokenNow())
    expect(before.policies.map(({ sections }) => sections[0]?.body)).toEqual(['We close together.'])

    await put()
    const after = await teamReading(db, await tokenNow())
    expect(after.policies[0]?.sections[0]?.body).toBe('We close together, and walk out in pairs.')
  })

  test('the same policies unchanged are not put to it twice', async () => {
    await put()
    await expect(put()).rejects.toMatchObject({
      fields: { policies: expect.stringContaining('exactly these already') },
    })
  })

  test('a signature counts for the person of that name, whatever its case and marks', async () => {
    await put()
    await sign('ana RUIZ')
    expect(await counted()).toEqual(['1 of 3, 2026-11-22'])
    expect((await page()).waiting.map(({ name }) => name)).toEqual(['Bo Reyes', 'Cy Ng'])
  })

  test('the same name signs once a day, and a second press adds nothing', async () => {
    await put()
    await sign('Ana Ruiz')
    await sign('Ana Ruiz')
    expect((await page()).signed).toHaveLength(1)
  })

  test('among namesakes the first day decides, and nobody is guessed', async () => {
    await hire('Ana Ruiz', '2026-03-01')
    await put()
    await sign('Ana Ruiz')
    await sign('Ana Ruiz', '2026-03-01')
    const { unknown, signed } = await page()
    expect([unknown.length, signed.length]).toEqual([1, 1])
    expect(await counted()).toEqual(['1 of 4, 2026-11-22'])
  })

  test('a name that is on no list is matched or set aside by the venue', async () => {
    const staffId = await hire('Anastasia Ruiz-Vega')
    await put()
    await sign('Stasi')
    await sign('A passer-by')
    const [passer, stasi] = (await page()).unknown
    await matchSignature(owner, venueId, stasi?.id as SignatureId, staffId)
    await setSignatureAside(owner, venueId, passer?.id as SignatureId)
    expect((await page()).unknown).toEqual([])
    expect(await counted()).toEqual(['1 of 4, 2026-11-22'])
  })

  test('policies that changed while they were read are not signed unseen', async () => {
    const seen = await put()
    await write('Something else.', 1)
    await put()
    const typed = { name: 'Ana Ruiz', startedOn: null, seen }
    await expect(signReading(owner, await tokenNow(), typed)).rejects.toMatchObject({
      fields: { read: expect.stringContaining('changed while this page was open') },
    })
  })

  test('a new link ends the old one, and what was signed stays', async () => {
    await put()
    await sign('Ana Ruiz')
    const old = await tokenNow()
    await replaceLink(owner, venueId)
    await expect(teamReading(db, old)).rejects.toMatchObject({ name: 'NotFound' })
    expect((await page()).signed).toHaveLength(1)
    await expect(teamReadingFile(db, await tokenNow(), 'fil_x')).rejects.toMatchObject({
      name: 'NotFound',
    })
  })
})

describe('the count beside the standard', () => {
  test('lasts from the signature that completes what is asked', async () => {
    await put()
    await sign('Ana Ruiz')
    await sign('Bo Reyes', null, later(2))
    await sign('Cy Ng', null, later(5))
    // Nine in ten of three are two: the second of them ends first of those that are needed.
    expect(await counted()).toEqual(['3 of 3, 2026-11-24'])
  })

  test('a typo asks nobody again; a change asks all, who have thirty days', async () => {
    await put()
    for (const name of ['Ana Ruiz', 'Bo Reyes', 'Cy Ng']) await sign(name)
    await write('We close together. Always.', 1)
    await put({ asksAgain: false }, atMoment(owner, later(10)))
    expect((await page(later(60))).figures).toMatch(/^3 of 3 people signed/)

    await write('We close in pairs.', 2)
    await put({ asksAgain: true }, atMoment(owner, later(20)))
    expect((await page(later(49))).figures).toMatch(/^3 of 3 people signed/)
    expect((await page(later(51))).figures).toMatch(/^0 of 3 people signed/)
  })

  test('is made anew when somebody’s first days are over', async () => {
    await hire('Dee Fox', '2026-11-20')
    await put()
    for (const name of ['Ana Ruiz', 'Bo Reyes', 'Cy Ng']) await sign(name)
    expect(await counted()).toEqual(['3 of 3, 2026-11-22'])
    await recountAfterFirstDays(db, new Date('2026-12-20T17:00:00Z'))
    expect(await counted()).toEqual(['3 of 4, 2026-11-22'])
  })

  test('a count that the venue typed stays while the signatures say less', async () => {
    await put()
    await db.transaction((tx) => tx.delete(evidence))
    await addEvidence(owner, venueId, 'MGT-1', {
      kind: 'count',
      facts: { count: 3, total: 3, signedBy: 'Rosa' },
      happenedOn: '2026-11-01',
      words: '',
    })
    await sign('Ana Ruiz')
    expect(await counted()).toEqual(['3 of 3, 2026-11-01'])
    await sign('Bo Reyes')
    expect(await counted()).toEqual(['2 of 3, 2026-11-22'])
  })
})
