import { eq, isNotNull } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { startApplication } from '~/domain/applications/start-application.server'
import { pauseCertificate } from '~/domain/certificates/pause-certificate.server'
import { addDays, type Day } from '~/domain/dates'
import { markChanged } from '~/domain/events.server'
import { newId, type VenueId } from '~/domain/ids'
import { sendDueReminders } from '~/domain/reminders/send-due-reminders.server'
import { refreshStandings } from '~/domain/standings/refresh-standings.server'
import { momentOf } from '~/domain/wall-clock'
import type { Database } from '~db/open.server'
import { classes, dues, outbox, program, reminders, staff } from '~db/schema'
import type { EmailFacts } from '~emails/facts'
import { anAccreditedVenue, manyAccredited } from '~tests/support/certificates'
import { countQueries } from '~tests/support/count-queries'
import { aDatabase } from '~tests/support/database'
import { aMembership, anOwner, aPerson, aProgram, testNow } from '~tests/support/factories'

async function aStory(trainedUntil: Day = '2027-03-01') {
  const db = aDatabase()
  await aProgram(db)
  const venue = await anAccreditedVenue(db, { trainedUntil })
  await sweep(db, testNow)
  await db.transaction((tx) => tx.delete(outbox))
  return { db, ...venue }
}

async function sweep(db: Database, now: Date): Promise<number> {
  await refreshStandings(db, now)
  return sendDueReminders(db, now)
}

const morning = (day: Day, timeZone = 'America/New_York') => momentOf(day, 540, timeZone, 'first')

async function mails(db: Database) {
  const rows = await db.select().from(outbox).where(eq(outbox.kind, 'things-due'))
  return rows.map(({ facts, ...row }) => ({ ...row, facts: facts as EmailFacts['things-due'] }))
}

describe('a reminder', () => {
  it('names the exact thing, what is current, and the next step, once', async () => {
    const { db, venueId } = await aStory()
    expect(await sweep(db, morning('2026-11-30'))).toBe(0)
    expect(await sweep(db, morning('2026-12-01'))).toBe(1)
    const [mail] = await mails(db)
    expect(mail?.facts.things).toEqual([
      {
        venue: 'The Lantern Room',
        what: 'Sexual-assault intervention training: 3 of 3 current',
        detail:
          'Sexual-assault intervention, full course: it counts through March 1, 2027 for Marisol Quintana 1, Marisol Quintana 2, and Marisol Quintana 3. Without a new training your team would be short on March 2, 2027.',
        dueOn: '2027-03-01',
        daysLeft: 90,
        why: 'Guests return to places where staff notice and step in.',
        next: 'See on the team page who could train next.',
        path: `/venue/${venueId}/team`,
      },
    ])
    expect(await sweep(db, morning('2026-12-01'))).toBe(0)
    expect(await sweep(db, morning('2026-12-02'))).toBe(0)
    expect(await sweep(db, morning('2027-01-30'))).toBe(1)
    expect(await mails(db)).toHaveLength(2)
  })

  it('waits for eight in the morning', async () => {
    const { db } = await aStory()
    await refreshStandings(db, morning('2026-12-01'))
    expect(
      await sendDueReminders(db, momentOf('2026-12-01', 479, 'America/New_York', 'first')),
    ).toBe(0)
    expect(
      await sendDueReminders(db, momentOf('2026-12-01', 480, 'America/New_York', 'first')),
    ).toBe(1)
  })

  it('tells only the newest milestone after days without the clock', async () => {
    const { db } = await aStory()
    expect(await sweep(db, morning('2027-02-24'))).toBe(1)
    expect((await mails(db))[0]?.facts.things[0]?.daysLeft).toBe(5)
    expect(await sweep(db, morning('2027-02-28'))).toBe(0)
    expect(await sweep(db, morning('2027-03-01'))).toBe(1)
    const milestones = (await db.select().from(reminders)).map(({ milestone }) => milestone)
    expect(new Set(milestones)).toEqual(new Set([7, 0]))
  })

  it('is one mail for a person over all their venues, the soonest first', async () => {
    const { db, venueId, ...like } = await aStory()
    const [second] = await manyAccredited(db, { venueId, ...like }, ['Second Light'], {
      trainedUntil: '2027-01-15',
    })
    if (!second) throw new Error('There is no second venue.')
    await aMembership(db, like.owner.actor.person.id, 'owner', { venueId: second })
    await anOwner(db, second)
    await mark(db, second)
    expect(await sweep(db, morning('2026-12-16'))).toBe(2)
    const both = (await mails(db)).find(({ personId }) => personId === like.owner.actor.person.id)
    expect(both?.facts.things.map(({ venue }) => venue)).toEqual([
      'Second Light',
      'The Lantern Room',
    ])
    const pages = both?.facts.pages.map(({ venue, path }) => `${venue} ${path}`)
    expect(pages?.sort()).toEqual([
      `Second Light /venue/${second}/due`,
      `The Lantern Room /venue/${venueId}/due`,
    ])
  })

  it('comes once for a person and a day: what is new waits for tomorrow', async () => {
    const { db, venueId } = await aStory()
    expect(await sweep(db, morning('2026-12-01'))).toBe(1)
    const [somebody] = await db.select().from(staff).where(eq(staff.venueId, venueId))
    await db.transaction(async (tx) => {
      await tx.insert(dues).values({
        venueId,
        subject: 'evidence MGT-1',
        kind: 'dated_evidence',
        standard: 'MGT-1',
        staffId: somebody?.id ?? null,
        dueOn: '2026-12-20',
        remindOn: '2026-11-20',
      })
    })
    expect(await sendDueReminders(db, morning('2026-12-01'))).toBe(0)
    expect(await sendDueReminders(db, morning('2026-12-02'))).toBe(1)
    expect((await mails(db)).at(-1)?.facts.things[0]).toMatchObject({
      what: 'Policies known by the team',
      detail: 'Your count of who has read your policies counts through December 20, 2026.',
      path: `/venue/${venueId}/certificate/refresh/MGT-1/count`,
    })
  })

  it('goes to nobody while the certificate rests at its venue’s wish', async () => {
    const { db, venueId, owner } = await aStory()
    await pauseCertificate(owner, venueId)
    expect(await sweep(db, morning('2026-12-01'))).toBe(0)
    const waiting = await db.select().from(dues).where(isNotNull(dues.remindOn))
    expect(waiting).toEqual([])
  })

  it('goes to owners and managers whom the program knows, and to no helper', async () => {
    const { db, venueId } = await aStory()
    const helper = await aPerson(db)
    await aMembership(db, helper, 'helper', { venueId })
    await anOwner(db, venueId, { confirmed: false })
    const manager = await aPerson(db)
    await aMembership(db, manager, 'manager', { venueId })
    expect(await sweep(db, morning('2026-12-01'))).toBe(2)
    const told = (await mails(db)).map(({ personId }) => personId)
    expect(told).toContain(manager)
    expect(told).not.toContain(helper)
  })

  it('tells of the end once while a renewal is under way', async () => {
    const { db, venueId, owner } = await aStory('2029-01-01')
    expect(await sweep(db, morning('2027-08-23'))).toBe(1)
    await startApplication({ ...owner, now: morning('2027-09-01') }, venueId)
    for (const day of ['2027-10-22', '2027-11-14', '2027-11-21'] as const) {
      expect(await sweep(db, morning(day))).toBe(0)
    }
  })

  it('names a class that is coming', async () => {
    const { db, venueId, owner } = await aStory()
    await db.transaction((tx) =>
      tx.insert(classes).values({
        id: newId('cls'),
        title: 'Stepping in, together',
        trainingType: 'sexual-assault-intervention',
        districtId: null,
        startsAt: new Date('2026-12-08T19:00:00Z'),
        endsAt: new Date('2026-12-08T21:30:00Z'),
        place: 'Harbor library',
        host: 'The advocates',
        seats: 20,
        signUp: 'Call us.',
        words: '',
        revision: 0,
        createdBy: owner.actor.person.id,
        createdAt: testNow,
      }),
    )
    await sweep(db, morning('2026-12-01'))
    expect((await mails(db))[0]?.facts.things[0]).toMatchObject({
      next: 'A class is coming that gives this training: Stepping in, together, December 8, 2026, 2:00 PM to 4:30 PM.',
      path: `/venue/${venueId}/classes`,
    })
  })

  it('is sent once, whoever runs the clock at the same time', async () => {
    const { db } = await aStory()
    await refreshStandings(db, morning('2026-12-01'))
    const sent = await Promise.all(
      Array.from({ length: 5 }, () => sendDueReminders(db, morning('2026-12-01'))),
    )
    expect(sent.reduce((sum, count) => sum + count, 0)).toBe(1)
    expect(await mails(db)).toHaveLength(1)
  })

  it('asks one range of an index where nothing is due', async () => {
    const { db } = await aStory()
    await sweep(db, morning('2026-12-01'))
    // The program, and the range.
    expect(await countQueries(() => sendDueReminders(db, morning('2026-12-01')))).toBe(2)
  })

  it.each([
    'America/New_York',
    'America/Los_Angeles',
    'Europe/Berlin',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'Pacific/Apia',
  ])('keeps to local dates in %s, over both nights on which clocks change', async (timeZone) => {
    const { db } = await aStory('2027-11-07')
    await db.transaction((tx) => tx.update(program).set({ timeZone }))
    const told: Day[] = []
    for (let day: Day = '2027-03-01'; day <= '2027-11-09'; day = addDays(day, 1)) {
      for (const minutes of [5, 485, 1435]) {
        const sent = await sweep(db, momentOf(day, minutes, timeZone, 'first'))
        if (sent > 0) told.push(day)
      }
    }
    expect(told).toEqual([
      '2027-08-09',
      '2027-08-23',
      '2027-10-08',
      '2027-10-22',
      '2027-10-31',
      '2027-11-07',
    ])
  })
})

async function mark(db: Database, venueId: VenueId) {
  await db.transaction((tx) => markChanged(tx, venueId, testNow))
}
