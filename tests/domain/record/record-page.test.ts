import { describe, expect, test } from 'vitest'
import type { Context } from '~/domain/context'
import { NotFound, NotPermitted, ProofNeeded } from '~/domain/errors'
import { type EventKind, eventSentences } from '~/domain/events'
import { recordEvent } from '~/domain/events.server'
import { checkRecord } from '~/domain/record/check-record.server'
import { exportRecord } from '~/domain/record/export-record.server'
import { groupFor, groupNames, kindsOf } from '~/domain/record/kinds'
import type { RecordFilter } from '~/domain/record/record-filter.server'
import { recordedEvent, recordPage } from '~/domain/record/record-page.server'
import { verifyRecord } from '~/domain/record/verify-record.server'
import { wayInSentences } from '~/domain/way-in-events'
import { events } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import {
  aCoordinator,
  aDistrict,
  aLiaison,
  anOwner,
  aProgram,
  aVenue,
  contextFor,
  testNow,
} from '~tests/support/factories'
import { aRecordFile, breakOpen, someEvents } from '~tests/support/record'

const timeZone = 'America/New_York'
const everything: RecordFilter = {
  ...{ words: '', group: null, person: null, venue: null, from: null, until: null },
}
const minute = 60_000

describe('the kinds', () => {
  test('all belong to a group or to the venue alone', () => {
    const groups = Object.keys(groupNames) as (keyof typeof groupNames)[]
    const shown = groups.flatMap((group) => kindsOf(group))
    expect(shown.toSorted()).toEqual(kindsOf(null).toSorted())
    const all = Object.keys(eventSentences) as EventKind[]
    const own = all.filter((kind) => groupFor(kind) === null)
    const drafts = /^(policy|reading|training|roster|application|venue)\.|^response\.helped$/
    expect(own.filter((kind) => !drafts.test(kind))).toEqual([
      ...['staff.added', 'staff.changed', 'staff.removed', 'staff.restored'],
    ])
    expect(own.length + shown.length).toBe(all.length)
  })

  test('of ways in are all shown: whoever typed a wrong word for a recovery, too', () => {
    const ways = Object.keys(wayInSentences)
    expect(ways).toContain('staff.recovery_refused')
    expect(ways.filter((kind) => groupFor(kind) !== 'ways_in')).toEqual([])
  })
})

describe('the record that a coordinator reads', () => {
  test('shows the newest first, page by page, with names as they are now', async () => {
    const { db, ctx, lantern, owner } = await aDesk()
    for (let number = 1; number <= 60; number += 1) {
      await happened(ctx, 'certificate.paused', { actor: owner.actor, venueId: lantern })
    }
    const first = await recordPage(ctx, { filter: everything, after: null, timeZone })
    expect(first.lines).toHaveLength(50)
    expect(first.lines[0]).toMatchObject({
      ...{ sequence: 60, who: 'Ana Ruiz', what: 'paused the certificate' },
      ...{ venue: 'The Lantern Room' },
    })
    const rest = await recordPage(ctx, { filter: everything, after: first.more, timeZone })
    expect(rest.lines.map(({ sequence }) => sequence)).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1])
    expect([first.total, rest.total, rest.more]).toEqual([60, 60, null])
    expect((await verifyRecord(db)).findings).toEqual([])
  })

  test('is found by words, by kind, by person, by venue and by day', async () => {
    const { ctx, lantern, owner } = await aDesk()
    const late = new Date('2026-11-22T04:59:59Z')
    await happened(ctx, 'certificate.paused', { actor: owner.actor, venueId: lantern, at: late })
    await happened(ctx, 'person.signed_in', { actor: owner.actor })
    await happened(ctx, 'zone.entered', { actor: ctx.actor })
    const find = async (filter: Partial<RecordFilter>) => {
      const asked = { filter: { ...everything, ...filter }, after: null, timeZone }
      return (await recordPage(ctx, asked)).lines.map(({ sequence }) => sequence)
    }
    expect(await find({ words: 'lantern' })).toEqual([1])
    expect(await find({ words: 'ana RUIZ' })).toEqual([2, 1])
    expect(await find({ words: 'ruiz signed' })).toEqual([2])
    expect(await find({ words: '%' })).toEqual([3, 2, 1])
    expect(await find({ words: 'nobody' })).toEqual([])
    expect(await find({ group: 'ways_in' })).toEqual([2])
    expect(await find({ person: owner.actor.person.id })).toEqual([2, 1])
    expect(await find({ venue: lantern })).toEqual([1])
    // One second before midnight in the program's time zone is still the day before.
    expect(await find({ until: '2026-11-21' })).toEqual([1])
    expect(await find({ from: '2026-11-22' })).toEqual([3, 2])
  })

  test('never tells what a venue drafts', async () => {
    const { db, ctx, lantern, owner } = await aDesk()
    await happened(ctx, 'policy.edited', { actor: owner.actor, venueId: lantern })
    await happened(ctx, 'certificate.paused', { actor: owner.actor, venueId: lantern })
    const [draft, pause] = await db.select().from(events).orderBy(events.sequence)
    const { lines, total } = await recordPage(ctx, { filter: everything, after: null, timeZone })
    expect([lines.map(({ sequence }) => sequence), total]).toEqual([[2], 1])
    await expect(recordedEvent(ctx, draft?.id ?? 'evt_')).rejects.toThrow(NotFound)
    expect((await recordedEvent(ctx, pause?.id ?? 'evt_')).what).toBe('paused the certificate')
    const { lines: exported } = await exportRecord(proved(ctx), everything, timeZone)
    expect(exported.map(({ kind }) => kind)).toEqual(['certificate.paused'])
  })

  test('is for coordinators alone', async () => {
    const { db, owner } = await aDesk()
    const liaison = await contextFor(db, await aLiaison(db, await aDistrict(db)))
    for (const other of [owner, liaison]) {
      const asked = { filter: everything, after: null, timeZone }
      await expect(recordPage(other, asked)).rejects.toThrow(NotPermitted)
      await expect(recordedEvent(other, 'evt_x')).rejects.toThrow(NotPermitted)
      expect(() => exportRecord(proved(other), everything, timeZone)).toThrow(NotPermitted)
    }
  })
})

test('a download asks for proof and is recorded, with what was asked for', async () => {
  const { db, ctx } = await aDesk()
  await happened(ctx, 'zone.entered', { actor: ctx.actor })
  const unproved = { ...ctx, actor: { ...ctx.actor, provedAt: null } }
  expect(() => exportRecord(unproved, everything, timeZone)).toThrow(ProofNeeded)
  await exportRecord(proved(ctx), { ...everything, group: 'zones' }, timeZone)
  const [, download] = await db.select().from(events).orderBy(events.sequence)
  expect(download).toMatchObject({
    kind: 'export.record',
    personId: ctx.actor.person.id,
    facts: { rows: 1, group: 'zones', person: null, venue: null, from: null, until: null },
  })
})

test('the hourly check reads what is new, says what is wrong, and goes on saying it', async () => {
  const { db, raw } = aRecordFile()
  await someEvents(db, 5)
  expect(await checkRecord(db, testNow)).toEqual({ checked: 5, findings: [] })
  await someEvents(db, 3)
  // The point that was checked last is read again.
  expect(await checkRecord(db, testNow)).toEqual({ checked: 4, findings: [] })
  await someEvents(db, 2)
  breakOpen(raw)
  raw.prepare("UPDATE events SET kind = 'venue.left' WHERE sequence = 10").run()
  for (const _ of [1, 2]) {
    const { findings } = await checkRecord(db, testNow)
    expect(findings).toMatchObject([{ what: 'altered', sequence: 10 }])
  }
  expect(raw.prepare('SELECT length, problems FROM record_checks').all()).toEqual([
    { length: 8, problems: 1 },
  ])
})

async function aDesk() {
  const db = aDatabase()
  await aProgram(db)
  const ctx = await contextFor(db, await aCoordinator(db))
  const lantern = await aVenue(db, { name: 'The Lantern Room' })
  const owner = await contextFor(db, await anOwner(db, lantern, { name: 'Ana Ruiz' }))
  return { db, ctx, lantern, owner }
}

type Happening = Parameters<typeof recordEvent>[1]

function happened(
  { db }: Context,
  kind: EventKind,
  rest: Pick<Happening, 'actor'> & Partial<Happening>,
) {
  return db.transaction((tx) => recordEvent(tx, { at: testNow, origin: null, ...rest, kind }))
}

function proved(ctx: Context): Context {
  return { ...ctx, actor: { ...ctx.actor, provedAt: new Date(ctx.now.getTime() - minute) } }
}
