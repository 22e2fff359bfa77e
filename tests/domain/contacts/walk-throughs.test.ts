import { beforeEach, expect, test } from 'vitest'
import { chooseWalkTime } from '~/domain/contacts/choose-walk-time.server'
import { callOffWalk, finishWalk } from '~/domain/contacts/end-walk.server'
import { proposeOtherTimes, proposeWalk } from '~/domain/contacts/propose-walk.server'
import { ProposeForm } from '~/domain/contacts/walk-forms'
import { walkEvent, walkPage } from '~/domain/contacts/walk-page.server'
import type { Context } from '~/domain/context'
import { Conflict, Invalid, NotFound } from '~/domain/errors'
import type { VenueId, WalkId } from '~/domain/ids'
import { calendarFile } from '~/domain/training/calendar-file'
import type { Database } from '~db/open.server'
import { events, outbox } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import {
  aDistrict,
  aLiaison,
  anOwner,
  aProgram,
  aVenue,
  contextFor,
} from '~tests/support/factories'

let db: Database
let venueId: VenueId
let owner: Context
let liaison: Context

beforeEach(async () => {
  db = aDatabase()
  await aProgram(db)
  const districtId = await aDistrict(db)
  venueId = await aVenue(db, { name: 'The Lantern Room', districtId })
  owner = await contextFor(db, await anOwner(db, venueId))
  liaison = await contextFor(db, await aLiaison(db, districtId))
})

function times(...days: string[]) {
  const three = days.length > 0 ? days : ['2026-12-08', '2026-12-02', '2026-12-09']
  return ProposeForm.parse({ times: three.map((day) => ({ day, time: '14:00' })) })
}

const first = (page: Awaited<ReturnType<typeof walkPage>>) => Number(page.times[0]?.value)

async function mails() {
  const rows = await db.select().from(outbox)
  return rows.map(({ personId, facts }) => [personId, (facts as { change: string }).change])
}

test('one proposes, the other proposes others, and the first chooses; each is told once', async () => {
  const id = await proposeWalk(liaison, venueId, times())
  expect(await walkPage(liaison, id)).toMatchObject({ deeds: { choose: false, callOff: true } })
  const asked = await walkPage(owner, id)
  expect(asked).toMatchObject({ deeds: { choose: true }, times: { length: 3 } })
  expect(asked.times[0]?.label).toBe('Wednesday, December 2, 2026, 2:00 PM')
  await expect(chooseWalkTime(liaison, id, { time: first(asked), revision: 1 })).rejects.toThrow(
    Conflict,
  )

  const others = times('2026-12-15', '2026-12-16', '2026-12-17')
  await proposeOtherTimes(owner, id, { ...others, revision: 1 })
  await expect(chooseWalkTime(liaison, id, { time: first(asked), revision: 1 })).rejects.toThrow(
    Conflict,
  )
  await expect(chooseWalkTime(liaison, id, { time: first(asked), revision: 2 })).rejects.toThrow(
    Invalid,
  )
  const answered = await walkPage(liaison, id)
  await chooseWalkTime(liaison, id, { time: first(answered), revision: 2 })
  const standing = 'You walk through together on Tuesday, December 15, 2026, 2:00 PM.'
  expect((await walkPage(owner, id)).standing).toBe(standing)

  expect(await mails()).toEqual([
    [owner.actor.person.id, 'proposed'],
    [liaison.actor.person.id, 'proposed'],
    [owner.actor.person.id, 'agreed'],
  ])
  const happened = (await db.select().from(events)).map(({ kind }) => kind)
  expect(happened.filter((kind) => kind.startsWith('walk'))).toEqual([
    ...['walk.proposed', 'walk.proposed', 'walk.agreed'],
  ])
})

test('both put the same hour in their calendars', async () => {
  const id = await agreed()
  const { event } = await walkEvent(owner, id)
  expect(await walkEvent(liaison, id)).toEqual({ venue: 'The Lantern Room', event })
  const file = calendarFile('A walk', [event], owner.now)
  expect(file).toContain(
    'DTSTART:20261202T190000Z\r\nDTEND:20261202T200000Z\r\nLOCATION:The Lantern',
  )
})

test('it is called off before it begins, and took place once it has', async () => {
  const id = await agreed()
  await expect(finishWalk(owner, id)).rejects.toThrow(Conflict)
  await expect(proposeWalk(owner, venueId, times())).rejects.toThrow(Conflict)
  await callOffWalk(owner, id, 'busy')
  await expect(callOffWalk(liaison, id, 'later')).rejects.toThrow(Conflict)
  expect((await walkPage(liaison, id)).standing).toContain('Something else came up')
  await expect(walkEvent(owner, id)).rejects.toThrow(NotFound)

  const again = await agreed()
  const after = { ...owner, now: new Date('2026-12-02T19:30:00Z') }
  await expect(callOffWalk(after, again, 'busy')).rejects.toThrow(Conflict)
  await finishWalk(after, again)
  expect((await walkPage(liaison, again)).state).toBe('done')
})

test('two who choose at once agree on one time', async () => {
  const id = await proposeWalk(owner, venueId, times())
  const [one, two] = (await walkPage(liaison, id)).times.map(({ value }) => Number(value))
  const tries = [one, two].map((time) =>
    chooseWalkTime(liaison, id, { time: time ?? 0, revision: 1 }),
  )
  const ended = await Promise.allSettled(tries)
  expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((await mails()).filter(([, change]) => change === 'agreed')).toHaveLength(1)
})

test('three different times to come, and none for whoever is on neither side', async () => {
  for (const wrong of [
    times('2026-11-22', '2026-12-02', '2026-12-03'),
    times('2026-12-02', '2026-12-02', '2026-12-03'),
    times('2026-12-02', '2026-12-03', '2027-12-03'),
  ]) {
    await expect(proposeWalk(owner, venueId, wrong)).rejects.toThrow(Invalid)
  }
  const id = await agreed()
  const elsewhere = await contextFor(db, await aLiaison(db, await aDistrict(db)))
  await expect(walkPage(elsewhere, id)).rejects.toThrow(NotFound)
  await expect(proposeWalk(elsewhere, venueId, times())).rejects.toThrow(NotFound)
})

async function agreed(): Promise<WalkId> {
  const id = await proposeWalk(liaison, venueId, times())
  const { times: three, revision } = await walkPage(owner, id)
  const time = Number(three[0]?.value)
  await chooseWalkTime(owner, id, { time, revision: Number(revision) })
  return id
}
