import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { and, eq, gte, inArray, isNotNull, isNull, ne, or } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoStory } from '~/commands/demo-story'
import { demoPeople } from '~/domain/accounts/demo-people.server'
import { keepSecret } from '~/domain/accounts/secrets.server'
import { evidenceOfRound, roundsOf } from '~/domain/applications/rounds.server'
import { shareApplication } from '~/domain/applications/share-application.server'
import { accreditedVenues } from '~/domain/certificates/directory.server'
import { issueCertificate } from '~/domain/certificates/issue-certificate.server'
import { standingColumns, standingsOf } from '~/domain/certificates/standing.server'
import { dayOf, daysBetween } from '~/domain/dates'
import { Conflict } from '~/domain/errors'
import { textsOf } from '~/domain/feedback/draft.server'
import { saveDraft } from '~/domain/feedback/save-draft.server'
import { sendResponse } from '~/domain/feedback/send-response.server'
import { startResponse } from '~/domain/feedback/start-response.server'
import { toneHints } from '~/domain/feedback/tone'
import type { ApplicationId, PersonId, VenueId } from '~/domain/ids'
import { sendDueReminders } from '~/domain/reminders/send-due-reminders.server'
import { layDownProgram } from '~/domain/standards/lay-down-program.server'
import { currentStandardSet, programOf, todayIn } from '~/domain/standards/program.server'
import { demoVenues } from '~/domain/standings/demo-venues.server'
import { refreshStandings } from '~/domain/standings/refresh-standings.server'
import { acknowledgeZone } from '~/domain/zones/acknowledge-zone.server'
import { publicZones, zoneBySlug } from '~/domain/zones/queries.server'
import { remindOfNights } from '~/domain/zones/remind-of-nights.server'
import { tellVenuesOfZones } from '~/domain/zones/tell-zones.server'
import { migrate } from '~db/migrate.server'
import { type Database, openDatabase } from '~db/open.server'
import {
  applications,
  certificates,
  classes,
  credentials,
  districts,
  eventDetails,
  events,
  evidence,
  invitations,
  joinRequests,
  licenseListings,
  memberships,
  outbox,
  people,
  policies,
  policySections,
  program,
  responseItems,
  responses,
  rosterImports,
  roundEvidence,
  rounds,
  staff,
  venueChanges,
  venueStandings,
  venues,
  zoneAcknowledgements,
  zones,
  zoneTellings,
  zoneVersions,
  zoneWishes,
} from '~db/schema'
import { seedDemo, seededAlready, stories } from '~db/seed'
import { cast } from '~db/seed/people'
import { applicationStates, certificateStatuses, districtGroups } from '~db/vocabulary'
import { contextFor } from '~tests/support/factories'

keepSecret('a secret for tests, with more than enough characters')

const city = {
  publicUrl: 'http://127.0.0.1:3000',
  async keepFile(bytes: Uint8Array) {
    const digest = createHash('sha256').update(bytes).digest('hex')
    return { key: digest, digest, size: bytes.byteLength }
  },
}

/** One winter evening in Washington, and one leap day that is over already in Auckland. */
const moments = [
  { now: new Date('2026-11-22T23:00:00Z'), timeZone: 'America/New_York' },
  { now: new Date('2028-02-29T12:30:00Z'), timeZone: 'Pacific/Auckland' },
] as const

/** What moves an application or a certificate. */
const moves = [
  ...(['application.started', 'application.shared', 'application.paused'] as const),
  ...(['application.resumed', 'application.stepped_away', 'application.came_back'] as const),
  ...(['application.lapsed', 'application.refreshed', 'response.sent'] as const),
  ...(['certificate.issued', 'certificate.paused', 'certificate.resumed'] as const),
  ...(['certificate.given_back', 'venue.profile_changed', 'zone.changed'] as const),
]

const seeded: { db: Database; now: Date; timeZone: string; mails: number }[] = []
const folder = mkdtempSync(join(tmpdir(), 'lamplight-seed-'))

beforeAll(async () => {
  for (const { now, timeZone } of moments) {
    const file = join(folder, `${seeded.length}.sqlite`)
    migrate(file)
    const db = openDatabase(file, { synchronous: 'OFF' })
    await layDownProgram(db, now, timeZone)
    const mails = await seedDemo(db, now, city)
    seeded.push({ db, now, timeZone, mails: mails.length })
  }
}, 120_000)

afterAll(async () => {
  for (const { db } of seeded) await db.close()
  rmSync(folder, { recursive: true, force: true })
})

describe.each([0, 1])('the demo, seeded at moment %i', (place) => {
  const here = () => {
    const found = seeded[place]
    if (!found) throw new Error('It was not seeded.')
    return found
  }

  it('has about 28 venues in three districts, each on a street of its own place', async () => {
    const { db } = here()
    const rows = await db
      .select({ venue: venues, district: districts.name })
      .from(venues)
      .leftJoin(districts, eq(districts.id, venues.districtId))
      .where(eq(venues.madeUp, true))
    const counts = new Map<string | null, number>()
    for (const { district } of rows) counts.set(district, (counts.get(district) ?? 0) + 1)
    expect(Object.fromEntries(counts)).toEqual({
      null: 1,
      'Harbor Street': 20,
      'Old Mill': 6,
      'Market Row': 5,
    })
    const places = rows.map(({ venue }) => `${venue.latitude} ${venue.longitude}`)
    expect(places.join()).not.toMatch(/null/)
    expect(new Set(places).size).toBe(rows.length)
    expect(rows.every(({ venue }) => /^\(202\) 555-01\d\d$/.test(venue.phone ?? ''))).toBe(true)
    const real = await db
      .select({ id: venues.id })
      .from(venues)
      .where(and(eq(venues.madeUp, false), gte(venues.longitude, -76.6)))
    expect(real).toEqual([])
  })

  it('has a venue in every state of an application', async () => {
    const { db } = here()
    const rows = await db
      .select({ venueId: memberships.venueId, state: applications.state })
      .from(memberships)
      .leftJoin(applications, eq(applications.venueId, memberships.venueId))
      .where(and(isNotNull(memberships.venueId), isNotNull(memberships.confirmedAt)))
    // A venue that has joined and begun nothing is exploring: no row says so.
    const seen = new Set(rows.map(({ state }) => state ?? 'exploring'))
    expect([...seen].sort()).toEqual([...applicationStates].sort())
  })

  it('has a record of ids, digests and known words alone', async () => {
    const { db } = here()
    const rows = await db
      .select()
      .from(events)
      .leftJoin(eventDetails, eq(eventDetails.eventId, events.id))
    const told = JSON.stringify(rows)
    const known = [
      ...(await db.select({ text: people.name }).from(people)),
      ...(await db.select({ text: people.email }).from(people)),
      ...(await db.select({ text: staff.name }).from(staff)),
      ...(await db.select({ text: venues.name }).from(venues)),
      ...(await db.select({ text: policySections.body }).from(policySections)),
      ...(await db.select({ text: responses.opening }).from(responses)),
      ...(await db.select({ text: certificates.checkCode }).from(certificates)),
      ...(await db.select({ text: credentials.totpSecretSealed }).from(credentials)),
    ].flatMap(({ text }) => (text && /\p{L}{4}/u.test(text) ? text : []))
    expect(known.length).toBeGreaterThan(1_000)
    expect(known.filter((text) => told.includes(JSON.stringify(text).slice(1, -1)))).toEqual([])
  })

  it('has a record that says of each move from which state to which', async () => {
    const { db } = here()
    const rows = await db
      .select({ kind: events.kind, details: eventDetails.details })
      .from(events)
      .leftJoin(eventDetails, eq(eventDetails.eventId, events.id))
      .where(inArray(events.kind, moves))
    expect(new Set(rows.map(({ kind }) => kind)).size).toBeGreaterThan(7)
    for (const { kind, details } of rows) {
      expect(details?.before, kind).toBeDefined()
      expect(details?.after, kind).toBeDefined()
      expect(details?.after, kind).not.toEqual(details?.before)
    }
  })

  it('has a venue in every status of a certificate', async () => {
    const { db, now } = here()
    const program = await programOf(db)
    const held = await db
      .select(standingColumns)
      .from(certificates)
      .innerJoin(venues, eq(venues.id, certificates.venueId))
    const standing = await standingsOf(db, held, program, await todayIn(db, now))
    const seen = new Set(held.map((each) => standing(each).status))
    expect([...seen].sort()).toEqual([...certificateStatuses].sort())
    const resting = held.map(standing).filter(({ status }) => status === 'paused')
    expect(resting.map(({ pausedBy }) => pausedBy).sort()).toEqual(['lapse', 'venue'])
  })

  it('tells what else the states hold: pauses, letters read and unread, a second round, renewals', async () => {
    const { db } = here()
    const found = async (query: Promise<{ venue: string }[]>) =>
      (await query).map(({ venue }) => venue).sort()
    const paused = db
      .select({ venue: venues.name, counsel: events.facts })
      .from(events)
      .innerJoin(venues, eq(venues.id, events.venueId))
      .where(eq(events.kind, 'application.paused'))
    expect((await paused).map(({ venue, counsel }) => [venue, counsel.counsel]).sort()).toEqual([
      ['Night Heron', true],
      ['Towpath Commons', false],
    ])
    const letters = db
      .select({ venue: venues.name })
      .from(responses)
      .innerJoin(applications, eq(applications.id, responses.applicationId))
      .innerJoin(venues, eq(venues.id, applications.venueId))
      .$dynamic()
    const unread = await found(letters.where(isNull(responses.seenAt)))
    expect(unread).toEqual(['Bramble & Bee'])
    const renewals = db
      .select({ venue: venues.name, state: applications.state })
      .from(applications)
      .innerJoin(venues, eq(venues.id, applications.venueId))
      .where(eq(applications.kind, 'renewal'))
      .orderBy(venues.name)
    expect(await renewals).toEqual([
      { venue: 'Brass Thimble', state: 'drafting' },
      { venue: 'Ferryman’s Table', state: 'accredited' },
      { venue: 'Pelican Yard', state: 'drafting' },
    ])
  })

  it('has enough venues in each group of Harbor Street to show its figures, and too few elsewhere', async () => {
    const { db } = here()
    const rows = await db
      .select({ district: districts.name, group: venueStandings.group })
      .from(venueStandings)
      .innerJoin(venues, eq(venues.id, venueStandings.venueId))
      .innerJoin(districts, eq(districts.id, venues.districtId))
    for (const district of ['Harbor Street', 'Old Mill', 'Market Row']) {
      for (const group of districtGroups) {
        const here = rows.filter((row) => row.district === district && row.group === group).length
        if (district === 'Harbor Street') expect(here, group).toBeGreaterThanOrEqual(5)
        else expect(here, group).toBeLessThan(5)
      }
    }
    expect(await db.$count(venueChanges)).toBe(0)
  })

  it('has loading zones in each standing, and two venues that a change has not reached yet', async () => {
    const { db } = here()
    const newest = await publicZones(db)
    expect(newest.map(({ name, status, version }) => [name, status, version])).toEqual([
      ['Old Ferry House', 'permanent', 2],
      ['Rope Walk', 'pilot', 1],
      ['Market Clock', 'suspended', 2],
      ['Mill Gate', 'pilot', 1],
    ])
    const silent = await db
      .select({ venue: venues.name, zone: zoneVersions.name })
      .from(zoneTellings)
      .innerJoin(venues, eq(venues.id, zoneTellings.venueId))
      .innerJoin(zoneVersions, eq(zoneVersions.id, zoneTellings.versionId))
      .innerJoin(zones, eq(zones.id, zoneVersions.zoneId))
      .leftJoin(
        zoneAcknowledgements,
        and(
          eq(zoneAcknowledgements.versionId, zoneTellings.versionId),
          eq(zoneAcknowledgements.venueId, zoneTellings.venueId),
        ),
      )
      .where(and(isNull(zoneAcknowledgements.at), eq(zoneVersions.number, zones.version)))
      .orderBy(zoneVersions.name, venues.name)
    expect(silent).toEqual([
      { zone: 'Mill Gate', venue: 'Millrace Tavern' },
      { zone: 'Old Ferry House', venue: 'The Ladder & Line' },
      { zone: 'Old Ferry House', venue: 'The Lantern Room' },
    ])
    expect(await db.$count(zoneWishes)).toBe(3)
  })

  it('has two classes to come, and one that is over', async () => {
    const { db, now } = here()
    const rows = await db.select({ startsAt: classes.startsAt }).from(classes)
    expect(rows.filter(({ startsAt }) => startsAt > now).length).toBe(2)
    expect(rows.filter(({ startsAt }) => startsAt <= now).length).toBe(1)
  })

  it('leaves a step open at The Lantern Room, and in the letter that nobody has opened', async () => {
    const { db } = here()
    const open = await db
      .select({ venue: venues.name, standard: responseItems.standard })
      .from(responseItems)
      .innerJoin(responses, eq(responses.id, responseItems.responseId))
      .innerJoin(applications, eq(applications.id, responses.applicationId))
      .innerJoin(venues, eq(venues.id, applications.venueId))
      .where(and(eq(responseItems.kind, 'next_step'), isNull(responseItems.answer)))
    expect(open.sort((a, b) => a.venue.localeCompare(b.venue))).toEqual([
      { venue: 'Bramble & Bee', standard: 'CARE-1' },
      { venue: 'The Lantern Room', standard: 'HOME-1' },
    ])
  })

  it('shows the accredited venues: one with distinction, four whose term ends within 60 days', async () => {
    const { db, now, timeZone } = here()
    const { venues: listed } = await accreditedVenues(db, now, {})
    const today = dayOf(now, timeZone)
    const shown = await Promise.all(
      listed.map(async ({ name, id, standing }) => {
        const [row] = await db.select().from(certificates).where(eq(certificates.id, id))
        const lapses = standing.lapses.map(({ standard }) => standard)
        const soon = daysBetween(today, row?.expiresOn ?? today) <= 60
        return [name, standing.status, lapses, soon, row?.facts.withDistinction]
      }),
    )
    expect(shown).toEqual([
      ['Anchor & Oak', 'expiring', [], true, false],
      ['Brass Thimble', 'expiring', [], true, false],
      ['Ferryman’s Table', 'valid', [], false, false],
      ['Foghorn Hall', 'valid', [], false, true],
      ['Netmaker’s Rest', 'being_refreshed', ['CARE-1'], false, false],
      ['Nine Bells Noodle House', 'valid', [], false, false],
      ['Quill & Compass', 'valid', [], false, false],
      ['The Ladder & Line', 'being_refreshed', ['CARE-1'], true, false],
      ['The Tin Whistle', 'being_refreshed', ['CARE-1'], false, false],
    ])
  })

  it('has open letters with a code, one that ran out, and one person who waits for a call', async () => {
    const { db, now } = here()
    const open = await db
      .select({ venue: venues.name, expiresAt: invitations.expiresAt })
      .from(invitations)
      .innerJoin(venues, eq(venues.id, invitations.venueId))
      .where(and(isNull(invitations.usedAt), isNull(invitations.withdrawnAt)))
    const ranOut = open.filter(({ expiresAt }) => expiresAt <= now)
    expect(ranOut.map(({ venue }) => venue)).toEqual(['Oyster & Loom'])
    expect(open.length - ranOut.length).toBe(7)

    const waiting = await db
      .select({ venue: venues.name, person: people.name })
      .from(joinRequests)
      .innerJoin(venues, eq(venues.id, joinRequests.venueId))
      .innerJoin(people, eq(people.id, joinRequests.personId))
      .where(eq(joinRequests.state, 'waiting'))
    expect(waiting).toEqual([{ venue: 'Paper Moon Karaoke', person: 'Wei Zhang' }])
  })

  it('has the whole cast, each with their places, and staff with a way in', async () => {
    const { db } = here()
    const found = await demoPeople(db)
    const told = found.map(({ name, story }) => ({ name, story }))
    expect(told).toEqual(Object.values(cast).map(({ name, story }) => ({ name, story })))
    const noor = found.find(({ name }) => name === cast.noor.name)
    expect(noor?.places.map(({ role, venue }) => [role, venue])).toEqual([
      ['helper', 'Copper Kettle Taproom'],
      ['helper', 'The Slow Tide'],
    ])
    const samir = found.find(({ name }) => name === cast.samir.name)
    expect(samir?.places.map(({ role }) => role)).toEqual(['liaison', 'liaison', 'liaison'])
    expect(samir?.places.map(({ district }) => district)).not.toContain('Harbor Street')
    const ifeoma = found.find(({ name }) => name === cast.ifeoma.name)
    expect(ifeoma?.places.map(({ role }) => role).sort()).toEqual(['district_viewer', 'owner'])
    expect(found.length).toBe(30)
    expect(await db.$count(credentials)).toBe(8)
  })

  it('says who is who in 80 columns: each venue, and each person with their story once', async () => {
    const { db, now } = here()
    const gists = new Map(stories.map(({ slug, gist }) => [slug, gist]))
    const told = demoStory(await demoVenues(db, now), await demoPeople(db), gists)
    const lines = told.split('\n')
    expect(lines.filter((line) => line.length > 80)).toEqual([])
    const titles = lines.filter((line) => /^[A-Z]/.test(line))
    expect(titles).toEqual([
      'HARBOR STREET, where Sgt. Dana Whitfield is the liaison',
      'OLD MILL, where Officer Samir Patel is the liaison',
      'MARKET ROW, where Officer Malia Kealoha is the liaison',
      'NOT IN A DISTRICT YET',
      'THE PROGRAM',
    ])
    for (const { name } of [...stories, ...Object.values(cast)]) expect(told).toContain(name)
    const flat = told.replace(/\s+/g, ' ')
    for (const { story } of Object.values(cast)) {
      const [, end = ''] = /^\w+(.*)/.exec(story) ?? []
      expect(flat.split(end).length, story).toBeGreaterThanOrEqual(2)
    }
  })

  it('imports every staff list without a problem', async () => {
    const { db } = here()
    const reports = await db.select({ report: rosterImports.report }).from(rosterImports)
    expect(reports.length).toBe(stories.flatMap(({ rosters }) => rosters).length)
    expect(reports.flatMap(({ report }) => report.problems)).toEqual([])
  })

  it('gives no real business a status, a letter, a person or a paper', async () => {
    const { db } = here()
    const real = await db.select({ id: venues.id }).from(venues).where(eq(venues.madeUp, false))
    expect(real.length).toBe(1256)
    expect(await db.$count(licenseListings)).toBe(1256)
    const listed = await db
      .select({ id: venues.id })
      .from(licenseListings)
      .innerJoin(venues, eq(venues.id, licenseListings.venueId))
      .where(or(eq(venues.madeUp, true), ne(venues.source, 'license_list')))
    expect(listed).toEqual([])

    const tables = [
      applications,
      certificates,
      memberships,
      invitations,
      joinRequests,
      staff,
      policies,
      rosterImports,
    ]
    for (const table of tables) {
      const all = await db.$count(table, isNotNull(table.venueId))
      const ofMadeUp = await db
        .select({ id: table.id })
        .from(table)
        .innerJoin(venues, eq(venues.id, table.venueId))
        .where(eq(venues.madeUp, true))
      expect(ofMadeUp.length).toBeGreaterThan(0)
      expect(ofMadeUp.length).toBe(all)
    }
  })

  it('quotes only what stands in the frozen evidence, at the place it names', async () => {
    const { db } = here()
    const strengths = await db
      .select({ item: responseItems, roundId: responses.roundId })
      .from(responseItems)
      .innerJoin(responses, eq(responses.id, responseItems.responseId))
      .where(eq(responseItems.kind, 'strength'))
    const quoted = strengths.filter(({ item }) => item.quote !== null)
    expect(quoted.length).toBeGreaterThan(10)
    for (const { item, roundId } of strengths) {
      const rows = await evidenceOfRound(db, roundId)
      const cited = rows.find(({ id }) => id === item.roundEvidenceId)
      expect(cited?.standard).toBe(item.standard)
      expect(item.words).not.toMatch(/[{}]|undefined/)
      if (!cited || item.quote === null) continue
      const text = textsOf(cited).find(({ anchor }) => anchor === item.anchor)?.text ?? ''
      const start = item.quoteStart ?? -1
      expect(text.slice(start, start + item.quote.length)).toBe(item.quote)
    }
  })

  it('writes letters that keep the rules of feedback, in a tone that needs no hint', async () => {
    const { db } = here()
    const { lexicon } = await currentStandardSet(db)
    const letters = await db.select().from(responses)
    expect(letters.length).toBe(24)
    expect(new Set(letters.map(({ opening }) => opening)).size).toBe(24)
    for (const { id, opening, closing, sentAt } of letters) {
      expect(sentAt).not.toBeNull()
      const items = await db
        .select()
        .from(responseItems)
        .where(eq(responseItems.responseId, id))
        .orderBy(responseItems.position)
      const strengths = items.filter(({ kind }) => kind === 'strength')
      const steps = items.filter(({ kind }) => kind === 'next_step')
      expect(items.slice(0, strengths.length)).toEqual(strengths)
      expect(strengths.length).toBeGreaterThan(0)
      expect(strengths.every(({ words, why }) => /^You/.test(words) && why)).toBe(true)
      expect(steps.length).toBeLessThanOrEqual(3)
      for (const { standard, why, help, proposedOn } of steps) {
        expect(strengths.map((strength) => strength.standard)).toContain(standard)
        expect([why, help, proposedOn]).not.toContain(null)
      }
      const spoken = items.flatMap(({ id, kind, words, help }) =>
        kind === 'accepted_alternative' ? [] : { id, kind, words, help: help ?? '' },
      )
      expect(toneHints({ opening, closing, items: spoken }, lexicon)).toEqual([])
    }
  })

  it('keeps names of staff out of what is shared', async () => {
    const { db } = here()
    const names = await db.select({ name: staff.name }).from(staff)
    const inCharge = new Set<string>(Object.values(cast).map(({ name }) => name))
    const shared = JSON.stringify(
      await db
        .select({ coverage: roundEvidence.coverage, words: roundEvidence.words })
        .from(roundEvidence),
    )
    expect(shared).toMatch(/Bartender 2/)
    for (const { name } of names) if (!inCharge.has(name)) expect(shared).not.toContain(name)
  })

  it('tells a story that is over, with all of its mail sent at its hour', async () => {
    const { db, now, mails } = here()
    const happened = await db.select({ at: events.at, kind: events.kind }).from(events)
    expect(happened.length).toBeGreaterThan(500)
    expect(happened.filter(({ at }) => at > now)).toEqual([])
    const mail = await db.select().from(outbox)
    const held = mail.splice(
      mail.findIndex(({ state }) => state === 'held'),
      1,
    )
    expect(held.map(({ kind, address }) => [kind, address])).toEqual([
      ['invitation', 'hello@gullandgate.example'],
    ])
    expect(mail.every(({ state }) => state === 'sent')).toBe(true)
    expect(mail.every(({ sentAt, createdAt }) => sentAt && +sentAt - +createdAt < 60_000)).toBe(
      true,
    )
    expect(mail.length).toBeGreaterThan(mails)
    expect(mails).toBe(20)
    const secret = mail.filter(({ kind }) => kind === 'invitation' || kind === 'staff-setup')
    expect(secret.map(({ facts }) => facts)).toEqual(secret.map(() => ({})))
  })

  it('is marked as a demo, and is refused where people are already', async () => {
    const { db, now } = here()
    const [row] = await db.select().from(program)
    expect(row?.demoSeededAt).toEqual(now)
    const before = await db.$count(people)
    const again = seedDemo(db, now, city)
    await expect(again).rejects.toThrow(new Conflict(seededAlready))
    expect(await db.$count(people)).toBe(before)
  })
})

it('counts every date from the day of seeding', async () => {
  const [first, second] = await Promise.all(seeded.map(datesOf))
  expect(first?.length).toBeGreaterThan(80)
  expect(second).toEqual(first)
})

it('leaves nothing behind when it fails halfway', async () => {
  const file = join(folder, 'halfway.sqlite')
  migrate(file)
  const db = openDatabase(file, { synchronous: 'OFF' })
  try {
    const [{ now, timeZone }] = moments
    await layDownProgram(db, now, timeZone)
    // The paper has no room for an address of this length, which the first certificate finds out.
    const broken = { ...city, publicUrl: `http://127.0.0.1/${'long'.repeat(100)}` }
    await expect(seedDemo(db, now, broken)).rejects.toThrow()
    expect(await db.$count(people)).toBe(0)
    expect(await db.$count(venues)).toBe(0)
    expect((await db.select().from(program))[0]?.demoSeededAt).toBeNull()
  } finally {
    await db.close()
  }
}, 60_000)

/** Played on the first database, after everything that reads it: a Sunday evening. */
it('leaves the clock little to do: nothing to count or tell, and a few true reminders', async () => {
  const [at] = seeded
  if (!at) throw new Error('It was not seeded.')
  const { db, now } = at
  expect(await refreshStandings(db, now)).toEqual({ counted: 0, lapsed: 0, refreshed: 0 })
  expect(await tellVenuesOfZones(db, now)).toBe(0)
  expect(await sendDueReminders(db, now)).toBeLessThanOrEqual(3)
  expect(await remindOfNights(db, now)).toBe(2)
})

/** Played on the second database, after everything that reads it. */
it('can be played on: the step is taken, shared again, found ready, and both are accredited', async () => {
  const [, at] = seeded
  if (!at) throw new Error('It was not seeded.')
  const { db, now } = at
  const marta = await contextFor(db, await personOf(db, cast.marta.email), now)
  const dana = await contextFor(db, await personOf(db, cast.dana.email), now)

  const lantern = await venueOf(db, 'the-lantern-room')
  const { id, version } = await zoneBySlug(db, 'old-ferry-house')
  await acknowledgeZone(marta, lantern.venueId, id, version)
  await shareApplication(marta, lantern.venueId, 'The cards are up.')
  await startResponse(dana, lantern.applicationId)
  const [round] = await roundsOf(db, lantern.applicationId)
  const shared = round ? await evidenceOfRound(db, round.id) : []
  const cited = shared.find(({ standard, kind }) => standard === 'HOME-1' && kind === 'photo')
  const blank = {
    key: '',
    anchor: '',
    quote: '',
    help: '',
    proposedOn: '',
    law: false,
    lawSource: '',
  }
  const strength = {
    ...{ ...blank, kind: 'strength' as const, standard: 'HOME-1' },
    ...{ words: 'You put the card where people sit.', why: 'It helps guests.' },
    roundEvidenceId: cited?.id ?? '',
  }
  const draft = { opening: 'Dear Marta,', closing: 'The choice is yours.', items: [strength] }
  const { revision } = await saveDraft(dana, lantern.applicationId, { revision: 0, draft })
  const { outcome } = await sendResponse(dana, lantern.applicationId, revision)
  expect(outcome).toBe('ready')

  const slowTide = await venueOf(db, 'the-slow-tide')
  await issueCertificate(dana, lantern.applicationId, city)
  await issueCertificate(dana, slowTide.applicationId, city)
  const { venues: listed } = await accreditedVenues(db, now, {})
  const names = listed.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(['The Lantern Room', 'The Slow Tide']))
})

async function personOf(db: Database, email: string): Promise<PersonId> {
  const [row] = await db.select({ id: people.id }).from(people).where(eq(people.email, email))
  if (!row) throw new Error(`Nobody has the address ${email}.`)
  return row.id
}

async function venueOf(
  db: Database,
  slug: string,
): Promise<{ venueId: VenueId; applicationId: ApplicationId }> {
  const [row] = await db
    .select({ venueId: venues.id, applicationId: applications.id })
    .from(venues)
    .innerJoin(applications, eq(applications.venueId, venues.id))
    .where(eq(venues.slug, slug))
  if (!row) throw new Error(`There is no ${slug}.`)
  return row
}

/** Everything dated in the story, by what it is and how many days before the seeding it lies. */
async function datesOf({ db, now, timeZone }: (typeof seeded)[number]): Promise<string[]> {
  const today = dayOf(now, timeZone)
  const ago = (moment: Date) => daysBetween(dayOf(moment, timeZone), today)
  const shares = await db.select({ at: rounds.sharedAt, words: rounds.words }).from(rounds)
  const letters = await db
    .select({ at: responses.sentAt, words: responses.opening })
    .from(responses)
  const shown = await db
    .select({ on: evidence.happenedOn, standard: evidence.standard, kind: evidence.kind })
    .from(evidence)
    .where(inArray(evidence.kind, ['attestation', 'count', 'conversation', 'acknowledgement']))
  const team = await db.select({ name: staff.name, on: staff.startedOn }).from(staff)
  return [
    ...shares.map(({ at, words }) => `${words} ${ago(at)}`),
    ...letters.map(({ at, words }) => `${words} ${at && ago(at)}`),
    ...shown.map(({ on, standard, kind }) => `${standard} ${kind} ${on && daysBetween(on, today)}`),
    ...team.map(({ on, name }) => `${name} ${on && daysBetween(on, today)}`),
  ].sort()
}
