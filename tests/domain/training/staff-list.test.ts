import { describe, expect, test } from 'vitest'
import type { Context } from '~/domain/context'
import { Conflict, Invalid, NotFound } from '~/domain/errors'
import type { StaffId, VenueId } from '~/domain/ids'
import { addStaff } from '~/domain/training/add-staff.server'
import { changeStaff } from '~/domain/training/change-staff.server'
import { ChangeStaffForm, NewStaffForm } from '~/domain/training/forms'
import { recordsOf, staffMemberFor, teamOf } from '~/domain/training/queries.server'
import { NewRecordForm } from '~/domain/training/record-forms'
import { recordTraining } from '~/domain/training/record-training.server'
import { removeRecord } from '~/domain/training/remove-record.server'
import { removeStaff } from '~/domain/training/remove-staff.server'
import { restoreStaff } from '~/domain/training/restore-staff.server'
import { aDatabase } from '~tests/support/database'
import {
  aDistrict,
  aLiaison,
  anOwner,
  aProgram,
  aVenue,
  contextFor,
  testNow,
} from '~tests/support/factories'

describe('adding a person', () => {
  test('a helper adds one; the alias counts up', async () => {
    const { db, venueId } = await aTeam()
    const helper = await contextFor(db, await anOwner(db, venueId, { role: 'helper' }))
    const id = await addStaff(helper, venueId, person('Bo Reyes'))
    expect(await staffMemberFor(db, helper.actor, venueId, id)).toMatchObject({
      name: 'Bo Reyes',
      position: 'server',
      aliasNumber: 2,
    })
  })

  test('a name that is there already is asked about, and added once the answer is yes', async () => {
    const { ctx, venueId } = await aTeam()
    const twin = person('ADA Láng')
    await expect(addStaff(ctx, venueId, twin)).rejects.toThrow('Ada Lang is on your list already')
    await addStaff(ctx, venueId, { ...twin, another: true })
    expect((await teamOf(ctx, venueId)).people).toHaveLength(2)
  })

  test('two equal submits add one person', async () => {
    const { ctx, venueId } = await aTeam()
    const twice = { ...ctx, origin: { ...ctx.origin, submission: 'a-form-of-a-page:1' } }
    const [one, two] = await Promise.all([
      addStaff(twice, venueId, person('Bo Reyes')),
      addStaff(twice, venueId, person('Bo Reyes')),
    ])
    expect(one).toBe(two)
    expect((await teamOf(ctx, venueId)).people).toHaveLength(2)
  })
})

describe('changing a person', () => {
  test('a new position brings a new alias; the old one stays given', async () => {
    const { ctx, venueId, ada } = await aTeam()
    await changeStaff(ctx, venueId, ada, await seen(ctx, venueId, ada, { position: 'manager' }))
    const bo = await addStaff(ctx, venueId, person('Bo Reyes'))
    const aliasOfBo = (await staffMemberFor(ctx.db, ctx.actor, venueId, bo)).aliasNumber
    expect(aliasOfBo).toBe(2)
    await changeStaff(ctx, venueId, ada, await seen(ctx, venueId, ada, { position: 'server' }))
    expect(await staffMemberFor(ctx.db, ctx.actor, venueId, ada)).toMatchObject({
      position: 'server',
      aliasNumber: 1,
    })
  })

  test('two people at once: one is told who was first, and what stands now', async () => {
    const { db, ctx, venueId, ada } = await aTeam()
    const other = await contextFor(db, await anOwner(db, venueId, { name: 'Marta Castillo' }))
    const change = await seen(ctx, venueId, ada, {})
    const at = (ms: number) => new Date(testNow.getTime() + ms)
    await changeStaff({ ...other, now: at(1000) }, venueId, ada, { ...change, position: 'host' })
    const late = changeStaff({ ...ctx, now: at(2000) }, venueId, ada, { ...change, onLeave: true })
    await expect(late).rejects.toMatchObject({
      name: 'Conflict',
      message: expect.stringContaining('Marta Castillo changed this person'),
      theirs: { Role: 'Host', 'On leave': 'no' },
    })
  })
})

describe('taking a person off the list', () => {
  test('and putting them back brings their trainings along', async () => {
    const { ctx, venueId, ada } = await aTeam()
    await recordTraining(ctx, venueId, ada, training())
    await removeStaff(ctx, venueId, ada)
    expect(await teamOf(ctx, venueId)).toEqual({ people: [], records: [] })
    await expect(removeStaff(ctx, venueId, ada)).rejects.toThrow(Conflict)

    const bo = await addStaff(ctx, venueId, person('Bo Reyes'))
    expect((await staffMemberFor(ctx.db, ctx.actor, venueId, bo)).aliasNumber).toBe(2)
    await restoreStaff(ctx, venueId, ada)
    await restoreStaff(ctx, venueId, ada)
    const { people, records } = await teamOf(ctx, venueId)
    expect(people.map(({ name }) => name)).toEqual(['Ada Lang', 'Bo Reyes'])
    expect(records).toHaveLength(1)
  })

  test('twice at the same time: once', async () => {
    const { ctx, venueId, ada } = await aTeam()
    const results = await Promise.allSettled([
      removeStaff(ctx, venueId, ada),
      removeStaff(ctx, venueId, ada),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('trainings', () => {
  test('are kept once for each day, and removed once', async () => {
    const { ctx, venueId, ada } = await aTeam()
    const id = await recordTraining(ctx, venueId, ada, training())
    await expect(recordTraining(ctx, venueId, ada, training())).rejects.toThrow(Invalid)
    expect(await recordsOf(ctx.db, ada)).toMatchObject([
      { type: 'fake-id', completedOn: '2026-05-01', certificateNumber: 'F-1', state: 'claimed' },
    ])
    expect(await removeRecord(ctx, venueId, id)).toEqual({ staffId: ada, loose: [] })
    expect(await recordsOf(ctx.db, ada)).toEqual([])
    await expect(removeRecord(ctx, venueId, id)).rejects.toThrow(Conflict)
  })

  test('of the future or of no known type are refused', async () => {
    const { ctx, venueId, ada } = await aTeam()
    const record = (change: object) =>
      recordTraining(ctx, venueId, ada, { ...training(), ...change })
    await expect(record({ completedOn: '2026-11-23' })).rejects.toThrow('still to come')
    await expect(record({ type: 'juggling' })).rejects.toThrow('one of the trainings')
    await record({ completedOn: '2026-11-22' })
  })
})

test('for people of another venue and for liaisons there is no such person', async () => {
  const { db, ctx, venueId, ada } = await aTeam()
  const recordId = await recordTraining(ctx, venueId, ada, training())
  const elsewhere = await aVenue(db)
  const stranger = await contextFor(db, await anOwner(db, elsewhere))
  const liaison = await contextFor(db, await aLiaison(db, await aDistrict(db)))
  const change = await seen(ctx, venueId, ada, {})
  for (const [who, venue] of [
    [stranger, venueId],
    [stranger, elsewhere],
    [liaison, venueId],
  ] as const) {
    await expect(changeStaff(who, venue, ada, change)).rejects.toThrow(NotFound)
    await expect(removeStaff(who, venue, ada)).rejects.toThrow(NotFound)
    await expect(restoreStaff(who, venue, ada)).rejects.toThrow(NotFound)
    await expect(recordTraining(who, venue, ada, training())).rejects.toThrow(NotFound)
    await expect(removeRecord(who, venue, recordId)).rejects.toThrow(NotFound)
  }
  await expect(addStaff(stranger, venueId, person('Bo Reyes'))).rejects.toThrow(NotFound)
  expect((await teamOf(ctx, venueId)).people).toHaveLength(1)
})

describe('the forms', () => {
  test('turn empty fields into nothing and "Lang, Ada" into a name', () => {
    expect(
      NewStaffForm.parse({ name: ' Lang, Ada ', position: 'door', startedOn: '', onLeave: 'yes' }),
    ).toEqual({
      name: 'Ada Lang',
      position: 'door',
      startedOn: null,
      onLeave: true,
      another: false,
    })
  })

  test.each([
    [NewStaffForm, { name: ' ', position: 'door' }, 'name', 'Type the person’s name.'],
    [NewStaffForm, { name: '=1+1', position: 'door' }, 'name', 'This is a formula'],
    [NewStaffForm, { name: 'Ada', position: 'king' }, 'position', 'Choose what'],
    [
      NewStaffForm,
      { name: 'Ada', position: 'door', startedOn: '2026-02-30' },
      'startedOn',
      'Choose a date',
    ],
    [
      ChangeStaffForm,
      { name: 'Ada', position: 'door', startedOn: '2026-02-03', leftOn: '2026-02-02', seen: '1' },
      'leftOn',
      'before the first day',
    ],
    [NewRecordForm, { type: '', completedOn: '2026-01-01' }, 'type', 'Choose the training.'],
    [NewRecordForm, { type: 'fake-id', completedOn: '' }, 'completedOn', 'Choose the day'],
    [
      NewRecordForm,
      { type: 'fake-id', completedOn: '2026-01-01', printedExpiry: '2025-01-01' },
      'printedExpiry',
      'before it was completed',
    ],
    [
      NewRecordForm,
      { type: 'fake-id', completedOn: '2026-01-01', certificateNumber: '078-05-1120' },
      'certificateNumber',
      'social security number',
    ],
  ])('refuse with a sentence beside the field (%#)', (schema, values, field, sentence) => {
    const { error } = schema.safeParse(values)
    const issue = error?.issues.find(({ path }) => path.join('.') === field)
    expect(issue?.message).toContain(sentence)
  })

  test('every field has its own sentence when nothing at all is sent', () => {
    for (const schema of [NewStaffForm, ChangeStaffForm, NewRecordForm]) {
      for (const { message } of schema.safeParse({}).error?.issues ?? []) {
        expect(message).not.toMatch(/^Invalid/)
      }
    }
  })
})

async function aTeam() {
  const db = aDatabase()
  await aProgram(db)
  const venueId = await aVenue(db)
  const ctx = await contextFor(db, await anOwner(db, venueId))
  return { db, ctx, venueId, ada: await addStaff(ctx, venueId, person('Ada Lang')) }
}

async function seen(ctx: Context, venueId: VenueId, staffId: StaffId, change: object) {
  const { name, position, startedOn, leftOn, onLeave, updatedAt } = await staffMemberFor(
    ctx.db,
    ctx.actor,
    venueId,
    staffId,
  )
  return { name, position, startedOn, leftOn, onLeave, seen: updatedAt.getTime(), ...change }
}

function person(name: string) {
  return { name, position: 'server' as const, startedOn: null, onLeave: false, another: false }
}

function training() {
  return {
    type: 'fake-id',
    completedOn: '2026-05-01' as const,
    printedExpiry: null,
    certificateNumber: 'F-1',
  }
}
