import { and, eq, isNotNull } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { hideName } from '~/domain/applications/hide-name.server'
import { evidenceOfRound } from '~/domain/applications/rounds.server'
import { receiptOf } from '~/domain/applications/rounds-receipt.server'
import { seeNames } from '~/domain/applications/see-names.server'
import { showName } from '~/domain/applications/show-name.server'
import { showNamePage, shownNames } from '~/domain/applications/show-name-page.server'
import type { RecordAddress } from '~/domain/applications/show-name-record.server'
import type { Context } from '~/domain/context'
import { Conflict, NotFound, NotPermitted } from '~/domain/errors'
import { recordOf } from '~/domain/feedback/record.server'
import { newId, type StaffId, type VenueId } from '~/domain/ids'
import { changeStaff } from '~/domain/training/change-staff.server'
import { removeStaff } from '~/domain/training/remove-staff.server'
import type { Database } from '~db/open.server'
import { applications, eventDetails, events, nameShowings, rounds, staff } from '~db/schema'
import { countQueries } from '~tests/support/count-queries'
import { aDatabase } from '~tests/support/database'
import {
  aCoordinator,
  aDistrict,
  aLiaison,
  aMembership,
  anOwner,
  aVenue,
  contextFor,
  testNow,
} from '~tests/support/factories'
import { aSharedRound, aStaffMember } from '~tests/support/rounds'

const hour = 3_600_000
const later = (ctx: Context, hours: number): Context => {
  return { ...ctx, now: new Date(testNow.getTime() + hours * hour) }
}

describe('a name that the venue shows', () => {
  it('is read beside its alias by the readers of the application, until the clock says so', async () => {
    const { owner, liaison, db, record, applicationId } = await aRecord()
    expect(await seeNames(liaison, applicationId)).toEqual([])

    await showName(owner, record, '24h')
    const seen = {
      evidenceId: record.roundEvidenceId,
      alias: 'Bartender 1',
      name: 'Marisol Quintana',
      until: 'Nov 23, 6:00 PM',
    }
    const coordinator = await contextFor(db, await aCoordinator(db))
    for (const reader of [liaison, coordinator, later(liaison, 23.99)]) {
      expect(await seeNames(reader, applicationId)).toEqual([seen])
    }
    expect(await seeNames(later(liaison, 24), applicationId)).toEqual([])
  })

  it.each([
    ['3d', 72],
    ['7d', 168],
  ] as const)('lasts as long as it was chosen: %s', async (lasts, hours) => {
    const { owner, liaison, record, applicationId } = await aRecord()
    await showName(owner, record, lasts)
    expect(await seeNames(later(liaison, hours - 0.01), applicationId)).toHaveLength(1)
    expect(await seeNames(later(liaison, hours), applicationId)).toEqual([])
  })

  it('is hidden at once, and hidden twice it is simply hidden', async () => {
    const { owner, liaison, db, venueId, record, applicationId } = await aRecord()
    const id = await showName(owner, record, '7d')
    await hideName(later(owner, 1), venueId, id)
    await hideName(later(owner, 2), venueId, id)
    expect(await seeNames(later(liaison, 1), applicationId)).toEqual([])
    expect(await kindsOf(db)).toEqual(['name.shown', 'name.hidden'])
    await showName(later(owner, 3), record, '24h')
    expect(await seeNames(later(liaison, 3), applicationId)).toHaveLength(1)
  })

  it('is one name of one figure: the others stay numbers', async () => {
    const { owner, liaison, record, applicationId, venueId, roundId } = await aRecord()
    await showName(owner, record, '24h')
    const names = await seeNames(liaison, applicationId)
    expect(names.map(({ alias }) => alias)).toEqual(['Bartender 1'])
    const page = JSON.stringify(await recordOf(liaison, applicationId))
    expect(page).toContain('Server 1')
    expect(page).not.toContain('Marisol')
    expect(JSON.stringify(await receiptOf(owner, venueId, roundId))).toContain('Theo Papadakis')
  })

  it('is shown once when two people show it at once', async () => {
    const { owner, db, venueId, record } = await aRecord()
    const manager = await contextFor(db, await anOwner(db, venueId, { role: 'manager' }))
    const results = await Promise.allSettled([
      showName(owner, record, '24h'),
      showName(manager, record, '7d'),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = results.find((result) => result.status === 'rejected')
    expect(lost?.reason).toBeInstanceOf(Conflict)
    expect(lost?.reason.message).toMatch(
      /^(Rosa Alvarez|Person \d+) shows this name already, until/,
    )
    expect(await db.select().from(nameShowings)).toHaveLength(1)
  })

  it('is one showing when it is clicked twice', async () => {
    const { owner, db, record } = await aRecord()
    const twice = { ...owner, origin: { ...owner.origin, submission: 'form-0123456789abcdef:x' } }
    const [one, two] = await Promise.all([
      showName(twice, record, '24h'),
      showName(twice, record, '24h'),
    ])
    expect(one).toBe(two)
    expect(await db.select().from(nameShowings)).toHaveLength(1)
  })
})

describe('whom an alias stands for', () => {
  it('stays the same person after they changed position, and nobody who came after', async () => {
    const { owner, liaison, db, venueId, record, applicationId } = await aRecord()
    const marisol = await staffNamed(db, 'Marisol Quintana')
    await changeStaff(owner, venueId, marisol.id, {
      name: marisol.name,
      position: 'manager',
      startedOn: null,
      leftOn: null,
      onLeave: false,
      seen: marisol.updatedAt.getTime(),
    })
    await aStaffMember(db, venueId, 'Bo Reyes', 'bartender', 2)
    await showName(owner, record, '24h')
    expect((await seeNames(liaison, applicationId)).map(({ name }) => name)).toEqual([
      'Marisol Quintana',
    ])
  })

  it('has no name once the person was taken off the list, shown before or not', async () => {
    const { owner, liaison, db, venueId, record, applicationId } = await aRecord()
    await showName(owner, record, '7d')
    const marisol = await staffNamed(db, 'Marisol Quintana')
    await removeStaff(owner, venueId, marisol.id)
    expect(await seeNames(liaison, applicationId)).toEqual([])
    expect((await showNamePage(owner, record)).name).toBeNull()
    await expect(showName(owner, record, '24h')).rejects.toThrow(/not on your team list any more/)
  })

  it('is absent for an alias, a figure, a round that is not there', async () => {
    const { owner, record, policy } = await aRecord()
    const wrong: Partial<RecordAddress>[] = [
      { alias: 'Bartender 2' },
      { alias: 'bartender 1' },
      { roundEvidenceId: newId('rev') },
      { roundEvidenceId: policy.id },
      { roundId: newId('rou') },
      { venueId: newId('ven') },
    ]
    for (const part of wrong) {
      const asked = { ...record, ...part }
      await expect(showNamePage(owner, asked), JSON.stringify(part)).rejects.toThrow(NotFound)
      await expect(showName(owner, asked, '24h'), JSON.stringify(part)).rejects.toThrow(NotFound)
    }
  })
})

describe('who shows a name, and who reads it', () => {
  it('is refused to a helper, who reads why', async () => {
    const { owner, db, venueId, record } = await aRecord()
    const helper = await contextFor(db, await anOwner(db, venueId, { role: 'helper' }))
    await expect(showName(helper, record, '24h')).rejects.toThrow(NotPermitted)
    expect((await showNamePage(helper, record)).hindrance).toMatch(/an owner or a manager/)
    const id = await showName(owner, record, '24h')
    await expect(hideName(helper, venueId, id)).rejects.toThrow(NotPermitted)
    expect(await db.select().from(nameShowings)).toMatchObject([{ id, hiddenAt: null }])
  })

  it.each(['waiting', 'another venue', 'liaison'])('is absent for: %s', async (who) => {
    const { owner, liaison, db, venueId, record } = await aRecord()
    const id = await showName(owner, record, '24h')
    const others = {
      waiting: async () =>
        contextFor(db, await anOwner(db, venueId, { role: 'manager', confirmed: false })),
      'another venue': async () => contextFor(db, await anOwner(db, await aVenue(db))),
      liaison: async () => liaison,
    }
    const other = await others[who as keyof typeof others]()
    await expect(showNamePage(other, record)).rejects.toThrow(NotFound)
    await expect(showName(other, record, '24h')).rejects.toThrow(NotFound)
    await expect(hideName(other, venueId, id)).rejects.toThrow(NotFound)
    expect(await shownNames(other, venueId)).toEqual([])
  })

  it('is hidden by its own venue alone, whatever venue the address names', async () => {
    const { owner, db, record } = await aRecord()
    const id = await showName(owner, record, '24h')
    const elsewhere = await aVenue(db)
    const stranger = await contextFor(db, await anOwner(db, elsewhere))
    await expect(hideName(stranger, elsewhere, id)).rejects.toThrow(NotFound)
    await expect(showName(stranger, { ...record, venueId: elsewhere }, '24h')).rejects.toThrow(
      NotFound,
    )
  })

  it('is read by nobody who may not read the application', async () => {
    const { owner, db, record, applicationId, districtId } = await aRecord()
    await showName(owner, record, '24h')
    const viewerId = await anOwner(db, await aVenue(db))
    await aMembership(db, viewerId, 'district_viewer', { districtId })
    const partnerId = await anOwner(db, await aVenue(db))
    await aMembership(db, partnerId, 'partner', { field: 'fire', districtId })
    const half = await contextFor(db, await aLiaison(db, districtId), testNow, ['password'])
    const outside = await contextFor(db, await aLiaison(db, await aDistrict(db)))
    const others = [outside, half]
    for (const id of [viewerId, partnerId]) others.push(await contextFor(db, id))
    for (const other of others) {
      await expect(seeNames(other, applicationId)).rejects.toThrow(NotFound)
    }
    expect(await seeNames(owner, applicationId)).toEqual([])
    expect(await kindsOf(db)).toEqual(['name.shown'])
  })
})

describe('what is written down', () => {
  it('is who showed and hid it, by ids alone', async () => {
    const { owner, db, venueId, record, applicationId } = await aRecord()
    const id = await showName(owner, record, '24h')
    await hideName(later(owner, 1), venueId, id)
    const rows = await db
      .select()
      .from(events)
      .where(and(eq(events.subjectId, id), isNotNull(events.hash)))
    expect(rows.map(({ kind, personId }) => [kind, personId])).toEqual([
      ['name.shown', owner.actor.person.id],
      ['name.hidden', owner.actor.person.id],
    ])
    expect(rows[0]?.facts).toEqual({
      roundEvidenceId: record.roundEvidenceId,
      until: testNow.getTime() + 24 * hour,
    })
    expect(rows.every((row) => row.venueId === venueId)).toBe(true)
    expect(rows.every((row) => row.applicationId === applicationId)).toBe(true)
    const written = JSON.stringify([rows, await db.select().from(eventDetails)])
    expect(written).not.toMatch(/Marisol|Quintana|Bartender/)
  })

  it('is each reading, once for a person and a showing in an hour', async () => {
    const { owner, liaison, db, record, venueId, roundId, applicationId } = await aRecord()
    const coordinator = await contextFor(db, await aCoordinator(db))
    await showName(owner, record, '24h')
    await showName(owner, { ...record, alias: 'Server 1' }, '24h')
    await Promise.all([liaison, liaison].map((reader) => seeNames(reader, applicationId)))
    await seeNames(later(liaison, 0.9), applicationId)
    expect(await readingsOf(db)).toBe(2)
    await seeNames(later(coordinator, 0.9), applicationId)
    expect(await readingsOf(db)).toBe(4)
    await seeNames(later(liaison, 1), applicationId)
    expect(await readingsOf(db)).toBe(6)

    const [shown] = (await receiptOf(later(owner, 2), venueId, roundId)).shown
    expect(shown).toMatchObject({
      alias: 'Bartender 1',
      name: 'Marisol Quintana',
      words: 'Shown until Nov 23, 6:00 PM, by Rosa Alvarez.',
      read: expect.stringMatching(/^Last read Nov 22, 7:00 PM by Sgt\. Person \d+\.$/),
    })
  })

  it('stays on the receipt once it is over', async () => {
    const { owner, liaison, db, record, venueId, roundId, applicationId } = await aRecord()
    const first = await showName(owner, record, '24h')
    await seeNames(liaison, applicationId)
    await hideName(later(owner, 1), venueId, first)
    const hidden = await receiptOf(later(owner, 2), venueId, roundId)
    expect(hidden.shown).toEqual([])
    expect(hidden.names.past).toMatchObject([
      { alias: 'Bartender 1', words: 'Was shown; hidden again Nov 22, 7:00 PM.' },
    ])
    expect(hidden.names.past[0]?.read).toMatch(/^Last read Nov 22, 6:00 PM by Sgt\./)
    await showName(later(owner, 3), record, '24h')
    const past = (await receiptOf(later(owner, 30), venueId, roundId)).names.past
    expect(past.at(-1)).toMatchObject({ words: 'Was shown until Nov 23, 9:00 PM.', read: '' })
    expect(await db.select().from(nameShowings)).toHaveLength(2)
  })
})

describe('a newer round', () => {
  it('ends what was shown in the one before, which staff do not read any more', async () => {
    const { owner, liaison, db, record, venueId, roundId, applicationId } = await aRecord()
    await showName(owner, record, '7d')
    await aSecondRound(db, { venueId, applicationId })
    expect(await seeNames(liaison, applicationId)).toEqual([])
    expect(await shownNames(owner, venueId)).toEqual([])
    const receipt = await receiptOf(owner, venueId, roundId)
    expect(receipt.names).toMatchObject({
      mayShow: false,
      past: [{ words: 'Was shown until you shared again.' }],
    })
    expect((await showNamePage(owner, record)).newest).toMatch(/^\/venue\/ven_\w+\/rounds\/rou_/)
    await expect(showName(owner, record, '24h')).rejects.toThrow(/You have shared again since/)
  })
})

it('costs one query where nothing is shown', async () => {
  const { owner, liaison, record, applicationId, venueId } = await aRecord()
  expect(await countQueries(() => seeNames(liaison, applicationId))).toBe(1)
  expect(await countQueries(() => shownNames(owner, venueId))).toBe(1)
  await showName(owner, record, '24h')
  await seeNames(liaison, applicationId)
  // The names, whether the hour's reading is noted, and the program's time zone.
  expect(await countQueries(() => seeNames(liaison, applicationId))).toBeLessThanOrEqual(3)
})

/** The figure of a shared round in which a bartender and a server stand by number. */
async function aRecord() {
  const db = aDatabase()
  const story = await aSharedRound(db)
  const figure = (await evidenceOfRound(db, story.roundId)).find(({ coverage }) =>
    coverage?.people.some(({ alias }) => alias === 'Bartender 1'),
  )
  if (!figure) throw new Error('The round has no coverage figure.')
  const { venueId, roundId } = story
  const record: RecordAddress = {
    venueId,
    roundId,
    roundEvidenceId: figure.id,
    alias: 'Bartender 1',
  }
  return { ...story, db, record }
}

async function aSecondRound(
  db: Database,
  { venueId, applicationId }: { venueId: VenueId; applicationId: `app_${string}` },
) {
  const [first] = await db.select().from(rounds)
  const [application] = await db
    .select({ id: applications.id })
    .from(applications)
    .where(eq(applications.venueId, venueId))
  if (!first || application?.id !== applicationId) throw new Error('There is no round yet.')
  const second = { ...first, id: newId('rou'), number: 2, reference: 'LL-0000-02' }
  await db.transaction((tx) => tx.insert(rounds).values(second))
}

async function staffNamed(db: Database, name: string) {
  const [row] = await db.select().from(staff).where(eq(staff.name, name))
  if (!row) throw new Error(`Nobody is called ${name}.`)
  return { ...row, id: row.id as StaffId }
}

async function kindsOf(db: Database) {
  const rows = await db.select({ kind: events.kind }).from(events).orderBy(events.sequence)
  return rows.flatMap(({ kind }) => (kind.startsWith('name.') ? kind : []))
}

async function readingsOf(db: Database) {
  return db.$count(events, eq(events.kind, 'name.seen'))
}
